"""Whether one walks through a door against the side of a stair, or into its hole one storey up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from math import ceil, hypot
from typing import NamedTuple

from shapely import Geometry, Polygon, union_all

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.doors import TOUCH_MM2, is_walked_through
from desktop.floorplans.checks.findings import Finding, where
from desktop.floorplans.checks.reach import RoomKey
from desktop.floorplans.checks.reports import Report
from desktop.floorplans.checks.stairs import all_stairs, tread_mm
from desktop.floorplans.checks.survey import Facing, RoomView
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.openings import clear_width_mm, sweep
from desktop.floorplans.geometry.stairs import footprint, halfway, top, treads
from desktop.floorplans.plan import Home, Side, Stair


class NoFloor(NamedTuple):
    """Where nobody can step because of a stair: on the storey where it stands, or in its hole."""

    case: str
    level: int
    stair: Stair
    body: Geometry


def stair_doors(
    home: Home, derived: Sequence[Derived], reports: Mapping[RoomKey, Report], asked: Asked
) -> list[Finding] | None:
    """There is floor before every door and passage near a stair, and no leaf opens over the stair.
    Only the rooms in which a stair or its hole lies are looked at; a door is told of once."""
    free_mm = asked.rule("stair-door")["free_mm"]
    found: dict[tuple[int, int], Finding] = {}
    without_floor = [*_holes(home), *_sides(home, free_mm)]
    near = [
        (place, view, door)
        for place in without_floor
        for view, door in _doors_around(place, free_mm, derived, reports)
    ]
    # What is told first counts: a step into a hole, one against a stair, a leaf over it.
    for place, view, door in near:
        if _meet(_step(door, free_mm), place.body):
            told = _told(place.case, view, door, free_mm, asked)
            found.setdefault((place.level, door.id), told)
    for place, view, door in near:
        if door.opening.swing is door.side and _meet(
            sweep(view.plan, door.opening), footprint(place.stair)
        ):
            told = _told("leaf", view, door, free_mm, asked)
            found.setdefault((place.level, door.id), told)
    return sorted(found.values(), key=where) if without_floor else None


def _holes(home: Home) -> Iterator[NoFloor]:
    """The hole of every stair in the floor above, less what the next stair covers of it."""
    for level, _id, stair in all_stairs(home):
        if level + 1 < len(home.levels):
            above = frozenset(home.levels[level + 1].stairs.values())
            yield NoFloor("hole", level + 1, stair, _hole(stair, above))


def _sides(home: Home, free_mm: float) -> Iterator[NoFloor]:
    """Every stair but its lowest steps: onto these one may step from any side."""
    for level, _id, stair in all_stairs(home):
        yield NoFloor("side", level, stair, _side(stair, free_mm))


# A stair stays as it is while somebody drags a wall: its floor is worked out once.
@lru_cache(maxsize=64)
def _hole(stair: Stair, above: frozenset[Stair]) -> Geometry:
    return footprint(stair).difference(union_all([footprint(other) for other in above]))


@lru_cache(maxsize=64)
def _side(stair: Stair, free_mm: float) -> Geometry:
    high = treads(stair)[ceil(free_mm / tread_mm(stair)) :]
    return union_all([Polygon(tread) for tread in high])


def _doors_around(
    place: NoFloor,
    free_mm: float,
    derived: Sequence[Derived],
    reports: Mapping[RoomKey, Report],
) -> Iterator[tuple[RoomView, Facing]]:
    """The doors and passages near a stair or its hole, as seen from the rooms in which it lies."""
    box = footprint(place.stair).bounds
    x, y, _angle = top(place.stair)
    spots = (place.stair.at, halfway(place.stair), (x, y))
    rooms = (derived[place.level].room_at(*map(round, spot)) for spot in spots)
    for key in dict.fromkeys((place.level, room.floor) for room in rooms if room is not None):
        view = reports[key].view
        yield from (
            (view, door)
            for door in view.openings
            if is_walked_through(door)
            and _comes_near(door, max(free_mm, door.opening.width_mm), box)
        )


def _comes_near(door: Facing, reach_mm: float, box: tuple[float, float, float, float]) -> bool:
    """Whether what is this far from a door may lie in a box; of most doors it does not."""
    (ax, ay), (bx, by) = door.threshold
    left, bottom, right, top = box
    return (
        min(ax, bx) - reach_mm < right
        and max(ax, bx) + reach_mm > left
        and min(ay, by) - reach_mm < top
        and max(ay, by) + reach_mm > bottom
    )


def _step(door: Facing, free_mm: float) -> Polygon:
    """The floor that one steps on when one comes into the room, as wide as the way through."""
    (ax, ay), (bx, by) = door.threshold
    length = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    frame = (length - clear_width_mm(door.opening)) / 2
    ax, ay, bx, by = ax + ux * frame, ay + uy * frame, bx - ux * frame, by - uy * frame
    into = free_mm if door.side is Side.LEFT else -free_mm
    dx, dy = -uy * into, ux * into
    return Polygon([(ax, ay), (bx, by), (bx + dx, by + dy), (ax + dx, ay + dy)])


def _meet(one: Geometry, other: Geometry) -> bool:
    return bool(one.intersection(other).area > TOUCH_MM2)


def _told(case: str, view: RoomView, door: Facing, free_mm: float, asked: Asked) -> Finding:
    mend = None
    if not door.opening.locked:
        tried = partial(ways.elsewhere, door)
        name = "clear-door" if case == "leaf" else "move-door"
        mend = asked.mend(name, "stair-door", view.level, door.middle, tried)
    tell = asked.fail if case == "hole" else asked.warn
    numbers = view.named(free_mm=free_mm)
    return tell("stair-door", case, numbers, view.level, door.middle, mend)
