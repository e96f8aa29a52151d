"""The lines of walls: where two axes meet, and where their faces do.

A wall stays on the line it was drawn on. Joints are found by cutting the faces of these lines, so
that ends which do not quite meet turn no wall and change no area.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from math import hypot

from desktop.floorplans.plan import JOIN_MM, Wall

XY = tuple[float, float]

# Below these (a sine; millimetres) two directions are one, and two places.
SAME_DIRECTION = 1e-9
SAME_PLACE_MM = 1e-6
# The cosine of an angle at which the far end even of a wall of 50 mm is farther than a joint off.
APART = 0.95


@dataclass(slots=True)
class Axis:
    """A wall as a line: start, both ends, unit direction, length and half its thickness, in mm.

    Nothing changes one, but it is not frozen, nor are `Corner`, `Leaving` and `Face`: there are
    thousands, and a frozen one takes four times as long to make.
    """

    x: float
    y: float
    ends: tuple[XY, XY]
    ux: float
    uy: float
    length: float
    half: float

    def along_mm(self, x: float, y: float) -> float:
        """How far along the line a point lies."""
        return (x - self.x) * self.ux + (y - self.y) * self.uy

    def beside(self, x: float, y: float) -> XY:
        """How far along the line a point lies, and how far off it (left is positive)."""
        dx, dy = x - self.x, y - self.y
        return dx * self.ux + dy * self.uy, dy * self.ux - dx * self.uy

    def distance_mm(self, x: float, y: float) -> float:
        """How far a point is from the axis."""
        along, off = self.beside(x, y)
        beyond = max(-along, along - self.length, 0.0)
        return hypot(beyond, off)

    def along(self, sign: int) -> XY:
        """The direction from its start to its end when `sign` is 1, back when it is -1."""
        return self.ux * sign, self.uy * sign


def axis_of(wall: Wall) -> Axis:
    (x, y), (to_x, to_y) = wall.ends
    length = wall.length_mm
    ux, uy = (to_x - x) / length, (to_y - y) / length
    return Axis(x, y, wall.ends, ux, uy, length, wall.thickness_mm / 2)


class Reach(Enum):
    """Where the end of a wall meets another wall."""

    NOWHERE = "nowhere"
    AT_END = "at_end"
    ALONG = "along"


def reach(x: float, y: float, axis: Axis) -> Reach:
    """Where an end at this point, of another wall, meets a wall."""
    along, off = axis.beside(x, y)
    if hypot(min(abs(along), abs(along - axis.length)), off) < JOIN_MM:
        return Reach.AT_END
    if abs(off) <= JOIN_MM and 0 <= along <= axis.length:
        return Reach.ALONG
    return Reach.NOWHERE


def part_from_one_end(one: Axis, other: Axis) -> bool:
    """Whether two walls leave from the very same point in directions so different that they meet
    nowhere else: true of most walls that meet, and soon known."""
    start, end = one.ends
    other_start, other_end = other.ends
    dot = one.ux * other.ux + one.uy * other.uy
    if start == other_start or end == other_end:
        return dot < APART
    if start == other_end or end == other_start:
        return -dot < APART
    return False


def crossing(one: Axis, other: Axis) -> XY | None:
    """Where two axes cross, when they do."""
    cross = one.ux * other.uy - one.uy * other.ux
    if abs(cross) < SAME_DIRECTION:
        return None
    dx, dy = other.x - one.x, other.y - one.y
    on_one = (dx * other.uy - dy * other.ux) / cross
    on_other = (dx * one.uy - dy * one.ux) / cross
    if 0 <= on_one <= one.length and 0 <= on_other <= other.length:
        return one.x + one.ux * on_one, one.y + one.uy * on_one
    return None
