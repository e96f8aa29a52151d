"""Rooms as people draw them: the walls that are not there yet, and what the room is for."""

from __future__ import annotations

from desktop.floorplans.edits.places import on_line
from desktop.floorplans.edits.things import put
from desktop.floorplans.edits.walls import add_wall, outside_shafts
from desktop.floorplans.plan import (
    JOIN_MM,
    SHORTEST_WALL_MM,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    beside,
)
from desktop.language import _
from desktop.refused import Refused

# A side of a room that is drawn so near to the face of a wall is meant to be that wall: between two
# walls there would be less than what a broom needs.
ALONG_WALL_MM = 200


def add_room(
    plan: Plan, corner: Point, opposite: Point, type: RoomType | None = None
) -> tuple[Plan, tuple[int, ...]]:
    """Draw the walls of a rectangle that are not there yet, and say what the room is for.

    A side that is drawn along or in a wall is that wall, and one that comes to a shaft of the
    building stops there. The numbers are of the new walls; none when all four stood already.
    Refused: a rectangle that is narrower than 300 mm, and as in `put`.
    """
    left, right = sorted((corner.x, opposite.x))
    bottom, top = sorted((corner.y, opposite.y))
    left, right = (_wall_across(plan, 0, x, bottom, top) for x in (left, right))
    bottom, top = (_wall_across(plan, 1, y, left, right) for y in (bottom, top))
    if min(right - left, top - bottom) < 300:
        raise Refused(_("This room is too small. Drag from one corner to the other."))
    corners = [Point(left, bottom), Point(right, bottom), Point(right, top), Point(left, top)]
    made = []
    for start, end in zip(corners, corners[1:] + corners[:1], strict=True):
        for piece in _not_yet_walled(plan, start, end):
            for part in outside_shafts(plan, *piece):
                plan, id = add_wall(plan, *part)
                made.append(id)
    if type is not None:
        plan = name_room(plan, Point((left + right) // 2, (bottom + top) // 2), type)
    return plan, tuple(made)


def _wall_across(plan: Plan, way: int, at: int, low: int, high: int) -> int:
    """Where the wall runs that a side of a rectangle lies along or in: `at` itself when there is
    none. `way` 0: an upright side at x = `at`, from `low` to `high`; 1: a level side."""
    nearest, best = at, float("inf")
    for wall in plan.walls.values():
        axis = wall.start[way]
        off = abs(axis - at)
        reach = wall.thickness_mm / 2 + ALONG_WALL_MM
        near, far = sorted(end[1 - way] for end in wall.ends)
        runs_beside = min(far, high) - max(near, low) >= SHORTEST_WALL_MM
        if wall.end[way] == axis and off <= reach and off < best and runs_beside:
            nearest, best = axis, off
    return nearest


def _not_yet_walled(plan: Plan, start: Point, end: Point) -> list[tuple[Point, Point]]:
    """The pieces of a straight line along which no wall runs, from start to end."""
    length = start.distance_mm(end)
    covered = []
    for wall in plan.walls.values():
        places = [beside(start, end, point) for point in wall.ends]
        if all(abs(off) <= JOIN_MM for _along, off in places):
            near, far = sorted(along for along, _off in places)
            covered.append((near, far))
    pieces, at = [], 0.0
    for near, far in [*sorted(covered), (length, length)]:
        if min(near, length) - at >= SHORTEST_WALL_MM:
            pieces.append((on_line(start, end, at), on_line(start, end, min(near, length))))
        at = max(at, far)
    return pieces


def name_room(plan: Plan, at: Point, type: RoomType, name: str = "") -> Plan:
    """Say what the room around a point is for."""
    return put(plan, RoomLabel(at, type, name))[0]
