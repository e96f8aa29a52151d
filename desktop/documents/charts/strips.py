"""Strips of signs: how many there are of each, and how they changed from time to time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.documents.charts.legend import SAMPLE, Drawn, legend
from desktop.documents.charts.letters import width_of
from desktop.documents.charts.marks import Anchor, Block, Mark, Picture, Tone, Words
from desktop.documents.charts.signs import Sign, drawn, empty

ROW_HEIGHT, BLOCK_HEIGHT, HEAD = 22.0, 16.0, 16.0
SMALL, NORMAL, SIGN = 7.5, 8.5, 8.0  # sizes of letters and signs
GAP, BETWEEN = 8.0, 2.0
LABEL_SHARE, TOTAL_SHARE = 0.36, 0.12
WIDEST_COLUMN = 64.0


@dataclass(frozen=True)
class Counts:
    """One row: how many of each sign, in the order in which they are shown."""

    label: str
    counts: Sequence[tuple[Sign, int]]

    @property
    def total(self) -> int:
        return sum(count for _sign, count in self.counts)


@dataclass(frozen=True)
class CountsChart:
    """Rows below each other, each a bar of parts with a sign and its count. A longer bar is more;
    a part is never too short for its count."""

    rows: Sequence[Counts]

    def lay_out(self, width: float) -> Picture:
        total = width * TOTAL_SHARE
        least = max((_least_length(row) for row in self.rows), default=0.0)
        label = _label_room([row.label for row in self.rows], width)
        label = max(0.0, min(label, width - total - 2 * GAP - least))
        left = label + GAP
        room = width - left - total - GAP
        most = max((row.total for row in self.rows), default=0) or 1
        marks: list[Mark] = []
        for place, row in enumerate(self.rows):
            middle = ROW_HEIGHT * (place + 0.5)
            marks.append(Words(0, middle + 3, row.label, label))
            marks += _parts(row, left, room * row.total / most, middle)
            words = str(row.total)
            marks.append(Words(width, middle + 3, words, total, Tone.SOFT, anchor=Anchor.END))
        bottom = ROW_HEIGHT * len(self.rows)
        signs = _used(sign for row in self.rows for sign, count in row.counts if count)
        entries, height = legend(_legend(signs), left, bottom + 4, width)
        return Picture(width, bottom + 4 + height, (*marks, *entries))

    def in_words(self) -> str:
        return "; ".join(
            f"{row.label}: "
            + ", ".join(f"{count} {sign.word}" for sign, count in row.counts if count)
            for row in self.rows
        )


@dataclass(frozen=True)
class History:
    """One row: its sign at each of the moments; None where there was none."""

    label: str
    signs: Sequence[Sign | None]


@dataclass(frozen=True)
class HistoryChart:
    """Signs from the oldest moment to the newest. When not all moments fit, the oldest go."""

    moments: Sequence[str]
    rows: Sequence[History]

    def lay_out(self, width: float) -> Picture:
        label = _label_room([row.label for row in self.rows], width)
        left = label + GAP if label else 0.0
        column = max((width_of(words, SMALL) for words in self.moments), default=0.0) + GAP
        column = min(max(column, BLOCK_HEIGHT + GAP), width - left)
        shown = min(len(self.moments), max(1, int((width - left) / column)))
        column = min(WIDEST_COLUMN, (width - left) / max(shown, 1)) if shown else column
        marks: list[Mark] = []
        for place, words in enumerate(self.moments[len(self.moments) - shown :]):
            x = left + column * (place + 0.5)
            marks.append(Words(x, 9, words, column - 3, Tone.SOFT, SMALL, Anchor.MIDDLE))
        for place, row in enumerate(self.rows):
            middle = HEAD + ROW_HEIGHT * (place + 0.5)
            if label:
                marks.append(Words(0, middle + 3, row.label, label))
            for at, sign in enumerate(row.signs[len(row.signs) - shown :]):
                marks += _cell(sign, left + column * (at + 0.5), middle, column)
        bottom = HEAD + ROW_HEIGHT * len(self.rows)
        signs = _used(sign for row in self.rows for sign in row.signs if sign is not None)
        entries, height = legend(_legend(signs), 0.0, bottom + 4, width)
        return Picture(width, bottom + 4 + height, (*marks, *entries))

    def in_words(self) -> str:
        return "; ".join(_history_in_words(self.moments, row) for row in self.rows)


def _history_in_words(moments: Sequence[str], row: History) -> str:
    told = ", ".join(
        f"{moment} {sign.word if sign is not None else '–'}"
        for moment, sign in zip(moments, row.signs, strict=True)
    )
    return f"{row.label}: {told}" if row.label else told


def _label_room(labels: Iterable[str], width: float) -> float:
    longest = max((width_of(label, NORMAL) for label in labels), default=0.0)
    return min(longest, width * LABEL_SHARE)


def _least_room(count: int) -> float:
    """What a part needs for its sign and its count."""
    return SIGN + 4 + width_of(str(count), NORMAL) + 10


def _least_length(row: Counts) -> float:
    return sum(_least_room(count) + BETWEEN for _sign, count in row.counts if count)


def _parts(row: Counts, left: float, length: float, middle: float) -> Iterable[Mark]:
    """The parts of a bar: each gets the room of its count, what is left goes by number."""
    spare = max(0.0, length - _least_length(row))
    x = left
    for sign, count in row.counts:
        if not count:
            continue
        wide = _least_room(count) + spare * count / row.total
        yield Block(x, middle - BLOCK_HEIGHT / 2, wide, BLOCK_HEIGHT, sign.ground, 3)
        yield from drawn(sign.shape, sign.tone, x + 5 + SIGN / 2, middle, SIGN)
        at = x + 5 + SIGN + 4
        yield Words(at, middle + 3, str(count), x + wide - at, sign.tone, NORMAL, bold=True)
        x += wide + BETWEEN


def _cell(sign: Sign | None, x: float, middle: float, column: float) -> Iterable[Mark]:
    if sign is None:
        return empty(x, middle, SIGN)
    wide = min(column - 3, 2 * BLOCK_HEIGHT)
    ground = Block(x - wide / 2, middle - BLOCK_HEIGHT / 2, wide, BLOCK_HEIGHT, sign.ground, 3)
    return [ground, *drawn(sign.shape, sign.tone, x, middle, SIGN)]


def _used(signs: Iterable[Sign]) -> list[Sign]:
    return list(dict.fromkeys(signs))


def _legend(signs: Iterable[Sign]) -> list[tuple[Drawn, str]]:
    return [(_sample(sign), sign.word) for sign in signs]


def _sample(sign: Sign) -> Drawn:
    return lambda x, y: drawn(sign.shape, sign.tone, x + SAMPLE / 2, y, SIGN - 1)
