"""Charts of rows below each other: intervals of shares, and bars."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.documents.charts.marks import (
    Anchor,
    Block,
    Dot,
    Line,
    Mark,
    Picture,
    Tone,
    Words,
)
from desktop.language.format import percent

ROW_HEIGHT = 27.0
LABEL_SHARE, WORDS_SHARE, GAP = 0.36, 0.24, 8.0
AXIS_HEIGHT = 20.0
# Of the label's letters, on average: where its lines are broken.
LETTER_WIDTH, LINE_HEIGHT = 4.6, 10.5
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Interval:
    """A share (0–1) with its interval. `value` None: too little data, only the words show."""

    label: str
    words: str
    value: float | None = None
    low: float = 0.0
    high: float = 0.0


@dataclass(frozen=True)
class IntervalChart:
    """Intervals below each other on one scale from 0 to 100 %. `thresholds` are drawn as
    dashed lines, each with its word."""

    rows: Sequence[Interval]
    thresholds: Sequence[tuple[float, str]] = ()

    def lay_out(self, width: float) -> Picture:
        return _intervals(self, width)

    def in_words(self) -> str:
        return "; ".join(f"{row.label}: {row.words}" for row in self.rows)


@dataclass(frozen=True)
class Bar:
    label: str
    value: float
    words: str


@dataclass(frozen=True)
class BarChart:
    """Bars below each other, to the scale of the longest."""

    bars: Sequence[Bar]

    def lay_out(self, width: float) -> Picture:
        return _bars(self, width)

    def in_words(self) -> str:
        return "; ".join(f"{bar.label}: {bar.words}" for bar in self.bars)


def _intervals(chart: IntervalChart, width: float) -> Picture:
    left, room = _plot(width)
    head = 26.0 if chart.thresholds else 4.0
    bottom = head + ROW_HEIGHT * len(chart.rows)
    marks: list[Mark] = []
    for tick in TICKS:
        x = left + tick * room
        marks.append(Line(x, head, x, bottom, Tone.LINE))
        marks.append(Words(x, bottom + 12, percent(tick), 40, Tone.SOFT, 7.5, anchor=Anchor.MIDDLE))
    for place, (share, word) in enumerate(chart.thresholds):
        x = left + share * room
        # Every other word stands higher: thresholds may lie close together.
        above = 5 + 10 * (place % 2)
        marks.append(Line(x, head, x, bottom, Tone.AMBER, dashed=True))
        marks.append(Words(x, head - above, word, room, Tone.AMBER, 7.5, anchor=Anchor.MIDDLE))
    for place, row in enumerate(chart.rows):
        middle = head + ROW_HEIGHT * (place + 0.5)
        marks += _sides(row.label, row.words, middle, width)
        if row.value is not None:
            marks += _interval(row.value, row.low, row.high, left, room, middle)
    return Picture(width, bottom + AXIS_HEIGHT, tuple(marks))


def _interval(
    value: float, low: float, high: float, left: float, room: float, middle: float
) -> list[Mark]:
    """A line from low to high with ends, and a dot at the value."""
    start, end = left + low * room, left + high * room
    return [
        Line(start, middle, end, middle, Tone.BRAND, 2.0),
        Line(start, middle - 3.5, start, middle + 3.5, Tone.BRAND, 2.0),
        Line(end, middle - 3.5, end, middle + 3.5, Tone.BRAND, 2.0),
        Dot(left + value * room, middle, 3.4, Tone.BRAND),
    ]


def _bars(chart: BarChart, width: float) -> Picture:
    left, room = _plot(width)
    longest = max((bar.value for bar in chart.bars), default=0.0) or 1.0
    marks: list[Mark] = []
    for place, bar in enumerate(chart.bars):
        middle = ROW_HEIGHT * (place + 0.5)
        marks += _sides(bar.label, bar.words, middle, width)
        length = max(bar.value, 0.0) / longest * room
        marks.append(Block(left, middle - 5, length, 10, Tone.BRAND))
    height = ROW_HEIGHT * len(chart.bars)
    marks.insert(0, Line(left, 0, left, height, Tone.SOFT))
    return Picture(width, height, tuple(marks))


def _plot(width: float) -> tuple[float, float]:
    """Where the plot begins and how wide it is, between the labels and the words."""
    left = width * LABEL_SHARE + GAP
    return left, width * (1 - LABEL_SHARE - WORDS_SHARE) - 2 * GAP


def _sides(label: str, words: str, middle: float, width: float) -> list[Mark]:
    """The label at the left, on two lines when it is long, and what it comes to at the right."""
    room = width * LABEL_SHARE
    lines = textwrap.wrap(
        label, width=max(8, int(room / LETTER_WIDTH)), max_lines=2, placeholder="…"
    )
    first = middle + 3 - LINE_HEIGHT / 2 * (len(lines) - 1)
    marks: list[Mark] = [
        Words(0, first + LINE_HEIGHT * place, line, room) for place, line in enumerate(lines)
    ]
    return [
        *marks,
        Words(width, middle + 3, words, width * WORDS_SHARE, anchor=Anchor.END),
    ]
