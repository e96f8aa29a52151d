"""A sheet of the planning: rows of tasks on their days, with what they wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.documents.charts import Anchor, Block, Line, Mark, Picture, Tone, Words
from desktop.documents.charts.legend import SAMPLE, Drawn, legend
from desktop.documents.charts.letters import width_of
from desktop.language import _
from desktop.language.format import day_plain, day_tiny
from desktop.projects.charts.bars import STRIP, agreed, arrow_marks, bar_marks, days_words
from desktop.projects.rules.timeline.layout import Box, arrow, box_of
from desktop.projects.rules.timeline.phases import shown_span
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar, Span
from desktop.projects.rules.timeline.scale import Column, Scale, calendar, days_off
from desktop.projects.rules.timeline.sheets import SheetRow
from desktop.projects.rules.working_days import WorkingDays

ROW, HIGHEST_ROW, HALF, HEAD, FOOT = 17.0, 27.0, 4.6, 30.0, 32.0
# The columns before the days; those of words are as wide as their longest, between two bounds.
NAMES, WHO, DAYS, INDENT = (170.0, 320.0), (50.0, 130.0), 96.0, 10.0
TODAY, LEGEND = 9.0, 15.0  # below the last row
LETTER, SMALL = 8.5, 7.5
REACH, THIN = 5.0, 3.0
EXAMPLE = PlanBar("", "", date.min, date.min, 1)


@dataclass(frozen=True)
class PlanSheet:
    """Some rows of a plan as on a day, within `room` points of height. Of a plan on more sheets
    each has the time of its own rows, on which short tasks are still seen. What a task waits for on
    another sheet stands in words behind its bar."""

    plan: Plan
    rows: tuple[SheetRow, ...]
    today: date
    room: float = 0.0

    @property
    def row(self) -> float:
        """How high a row is: a short plan takes more of its sheet."""
        return min(max(ROW, self.room / max(len(self.rows), 1)), HIGHEST_ROW)

    @property
    def span(self) -> Span:
        """The days that it shows; a plan on one sheet shows today too."""
        bars = tuple(row.bar for row in self.rows if row.bar is not None)
        if len(bars) == len(self.plan.bars):
            return shown_span(self.plan, Span(self.today, self.today))
        return Plan(min(bar.start for bar in bars), bars).whole()

    def lay_out(self, width: float) -> Picture:
        bottom = HEAD + self.row * len(self.rows)
        explained, height = legend(_legend(), 0, bottom + LEGEND, width)
        drawn = (*_Drawing(self, width, bottom).marks(), *explained)
        return Picture(width, bottom + LEGEND + height, drawn)

    def in_words(self) -> str:
        return "; ".join(
            f"{bar.name}: {day_plain(bar.start)} – {day_plain(bar.finish)}"
            for bar in (row.bar for row in self.rows)
            if bar is not None
        )


class _Drawing:
    """One sheet while it is laid out."""

    def __init__(self, sheet: PlanSheet, width: float, bottom: float) -> None:
        self.sheet, self.width, self.bottom = sheet, width, bottom
        bars, indent = sheet.plan.bars, 2 * INDENT
        self.names = _column_width([bar.name for bar in bars], LETTER, NAMES) + indent
        # Nobody needs an empty column.
        owners = [bar.owner for bar in bars if bar.owner]
        self.who = _column_width(owners, SMALL, WHO) if owners else 0.0
        self.left = self.names + self.who + DAYS
        self.span = sheet.span
        self.scale = Scale.fitting(self.span, width - self.left)
        self.half = HALF * sheet.row / ROW
        self.boxes = dict(self._boxes())

    def middle(self, place: int) -> float:
        return HEAD + self.sheet.row * (place + 0.5)

    def marks(self) -> Iterator[Mark]:
        yield from self._days()
        for place, row in enumerate(self.sheet.rows):
            yield from self._row(row, self.middle(place))
        # An arrow from a milestone begins in its middle, under its sign.
        yield from self._arrows()
        yield from self._bars()
        yield from self._today()

    def x(self, day: date) -> float:
        return self.left + self.scale.x(day)

    def _boxes(self) -> Iterator[tuple[str, Box]]:
        for place, row in enumerate(self.sheet.rows):
            if row.bar is not None:
                box = box_of(row.bar, self.scale, self.middle(place), self.half)
                left, right = box.left + self.left, box.right + self.left
                if row.bar.kind is not BarKind.MILESTONE:
                    right = max(right, left + THIN)
                yield row.bar.id, replace(box, left=left, right=right)

    # The calendar and today ----------------------------------------------------------------------

    def _days(self) -> Iterator[Mark]:
        plan = self.sheet.plan
        days = WorkingDays(plan.begins, plan.free_5_may)
        for off in days_off(self.scale, self.span, days, LETTER):
            x, width = self.scale.box(off)
            yield Block(self.left + x, HEAD, width, self.bottom - HEAD, Tone.GREY_SOFT)
        shown = calendar(self.scale, self.span, SMALL)
        for column in shown.upper:
            yield from self._column(column, 0, 11, bold=True)
        for column in shown.lower:
            yield from self._column(column, HEAD / 2, HEAD - 5, bold=False)
        yield Line(0, HEAD, self.width, HEAD, Tone.SOFT, 0.8)
        heads = [(0.0, _("Task")), (self.names + self.who, _("From – to"))]
        if self.who:
            heads.append((self.names, _("Who")))
        for x, words in heads:
            yield Words(x, HEAD - 5, words, DAYS, Tone.SOFT, SMALL, bold=True)

    def _column(self, column: Column, top: float, baseline: float, bold: bool) -> Iterator[Mark]:
        left = max(self.left + column.x, self.left)
        right = min(self.left + column.x + column.width, self.width)
        if column.x >= 0:
            yield Line(left, top, left, self.bottom, Tone.LINE, 0.8 if bold else 0.5)
        room = right - left - 3
        if room >= width_of(column.words, SMALL):
            tone = Tone.INK if bold else Tone.SOFT
            yield Words(left + 2, baseline, column.words, room, tone, SMALL, bold=bold)

    def _today(self) -> Iterator[Mark]:
        if not self.span.start <= self.sheet.today <= self.span.finish:
            return
        now = self.x(self.sheet.today) + self.scale.a_day / 2
        yield Line(now, HEAD - 4, now, self.bottom + 3, Tone.RED, 1.2, dashed=True)
        words = _("today, {day}").format(day=day_tiny(self.sheet.today))
        at_end = now > self.width - 70
        anchor = Anchor.END if at_end else Anchor.START
        yield Words(now, self.bottom + TODAY, words, 90, Tone.RED, SMALL, anchor, bold=True)

    # Rows ----------------------------------------------------------------------------------------

    def _row(self, row: SheetRow, middle: float) -> Iterator[Mark]:
        base = middle + 3
        if row.bar is None:
            words = _("{phase} (goes on)").format(phase=row.phase) if row.goes_on else row.phase
            yield Block(
                0, middle - self.sheet.row / 2, self.left - 4, self.sheet.row, Tone.BRAND_SOFT
            )
            yield Words(4, base, words, self.left - 10, Tone.BRAND, LETTER, bold=True)
            return
        bar, indent = row.bar, 4 + INDENT * row.bar.depth
        bold = bar.kind is BarKind.SUMMARY or bar.is_critical
        foot = middle + self.sheet.row / 2
        yield Line(0, foot, self.width, foot, Tone.LINE, 0.4)
        yield Words(indent, base, bar.name, self.names - indent - 6, Tone.INK, LETTER, bold=bold)
        if self.who:
            yield Words(self.names, base, bar.owner, self.who - 6, Tone.SOFT, SMALL)
        yield Words(
            self.names + self.who, base, _days_of(bar, self.sheet.today), DAYS - 6, Tone.SOFT, SMALL
        )

    def _bars(self) -> Iterator[Mark]:
        for row in self.sheet.rows:
            bar = row.bar
            if bar is None:
                continue
            box = self.boxes[bar.id]
            if bar.baseline is not None:
                right = self.x(bar.baseline.finish) + self.scale.a_day
                left = min(self.x(bar.baseline.start), self.width - STRIP)
                yield from agreed(left, right, box.middle + self.half + 2.4)
            yield from bar_marks(bar, box)
            yield from self._elsewhere(bar)

    def _elsewhere(self, bar: PlanBar) -> Iterator[Mark]:
        """What it waits for that stands on another sheet."""
        waits = {link.before for link in self.sheet.plan.links if link.after == bar.id}
        names = [
            one.name for one in self.sheet.plan.bars if one.id in waits and one.id not in self.boxes
        ]
        if not names:
            return
        box, words = self.boxes[bar.id], _("after: {names}").format(names=", ".join(names))
        # It comes before; only where no room is left, behind.
        before, behind = box.left - self.left - 6, self.width - box.right - 6
        base = box.middle + 2.6
        if before >= min(width_of(words, SMALL), behind):
            yield Words(box.left - 6, base, words, before, Tone.SOFT, SMALL, Anchor.END)
        else:
            yield Words(box.right + 6, base, words, behind, Tone.SOFT, SMALL)

    def _arrows(self) -> Iterator[Mark]:
        for link in self.sheet.plan.links:
            before, after = self.boxes.get(link.before), self.boxes.get(link.after)
            if before is not None and after is not None:
                corners = arrow(link.kind, before, after, REACH, self.scale.a_day)
                yield from arrow_marks(corners, Tone.SOFT)


def _column_width(words: Sequence[str], size: float, bounds: tuple[float, float]) -> float:
    longest = max((width_of(one, size) for one in words), default=0.0)
    return min(max(longest + 12, bounds[0]), bounds[1])


def _days_of(bar: PlanBar, today: date) -> str:
    start = bar.finish if bar.kind is BarKind.MILESTONE else bar.start
    return days_words(Span(start, bar.finish), today)


def _legend() -> Sequence[tuple[Drawn, str]]:
    """What the bars mean, drawn as they are drawn in the plan."""

    def sample(bar: PlanBar) -> Drawn:
        return lambda x, y: bar_marks(bar, Box(x, x + SAMPLE, y, HALF))

    return (
        (sample(replace(EXAMPLE, percent=100)), _("done so far")),
        (sample(EXAMPLE), _("to do")),
        (sample(replace(EXAMPLE, is_critical=True)),
         _("critical path: later here is later for the whole project")),
        (sample(replace(EXAMPLE, kind=BarKind.MILESTONE)), _("milestone")),
        (lambda x, y: list(agreed(x, x + SAMPLE, y)), _("agreed plan")),
        (lambda x, y: list(arrow_marks(((x, y), (x + SAMPLE, y)), Tone.SOFT)), _("waits for")),
    )  # fmt: skip
