"""The usable area of a storey, as an indication: gebruiksoppervlakte after NEN 2580.

In our own words: the floor between the inner faces of the shell, less load-bearing walls inside
it, shafts and columns from 0.5 m², stair holes and voids from 4 m², and the floor where the
ceiling is lower than 1.5 m. Light partitions count as floor; a balcony does not.

A plan in which no shell closes in anything - the first lines of a tenant on a blank sheet - is
taken to end at its outer walls. A load-bearing wall that meets no other wall and is less than
three times as long as thick is a column.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import compress

import shapely
from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.changes import changes
from desktop.floorplans.geometry.layout import Layout, Redone
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

    walls: Map[int, Wall] = field(default_factory=Map)
    layout: Layout = field(default_factory=Layout)
    floors: tuple[Room, ...] = ()

    def after(self, walls: Map[int, Wall]) -> Inside:
        layout, redone = self.layout.after(changes(self.walls, walls))
        floors = exchanged(self.floors, redone.spaces, redone.rooms, ROOM_KEY)
        return Inside(walls, layout, floors)


@dataclass(frozen=True, eq=False)
class Usable:
    """The usable area of a storey; `by_contour` when it ends at its outer walls for want of a
    shell."""

    area_mm2: float = 0.0
    inside: Inside = field(default_factory=Inside)
    by_contour: bool = True

    def depends_on_walls(
        self,
        before: Map[int, Wall],
        now: Map[int, Wall],
        changed: Iterable[int],
        redone: Redone,
    ) -> bool:
        """Whether the area may be another when these walls change."""
        kinds = {walls[id].kind for walls in (before, now) for id in changed if id in walls}
        if WallKind.SHELL in kinds or WallKind.LOAD_BEARING in kinds:
            return True
        if self.by_contour and changed:
            return True
        return any(now[id].kind is WallKind.LOAD_BEARING for id in redone.bodies)


def usable(
    plan: Plan, layout: Layout, rooms: Iterable[Room], holes: Iterable[Stair], before: Usable
) -> Usable:
    """The usable area of a storey; `holes` are the stairs that come up from the one below."""
    inside = before.inside.after(_of_kind(plan, WallKind.SHELL))
    by_contour = not inside.floors
    if by_contour:
        inside = inside.after(_outer_walls(plan, layout))
    return Usable(_area_mm2(plan, layout, inside, rooms, holes), inside, by_contour)


def _of_kind(plan: Plan, kind: WallKind) -> Map[int, Wall]:
    return Map({id: wall for id, wall in plan.walls.items() if wall.kind is kind})


def _outer_walls(plan: Plan, layout: Layout) -> Map[int, Wall]:
    faces = layout.faces
    outer = [face.walls for face in faces.around if face not in faces.within]
    return Map({id: plan.walls[id] for id in frozenset[int]().union(*outer)})


def _area_mm2(
    plan: Plan, layout: Layout, inside: Inside, rooms: Iterable[Room], holes: Iterable[Stair]
) -> float:
    floor = shapely.union_all([room.polygon for room in inside.floors])
    taken = [room.polygon for room in rooms if _is_no_floor(room)]
    middles = shapely.point_on_surface(taken)
    taken = list(compress(taken, shapely.contains(floor, middles)))
    open_above = [low.corners for low in plan.low_ceilings.values()]
    lost = [
        *(layout.bodies[id] for id, wall in plan.walls.items() if _bears(layout, id, wall)),
        *(shapely.make_valid(Polygon(corners)) for corners in open_above),
        *(hole for hole in map(footprint, holes) if hole.area >= SMALLEST_HOLE_MM2),
    ]
    covered = shapely.intersection(floor, shapely.union_all(lost))
    if not covered.is_empty:
        covered = covered.difference(shapely.union_all(taken))
    return float(floor.area - sum(shape.area for shape in taken) - covered.area)


def _is_no_floor(room: Room) -> bool:
    small_shaft = room.type is RoomType.SHAFT and room.area_mm2 < SMALLEST_SHAFT_MM2
    return room.type in NO_FLOOR and not small_shaft


def _bears(layout: Layout, id: int, wall: Wall) -> bool:
    """Whether a wall is load-bearing and, if it is a column, large enough to count."""
    if wall.kind is not WallKind.LOAD_BEARING:
        return False
    joints = layout.network.chains[id]
    alone = all(arm.wall == id for joint in joints for arm in layout.network.arms[joint])
    is_column = alone and wall.length_mm < COLUMN_SLENDERNESS * wall.thickness_mm
    return not is_column or layout.bodies[id].area >= SMALLEST_SHAFT_MM2
