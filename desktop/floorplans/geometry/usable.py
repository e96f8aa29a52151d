"""The usable area of a storey, as an indication: gebruiksoppervlakte after NEN 2580.

In our own words: the floor between the inner faces of the shell, less load-bearing walls inside
it, shafts and columns from 0.5 m², stair holes and voids from 4 m², and the floor where the
ceiling is lower than 1.5 m. Light partitions count as floor; a balcony does not.

A plan in which no shell closes in anything - the first lines of a tenant on a blank sheet - is
taken to end at its outer walls. A load-bearing wall that meets no other wall and is less than
three times as long as thick is a column.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import fsum
from typing import NamedTuple

import shapely
from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.changes import Listed
from desktop.floorplans.geometry.layout import Layout
from desktop.floorplans.geometry.ordered import exchanged
from desktop.floorplans.geometry.rooms import ROOM_KEY, Room
from desktop.floorplans.geometry.stairs import footprint
from desktop.floorplans.plan import Plan, RoomType, Stair, Wall, WallKind

SMALLEST_SHAFT_MM2 = 500_000
SMALLEST_HOLE_MM2 = 4_000_000
COLUMN_SLENDERNESS = 3
NO_FLOOR = frozenset((RoomType.SHAFT, RoomType.OUTDOOR))


@dataclass(frozen=True, eq=False)
class Inside:
    """The floor between the inner faces of the walls that bound a storey."""

    walls: Listed[Wall] = field(default_factory=lambda: Listed.of(Map()))
    layout: Layout = field(default_factory=Layout)
    floors: tuple[Room, ...] = ()

    def after(self, walls: Map[int, Wall]) -> Inside:
        listed = self.walls.after(walls)
        layout, redone = self.layout.after(self.walls.changes(listed))
        floors = exchanged(self.floors, redone.spaces, redone.rooms, ROOM_KEY)
        return Inside(listed, layout, floors)

    def has(self, room: Room) -> bool:
        x, y = shapely.get_coordinates(room.polygon.point_on_surface())[0]
        return any(floor.is_around(x, y) for floor in self.floors)


class Change(NamedTuple):
    """A plan and what follows from it, and what of that is new: walls (None: gone), bodies of
    walls, rooms, low ceilings or `holes`, which are the stairs that come up from below."""

    plan: Plan
    layout: Layout
    rooms: Sequence[Room]
    holes: Map[int, Stair]
    new_walls: Mapping[int, Wall | None]
    new_bodies: Collection[int]
    rooms_gone: Sequence[Room]
    rooms_new: Sequence[Room]
    above_is_new: bool


@dataclass(frozen=True, eq=False)
class Usable:
    """The usable area of a storey and what it is made of: the floor `inside`, less the rooms
    `taken` that are no floor, less what load-bearing walls, low ceilings and holes take.
    `by_contour` when the storey ends at its outer walls for want of a shell."""

    shell: Map[int, Wall] = field(default_factory=Map)
    bearing: Map[int, Wall] = field(default_factory=Map)
    inside: Inside = field(default_factory=Inside)
    by_contour: bool = True
    taken: tuple[Room, ...] = ()
    covered_mm2: float = 0.0

    @cached_property
    def area_mm2(self) -> float:
        floor = fsum(room.area_mm2 for room in self.inside.floors)
        return floor - fsum(room.area_mm2 for room in self.taken) - self.covered_mm2

    def after(self, change: Change) -> Usable:
        """The usable area after a change; what does not depend on it is not worked out again."""
        shell = _of_kind(WallKind.SHELL, self.shell, change.new_walls)
        bearing = _of_kind(WallKind.LOAD_BEARING, self.bearing, change.new_walls)
        inside, by_contour = self.inside, self.by_contour
        if shell is not self.shell or (by_contour and change.new_walls):
            inside = inside.after(shell)
            by_contour = not inside.floors
            if by_contour:
                inside = inside.after(_outer_walls(change.plan, change.layout))
        taken = self._taken(inside, change)
        after = Usable(shell, bearing, inside, by_contour, taken, self.covered_mm2)
        if (
            change.above_is_new
            or (inside, bearing, taken) != (self.inside, self.bearing, self.taken)
            or any(id in bearing for id in change.new_bodies)
        ):
            return replace(after, covered_mm2=after._covered(change))
        return after

    def _taken(self, inside: Inside, change: Change) -> tuple[Room, ...]:
        """The rooms inside that are no floor."""
        if inside is not self.inside:
            return tuple(room for room in change.rooms if _is_no_floor(room) and inside.has(room))
        gone = [room for room in change.rooms_gone if _is_no_floor(room)]
        new = [room for room in change.rooms_new if _is_no_floor(room) and inside.has(room)]
        if not gone and not new:
            return self.taken
        return exchanged(self.taken, map(ROOM_KEY, gone), new, ROOM_KEY)

    def _covered(self, change: Change) -> float:
        """The floor that load-bearing walls, low ceilings and holes take, in mm²."""
        lows, holes = change.plan.low_ceilings.values(), map(footprint, change.holes.values())
        lost = [
            *(change.layout.bodies[id] for id in self.bearing if _counts(change, id)),
            *(shapely.make_valid(Polygon(low.corners)) for low in lows),
            *(hole for hole in holes if hole.area >= SMALLEST_HOLE_MM2),
        ]
        if not lost:
            return 0.0
        floor = shapely.union_all([room.polygon for room in self.inside.floors])
        covered = shapely.intersection(floor, shapely.union_all(lost))
        return float(covered.difference(shapely.union_all([r.polygon for r in self.taken])).area)


def _of_kind(
    kind: WallKind, before: Map[int, Wall], new: Mapping[int, Wall | None]
) -> Map[int, Wall]:
    """All walls of a kind: the same map when none of them is new."""
    for id, wall in new.items():
        if wall is not None and wall.kind is kind:
            before = before.set(id, wall)
        elif id in before:
            before = before.delete(id)
    return before


def _outer_walls(plan: Plan, layout: Layout) -> Map[int, Wall]:
    faces = layout.faces
    outer = [face.walls for face in faces.around if face not in faces.within]
    return Map({id: plan.walls[id] for id in frozenset[int]().union(*outer)})


def _is_no_floor(room: Room) -> bool:
    small_shaft = room.type is RoomType.SHAFT and room.area_mm2 < SMALLEST_SHAFT_MM2
    return room.type in NO_FLOOR and not small_shaft


def _counts(change: Change, id: int) -> bool:
    """Whether a load-bearing wall takes floor: a small column does not."""
    wall, network = change.plan.walls[id], change.layout.network
    alone = all(arm.wall == id for joint in network.chains[id] for arm in network.arms[joint])
    is_column = alone and wall.length_mm < COLUMN_SLENDERNESS * wall.thickness_mm
    return not is_column or change.layout.bodies[id].area >= SMALLEST_SHAFT_MM2
