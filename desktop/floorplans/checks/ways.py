"""The ways in which a finding may be mended, the one that changes least first.

Each is a change of one storey that may be refused, or turn out not to work: `Mend` tries them. A
way never changes what is locked: that belongs to the building.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import pairwise, permutations, product
from math import atan2, ceil, degrees, hypot

from shapely.geometry.polygon import orient

from desktop.floorplans import edits
from desktop.floorplans.catalogue import Item
from desktop.floorplans.checks.findings import Change
from desktop.floorplans.checks.fitting import HAIR_MM, body_of, sides, turned
from desktop.floorplans.checks.survey import Facing, RoomView
from desktop.floorplans.geometry import Room, derive
from desktop.floorplans.geometry.lines import axis_of
from desktop.floorplans.plan import (
    Furniture,
    Hinge,
    Opening,
    OpeningKind,
    Plan,
    Point,
    Side,
    Stair,
    Wall,
    WallKind,
)

Stretch = tuple[float, float]

# Walls move by whole centimetres, windows grow by whole decimetres.
CENTIMETRE_MM, DECIMETRE_MM = 10, 100
# The leaf of a door stands this far from the corner of a room.
FROM_CORNER_MM = 100
# How far off its line the face of a wall may be, where corners are rounded to a millimetre.
ON_FACE_MM = 3
NEW_WINDOW_SILL_MM, NEW_WINDOW_HEAD_MM = 900, 2_300
FARTHEST_ASIDE_MM = 600


# Walls --------------------------------------------------------------------------------------


def more_room(view: RoomView, missing_mm: tuple[float, ...], plan: Plan) -> Iterator[Change]:
    """Move a wall outward for each length that the room lacks."""
    steps = [step for length in missing_mm if (step := _rounded_up(length, CENTIMETRE_MM)) > 0]
    for walls in permutations(movable(plan, view.room), len(steps)):
        if walls:
            yield partial(_moved_out, view.room, dict(zip(walls, steps, strict=True)))


def resized(view: RoomView, gained_mm2: float, plan: Plan) -> Iterator[Change]:
    """Move a wall until the room has this much more floor; inward for less."""
    for wall in movable(plan, view.room):
        length = sum(far - near for near, far in stretches(view.room, plan.walls[wall]))
        if length > 0:
            step = _rounded_up(abs(gained_mm2) / length, CENTIMETRE_MM)
            yield partial(_moved_out, view.room, {wall: step if gained_mm2 > 0 else -step})


def room_for(view: RoomView, width_mm: float, area_mm2: float, plan: Plan) -> Iterator[Change]:
    """Move walls outward until a part of this width and this area fits in the room: by its width
    alone, or by its length too."""
    shorter, longer = sides(view.room.polygon)
    wider = max(width_mm, area_mm2 / longer) - shorter
    yield from more_room(view, (wider,), plan)
    yield from more_room(view, (width_mm - shorter, area_mm2 / width_mm - longer), plan)


def is_movable(plan: Plan, walls: Iterable[int]) -> bool:
    """Whether one of these walls is the tenant's."""
    return any(not plan.walls[id].locked for id in walls)


def movable(plan: Plan, room: Room) -> list[int]:
    """The walls of a room that are the tenant's, partitions before what carries the building,
    the longest first."""
    kinds = [WallKind.PARTITION, WallKind.LOAD_BEARING, WallKind.SHELL]
    walls = {id: plan.walls[id] for id in room.walls if not plan.walls[id].locked}
    return sorted(walls, key=lambda id: (kinds.index(walls[id].kind), -walls[id].length_mm, id))


def _moved_out(room: Room, steps: dict[int, int], plan: Plan) -> Plan:
    for id, step in steps.items():
        axis = axis_of(plan.walls[id])
        inside = room.polygon.representative_point()
        left = axis.beside(inside.x, inside.y)[1] > 0
        out = -step if left else step
        plan = edits.move_wall(plan, id, round(-axis.uy * out), round(axis.ux * out))
    return plan


def stretches(room: Room, wall: Wall, side: Side | None = None) -> list[Stretch]:
    """Where along its axis a wall is seen in a room, in millimetres from its start; on one side
    of it, or on both."""
    axis = axis_of(wall)
    found = []
    for ring in (room.polygon.exterior, *room.polygon.interiors):
        for start, end in pairwise(axis.beside(x, y) for x, y in ring.coords):
            on_face = all(abs(abs(off) - axis.half) <= ON_FACE_MM for _along, off in (start, end))
            if not on_face or start[1] * end[1] < 0:
                continue
            if side is None or (side is Side.LEFT) == (start[1] > 0):
                near, far = sorted((start[0], end[0]))
                found.append((max(near, 0.0), min(far, axis.length)))
    return [stretch for stretch in found if stretch[0] < stretch[1]]


