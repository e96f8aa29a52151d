"""Checks of the doors of a room: wide enough, and nothing in the way of their leaves."""

from __future__ import annotations

from functools import partial
from itertools import combinations
from math import ceil

from shapely import Polygon, box

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import Finding
from desktop.floorplans.checks.fitting import body_of
from desktop.floorplans.checks.items import is_solid
from desktop.floorplans.checks.new_doors import FIRST_TO, new_door
from desktop.floorplans.checks.survey import Facing, RoomView
from desktop.floorplans.geometry.faces import Box
from desktop.floorplans.geometry.lines import SAME_PLACE_MM
from desktop.floorplans.geometry.openings import clear_width_mm, sweep
from desktop.floorplans.plan import OpeningKind, RoomType, Side

Found = list[Finding] | None

# Leaves that overlap less than this only touch.
TOUCH_MM2 = 1.0


def door_width(view: RoomView, asked: Asked) -> Found:
    """Every door and passage is wide enough to walk and roll through. A shaft is not walked into;
    one of the two rooms tells."""
    told = [
        facing for facing in view.openings if is_walked_through(facing) and _tells(view, facing)
    ]
    if not told or view.type is RoomType.SHAFT:
        return None
    needed = asked.rule("door-width")["width_mm"]
    narrow = [facing for facing in told if clear_width_mm(facing.opening) < needed]
    return [_too_narrow(view, asked, facing, needed) for facing in narrow]


def _too_narrow(view: RoomView, asked: Asked, facing: Facing, needed_mm: float) -> Finding:
    clear = clear_width_mm(facing.opening)
    mend = None
    if not facing.opening.locked:
        width = facing.opening.width_mm + ceil(needed_mm - clear)
        tried = partial(ways.wider, facing, width)
        mend = asked.mend("widen-door", "door-width", view.level, facing.middle, tried)
    numbers = view.named(width_mm=clear, needed_mm=needed_mm)
    case = facing.opening.kind.value
    return asked.fail("door-width", case, numbers, view.level, facing.middle, mend)


def door_furniture(view: RoomView, asked: Asked) -> Found:
    """No door hits furniture."""
    bodies = [(id, body_of(piece)) for id, piece in view.furniture if is_solid(piece)]
    doors = _opening_into(view) if bodies else []
    if not doors:
        return None
    found = []
    for door in doors:
        leaf = _leaf(view, door)
        hit = [id for id, body in bodies if leaf.intersection(body).area > TOUCH_MM2]
        if hit:
            found.append(_in_the_way(view, asked, "door-furniture", [door], hit))
    return found


def door_wall(view: RoomView, asked: Asked) -> Found:
    """Every door opens all the way: its leaf meets no other wall, and so no shaft or column."""
    doors = _opening_into(view)
    if not doors:
        return None
    frame_mm = asked.rule("door-wall")["frame_mm"]
    return [
        _into_a_wall(view, asked, door) for door in doors if not _has_floor(view, door, frame_mm)
    ]


def _has_floor(view: RoomView, door: Facing, frame_mm: float) -> bool:
    """Whether there is floor wherever the leaf of a door comes."""
    left, bottom, right, top = door.swing_box
    if view.room.is_rectangle:  # so are most, and their doors stand square to it
        x, y, far_x, far_y = view.room.box
        outside = max(x - left, y - bottom, right - far_x, top - far_y)
        return outside <= frame_mm + SAME_PLACE_MM
    around = box(left + frame_mm, bottom + frame_mm, right - frame_mm, top - frame_mm)
    if view.room.polygon.covers(around):  # soon told, of most doors
        return True
    leaf = _leaf(view, door).buffer(-frame_mm)
    return bool(leaf.difference(view.room.polygon).area <= TOUCH_MM2)


def _into_a_wall(view: RoomView, asked: Asked, door: Facing) -> Finding:
    if door.opening.locked:  # who draws cannot turn or move it: the wall has to give way
        return asked.warn("door-wall", "fixed", view.named(), view.level, door.middle)
    tried = partial(ways.elsewhere, door)
    mend = asked.mend("clear-door", "door-wall", view.level, door.middle, tried)
    return asked.warn("door-wall", "hit", view.named(), view.level, door.middle, mend)


def door_clash(view: RoomView, asked: Asked) -> Found:
    """No two doors hit each other."""
    doors = _opening_into(view)
    if len(doors) < 2:
        return None
    boxed = [(door, door.swing_box) for door in doors]
    return [
        _in_the_way(view, asked, "door-clash", [one, other], [])
        for (one, one_box), (other, other_box) in combinations(boxed, 2)
        if _overlap(one_box, other_box)  # most do not
        and _leaf(view, one).intersection(_leaf(view, other)).area > TOUCH_MM2
    ]


def toilet_kitchen(view: RoomView, asked: Asked) -> Found:
    """A toilet does not open into the kitchen."""
    if view.type is not RoomType.TOILET:
        return None
    found = []
    for facing in view.openings:
        if is_walked_through(facing) and facing.beyond is RoomType.KITCHEN:
            mend = None
            if not facing.opening.locked:
                tried = partial(new_door, view, facing.opening.width_mm, facing.id)
                mend = asked.mend("move-door", "toilet-kitchen", view.level, facing.middle, tried)
            place = facing.middle
            found.append(
                asked.warn("toilet-kitchen", "door", view.named(), view.level, place, mend)
            )
    return found


def _opening_into(view: RoomView) -> list[Facing]:
    return [
        facing
        for facing in view.openings
        if facing.opening.kind is OpeningKind.DOOR and facing.opening.swing is facing.side
    ]


def _leaf(view: RoomView, door: Facing) -> Polygon:
    """The floor that the leaf of a door moves over."""
    return sweep(view.plan, door.opening)


def _overlap(one: Box, other: Box) -> bool:
    (left, bottom, right, top), (left2, bottom2, right2, top2) = one, other
    return left < right2 and left2 < right and bottom < top2 and bottom2 < top


def _in_the_way(
    view: RoomView, asked: Asked, check: str, doors: list[Facing], furniture: list[int]
) -> Finding:
    free = [door for door in doors if not door.opening.locked]
    loose = [id for id in furniture if not view.plan.furniture[id].locked]
    mend = None
    if free or loose:
        tried = partial(ways.clear_swing, view, free, loose)
        mend = asked.mend("clear-door", check, view.level, doors[0].middle, tried)
    numbers = view.named()
    if furniture:
        numbers["item"] = view.plan.furniture[furniture[0]].item
    return asked.warn(check, "hit", numbers, view.level, doors[0].middle, mend)


def is_walked_through(facing: Facing) -> bool:
    """Whether people go through: not a window, and not the hatch of a shaft."""
    return facing.opening.kind is not OpeningKind.WINDOW and facing.beyond is not RoomType.SHAFT


def _tells(view: RoomView, facing: Facing) -> bool:
    """Of the two rooms of a door one tells what is the matter with it: rather the bedroom than
    the hall, of two bedrooms that to the left of the wall."""
    if facing.beyond is None or facing.beyond is view.type:
        return facing.beyond is None or facing.side is Side.LEFT
    return FIRST_TO.index(view.type) > FIRST_TO.index(facing.beyond)
