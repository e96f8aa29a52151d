"""Drawing and moving walls: what meets a wall stretches along."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import permutations

import numpy as np
import shapely

from desktop.floorplans.edits.openings import shift_mm, slid_by
from desktop.floorplans.edits.places import box, boxes_meet, crosses, direction, is_on, runs_along
from desktop.floorplans.edits.refusals import (
    must_be_free,
    must_be_within,
    must_fit,
    must_lie_on_none,
    wrong_length,
)
from desktop.floorplans.edits.things import put
from desktop.floorplans.plan import (
    JOIN_MM,
    LONGEST_WALL_MM,
    SHORTEST_WALL_MM,
    Opening,
    Plan,
    Point,
    RoomType,
    Wall,
    WallKind,
)


def add_wall(
    plan: Plan,
    start: Point,
    end: Point,
    kind: WallKind = WallKind.PARTITION,
    thickness_mm: int = 100,
) -> tuple[Plan, int]:
    """Draw a wall. Refused as in `change`."""
    return put(plan, Wall(start, end, thickness_mm, kind))


def draw_wall(plan: Plan, start: Point, end: Point) -> Plan:
    """Draw a wall by hand: at a shaft of the building it stops, and goes on behind it. Refused as
    in `change`."""
    for part in outside_shafts(plan, start, end) or [(start, end)]:
        plan, _id = add_wall(plan, *part)
    return plan


def outside_shafts(plan: Plan, start: Point, end: Point) -> list[tuple[Point, Point]]:
    """The parts of a straight line that go through no shaft of the building."""
    locked = [wall for wall in plan.walls.values() if wall.locked]
    if not any(crosses(Wall(start, end), wall) for wall in locked):
        return [(start, end)]
    axes = shapely.union_all([shapely.LineString(wall.ends) for wall in locked])
    told = [label.at for label in plan.labels.values() if label.type is RoomType.SHAFT]
    faces = shapely.get_parts(shapely.polygonize([axes]))
    shafts = [face for face in faces if shapely.contains_xy(face, told).any()] if told else []
    left = shapely.difference(shapely.LineString((start, end)), shapely.union_all(shafts))
    found = [shapely.get_coordinates(part) for part in shapely.get_parts(left)]
    parts = [(_whole(*places[0]), _whole(*places[-1])) for places in found if len(places)]
    return [part for part in parts if part[0].distance_mm(part[1]) >= SHORTEST_WALL_MM]


def _whole(x: float, y: float) -> Point:
    return Point(round(x), round(y))


def move_wall(plan: Plan, id: int, dx: int, dy: int) -> Plan:
    """Move a wall; the walls that meet its ends, or end on it, stretch along.

    A neighbour that is locked stays where it is. Refused: a locked wall, and a neighbour that
    would become too short for itself or for its openings, or lie on another wall.
    """
    return WallMove(plan, id).by(dx, dy)


class WallMove:
    """Moving one wall of a plan, step after step: its neighbours are looked for once."""

    def __init__(self, plan: Plan, id: int) -> None:
        self._plan, self._id, self._wall = plan, id, plan.walls[id]
        must_be_free(self._wall)
        self._neighbours = {
            other_id: other
            for other_id, other in plan.walls.items()
            if other_id != id
            and not other.locked
            and boxes_meet(other, self._wall)
            and any(is_on(self._wall, end) for end in other.ends)
            and not runs_along(other, self._wall)
        }
        self._reshape = Reshape(plan, [id, *self._neighbours])

    def by(self, dx: int, dy: int) -> Plan:
        """The plan with the wall this far from where it was; refused as in `move_wall`."""
        wall = self._wall
        ends = {self._id: (wall.start.moved(dx, dy), wall.end.moved(dx, dy))}
        for id, other in self._neighbours.items():
            start, end = (_stretched(other, point, wall, dx, dy) for point in other.ends)
            ends[id] = (start, end)
        return self._reshape.to(ends)


class Reshape:
    """Giving some walls of a plan other ends, all at once, step after step."""

    def __init__(self, plan: Plan, ids: Iterable[int]) -> None:
        self._plan = plan
        self._openings: dict[int, list[tuple[int, Opening]]] = {id: [] for id in ids}
        for id, opening in plan.openings.items():
            if opening.wall in self._openings:
                self._openings[opening.wall].append((id, opening))
        self._others = [wall for id, wall in plan.walls.items() if id not in self._openings]
        self._boxes = np.array([box(wall) for wall in self._others], dtype=np.int64).reshape(-1, 4)

    def to(self, ends: dict[int, tuple[Point, Point]]) -> Plan:
        """The plan with these ends; openings stay where they are in the room, or slide until they
        fit. Refused as in `change`."""
        plan, walls = self._plan, self._plan.walls
        reshaped = {}
        for id, (start, end) in ends.items():
            wall = walls[id]
            if start.distance_mm(end) < SHORTEST_WALL_MM:
                raise wrong_length()
            reshaped[id] = replace(wall, start=start, end=end)
            walls = walls.set(id, reshaped[id])
        openings = plan.openings
        for id, wall in reshaped.items():
            shift = shift_mm(self._plan.walls[id], wall)
            for opening_id, opening in self._openings[id]:
                openings = openings.set(opening_id, slid_by(opening, shift, wall))
        plan = replace(plan, walls=walls, openings=openings)
        self._must_lie_well(reshaped)
        for id, wall in reshaped.items():
            mine = [(key, plan.openings[key]) for key, _old in self._openings[id]]
            for key, opening in mine:
                must_fit(opening, wall, (other for other_key, other in mine if other_key != key))
        return plan

    def _must_lie_well(self, reshaped: dict[int, Wall]) -> None:
        """Each of these walls lies within bounds, and on none of those near it."""
        walls = list(reshaped.values())
        for wall in walls:
            must_be_within(wall)
        boxes = np.array([box(wall) for wall in walls], np.int64).reshape(-1, 4)
        left, bottom, right, top = boxes.T[:, :, None]
        near = (
            (self._boxes[:, 0] <= right)
            & (self._boxes[:, 2] >= left)
            & (self._boxes[:, 1] <= top)
            & (self._boxes[:, 3] >= bottom)
        )
        for row, at in zip(*(found.tolist() for found in near.nonzero()), strict=True):
            must_lie_on_none(walls[row], (self._others[at],))
        for one, other in permutations(walls, 2):
            must_lie_on_none(one, (other,))


def _stretched(other: Wall, point: Point, moved: Wall, dx: int, dy: int) -> Point:
    """Where an end of a neighbour goes: along with the moved wall, or nowhere when it is not on
    it. An end on the wall follows in the direction of the neighbour itself, so that what is
    straight stays straight."""
    if not is_on(moved, point):
        return point
    if any(point.distance_mm(end) <= JOIN_MM for end in moved.ends):
        return point.moved(dx, dy)
    along_x, along_y = direction(moved)
    own_x, own_y = direction(other)
    cross = own_x * along_y - own_y * along_x
    if abs(cross) < 0.05:
        return point.moved(dx, dy)
    far = (dx * along_y - dy * along_x) / cross
    return Point(point.x + round(own_x * far), point.y + round(own_y * far))


def move_end(plan: Plan, at: Point, to: Point) -> Plan:
    """Move a corner: every wall that ends within 10 mm of `at` gets that end at `to`.

    Refused: a corner of a locked wall; otherwise as in `change`.
    """
    ends = {}
    for id, wall in plan.walls.items():
        start, end = (to if point.distance_mm(at) <= JOIN_MM else point for point in wall.ends)
        if (start, end) != wall.ends:
            must_be_free(wall)
            ends[id] = (start, end)
    return Reshape(plan, ends).to(ends)


def set_length(plan: Plan, id: int, length_mm: int, keep: Point | None = None) -> Plan:
    """Make a wall this long; the end that is not `keep` (by default its start) moves, and with it
    the walls that meet there."""
    wall = plan.walls[id]
    fixed = wall.end if keep == wall.end else wall.start
    moving = wall.start if fixed == wall.end else wall.end
    if not SHORTEST_WALL_MM <= length_mm <= LONGEST_WALL_MM:
        raise wrong_length()
    part = length_mm / wall.length_mm
    to = Point(
        fixed.x + round((moving.x - fixed.x) * part), fixed.y + round((moving.y - fixed.y) * part)
    )
    return move_end(plan, moving, to)
