"""What must be done before a day: there is no line to follow, only the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from desktop.documents.charts.axis import end_words, round_days
from desktop.documents.charts.letters import Box, box_of, is_free, width_of
from desktop.documents.charts.marks import Anchor, Block, Dot, Line, Mark, Picture, Tone, Words
from desktop.documents.charts.signs import Shape, drawn
from desktop.language import _
from desktop.language.format import day_year

REFERENCE_BASE, DUE_BASE, DONE_BASE = 7.0, 24.0, 59.0  # baselines of words
TIME = 38.0  # how far down the line of the days is
DAYS_BELOW = 17.0  # the words of the days, below what is above them
SMALL, NORMAL = 7.5, 8.5
SIDE = 10.0


@dataclass(frozen=True)
class DueChart:
    """A line of days with the day before which something must be done, and the day on which it
    was. What is later than agreed is dashed. The day of the chart shows when it is between the
    first day and the last."""

    first_day: date
    last_day: date
    due_on: date
    done_on: date | None
    reference: tuple[date, str] | None = None

    def lay_out(self, width: float) -> Picture:
        return Picture(width, self._days_base() + 4, tuple(self._marks(width)))

    def in_words(self) -> str:
        done = self._done_words() if self.done_on else _("not done yet")
        return f"{self._due_words()}; {done}"

    def _due_words(self) -> str:
        return _("by {day} at the latest").format(day=day_year(self.due_on))

    def _done_words(self) -> str:
        assert self.done_on is not None
        return _("done on {day}").format(day=day_year(self.done_on))

    def _days_base(self) -> float:
        return (DONE_BASE if self.done_on else TIME + 6) + DAYS_BELOW

    def _x(self, day: date, width: float) -> float:
        days = max((self.last_day - self.first_day).days, 1)
        part = (day - self.first_day).days / days
        return SIDE + min(max(part, 0.0), 1.0) * (width - 2 * SIDE)

    def _marks(self, width: float) -> Iterable[Mark]:
        yield Line(SIDE, TIME, width - SIDE, TIME, Tone.LINE, 2.5)
        yield from self._passed(width)
        if self.reference and self.first_day <= self.reference[0] <= self.last_day:
            day, words = self.reference
            x = self._x(day, width)
            yield Line(x, 10, x, self._days_base() - 10, Tone.SOFT, 0.8, dashed=True)
            yield _centred(x, REFERENCE_BASE, words, width, Tone.SOFT, SMALL)
        due = self._x(self.due_on, width)
        yield Line(due, TIME - 9, due, TIME + 9, Tone.INK, 1.6)
        yield Dot(due, TIME, 3.6, Tone.INK, hollow=True)
        yield _centred(due, DUE_BASE, self._due_words(), width, Tone.INK, NORMAL, bold=True)
        if self.done_on is not None:
            yield from self._done(self._x(self.done_on, width), width)
        yield from self._days(width)

    def _passed(self, width: float) -> Iterable[Mark]:
        """The days that are over: up to the deed, or up to the day of the chart."""
        until = self.done_on or (self.reference[0] if self.reference else None)
        if until is None:
            return
        end, due = self._x(until, width), self._x(self.due_on, width)
        yield Line(SIDE, TIME, min(end, due), TIME, Tone.BRAND, 2.5)
        if end > due:
            yield Line(due, TIME, end, TIME, Tone.RED, 2.5, dashed=True)

    def _done(self, x: float, width: float) -> Iterable[Mark]:
        yield Block(x - 6.5, TIME - 6.5, 13, 13, Tone.BLUE_SOFT, 6.5)
        yield from drawn(Shape.CHECK, Tone.BLUE, x, TIME, 8)
        words = self._done_words()
        yield _centred(x, DONE_BASE, words, width, Tone.BLUE, NORMAL, bold=True)

    def _days(self, width: float) -> Iterable[Mark]:
        start, end = end_words(self.first_day, self.last_day)
        inner = round_days(self.first_day, self.last_day, width - 2 * SIDE, SMALL)
        taken: list[Box] = []
        for day, words in ((self.last_day, end), (self.first_day, start), *inner):
            made = _centred(self._x(day, width), self._days_base(), words, width, Tone.SOFT, SMALL)
            if is_free(box_of(made), taken):
                taken.append(box_of(made))
                yield made


def _centred(
    x: float, base: float, words: str, width: float, tone: Tone, size: float, bold: bool = False
) -> Words:
    """Words around a place, moved inwards where they would leave the picture."""
    half = min(width_of(words, size), width) / 2
    middle = min(max(x, half), width - half)
    return Words(middle, base, words, 2 * half, tone, size, Anchor.MIDDLE, bold)