# Openings -----------------------------------------------------------------------------------


def wider(facing: Facing, width_mm: int, plan: Plan) -> Iterator[Change]:
    """Make an opening this wide between the corners of the rooms on both sides."""
    for at_mm in _places(facing.opening, width_mm, _span(facing, plan)):
        grown = replace(facing.opening, at_mm=at_mm, width_mm=width_mm)
        yield partial(edits.change, id=facing.id, thing=grown)


def _span(facing: Facing, plan: Plan) -> Stretch:
    """The piece of wall that an opening may use: between the corners of the rooms it joins."""
    near, far = 0.0, facing.wall.length_mm
    middle = (facing.opening.at_mm + facing.opening.until_mm) / 2
    for room in derive(plan).rooms:
        if facing.opening.wall in room.walls:
            for start, end in stretches(room, facing.wall):
                if start <= middle <= end:
                    near, far = max(near, start), min(far, end)
    return near, far


def _places(opening: Opening, width_mm: int, span: Stretch) -> list[int]:
    """Where a wider opening may begin: around its middle, from its near or its far side."""
    first, last = ceil(span[0]), int(span[1]) - width_mm
    if last < first:
        return []
    middle = opening.at_mm + (opening.width_mm - width_mm) // 2
    wanted = (middle, opening.at_mm, opening.until_mm - width_mm)
    return list(dict.fromkeys(max(first, min(at_mm, last)) for at_mm in wanted))


def elsewhere(facing: Facing, plan: Plan) -> Iterator[Change]:
    """Let a door open another way, or put an opening elsewhere between the corners of its rooms,
    as near as possible."""
    near, far = _span(facing, plan)
    door = facing.opening
    first, last = ceil(near) + FROM_CORNER_MM, int(far) - FROM_CORNER_MM - door.width_mm
    places = {door.at_mm, *range(first, last + 1, DECIMETRE_MM)}
    for at_mm in sorted(places, key=lambda at: abs(at - door.at_mm)):
        for swing, hinge in product((door.swing, door.swing.other), (door.hinge, door.hinge.other)):
            moved = replace(door, at_mm=at_mm, swing=swing, hinge=hinge)
            if moved != door:
                yield partial(edits.change, id=facing.id, thing=moved)


def more_light(view: RoomView, missing_mm2: float, plan: Plan) -> Iterator[Change]:
    """Make a window wider, or higher, or both; else make one."""
    windows = [window for window in windows_out(view) if not window.opening.locked]
    for window in windows:
        width = window.opening.width_mm + wider_by_mm(window.opening, missing_mm2)
        yield from wider(window, width, plan)
    for window in windows:
        yield from _higher(window, window.opening, missing_mm2, plan.ceiling_mm)
    for window in windows:
        near, far = _span(window, plan)
        widest = int(far) - ceil(near)
        grown = replace(window.opening, at_mm=ceil(near), width_mm=widest)
        gained = (widest - window.opening.width_mm) * (grown.head_mm - grown.sill_mm)
        yield from _higher(window, grown, missing_mm2 - gained, plan.ceiling_mm)
    yield from _new_window(view, missing_mm2, plan)


def wider_by_mm(window: Opening, missing_mm2: float) -> int:
    """How much wider a window of this height must be for this much more glass."""
    return _rounded_up(missing_mm2 / (window.head_mm - window.sill_mm), DECIMETRE_MM)


def _higher(
    window: Facing, grown: Opening, missing_mm2: float, ceiling_mm: int
) -> Iterator[Change]:
    head = grown.head_mm + _rounded_up(missing_mm2 / grown.width_mm, CENTIMETRE_MM)
    if grown.head_mm < head <= ceiling_mm:
        yield partial(edits.change, id=window.id, thing=replace(grown, head_mm=head))


def _new_window(view: RoomView, missing_mm2: float, plan: Plan) -> Iterator[Change]:
    height = NEW_WINDOW_HEAD_MM - NEW_WINDOW_SILL_MM
    width = max(_rounded_up(missing_mm2 / height, DECIMETRE_MM), 5 * DECIMETRE_MM)
    for id in movable(plan, view.room):
        if id not in view.outer:
            continue
        for near, far in stretches(view.room, plan.walls[id]):
            if far - near >= width + 2 * FROM_CORNER_MM:
                at_mm = round((near + far - width) / 2)
                window = Opening(
                    id, OpeningKind.WINDOW, at_mm, width, NEW_WINDOW_SILL_MM, NEW_WINDOW_HEAD_MM
                )
                yield partial(with_new, window, None)


