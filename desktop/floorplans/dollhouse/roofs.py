"""The sloping roof over where the ceiling is low: one looks through it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import shapely
from shapely.geometry.polygon import orient

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.faces import Face, Line, Part, Surface
from desktop.floorplans.dollhouse.walls import LOW_WALL_MM
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import LowCeiling, beside

# Where the ceiling is as high again as the rule asks.
HIGH_MM = 1_500
# So near a wall, a side of the low part lies along it.
AT_WALL_MM = 60


class _Side(NamedTuple):
    start: XY
    end: XY
    at_wall: bool

    def off(self, place: XY) -> float:
        return abs(beside(self.start, self.end, place)[1])


def roof_parts(derived: Derived, angle: Angle) -> Iterator[Part]:
    """The slope of every low part, from the wall at which it is lowest up to 1.5 m; painted last,
    for it is over all that stands under it."""
    if not derived.bodies:
        return
    walls = shapely.union_all(list(derived.bodies.values()))
    for low in derived.plan.low_ceilings.values():
        yield from _slope(low, walls, angle)


def _slope(low: LowCeiling, walls: shapely.Geometry, angle: Angle) -> Iterator[Part]:
    ring = orient(shapely.Polygon(low.corners)).exterior.coords
    corners = [(float(x), float(y)) for x, y in ring[:-1]]
    eave = _eave(corners, walls)
    if eave is None:
        return
    deepest = max(eave.off(corner) for corner in corners)
    if deepest <= 0:
        return
    heights = [
        LOW_WALL_MM + (HIGH_MM - LOW_WALL_MM) * eave.off(corner) / deepest for corner in corners
    ]
    places = tuple(
        angle.on_picture(x, y, height) for (x, y), height in zip(corners, heights, strict=True)
    )
    yield Face((places,), Surface.ROOF)
    yield Line(places, closed=True)


def _eave(corners: list[XY], walls: shapely.Geometry) -> _Side | None:
    """The side at which the roof is lowest: along a wall, with the opposite side free of walls;
    the longest of those."""
    sides = []
    for start, end in pairwise([*corners, corners[0]]):
        if start == end:
            continue
        middle = shapely.Point((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        sides.append(_Side(start, end, walls.distance(middle) <= AT_WALL_MM))

    def opposite(side: _Side) -> _Side:
        return max(sides, key=lambda other: side.off(other.start) + side.off(other.end))

    found = [side for side in sides if side.at_wall and not opposite(side).at_wall]
    return max(
        found,
        key=lambda side: abs(side.end[0] - side.start[0]) + abs(side.end[1] - side.start[1]),
        default=None,
    )
