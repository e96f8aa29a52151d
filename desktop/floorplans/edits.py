"""What can be done to a plan: each a pure function from a plan to the next.

What cannot be is refused with a sentence that says what to do; the plan given is untouched, as
always. Where a function makes a new thing it returns the plan and the number of the thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from math import ceil

import numpy as np
from immutables import Map

from desktop.floorplans.plan import (
    FARTHEST_MM,
    JOIN_MM,
    LONGEST_WALL_MM,
    MOST_WALLS,
    ROOM_OF,
    SHORTEST_WALL_MM,
    THINGS,
    DimensionLine,
    Furniture,
    Hinge,
    LowCeiling,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Side,
    Stair,
    Thing,
    Wall,
    WallKind,
    beside,
)
from desktop.language import _
from desktop.language.format import number
from desktop.refused import Refused

Place = Callable[[Point], Point]
NARROWEST_OPENING_MM = 100
# A side of a room that is drawn so near to the face of a wall is meant to be that wall.
ALONG_WALL_MM = 40


# Anything -----------------------------------------------------------------------------------


def put(plan: Plan, thing: Thing) -> tuple[Plan, int]:
    """Add a thing. Refused: where it cannot be (see `change`), and the 5,001st wall."""
    if isinstance(thing, Wall) and len(plan.walls) >= MOST_WALLS:
        raise Refused(_("This drawing has more than 5,000 walls. Keep only the layer with walls."))
    _must_be_possible(plan, None, thing)
    id = plan.next_id
    return replace(_with(plan, id, thing), next_id=id + 1), id


def change(plan: Plan, id: int, thing: Thing) -> Plan:
    """Put `thing` in the place of the one with this number, which is of the same kind.

    Refused: a locked thing; a wall under 50 mm or over 100 m, or on top of another; a wall too
    short for its openings; an opening that does not fit its wall or lies over another; anything
    beyond 1 km.
    """
    _must_be_free(find(plan, id))
    _must_be_possible(plan, id, thing)
    return _with(plan, id, thing)


def remove(plan: Plan, ids: Iterable[int]) -> Plan:
    """Take things away, a wall with its openings. Refused: a locked thing."""
    gone = set(ids)
    for id in gone:
        _must_be_free(find(plan, id))
    return _without(plan, gone)


def _without(plan: Plan, gone: set[int]) -> Plan:
    gone = gone | {id for id, opening in plan.openings.items() if opening.wall in gone}
    for kind in THINGS:
        things = getattr(plan, kind)
        for id in gone:
            if id in things:
                things = things.delete(id)
        plan = replace(plan, **{kind: things})
    return plan


def find(plan: Plan, id: int) -> Thing:
    """The thing with a number; `KeyError` when there is none."""
    for kind in THINGS:
        thing: Thing | None = getattr(plan, kind).get(id)
        if thing is not None:
            return thing
    raise KeyError(id)


def is_locked(thing: Thing) -> bool:
    """Whether it belongs to the building."""
    return isinstance(thing, Wall | Opening | Furniture | Stair) and thing.locked


def lock(plan: Plan, ids: Iterable[int], locked: bool) -> Plan:
    """Staff say what belongs to the building and what is the tenant's to change. What cannot be
    locked stays as it is."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Wall | Opening | Furniture | Stair):
            plan = _with(plan, id, replace(thing, locked=locked))
    return plan


