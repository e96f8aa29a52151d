"""Where a stair can stand in what is drawn already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

import shapely
from shapely import affinity

from desktop.floorplans.geometry import Derived, Room, derive
from desktop.floorplans.geometry.openings import sweep
from desktop.floorplans.geometry.stairs import footprint, top
from desktop.floorplans.plan import OpeningKind, Plan, Point, RoomType, Stair, StairShape

# In this order of rooms.
_ROOMS = (RoomType.HALL, RoomType.OTHER, RoomType.LIVING, RoomType.STORAGE, RoomType.KITCHEN)
# One stands this far before the first step and after the last.
STAND_MM = 800
STEP_MM = 250
_ON_FACE_MM = 1.0


def stair_that_fits(below: Plan, above: Plan, stair: Stair) -> Stair | None:
    """Such a stair along a wall of a room, free of doors and furniture, with room to stand before
    it and, on the storey above, at its top; None when there is no such place."""
    here, there = derive(below), derive(above)
    taken = shapely.union_all(list(_taken(below)))
    floors = shapely.union_all([room.polygon for room in there.rooms]).buffer(_ON_FACE_MM)
    for room in sorted(here.rooms, key=_preferred):
        floor = room.polygon.buffer(_ON_FACE_MM)
        for placed in _along_walls(room, stair):
            needs = shapely.union(footprint(placed), _before(placed))
            if not floor.covers(needs) or needs.intersection(taken).area > 0:
                continue
            if floors.covers(_after(placed)) and _stands_open(there, placed):
                return placed
    return None


def _preferred(room: Room) -> tuple[int, float]:
    order = _ROOMS.index(room.type) if room.type in _ROOMS else len(_ROOMS)
    return order, -room.area_mm2


def _taken(plan: Plan) -> Iterator[shapely.Polygon]:
    for thing in plan.furniture.values():
        half, deep = thing.width_mm / 2, thing.depth_mm / 2
        body = affinity.rotate(shapely.box(-half, -deep, half, deep), thing.angle, origin=(0, 0))
        yield affinity.translate(body, *thing.at)
    for opening in plan.openings.values():
        if opening.kind is OpeningKind.DOOR:
            yield sweep(plan, opening)
    for stair in plan.stairs.values():
        yield footprint(stair)


def _along_walls(room: Room, stair: Stair) -> Iterator[Stair]:
    """With its side along each wall of the room, both ways, turning into the room."""
    if room.type is RoomType.SHAFT or room.type is RoomType.OUTDOOR:
        return
    corners = list(shapely.geometry.polygon.orient(room.polygon).exterior.coords)
    for (ax, ay), (bx, by) in pairwise(corners):
        length = hypot(bx - ax, by - ay)
        ux, uy = (bx - ax) / length, (by - ay) / length
        angle = round(degrees(atan2(uy, ux))) % 360
        aside = stair.width_mm / 2
        if stair.shape is StairShape.SPIRAL:
            aside += _ON_FACE_MM
        for along in range(0, int(length), STEP_MM):
            for back in (False, True):
                part = length - along if back else along
                x, y = ax + ux * part - uy * aside, ay + uy * part + ux * aside
                yield replace(
                    stair,
                    at=Point(round(x), round(y)),
                    angle=(angle + 180) % 360 if back else angle,
                    mirrored=back and stair.shape is not StairShape.STRAIGHT,
                )


def _before(stair: Stair) -> shapely.Polygon:
    return _square(stair, stair.at.x, stair.at.y, stair.angle + 180)


def _after(stair: Stair) -> shapely.Polygon:
    return _square(stair, *top(stair))


def _square(stair: Stair, x: float, y: float, angle: float) -> shapely.Polygon:
    half = stair.width_mm / 2
    ahead = affinity.rotate(shapely.box(0, -half, STAND_MM, half), angle, origin=(0, 0))
    return affinity.translate(ahead, x, y)


def _stands_open(above: Derived, stair: Stair) -> bool:
    """No wall of the storey above stands in the hole of the stair."""
    hole = footprint(stair).buffer(-_ON_FACE_MM)
    x, y, angle = top(stair)
    step = radians(angle)
    stepped_off = shapely.Point(x + cos(step) * 100, y + sin(step) * 100)
    return not any(
        body.intersects(hole) or body.contains(stepped_off) for body in above.bodies.values()
    )
