"""All storeys of a home as one drawing, for files that hold one drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.floorplans.drawing.marks import (
    XY,
    Anchor,
    Arc,
    Area,
    Drawing,
    Ink,
    Mark,
    Stroke,
    Words,
)

APART_MM = 15


def side_by_side(
    drawings: Sequence[Drawing], names: Sequence[str], scale: int, apart_mm: float = APART_MM
) -> Drawing:
    """The drawings of storeys, the lowest first: it stands where it is, each next one at its right.
    With more than one, each has its name below it. They stand `apart_mm` apart on paper."""
    marks: list[Mark] = []
    right = 0.0
    for level, (drawing, name) in enumerate(zip(drawings, names, strict=True)):
        box = drawing.box
        dx = 0.0 if level == 0 else right + apart_mm * scale - box[0]
        marks += (_moved(mark, dx) for mark in drawing.marks)
        if len(drawings) > 1:
            below = (box[0] + dx, box[1] - 8 * scale)
            marks.append(Words(Ink.TEXT, below, name, 4.0 * scale, Anchor.START, bold=True))
        right = box[2] + dx
    return Drawing(tuple(marks))


def _moved(mark: Mark, dx: float) -> Mark:
    def place(at: XY) -> XY:
        return at[0] + dx, at[1]

    match mark:
        case Area():
            return replace(mark, rings=tuple(tuple(map(place, ring)) for ring in mark.rings))
        case Stroke():
            return replace(mark, points=tuple(map(place, mark.points)))
        case Arc():
            return replace(mark, centre=place(mark.centre))
        case Words():
            return replace(mark, at=place(mark.at))
