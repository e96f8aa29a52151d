"""Where everything of a path chart comes: the plot, its axes, and words that never overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from desktop.documents.charts.axis import (
    decimals_of,
    end_words,
    figure,
    round_days,
    round_values,
)
from desktop.documents.charts.legend import SAMPLE, Drawn, legend
from desktop.documents.charts.letters import Box, box_of, is_free, width_of
from desktop.documents.charts.marks import (
    Anchor,
    Area,
    Block,
    Dot,
    Line,
    Mark,
    Picture,
    Places,
    Tone,
    Trail,
    Words,
)
from desktop.language import _

if TYPE_CHECKING:
    from desktop.documents.charts.path import PathChart

HEAD, AXIS_HEIGHT = 20.0, 19.0
SMALL, NORMAL = 7.5, 8.5  # sizes of letters
AXIS_SHARE, END_SHARE = 0.2, 0.25  # of the width, at most, for the words beside the plot
RADIUS, SMALLEST_RADIUS, STEP_RADIUS = 3.2, 1.2, 1.8
LEVELS_APART = 11.0  # points between the words at the end of two levels


def lay_out(chart: PathChart, width: float) -> Picture:
    """The chart for a width, in points."""
    return _Layout(chart, width).picture()


@dataclass
class _Layout:
    """One laying out: where things come, and which room the words have taken."""

    chart: PathChart
    width: float
    marks: list[Mark] = field(default_factory=list)
    taken: list[Box] = field(default_factory=list)

    def __post_init__(self) -> None:
        chart = self.chart
        self.scale = round_values(_values(chart), chart.decimals)
        decimals = decimals_of(self.scale) if self.scale else 0
        self.tick_words = [self._with_unit(figure(value, decimals)) for value in self.scale]
        longest = max((width_of(words, SMALL) for words in self.tick_words), default=0.0)
        self.left = min(longest, self.width * AXIS_SHARE) + 7
        ends = max((width_of(level.words, NORMAL) for level in chart.levels), default=0.0)
        self.right = self.width - max(min(ends, self.width * END_SHARE) + 6, 14)
        self.bottom = HEAD + chart.plot_height
        self.days = max((chart.last_day - chart.first_day).days, 1)

    def picture(self) -> Picture:
        self._bands()
        self._grid()
        self._levels()
        self._days()
        self._head()
        self._path()
        self._measured()
        below = self.bottom + AXIS_HEIGHT
        entries, height = legend(list(self._legend()), self.left, below, self.width)
        return Picture(self.width, below + height, (*self.marks, *entries))

    def _with_unit(self, words: str) -> str:
        return f"{words} %" if self.chart.unit == "%" else words

    def _x(self, day: date) -> float:
        part = (day - self.chart.first_day).days / self.days
        return self.left + min(max(part, 0.0), 1.0) * (self.right - self.left)

    def _y(self, value: Decimal) -> float:
        part = float((value - self.scale[0]) / (self.scale[-1] - self.scale[0]))
        return self.bottom - part * self.chart.plot_height

    def _at(self, day: date, value: Decimal) -> tuple[float, float]:
        return self._x(day), self._y(value)

    def _write(self, words: Words) -> None:
        self.marks.append(words)
        self.taken.append(box_of(words))

    def _bands(self) -> None:
        for band in self.chart.bands:
            above = [self._at(day, high) for day, _low, high in band.corners]
            below = [self._at(day, low) for day, low, _high in band.corners]
            tone = Tone.BRAND_SOFT if band.good else Tone.AMBER_SOFT
            self.marks.append(Area(_cut_below((*above, *reversed(below)), self.bottom), tone))

    def _grid(self) -> None:
        for value, words in zip(self.scale, self.tick_words, strict=True):
            y = self._y(value)
            self.marks.append(Line(self.left, y, self.right, y, Tone.LINE))
            room = self.left - 7
            self._write(Words(self.left - 7, y + 2.7, words, room, Tone.SOFT, SMALL, Anchor.END))
        if not self.scale:
            self.marks.append(Line(self.left, self.bottom, self.right, self.bottom, Tone.LINE))

    def _levels(self) -> None:
        """The words at the end of each level, and its line when no path leads there."""
        lowest = self.bottom + LEVELS_APART
        for level in sorted(self.chart.levels, key=lambda level: level.value):
            y = self._y(level.value)
            if not self.chart.path:
                self.marks.append(Line(self.left, y, self.right, y, Tone.SOFT, 1.1, dashed=True))
            lowest = min(y, lowest - LEVELS_APART)
            room = self.width - self.right - 6
            self._write(
                Words(self.right + 6, lowest + 3, level.words, room, Tone.GREY, NORMAL, bold=True)
            )

    def _days(self) -> None:
        """The days below the plot: the ends first, then those between that fit."""
        first, last = self.chart.first_day, self.chart.last_day
        inner = round_days(first, last, self.right - self.left, SMALL)
        start, end = end_words(first, last)
        for day, words in ((last, end), (first, start), *inner):
            half = width_of(words, SMALL) / 2
            x = min(max(self._x(day), half), self.width - half)
            made = Words(x, self.bottom + 14, words, 2 * half, Tone.SOFT, SMALL, Anchor.MIDDLE)
            if is_free(box_of(made), self.taken):
                self._write(made)

    def _head(self) -> None:
        """The unit above the axis, and the day of the chart above its line."""
        start = 0.0
        if self.chart.unit and self.chart.unit != "%":
            self._write(Words(0, 7, self.chart.unit, self.width * 0.6, Tone.SOFT, SMALL))
            start = self.taken[-1].right + 8
        if not self._shows_reference():
            return
        assert self.chart.reference is not None
        day, words = self.chart.reference
        x = self._x(day)
        self.marks.append(Line(x, 10, x, self.bottom, Tone.SOFT, 0.8, dashed=True))
        half = min(width_of(words, SMALL), max(self.width - start, 0.0)) / 2
        middle = min(max(x, start + half), self.width - half)
        self._write(Words(middle, 7, words, 2 * half, Tone.SOFT, SMALL, Anchor.MIDDLE))

    def _shows_reference(self) -> bool:
        reference = self.chart.reference
        return bool(reference and self.chart.first_day <= reference[0] <= self.chart.last_day)

    def _path(self) -> None:
        if not self.chart.path:
            return
        trail = tuple(self._at(day, value) for day, value in self.chart.path)
        self.marks.append(Trail(trail, Tone.SOFT, 1.1, dashed=True))

    def _measured(self) -> None:
        measured = self.chart.measured
        trail = tuple(self._at(m.on, m.value) for m in measured)
        if len(trail) > 1:
            self.marks.append(Trail(trail, Tone.BRAND, 1.8))
        self._steps(trail)
        each = (self.right - self.left) / max(len(trail), 1)
        radius = min(RADIUS, max(SMALLEST_RADIUS, each * 0.4))
        for one, (x, y) in zip(measured, trail, strict=True):
            size = max(radius, 2.2) if one.provisional else radius
            self.marks.append(Dot(x, y, size, Tone.BRAND, hollow=one.provisional))
        if trail:
            self._last(measured[-1].words, trail)

    def _steps(self, trail: Places) -> None:
        """What was agreed for days on the way; the value is written where it stands free."""
        for step in self.chart.steps:
            x, y = self._at(step.on, step.value)
            self.marks.append(
                Block(x - STEP_RADIUS, y - STEP_RADIUS, 2 * STEP_RADIUS, 2 * STEP_RADIUS, Tone.SOFT)
            )
            choices = self._around(x, y, step.words, Tone.SOFT, SMALL, bold=False)
            free = [c for c in choices if self._is_clear(box_of(c), trail)]
            if free and not any(_around_dot(place).holds(x, y) for place in trail):
                self._write(free[0])

    def _last(self, words: str, trail: Places) -> None:
        """The last value, where it meets the fewest lines."""
        choices = self._around(*trail[-1], words, Tone.BRAND, NORMAL, bold=True)
        if choices:
            self._write(min(choices, key=lambda choice: self._crossings(box_of(choice), trail)))

    def _around(
        self, x: float, y: float, words: str, tone: Tone, size: float, bold: bool
    ) -> list[Words]:
        """Places for words around a dot that are free of other words and within the picture."""
        half = width_of(words, size) / 2
        away = RADIUS + 3
        spots = [
            (x, y - away - 1),
            (x, y + away + size * 0.75),
            *((x + side * (half + away), y + size * 0.3) for side in (-1, 1)),
            *((x + side * half, y - away - 1) for side in (-1, 1)),
            *((x + side * half, y + away + size * 0.75) for side in (-1, 1)),
            # Words as wide as the plot stand against its sides.
            (min(max(x, half), self.width - half), y - away - 1),
            (min(max(x, half), self.width - half), y + away + size * 0.75),
        ]
        room = Box(self.left + 1, 0, self.width, self.bottom)
        choices = [
            Words(at, base, words, 2 * half, tone, size, Anchor.MIDDLE, bold) for at, base in spots
        ]
        return [c for c in choices if box_of(c).within(room) and is_free(box_of(c), self.taken)]

    def _is_clear(self, box: Box, trail: Places) -> bool:
        """Whether words here hide no dot and no line."""
        hidden = any(_around_dot(place).meets(box) for place in trail)
        return not hidden and self._crossings(box, trail) == 0

    def _crossings(self, box: Box, trail: Places) -> int:
        """How many legs of lines pass through the box."""
        path = tuple(self._at(day, value) for day, value in self.chart.path)
        crossed = box.crossed_by(trail) + box.crossed_by(path)
        if self._shows_reference() and self.chart.reference is not None:
            x = self._x(self.chart.reference[0])
            crossed += box.left < x < box.right
        return crossed

    def _legend(self) -> Iterable[tuple[Drawn, str]]:
        chart = self.chart
        if any(not m.provisional for m in chart.measured):
            yield (lambda x, y: _sample_of_measured(x, y, hollow=False)), _("measured")
        if any(m.provisional for m in chart.measured):
            yield (lambda x, y: _sample_of_measured(x, y, hollow=True)), _("provisional")
        if chart.path:
            yield _sample_of_path, _("expected")
        if chart.steps:
            yield _sample_of_step, _("goal on the way")
        if any(band.good for band in chart.bands):
            yield (lambda x, y: _sample_of_band(x, y, Tone.BRAND_SOFT)), _("as agreed")
        if any(not band.good for band in chart.bands):
            yield (lambda x, y: _sample_of_band(x, y, Tone.AMBER_SOFT)), _("within the margin")


def _values(chart: PathChart) -> list[Decimal]:
    """Every value that must be within the axis. The margin below 0 is none when nothing else is:
    there are no fewer than no dwellings."""
    values = [
        *(m.value for m in chart.measured),
        *(value for _day, value in chart.path),
        *(level.value for level in chart.levels),
        *(step.value for step in chart.steps),
    ]
    edges = [value for band in chart.bands for _day, *both in band.corners for value in both]
    if values and min(values) >= 0:
        edges = [max(value, Decimal(0)) for value in edges]
    return values + edges


def _cut_below(corners: Places, bottom: float) -> Places:
    """The part of a shape that is above the bottom of the plot (Sutherland and Hodgman)."""
    kept: list[tuple[float, float]] = []
    for (x1, y1), (x2, y2) in zip((corners[-1], *corners), corners, strict=False):
        if (y1 <= bottom) != (y2 <= bottom):
            kept.append((x1 + (x2 - x1) * (bottom - y1) / (y2 - y1), bottom))
        if y2 <= bottom:
            kept.append((x2, y2))
    return tuple(kept)


def _around_dot(place: tuple[float, float]) -> Box:
    x, y = place
    return Box(x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS)


def _sample_of_measured(x: float, y: float, hollow: bool) -> list[Mark]:
    line = Line(x, y, x + SAMPLE, y, Tone.BRAND, 1.8)
    return [line, Dot(x + SAMPLE / 2, y, RADIUS - 0.4, Tone.BRAND, hollow=hollow)]


def _sample_of_path(x: float, y: float) -> list[Mark]:
    return [Line(x, y, x + SAMPLE, y, Tone.SOFT, 1.1, dashed=True)]


def _sample_of_step(x: float, y: float) -> list[Mark]:
    middle = x + SAMPLE / 2
    side = 2 * STEP_RADIUS
    return [Block(middle - STEP_RADIUS, y - STEP_RADIUS, side, side, Tone.SOFT)]


def _sample_of_band(x: float, y: float, tone: Tone) -> list[Mark]:
    return [Block(x, y - 3.5, SAMPLE, 7, tone, 1.5)]
