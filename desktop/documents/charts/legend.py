"""What the lines and dots of a chart mean, below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from desktop.documents.charts.letters import width_of
from desktop.documents.charts.marks import Mark, Tone, Words

SIZE = 7.5
ROW_HEIGHT = 13.0
SAMPLE, GAP, BETWEEN = 16.0, 4.0, 13.0

# Draws what is explained, `SAMPLE` points wide, from a left side around a height.
Drawn = Callable[[float, float], Sequence[Mark]]


def legend(
    entries: Sequence[tuple[Drawn, str]], left: float, top: float, width: float
) -> tuple[list[Mark], float]:
    """The marks of a legend from `top` on, in as many rows as it takes; and how high it is."""
    marks: list[Mark] = []
    x, row = left, 0
    for drawn, words in entries:
        taken = SAMPLE + GAP + width_of(words, SIZE)
        if x > left and x + taken > width:
            x, row = left, row + 1
        middle = top + ROW_HEIGHT * (row + 0.5)
        marks += drawn(x, middle)
        room = max(0.0, width - x - SAMPLE - GAP)
        marks.append(Words(x + SAMPLE + GAP, middle + 2.7, words, room, Tone.SOFT, SIZE))
        x += taken + BETWEEN
    return marks, ROW_HEIGHT * (row + 1) if entries else 0.0
