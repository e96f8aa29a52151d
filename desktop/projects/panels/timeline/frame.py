"""Where things of a plan lie on the screen: the names at the left, the calendar above, the bars."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date

from desktop.projects.rules.timeline.layout import Box, box_of
from desktop.projects.rules.timeline.plan import PlanBar, Span
from desktop.projects.rules.timeline.scale import Scale

BAR = 0.26  # half the height of a bar, in heights of a row


@dataclass(frozen=True)
class Frame:
    """What part of a plan is on view. All measures are pixels: `across` and `down` tell how far
    it is scrolled, `names` is the width of the names, `header` the height of the calendar, `row`
    that of each of the `count` rows. Above each row of `heads` stands the name of a phase, as high
    as a row."""

    scale: Scale
    width: int
    height: int
    across: int
    down: int
    names: int
    header: int
    row: int
    count: int
    heads: tuple[int, ...] = ()

    def x(self, day: date) -> float:
        """Where a day begins on the screen."""
        return self.names - self.across + self.scale.x(day)

    def day(self, x: float) -> date:
        """The day at a place on the screen."""
        return self.scale.day(x - self.names + self.across)

    def line(self, row: int) -> int:
        """On which line a row stands: the names of phases take lines of their own."""
        return row + bisect_right(self.heads, row)

    def top(self, row: int) -> int:
        """Where a row begins on the screen."""
        return self._y(self.line(row))

    def top_of_head(self, place: int) -> int:
        """Where the name of a phase begins on the screen, of the first one for 0."""
        return self._y(self.heads[place] + place)

    def row_at(self, y: float) -> int | None:
        """The row at a place on the screen, where there is one."""
        line = int(y - self.header + self.down) // self.row
        row = line - bisect_right(self._lines_of_heads, line)
        is_row = y >= self.header and self.line(row) == line
        return row if is_row and 0 <= row < self.count else None

    def box(self, bar: PlanBar, row: int) -> Box:
        """Where the bar of a row lies on the screen."""
        middle = self.top(row) + self.row * 0.46  # what was agreed lies under the bar
        box = box_of(bar, self.scale, middle, self.row * BAR)
        shift = self.names - self.across
        return Box(box.left + shift, box.right + shift, box.middle, box.half)

    def rows(self) -> range:
        """The rows of which anything is on view."""
        heads, first = self._lines_of_heads, max(self.down // self.row, 0)
        last = (self.down + self.height - self.header) // self.row
        begin, end = first - bisect_left(heads, first), last - bisect_right(heads, last)
        return range(begin, min(end + 1, self.count))

    @property
    def _lines_of_heads(self) -> list[int]:
        return [row + place for place, row in enumerate(self.heads)]

    def _y(self, line: int) -> int:
        return self.header - self.down + line * self.row

    def span(self) -> Span:
        """The days of which anything is on view."""
        return Span(self.day(self.names), self.day(self.width))
