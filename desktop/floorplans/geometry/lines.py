"""The lines of walls: where two axes meet, and where their faces do.

A wall stays on the line it was drawn on. Joints are found by cutting the faces of these lines, so
that ends which do not quite meet turn no wall and change no area.
"""

from __future__ import annotations

from enum import Enum
from math import hypot
from typing import NamedTuple

from desktop.floorplans.plan import JOIN_MM, Wall

XY = tuple[float, float]

# A corner farther away than this many times half the thickness is cut off, or becomes a step.
MITRE_LIMIT = 4.0
# Below these (a sine; millimetres) two directions are one, and two places.
SAME_DIRECTION = 1e-9
SAME_PLACE_MM = 1e-6


class Axis(NamedTuple):
    """A wall as a line: start, end, unit direction, length and half its thickness, in mm."""

    x: float
    y: float
    to_x: float
    to_y: float
    ux: float
    uy: float
    length: float
    half: float

    def beside(self, x: float, y: float) -> XY:
        """How far along the line a point lies, and how far off it (left is positive)."""
        dx, dy = x - self.x, y - self.y
        return dx * self.ux + dy * self.uy, dy * self.ux - dx * self.uy

    def distance_mm(self, x: float, y: float) -> float:
        """How far a point is from the axis."""
        along, off = self.beside(x, y)
        beyond = max(-along, along - self.length, 0.0)
        return hypot(beyond, off)

    @property
    def ends(self) -> tuple[XY, XY]:
        return (self.x, self.y), (self.to_x, self.to_y)


def axis_of(wall: Wall) -> Axis:
    (x, y), (to_x, to_y) = wall.ends
    length = wall.length_mm
    ux, uy = (to_x - x) / length, (to_y - y) / length
    return Axis(x, y, to_x, to_y, ux, uy, length, wall.thickness_mm / 2)


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


class Flank(NamedTuple):
    """The left face of a wall, seen in the direction one walks along it: the unit direction, and
    how far to the left of a joint the face lies."""

    dx: float
    dy: float
    off: float

    def beside(self, at: XY) -> XY:
        """The place on the face next to the joint `at`."""
        return at[0] - self.dy * self.off, at[1] + self.dx * self.off


def flank(axis: Axis, sign: int, at: XY) -> Flank:
    """`sign` is 1 when walking from the start of the wall, -1 from its end."""
    dx, dy = axis.ux * sign, axis.uy * sign
    off = (axis.y - at[1]) * dx - (axis.x - at[0]) * dy
    return Flank(dx, dy, off + axis.half)


class Corner(NamedTuple):
    """How the faces of two walls meet, walking along one into the other with the faces at the
    left hand: the last point of the first face, the first point of the second, and the point
    where the bodies of the two walls part."""

    last: XY
    first: XY
    parting: XY


def corner(at: XY, into: Flank, out: Flank, thickest_half: float) -> Corner | None:
    """The corner of two faces at a joint; none when they run on as one.

    Usually it is where they cut. An outside corner that would stick out more than `MITRE_LIMIT`
    times half the thickness is cut off; walls of different thickness that lie nearly in line meet
    with a step.
    """
    cross = into.dx * out.dy - into.dy * out.dx
    dot = into.dx * out.dx + into.dy * out.dy
    if abs(cross) < SAME_DIRECTION:
        if dot < 0:
            return _cut_off(at, into, out)
        return None if abs(into.off - out.off) < SAME_PLACE_MM else _step(at, into, out, dot)
    away_x = (into.off * out.dx - out.off * into.dx) / cross
    away_y = (into.off * out.dy - out.off * into.dy) / cross
    sharp_inside = cross > 0 > dot
    if sharp_inside or hypot(away_x, away_y) <= MITRE_LIMIT * thickest_half:
        point = at[0] + away_x, at[1] + away_y
        return Corner(point, point, point)
    return _step(at, into, out, dot) if dot > 0 else _cut_off(at, into, out)


def _step(at: XY, into: Flank, out: Flank, dot: float) -> Corner:
    """The thicker wall ends square; the face of the thinner runs against its butt."""
    if into.off > out.off:
        part = out.off / dot
        against = at[0] - into.dy * part, at[1] + into.dx * part
        return Corner(into.beside(at), against, against)
    part = into.off / dot
    against = at[0] - out.dy * part, at[1] + out.dx * part
    return Corner(against, out.beside(at), against)


def _cut_off(at: XY, into: Flank, out: Flank) -> Corner:
    last, first = into.beside(at), out.beside(at)
    return Corner(last, first, ((last[0] + first[0]) / 2, (last[1] + first[1]) / 2))
