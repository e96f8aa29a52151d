"""Where a new door may come between two rooms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import product
from math import ceil

from shapely import LineString

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.findings import Change
from desktop.floorplans.checks.survey import INTO_ROOM_MM, RoomView
from desktop.floorplans.geometry import Derived, Room, derive
from desktop.floorplans.geometry.lines import axis_of
from desktop.floorplans.geometry.stairs import footprint
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Plan, RoomType, Side, Wall

# Who comes through a door needs so much floor before the next thing.
STEP_MM = 600
# To which room a new door leads, if there is a choice.
FIRST_TO = [
    RoomType.HALL,
    RoomType.LIVING,
    RoomType.KITCHEN,
    RoomType.OTHER,
    RoomType.STORAGE,
    RoomType.BEDROOM,
    RoomType.BATHROOM,
    RoomType.TOILET,
    RoomType.OUTDOOR,
    RoomType.SHAFT,
]


def new_door(view: RoomView, width_mm: int, instead_of: int | None, plan: Plan) -> Iterator[Change]:
    """Put a door in a wall of the room, first to the hall, with the swing that suits; it may take
    the place of another door. Where one would step onto a stair comes last."""
    places = []
    for id, near, far in _door_places(view, width_mm, derive(plan), plan):
        last = int(far) - width_mm - ways.FROM_CORNER_MM
        first = ceil(near) + ways.FROM_CORNER_MM
        for at_mm in dict.fromkeys((first, last, (first + last) // 2)):
            places.append(Opening(id, OpeningKind.DOOR, at_mm, width_mm))
    for place in sorted(places, key=partial(_meets_a_stair, plan)):
        for hinge, swing in product(Hinge, Side):
            yield partial(ways.with_new, replace(place, hinge=hinge, swing=swing), instead_of)


def _meets_a_stair(plan: Plan, door: Opening) -> bool:
    """Whether a stair lies where one steps through a door, on one of its sides."""
    wall = plan.walls[door.wall]
    path = LineString((wall.along(door.at_mm), wall.along(door.until_mm)))
    step = path.buffer(wall.thickness_mm / 2 + STEP_MM, cap_style="flat")
    return any(step.intersects(footprint(stair)) for stair in plan.stairs.values())


def _door_places(
    view: RoomView, width_mm: int, derived: Derived, plan: Plan
) -> list[tuple[int, float, float]]:
    """The pieces of wall between this room and another where a door fits, with their wall."""
    found = []
    for id in ways.movable(plan, view.room):
        wall = plan.walls[id]
        for side, other in ((Side.LEFT, Side.RIGHT), (Side.RIGHT, Side.LEFT)):
            for mine in ways.stretches(view.room, wall, side):
                for neighbour in _beyond(wall, mine, other, derived):
                    for theirs in ways.stretches(neighbour, wall, other):
                        near, far = max(mine[0], theirs[0]), min(mine[1], theirs[1])
                        if far - near >= width_mm + 2 * ways.FROM_CORNER_MM:
                            found.append((FIRST_TO.index(neighbour.type), id, near, far))
    return [place[1:] for place in sorted(found)]


def _beyond(wall: Wall, stretch: ways.Stretch, side: Side, derived: Derived) -> Iterator[Room]:
    """The rooms on the other side of a piece of wall."""
    axis = axis_of(wall)
    off = (axis.half + INTO_ROOM_MM) * (1 if side is Side.LEFT else -1)
    seen: list[Room] = []
    for part in (0.1, 0.3, 0.5, 0.7, 0.9):
        along = stretch[0] + (stretch[1] - stretch[0]) * part
        room = derived.room_at(
            axis.x + axis.ux * along - axis.uy * off, axis.y + axis.uy * along + axis.ux * off
        )
        if room is not None and not any(room is other for other in seen):
            seen.append(room)
            yield room