def move_things(plan: Plan, ids: Iterable[int], dx: int, dy: int) -> Plan:
    """Move what stands free: furniture, stairs, labels, texts, dimension lines. Walls stretch
    their neighbours and move one at a time, with `move_wall`; openings slide."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Wall):
            plan = move_wall(plan, id, dx, dy)
        elif not isinstance(thing, Opening):
            plan = change(plan, id, _placed(thing, lambda p: p.moved(dx, dy)))
    return plan


def turn(plan: Plan, ids: Iterable[int]) -> Plan:
    """Turn furniture, stairs and doors a quarter further, counter-clockwise."""
    for id in ids:
        thing = find(plan, id)
        if isinstance(thing, Furniture | Stair):
            plan = change(plan, id, replace(thing, angle=(thing.angle + 90) % 360))
        elif isinstance(thing, Opening):
            plan = flip_door(plan, id)
    return plan


# Walls --------------------------------------------------------------------------------------


def add_wall(
    plan: Plan,
    start: Point,
    end: Point,
    kind: WallKind = WallKind.PARTITION,
    thickness_mm: int = 100,
) -> tuple[Plan, int]:
    """Draw a wall. Refused as in `change`."""
    return put(plan, Wall(start, end, thickness_mm, kind))


def add_room(
    plan: Plan, corner: Point, opposite: Point, type: RoomType | None = None
) -> tuple[Plan, tuple[int, ...]]:
    """Draw the walls of a rectangle that are not there yet, and say what the room is for.

    A side that is drawn along or in a wall is that wall. The numbers are of the new walls; none
    when all four stood already. Refused: a rectangle that is narrower than 300 mm.
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
            plan, id = add_wall(plan, *piece)
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
            pieces.append((_on(start, end, at), _on(start, end, min(near, length))))
        at = max(at, far)
    return pieces


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
        _must_be_free(self._wall)
        self._neighbours = {
            other_id: other
            for other_id, other in plan.walls.items()
            if other_id != id
            and not other.locked
            and _boxes_meet(other, self._wall)
            and any(_is_on(self._wall, end) for end in other.ends)
            and not _runs_along(other, self._wall)
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
        self._boxes = np.array([_box(wall) for wall in self._others], dtype=np.int64).reshape(-1, 4)

    def to(self, ends: dict[int, tuple[Point, Point]]) -> Plan:
        """The plan with these ends; openings stay where they are in the room, or slide until they
        fit. Refused as in `change`."""
        plan, walls = self._plan, self._plan.walls
        reshaped = {}
        for id, (start, end) in ends.items():
            wall = walls[id]
            if start.distance_mm(end) < SHORTEST_WALL_MM:
                raise _wrong_length()
            reshaped[id] = replace(wall, start=start, end=end)
            walls = walls.set(id, reshaped[id])
        openings = plan.openings
        for id, wall in reshaped.items():
            shift = _shift_mm(self._plan.walls[id], wall)
            for opening_id, opening in self._openings[id]:
                openings = openings.set(opening_id, _slid_by(opening, shift, wall))
        plan = replace(plan, walls=walls, openings=openings)
        for id, wall in reshaped.items():
            self._must_lie_well(plan, id, wall, reshaped)
        return plan

    def _must_lie_well(self, plan: Plan, id: int, wall: Wall, reshaped: dict[int, Wall]) -> None:
        _must_be_within(wall)
        left, bottom, right, top = _box(wall)
        near = np.nonzero(
            (self._boxes[:, 0] <= right)
            & (self._boxes[:, 2] >= left)
            & (self._boxes[:, 1] <= top)
            & (self._boxes[:, 3] >= bottom)
        )[0]
        _must_lie_on_none(wall, (self._others[at] for at in near))
        _must_lie_on_none(wall, (other for key, other in reshaped.items() if key != id))
        mine = [(key, plan.openings[key]) for key, _old in self._openings[id]]
        for key, opening in mine:
            _must_fit(opening, wall, (other for other_key, other in mine if other_key != key))


def _stretched(other: Wall, point: Point, moved: Wall, dx: int, dy: int) -> Point:
    """Where an end of a neighbour goes: along with the moved wall, or nowhere when it is not on
    it. An end on the wall follows in the direction of the neighbour itself, so that what is
    straight stays straight."""
    if not _is_on(moved, point):
        return point
    if any(point.distance_mm(end) <= JOIN_MM for end in moved.ends):
        return point.moved(dx, dy)
    along_x, along_y = _direction(moved)
    own_x, own_y = _direction(other)
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
            _must_be_free(wall)
            ends[id] = (start, end)
    return Reshape(plan, ends).to(ends)


def set_length(plan: Plan, id: int, length_mm: int, keep: Point | None = None) -> Plan:
    """Make a wall this long; the end that is not `keep` (by default its start) moves, and with it
    the walls that meet there."""
    wall = plan.walls[id]
    fixed = wall.end if keep == wall.end else wall.start
    moving = wall.start if fixed == wall.end else wall.end
    if not SHORTEST_WALL_MM <= length_mm <= LONGEST_WALL_MM:
        raise _wrong_length()
    part = length_mm / wall.length_mm
    to = Point(
        fixed.x + round((moving.x - fixed.x) * part), fixed.y + round((moving.y - fixed.y) * part)
    )
    return move_end(plan, moving, to)


def split_wall(plan: Plan, id: int, at_mm: int) -> tuple[Plan, int]:
    """Cut a wall in two at a distance along it; the number is that of the second half.

    Nothing that is shown changes. Refused: a cut through an opening, or within 50 mm of an end.
    """
    wall = plan.walls[id]
    _must_be_free(wall)
    cut = Point(*(round(c) for c in wall.along(at_mm)))
    if any(o.at_mm < at_mm < o.until_mm for _id, o in plan.openings_of(id)):
        raise Refused(_("There is a door or a window here. Split the wall beside it."))
    nearest_end = min(cut.distance_mm(end) for end in wall.ends)
    if not 0 < at_mm < wall.length_mm or nearest_end < SHORTEST_WALL_MM:
        raise _wrong_length()
    first, second = replace(wall, end=cut), replace(wall, start=cut)
    far = plan.next_id
    openings = list(plan.openings_of(id))
    plan = replace(_with(plan, id, first), next_id=far + 1)
    plan = _with(plan, far, second)
    for opening_id, opening in openings:
        if opening.at_mm >= at_mm:
            moved = replace(opening, wall=far, at_mm=opening.at_mm - at_mm)
            plan = _with(plan, opening_id, moved)
    return plan, far


def merge_walls(plan: Plan, first: int, second: int) -> Plan:
    """Make one wall of two that lie in one line and touch or overlap; the first keeps its number.

    Refused: walls that do not lie in one line, and openings that would overlap.
    """
    kept, gone = plan.walls[first], plan.walls[second]
    for wall in (kept, gone):
        _must_be_free(wall)
    if not _in_one_line(kept, gone):
        raise Refused(_("These walls do not lie in one line. Only then they can become one."))
    along = {point: kept.beside(point)[0] for point in (*kept.ends, *gone.ends)}
    start, end = min(along, key=along.__getitem__), max(along, key=along.__getitem__)
    whole = replace(kept, start=start, end=end)
    moved = {}
    for id in (first, second):
        wall = plan.walls[id]
        for opening_id, opening in plan.openings_of(id):
            moved[opening_id] = _on_other_wall(opening, wall, first, whole)
    plan = _with(plan, first, whole)
    for opening_id, opening in moved.items():
        plan = _with(plan, opening_id, opening)
    plan = _without(plan, {second})
    for opening_id, opening in moved.items():
        _must_be_possible(plan, opening_id, opening)
    return plan


def _on_other_wall(opening: Opening, wall: Wall, id: int, other: Wall) -> Opening:
    """The same hole, told along another wall in the same line."""
    ends = [
        other.beside(Point(*(round(c) for c in wall.along(at))))[0]
        for at in (opening.at_mm, opening.until_mm)
    ]
    moved = replace(opening, wall=id, at_mm=round(min(ends)))
    return moved if ends[0] <= ends[1] else _seen_from_the_other_end(moved)


def _seen_from_the_other_end(opening: Opening) -> Opening:
    return replace(
        opening,
        hinge=Hinge.FAR if opening.hinge is Hinge.NEAR else Hinge.NEAR,
        swing=Side.RIGHT if opening.swing is Side.LEFT else Side.LEFT,
    )


# Openings -----------------------------------------------------------------------------------


def add_opening(
    plan: Plan, wall: int, kind: OpeningKind, at_mm: int, width_mm: int | None = None
) -> tuple[Plan, int]:
    """Make a door, window or passage, with its near side at a distance along the wall; near an
    end it slides until it fits. Usual widths when none is given: a door of 930 mm (clear 850), a
    window of 1,200, a passage of 900.

    Refused: a wall that is too short for it, and another opening in that place.
    """
    usual = {OpeningKind.DOOR: 930, OpeningKind.WINDOW: 1_200, OpeningKind.PASSAGE: 900}
    opening = Opening(wall, kind, at_mm, width_mm or usual[kind])
    if kind is OpeningKind.WINDOW:
        opening = replace(opening, sill_mm=900)
    return put(plan, _slid_into(plan, opening))


def slide_opening(plan: Plan, id: int, at_mm: int) -> Plan:
    """Move an opening along its wall, as far as it goes. Refused: over another opening."""
    return change(plan, id, _slid_into(plan, replace(plan.openings[id], at_mm=at_mm)))


def flip_door(plan: Plan, id: int) -> Plan:
    """The next of the four ways in which a door can open."""
    door = plan.openings[id]
    swing, hinge = door.swing, door.hinge
    if hinge is Hinge.NEAR:
        hinge = Hinge.FAR
    else:
        hinge = Hinge.NEAR
        swing = Side.RIGHT if swing is Side.LEFT else Side.LEFT
    return change(plan, id, replace(door, swing=swing, hinge=hinge))


def _slid_into(plan: Plan, opening: Opening) -> Opening:
    return _slid_by(opening, 0, plan.walls[opening.wall])


# Rooms --------------------------------------------------------------------------------------


def name_room(plan: Plan, at: Point, type: RoomType, name: str = "") -> Plan:
    """Say what the room around a point is for."""
    return put(plan, RoomLabel(at, type, name))[0]


# The whole plan -----------------------------------------------------------------------------


def move_plan(plan: Plan, dx: int, dy: int) -> Plan:
    """The same plan elsewhere on the paper."""
    return _all_placed(plan, lambda point: point.moved(dx, dy), lambda angle: angle)


def turn_plan(plan: Plan) -> Plan:
    """The plan a quarter further, counter-clockwise around the origin."""
    return _all_placed(plan, lambda p: Point(-p.y, p.x), lambda angle: (angle + 90) % 360)


def mirror_plan(plan: Plan) -> Plan:
    """The plan as in a mirror: left is right."""
    plan = _all_placed(plan, lambda p: Point(-p.x, p.y), lambda angle: (180 - angle) % 360)
    openings, furniture, dimensions = plan.openings, plan.furniture, plan.dimensions
    for id, opening in plan.openings.items():
        other = Side.RIGHT if opening.swing is Side.LEFT else Side.LEFT
        openings = openings.set(id, replace(opening, swing=other))
    for id, thing in plan.furniture.items():
        turned = replace(thing, mirrored=not thing.mirrored, angle=(thing.angle - 180) % 360)
        furniture = furniture.set(id, turned)
    for id, line in plan.dimensions.items():
        dimensions = dimensions.set(id, replace(line, offset_mm=-line.offset_mm))
    return replace(plan, openings=openings, furniture=furniture, dimensions=dimensions)


def storey_above(plan: Plan, name: str) -> Plan:
    """An empty storey on top of a plan: the shell and the walls that carry it go on up."""
    carried = {id: w for id, w in plan.walls.items() if w.kind is not WallKind.PARTITION}
    return Plan(name=name, ceiling_mm=plan.ceiling_mm, walls=Map(carried), next_id=plan.next_id)


def _all_placed(plan: Plan, place: Place, angle: Callable[[int], int]) -> Plan:
    for kind in THINGS:
        with getattr(plan, kind).mutate() as things:
            for id, thing in getattr(plan, kind).items():
                placed = _placed(thing, place)
                if isinstance(placed, Furniture | Stair):
                    placed = replace(placed, angle=angle(placed.angle))
                things[id] = placed
            plan = replace(plan, **{kind: things.finish()})
    if plan.background is not None:
        plan = replace(plan, background=replace(plan.background, at=place(plan.background.at)))
    return plan


def _placed(thing: Thing, place: Place) -> Thing:
    if isinstance(thing, Wall | DimensionLine):
        return replace(thing, start=place(thing.start), end=place(thing.end))
    if isinstance(thing, LowCeiling):
        return replace(thing, corners=tuple(place(corner) for corner in thing.corners))
    if isinstance(thing, Opening):
        return thing
    return replace(thing, at=place(thing.at))


# What can be --------------------------------------------------------------------------------


def _must_be_free(thing: Thing) -> None:
    if is_locked(thing):
        if isinstance(thing, Wall):
            raise Refused(_("This wall belongs to the building and cannot be moved."))
        raise Refused(_("This belongs to the building and cannot be changed."))


def _must_be_possible(plan: Plan, id: int | None, thing: Thing) -> None:
    _must_be_within(thing)
    if isinstance(thing, Wall):
        _must_lie_on_none(thing, (other for key, other in plan.walls.items() if key != id))
        mine = [] if id is None else list(plan.openings_of(id))
        for key, opening in mine:
            _must_fit(opening, thing, (other for other_key, other in mine if other_key != key))
    elif isinstance(thing, Opening):
        others = (other for key, other in plan.openings_of(thing.wall) if key != id)
        _must_fit(thing, plan.walls[thing.wall], others)


def _must_be_within(thing: Thing) -> None:
    """Sizes and places that can be, whatever else is in the plan."""
    for point in _points(thing):
        if max(abs(point.x), abs(point.y)) > FARTHEST_MM:
            raise Refused(_("This is too far away. A drawing is at most 1 kilometre wide."))
    if isinstance(thing, Wall):
        if not SHORTEST_WALL_MM <= thing.length_mm <= LONGEST_WALL_MM or thing.thickness_mm <= 0:
            raise _wrong_length()
    elif isinstance(thing, Furniture | Stair) and min(_sizes(thing)) <= 0:
        raise Refused(_("This has no size. Give a width and a depth in centimetres."))


def _points(thing: Thing) -> tuple[Point, ...]:
    if isinstance(thing, Wall | DimensionLine):
        return thing.start, thing.end
    if isinstance(thing, LowCeiling):
        return thing.corners
    return () if isinstance(thing, Opening) else (thing.at,)


def _sizes(thing: Furniture | Stair) -> tuple[int, int]:
    depth = thing.depth_mm if isinstance(thing, Furniture) else thing.run_mm
    return thing.width_mm, depth


def _must_lie_on_none(wall: Wall, others: Iterable[Wall]) -> None:
    for other in others:
        if other.locked and (_lies_on(wall, other) or _crosses(wall, other)):
            raise Refused(_("This wall belongs to the building and cannot be moved."))
        if _lies_on(wall, other):
            raise Refused(_("There is a wall here already. Use that one, or make one of the two."))


def _must_fit(opening: Opening, wall: Wall, others: Iterable[Opening]) -> None:
    """`others` are the other openings of the wall."""
    if opening.width_mm < NARROWEST_OPENING_MM or opening.head_mm <= opening.sill_mm:
        raise Refused(_("A door or window is at least 10 cm wide and high."))
    if opening.at_mm < 0 or opening.until_mm > ceil(wall.length_mm):
        raise Refused(_too_wide(opening).format(**_widths(opening, wall)))
    for other in others:
        if opening.at_mm < other.until_mm and other.at_mm < opening.until_mm:
            raise Refused(_("There is a door or a window here already. Slide it aside first."))


def _too_wide(opening: Opening) -> str:
    if opening.kind is OpeningKind.WINDOW:
        return _("This window is {opening} cm, the wall is {wall} cm here. Choose a longer wall.")
    return _("This door is {opening} cm, the wall is {wall} cm here. Choose a longer wall.")


def _widths(opening: Opening, wall: Wall) -> dict[str, str]:
    return {
        "opening": number(round(opening.width_mm / 10)),
        "wall": number(int(wall.length_mm / 10)),
    }


def _wrong_length() -> Refused:
    return Refused(_("A wall is at least 5 cm and at most 100 metres long."))


# Places -------------------------------------------------------------------------------------


def _with(plan: Plan, id: int, thing: Thing) -> Plan:
    kind = ROOM_OF[type(thing)]
    return replace(plan, **{kind: getattr(plan, kind).set(id, thing)})


def _shift_mm(before: Wall, after: Wall) -> int:
    """How far an opening slides along its wall to stay where it is in the room; a wall that moves
    as a whole takes its openings along."""
    if before.end.moved(-before.start.x, -before.start.y) == after.end.moved(
        -after.start.x, -after.start.y
    ):
        return 0
    return round(after.beside(before.start)[0])


def _slid_by(opening: Opening, shift_mm: int, wall: Wall) -> Opening:
    room = int(wall.length_mm) - opening.width_mm
    return replace(opening, at_mm=max(0, min(opening.at_mm + shift_mm, room)))


def _direction(wall: Wall) -> tuple[float, float]:
    length = wall.length_mm
    return (wall.end.x - wall.start.x) / length, (wall.end.y - wall.start.y) / length


def _on(start: Point, end: Point, along_mm: float) -> Point:
    part = along_mm / start.distance_mm(end)
    return Point(
        round(start.x + (end.x - start.x) * part), round(start.y + (end.y - start.y) * part)
    )


def _is_on(wall: Wall, point: Point) -> bool:
    along, off = wall.beside(point)
    return abs(off) <= JOIN_MM and -JOIN_MM <= along <= wall.length_mm + JOIN_MM


def _runs_along(one: Wall, other: Wall) -> bool:
    """Whether two walls lie in one line, so that the one cannot follow the other sideways."""
    return all(abs(other.beside(end)[1]) <= JOIN_MM for end in one.ends)


def _in_one_line(one: Wall, other: Wall) -> bool:
    if not _runs_along(one, other):
        return False
    near, far = sorted(other.beside(end)[0] for end in one.ends)
    return near <= other.length_mm + JOIN_MM and far >= -JOIN_MM


def _lies_on(one: Wall, other: Wall) -> bool:
    """Whether two walls lie on top of each other over more than a joint."""
    if not _boxes_meet(one, other) or not _runs_along(one, other):
        return False
    near, far = sorted(other.beside(end)[0] for end in one.ends)
    return min(far, other.length_mm) - max(near, 0) > SHORTEST_WALL_MM


def _crosses(one: Wall, other: Wall) -> bool:
    """Whether a wall goes through another: it ends beyond its body on both sides of it."""
    if not _boxes_meet(one, other):
        return False
    offs = [other.beside(end)[1] for end in one.ends]
    if min(map(abs, offs)) <= other.thickness_mm / 2 + JOIN_MM or offs[0] * offs[1] > 0:
        return False
    crossing = [one.beside(end)[1] for end in other.ends]
    return crossing[0] * crossing[1] < 0


def _boxes_meet(one: Wall, other: Wall) -> bool:
    left, bottom, right, top = _box(one)
    (ax, ay), (bx, by) = other.start, other.end
    return not (
        (ax < left and bx < left)
        or (ax > right and bx > right)
        or (ay < bottom and by < bottom)
        or (ay > top and by > top)
    )


def _box(wall: Wall) -> tuple[int, int, int, int]:
    """Left, bottom, right and top of what a wall may join."""
    (ax, ay), (bx, by) = wall.start, wall.end
    return (
        min(ax, bx) - JOIN_MM,
        min(ay, by) - JOIN_MM,
        max(ax, bx) + JOIN_MM,
        max(ay, by) + JOIN_MM,
    )