def windows_out(view: RoomView) -> list[Facing]:
    """The windows through which daylight comes."""
    return [
        facing
        for facing in view.openings
        if facing.opening.kind is OpeningKind.WINDOW
        and facing.opening.head_mm > facing.opening.sill_mm
        and facing.leads_out
    ]


def with_new(opening: Opening, instead_of: int | None, plan: Plan) -> Plan:
    if instead_of is not None:
        plan = edits.remove(plan, [instead_of])
    return edits.put(plan, opening)[0]


def front_door(doors: Iterable[Facing], plan: Plan) -> Iterator[Change]:
    """Say of a door that leads out that it is the front door."""
    for door in sorted(doors, key=lambda one: one.id):
        yield partial(edits.change, id=door.id, thing=replace(door.opening, front=True))


def clear_swing(
    view: RoomView, doors: Iterable[Facing], furniture: Iterable[int], plan: Plan
) -> Iterator[Change]:
    """Let a door open another way; else move furniture aside, else take it away."""
    for door in doors:
        for swing, hinge in product(Side, Hinge):
            turned = replace(door.opening, swing=swing, hinge=hinge)
            if turned != door.opening:
                yield partial(edits.change, id=door.id, thing=turned)
    pieces = [id for id in furniture if not plan.furniture[id].locked]
    yield from aside(view, pieces, plan)
    for id in pieces:
        yield partial(edits.remove, ids=[id])


# Furniture and stairs -----------------------------------------------------------------------


def aside(view: RoomView, furniture: Iterable[int], plan: Plan) -> Iterator[Change]:
    """Move a piece of furniture within its room, as little as possible."""
    pieces = [(id, plan.furniture[id]) for id in furniture if not plan.furniture[id].locked]
    for distance in range(DECIMETRE_MM, FARTHEST_ASIDE_MM + 1, DECIMETRE_MM):
        for id, piece in pieces:
            for dx, dy in ((distance, 0), (-distance, 0), (0, distance), (0, -distance)):
                moved = replace(piece, at=piece.at.moved(dx, dy))
                if stands_free(view, moved, id):
                    yield partial(edits.change, id=id, thing=moved)


def stands_free(view: RoomView, piece: Furniture, id: int | None = None) -> bool:
    """Whether a piece of furniture stands within the room and on no other piece."""
    shape = body_of(piece)
    return bool(view.room.polygon.buffer(ON_FACE_MM).covers(shape)) and not any(
        shape.intersection(body_of(other)).area > 0
        for other_id, other in view.furniture
        if other_id != id
    )


def new_furniture(views: Iterable[RoomView], item: Item, plan: Plan) -> Iterator[Change]:
    """Put a piece of furniture with its back against a wall of one of the rooms."""
    for view in sorted(views, key=lambda one: one.place):
        ring = orient(view.room.polygon).exterior.coords
        for (ax, ay), (bx, by) in pairwise(ring):
            length = hypot(bx - ax, by - ay)
            ux, uy = (bx - ax) / length, (by - ay) / length
            angle = round(degrees(atan2(-uy, -ux))) % 360
            half, deep = item.width_mm / 2, item.depth_mm / 2
            for along in (half, length - half, length / 2):
                x, y = ax + ux * along - uy * deep, ay + uy * along + ux * deep
                piece = item.placed(Point(round(x), round(y)), angle)
                if stands_free(view, piece):
                    yield partial(_put, piece)


def _put(piece: Furniture, plan: Plan) -> Plan:
    return edits.put(plan, piece)[0]


def better_stair(id: int, stair: Stair, plan: Plan) -> Iterator[Change]:
    """Give a stair other measures: from where its foot is, or its top, or in the middle."""
    now = plan.stairs[id]
    dx, dy = turned((now.run_mm - stair.run_mm, 0), now.angle)
    for part in (0.0, 1.0, 0.5):
        at = now.at.moved(round(dx * part), round(dy * part))
        yield partial(edits.change, id=id, thing=replace(stair, at=at))


def _rounded_up(length_mm: float, step_mm: int) -> int:
    return ceil((length_mm - HAIR_MM) / step_mm) * step_mm
