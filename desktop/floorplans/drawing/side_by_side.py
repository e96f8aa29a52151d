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
    for drawing, name, dx in zip(drawings, names, shifts(drawings, scale, apart_mm), strict=True):
        marks += moved(drawing, dx).marks
        if len(drawings) > 1:
            marks.append(name_below(drawing, name, dx, scale))
    return Drawing(tuple(marks))


def shifts(drawings: Sequence[Drawing], scale: int, apart_mm: float = APART_MM) -> list[float]:
    """How far each storey stands to the right of its own place."""
    made: list[float] = []
    right = 0.0
    for level, drawing in enumerate(drawings):
        dx = 0.0 if level == 0 else right + apart_mm * scale - drawing.box[0]
        made.append(dx)
        right = drawing.box[2] + dx
    return made


def name_below(drawing: Drawing, name: str, dx: float, scale: int) -> Words:
    """The name of a storey, under where it stands."""
    below = (drawing.box[0] + dx, drawing.box[1] - 8 * scale)
    return Words(Ink.TEXT, below, name, 4.0 * scale, Anchor.START, bold=True)


def moved(drawing: Drawing, dx: float) -> Drawing:
    """The drawing further to the right."""
    return Drawing(tuple(_moved(mark, dx) for mark in drawing.marks))


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
