"""The plan of a project in short: its phases on their days, the months, and today."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.documents.charts import Anchor, Line, Mark, Picture, Tone, Words
from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.charts.bars import days_words, task
from desktop.projects.rules.timeline.layout import Box
from desktop.projects.rules.timeline.phases import Stripe, shown_span, stripes
from desktop.projects.rules.timeline.plan import Plan, Span
from desktop.projects.rules.timeline.scale import Scale, calendar

ROW, HALF, HEAD, FOOT, NAMES, DAYS = 15.0, 4.5, 23.0, 12.0, 100.0, 88.0
LETTER, SMALL = 8.5, 7.0


@dataclass(frozen=True)
class StripChart:
    """The phases of a plan below each other, as on a day. What holds the end of the project has a
    thick edge and slanting lines."""

    plan: Plan
    today: date

    @property
    def phases(self) -> tuple[Stripe, ...]:
        return stripes(self.plan)

    def lay_out(self, width: float) -> Picture:
        bottom = HEAD + ROW * len(self.phases)
        marks = list(self._marks(width, bottom))
        return Picture(width, bottom + FOOT, tuple(marks))

    def in_words(self) -> str:
        sentence = _("{name}: from {start} up to and including {finish}")
        return "; ".join(
            sentence.format(
                name=one.name, start=day_plain(one.span.start), finish=day_plain(one.span.finish)
            )
            for one in self.phases
        )

    def _marks(self, width: float, bottom: float) -> Iterator[Mark]:
        left = NAMES + DAYS
        span = shown_span(self.plan, Span(self.today, self.today))
        scale = Scale.fitting(span, width - left)
        shown = calendar(scale, span, SMALL)
        for column in shown.upper:
            begins = max(column.x, 0.0)
            room = min(column.x + column.width, width - left) - begins
            if room >= SMALL * 3:
                yield Words(
                    left + begins + 2, SMALL, column.words, room, Tone.SOFT, SMALL, bold=True
                )
        for column in shown.lower:
            if column.x >= 0:
                yield Line(left + column.x, HEAD, left + column.x, bottom, Tone.LINE, 0.5)
            begins = max(column.x, 0.0)
            room = min(column.x + column.width, width - left) - begins
            if room >= SMALL * 2:
                yield Words(left + begins + 2, HEAD - 5, column.words, room, Tone.SOFT, SMALL)
        for place, stripe in enumerate(self.phases):
            yield from _stripe(stripe, scale, left, HEAD + ROW * (place + 0.5), self.today)
        now = left + scale.x(self.today) + scale.a_day / 2
        yield Line(now, HEAD - 2, now, bottom + 2, Tone.RED, 1.2)
        words = _("today")
        at_end = now > width - 40
        yield Words(
            now + (2 if at_end else -2), bottom + 9, words, 60, Tone.RED, SMALL,
            Anchor.END if at_end else Anchor.START, bold=True,
        )  # fmt: skip


def _stripe(
    stripe: Stripe, scale: Scale, left: float, middle: float, today: date
) -> Iterator[Mark]:
    yield Words(0, middle + 3, stripe.name, NAMES - 6, Tone.INK, LETTER, bold=stripe.is_critical)
    yield Words(NAMES, middle + 3, days_words(stripe.span, today), DAYS - 6, Tone.SOFT, SMALL)
    begin, length = scale.box(stripe.span)
    box = Box(left + begin, left + begin + max(length, 2.0), middle, HALF)
    yield from task(box, stripe.done, stripe.is_critical)
