"""Checks of one room: whether it is big, wide and high enough for what it is for."""

from __future__ import annotations

from functools import partial

from desktop.floorplans.catalogue import Use
from desktop.floorplans.checks import items, ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import LIVED_IN, M2, Finding, Mend, Ways, Wish
from desktop.floorplans.checks.fitting import HAIR_MM, HAIR_MM2, fits, sides
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.geometry.width import clear_width_mm
from desktop.floorplans.plan import RoomType

Found = list[Finding] | None


def living_area(view: RoomView, asked: Asked) -> Found:
    """Every room to live in is at least 5 m². The article says so of a living area, which may be
    more than one room; a sketch whose walls still move is held to each room."""
    if view.type not in LIVED_IN:
        return None
    return _big_enough(view, asked, "living-area", asked.rule("living-area")["area_m2"])


def room_width(view: RoomView, asked: Asked) -> Found:
    """Every room to live in is wide enough."""
    if view.type not in LIVED_IN:
        return None
    return _wide_enough(view, asked, "room-width", asked.rule("room-width")["width_mm"])


def toilet(view: RoomView, asked: Asked) -> Found:
    """A toilet in a room of its own has room to sit."""
    if view.type is not RoomType.TOILET:
        return None
    rule = asked.rule("toilet")
    return _fits_in(view, asked, "toilet", rule["width_mm"], rule["depth_mm"])


def bathroom(view: RoomView, asked: Asked) -> Found:
    """A bathroom is big and wide enough, more so with a toilet in it."""
    if view.type is not RoomType.BATHROOM:
        return None
    rule = asked.rule("bathroom")
    if items.stands_in(view, Use.TOILET):
        area_m2, width_mm = rule["with_toilet_area_m2"], rule["with_toilet_width_mm"]
    else:
        area_m2, width_mm = rule["area_m2"], rule["width_mm"]
    return _big_enough(view, asked, "bathroom", area_m2) + _wide_enough(
        view, asked, "bathroom", width_mm
    )


def accessible(view: RoomView, asked: Asked) -> Found:
    """The bathroom, or the toilet, of who asks for an accessible one."""
    check = "accessible-bathroom"
    if Wish.ACCESSIBLE_BATHROOM not in asked.wishes:
        return None
    rule = asked.rule(check)
    if view.type is RoomType.TOILET:
        return _fits_in(view, asked, check, rule["toilet_width_mm"], rule["toilet_depth_mm"])
    if view.type is not RoomType.BATHROOM:
        return None
    if items.stands_in(view, Use.TOILET):
        width_mm, depth_mm = rule["with_toilet_width_mm"], rule["with_toilet_depth_mm"]
    else:
        width_mm, depth_mm = rule["width_mm"], rule["depth_mm"]
    return _fits_in(view, asked, check, width_mm, depth_mm)


def turning(view: RoomView, asked: Asked) -> Found:
    """Where a wheelchair comes it can turn."""
    turned_in = LIVED_IN | {RoomType.BATHROOM, RoomType.HALL}
    if Wish.WHEELCHAIR not in asked.wishes or view.type not in turned_in:
        return None
    needed = asked.rule("turning")["width_mm"]
    width = clear_width_mm(view.room.polygon)
    if width >= needed - HAIR_MM:
        return []
    numbers = view.named(width_mm=width, needed_mm=needed)
    mend = move_wall(view, asked, "turning", partial(ways.more_room, view, (needed - width,)))
    return [asked.warn("turning", "narrow", numbers, view.level, view.place, mend)]


def _big_enough(view: RoomView, asked: Asked, check: str, needed_m2: float) -> list[Finding]:
    area_mm2 = view.room.area_mm2
    if area_mm2 >= needed_m2 * M2 - HAIR_MM2:
        return []
    numbers = view.named(area_m2=area_mm2 / M2, needed_m2=needed_m2)
    missing = needed_m2 * M2 - area_mm2
    mend = move_wall(view, asked, check, partial(ways.resized, view, missing))
    return [asked.fail(check, "small", numbers, view.level, view.place, mend)]


def _wide_enough(view: RoomView, asked: Asked, check: str, needed_mm: float) -> list[Finding]:
    width = clear_width_mm(view.room.polygon)
    if width >= needed_mm - HAIR_MM:
        return []
    numbers = view.named(width_mm=width, needed_mm=needed_mm)
    missing = needed_mm - width
    mend = move_wall(view, asked, check, partial(ways.more_room, view, (missing,)))
    return [asked.fail(check, "narrow", numbers, view.level, view.place, mend)]


def _fits_in(
    view: RoomView, asked: Asked, check: str, width_mm: float, depth_mm: float
) -> list[Finding]:
    if fits(view.room.polygon, width_mm, depth_mm):
        return []
    width, depth = sides(view.room.polygon)
    numbers = view.named(
        width_mm=width, depth_mm=depth, needed_width_mm=width_mm, needed_depth_mm=depth_mm
    )
    missing = (width_mm - width, depth_mm - depth)
    mend = move_wall(view, asked, check, partial(ways.more_room, view, missing))
    return [asked.fail(check, "tight", numbers, view.level, view.place, mend)]


def move_wall(view: RoomView, asked: Asked, check: str, tried: Ways) -> Mend | None:
    """A mend that moves a wall of the room; none when all of them belong to the building."""
    if not ways.is_movable(view.plan, view.room.walls):
        return None
    return asked.mend("move-wall", check, view.level, view.place, tried)
