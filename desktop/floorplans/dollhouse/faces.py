"""Columns that stand on a floor, and the faces of them that one sees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from math import hypot
from typing import TypeAlias

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.plan import RoomType

TOP_LIGHT, SIDE_LIGHT, SIDE_TO_SIDE = 1.0, 0.84, 0.09


class Surface(Enum):
    """What a face is made of, for its colour."""

    BASE = auto()
    FLOOR = auto()
    WALL = auto()
    WALL_TOP = auto()
    GLASS = auto()
    STAIR = auto()
    DOOR = auto()
    ROOF = auto()
    WOOD = auto()
    CLOTH = auto()
    WHITE = auto()
    GREEN = auto()


@dataclass(frozen=True)
class Face:
    """A flat piece of the picture: its outline and holes, and how much light falls on it (1: the
    full colour). A floor knows what its room is for."""

    rings: tuple[tuple[XY, ...], ...]
    surface: Surface
    light: float = TOP_LIGHT
    room: RoomType | None = None

    @property
    def places(self) -> tuple[XY, ...]:
        return self.rings[0]


@dataclass(frozen=True)
class Line:
    """A line drawn on a face."""

    places: tuple[XY, ...]
    closed: bool = False


Part: TypeAlias = Face | Line


@dataclass(frozen=True)
class Slab:
    """A block with upright sides over a convex ring of corners (counter-clockwise), from `low_mm`
    to `high_mm` above the floor. `lines` are drawn on its top."""

    ring: tuple[XY, ...]
    low_mm: float
    high_mm: float
    surface: Surface
    top: Surface | None = None
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Pane:
    """An upright sheet of glass between two places."""

    start: XY
    end: XY
    low_mm: float
    high_mm: float


@dataclass(frozen=True)
class Column:
    """What stands over one convex piece of floor, from the lowest up."""

    ring: tuple[XY, ...]
    pieces: tuple[Slab | Pane, ...]

    @property
    def high_mm(self) -> float:
        return max(piece.high_mm for piece in self.pieces)


def faces_of(column: Column, angle: Angle) -> Iterator[Part]:
    """What one sees of a column, from the back to the front."""
    for piece in column.pieces:
        if isinstance(piece, Pane):
            yield _upright(piece.start, piece.end, piece, angle, Surface.GLASS, TOP_LIGHT)
        else:
            yield from _faces_of_slab(piece, angle)


def _faces_of_slab(slab: Slab, angle: Angle) -> Iterator[Part]:
    for start, end in edges(slab.ring):
        out_x, out_y = outward(start, end)
        if angle.far(out_x, out_y) < 0:
            light = SIDE_LIGHT - SIDE_TO_SIDE * angle.across(out_x, out_y)
            yield _upright(start, end, slab, angle, slab.surface, light)
    top = tuple(angle.on_picture(x, y, slab.high_mm) for x, y in slab.ring)
    yield Face((top,), slab.top or slab.surface)
    yield from on_plane(slab.lines, slab.high_mm, angle)


def _upright(
    start: XY, end: XY, piece: Slab | Pane, angle: Angle, surface: Surface, light: float
) -> Face:
    low, high = piece.low_mm, piece.high_mm
    corners = ((start, low), (end, low), (end, high), (start, high))
    return Face((tuple(angle.on_picture(x, y, z) for (x, y), z in corners),), surface, light)


def on_plane(lines: Sequence[Line], height_mm: float, angle: Angle) -> Iterator[Line]:
    """Lines of the plan in the picture, at a height above the floor."""
    for line in lines:
        places = tuple(angle.on_picture(x, y, height_mm) for x, y in line.places)
        yield Line(places, line.closed)


def edges(ring: Sequence[XY]) -> Iterator[tuple[XY, XY]]:
    """The sides of a ring of corners."""
    return pairwise((*ring, ring[0]))


def outward(start: XY, end: XY) -> XY:
    """The direction square to a side of a ring, away from what is within; of length 1."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    return (dy / length, -dx / length) if length else (0.0, 0.0)
