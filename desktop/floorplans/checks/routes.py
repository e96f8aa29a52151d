"""The ways through a room: whether one can walk from door to door."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import shapely
from shapely import LineString, Polygon

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.doors import is_walked_through
from desktop.floorplans.checks.findings import Finding
from desktop.floorplans.checks.rooms import move_wall
from desktop.floorplans.checks.survey import Facing, RoomView
from desktop.floorplans.geometry.openings import clear_width_mm

# A route that leaves half a millimetre is as wide as the number.
SLACK_MM = 0.5


class Way(NamedTuple):
    """A door or passage as a way into a room."""

    level: int
    id: int
    wide: bool
    front: bool


# The ways of a room in groups: those of one group can be walked between.
Parts = tuple[frozenset[Way], ...]


def route_width(view: RoomView, asked: Asked) -> list[Finding] | None:
    """Between the doors of a room there is a way that is wide enough."""
    doors = [facing for facing in view.openings if is_walked_through(facing)]
    if len(doors) < 2:
        return None
    needed = asked.rule("route-width")["width_mm"]
    if len(_groups_in(view, doors, needed)) == 1:
        return []
    width = _narrowest_mm(view.room.polygon, doors, needed)
    numbers = view.named(width_mm=width, needed_mm=needed)
    tried = partial(ways.more_room, view, (needed - width,))
    mend = move_wall(view, asked, "route-width", tried)
    return [asked.fail("route-width", "narrow", numbers, view.level, view.place, mend)]


def parts_of(view: RoomView, asked: Asked) -> Parts:
    """The ways into a room, in groups between which one can walk at the needed width; at least
    one group, even when it is empty."""
    needed = asked.rule("reachable")["width_mm"]
    doors = [facing for facing in view.openings if is_walked_through(facing)]
    groups = _groups_in(view, doors, needed)
    return tuple(
        frozenset(
            Way(
                view.level,
                facing.id,
                facing.opening.front or clear_width_mm(facing.opening) >= needed,
                facing.opening.front,
            )
            for facing in group
        )
        for group in groups
    )


def _groups_in(view: RoomView, doors: list[Facing], width_mm: float) -> list[list[Facing]]:
    """The doors in groups as in `_groups`; most rooms need no work for it."""
    if len(doors) < 2:
        return [doors]
    left, bottom, right, top = view.room.box
    if min(right - left, top - bottom) >= width_mm - SLACK_MM and view.room.is_rectangle:
        return [doors]
    return _groups(view.room.polygon, doors, width_mm)


def _groups(polygon: Polygon, doors: Sequence[Facing], width_mm: float) -> list[list[Facing]]:
    """The doors between which something round of this width can move without touching a wall."""
    radius = (width_mm - SLACK_MM) / 2
    spaces = shapely.get_parts(polygon.buffer(-radius))
    shapely.prepare(spaces)
    groups: list[tuple[set[int], list[Facing]]] = []
    for door in doors:
        here = set(shapely.dwithin(spaces, LineString(door.threshold), radius + 1).nonzero()[0])
        together = [group for group in groups if not group[0].isdisjoint(here)]
        groups = [group for group in groups if group[0].isdisjoint(here)]
        groups.append(
            (here.union(*(g[0] for g in together)), [d for g in together for d in g[1]] + [door])
        )
    return [members for _spaces, members in groups]


def _narrowest_mm(polygon: Polygon, doors: Sequence[Facing], needed_mm: float) -> int:
    """The greatest whole width at which one can still walk between all doors."""
    passes, stops = 0, round(needed_mm)
    while stops - passes > 1:
        width = (passes + stops) // 2
        if len(_groups(polygon, doors, width)) == 1:
            passes = width
        else:
            stops = width
    return passes
