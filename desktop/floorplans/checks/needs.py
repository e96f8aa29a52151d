"""Checks of the home as a whole: what every home needs, and whether that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from math import fsum

from desktop.floorplans.catalogue import Use, item, keys_for
from desktop.floorplans.checks import items, ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import LIVED_IN, M2, MISSING, Change, Finding
from desktop.floorplans.checks.fitting import HAIR_MM, HAIR_MM2
from desktop.floorplans.checks.reports import Report
from desktop.floorplans.checks.rooms import move_wall
from desktop.floorplans.geometry.width import clear_width_mm
from desktop.floorplans.plan import Furniture, Home, Plan, RoomType

Found = list[Finding] | None
WASHED_IN = (RoomType.BATHROOM, RoomType.STORAGE)
WET = (RoomType.TOILET, RoomType.BATHROOM)


@dataclass(frozen=True, eq=False)
class Whole:
    """A home with what was found of its rooms: those of each type together, and those with a door
    to the open air."""

    home: Home
    reports: Mapping[RoomType, Collection[Report]]
    outer: Collection[Report]
    usable_mm2: float

    def of(self, *types: RoomType) -> Iterator[Report]:
        return chain.from_iterable(self.reports.get(type, ()) for type in types)

    def has(self, type: RoomType) -> bool:
        return bool(self.reports.get(type))


def living_space(whole: Whole, asked: Asked) -> Found:
    """Enough space to live in, all rooms together."""
    rule = asked.rule("living-space")
    has_mm2 = fsum(report.lived_in_mm2 for report in whole.of(*LIVED_IN))
    share_mm2 = rule["usable_share"] * whole.usable_mm2
    numbers = {
        "area_m2": has_mm2 / M2,
        "usable_m2": whole.usable_mm2 / M2,
        "needed_m2": rule["area_m2"],
        "needed_share_m2": share_mm2 / M2,
    }
    if has_mm2 < rule["area_m2"] * M2 - HAIR_MM2:
        return [asked.fail("living-space", "small" if has_mm2 else MISSING, numbers)]
    if has_mm2 < share_mm2 - HAIR_MM2:
        if any(report.view.room.label is None for report in whole.of(RoomType.OTHER)):
            return None  # a room without a name may still become one to live in
        return [asked.fail("living-space", "share", numbers)]
    return [asked.well("living-space", numbers)]


def living_room(whole: Whole, asked: Asked) -> Found:
    """One real living room; a kitchen to live in counts."""
    check = "living-room"
    rule = asked.rule(check)
    candidates = list(whole.of(RoomType.LIVING, RoomType.KITCHEN))
    if not candidates:
        return [asked.fail(check, MISSING, rule.numbers)]
    best = _largest(candidates)
    view, width = best.view, clear_width_mm(best.view.room.polygon)
    numbers = view.named(
        area_m2=best.roomy_mm2 / M2,
        width_mm=width,
        needed_m2=rule["area_m2"],
        needed_width_mm=rule["width_mm"],
    )
    missing_mm2 = rule["area_m2"] * M2 - best.roomy_mm2
    if missing_mm2 <= HAIR_MM2:
        return [asked.well(check, numbers)]
    if best.roomy_mm2 == 0:
        tried = partial(ways.room_for, view, rule["width_mm"], rule["area_m2"] * M2)
        mend = move_wall(view, asked, check, tried)
        return [asked.fail(check, "narrow", numbers, view.level, view.place, mend)]
    mend = move_wall(view, asked, check, partial(ways.resized, view, missing_mm2))
    return [asked.fail(check, "small", numbers, view.level, view.place, mend)]


def _largest(rooms: Collection[Report]) -> Report:
    """The largest where it is wide enough, or else at all; of equal ones the first to the left."""
    most = max(map(_size, rooms))
    return min((room for room in rooms if _size(room) == most), key=lambda room: room.view.place)


def _size(room: Report) -> tuple[float, float]:
    return room.roomy_mm2, room.lived_in_mm2


def toilet(whole: Whole, asked: Asked) -> Found:
    """A toilet, in a room of its own or in the bathroom."""
    if whole.has(RoomType.TOILET):
        return []
    if any(items.stands_in(room.view, Use.TOILET) for room in whole.of(RoomType.BATHROOM)):
        return []
    return [asked.fail("toilet", MISSING, asked.rule("toilet").numbers)]


def bathroom(whole: Whole, asked: Asked) -> Found:
    """A bathroom."""
    if whole.has(RoomType.BATHROOM):
        return []
    return [asked.fail("bathroom", MISSING, asked.rule("bathroom").numbers)]


def kitchen(whole: Whole, asked: Asked) -> Found:
    """A place to cook and a sink, in a room to live in: a kitchen, or where both stand."""
    if whole.has(RoomType.KITCHEN):
        return []
    for room in whole.of(*LIVED_IN):
        if items.stands_in(room.view, Use.SINK) and items.stands_in(room.view, Use.COOKER):
            return []
    return [asked.fail("kitchen", MISSING, {})]


def storage(whole: Whole, asked: Asked) -> Found:
    """A storage room; for a small home it may be shared."""
    return _annex(whole, asked, "storage", RoomType.STORAGE)


def outdoor(whole: Whole, asked: Asked) -> Found:
    """An outdoor space; for a small home it may be shared."""
    return _annex(whole, asked, "outdoor", RoomType.OUTDOOR)


def _annex(whole: Whole, asked: Asked, check: str, type: RoomType) -> Found:
    """What belongs to a home but may lie outside the drawing: without it there is a warning."""
    rule = asked.rule(check)
    if whole.usable_mm2 <= rule["shared_up_to_m2"] * M2 + HAIR_MM2:
        return [replace(asked.well(check), case="shared")]
    views = [report.view for report in whole.of(type)]
    if not views:
        return [asked.warn(check, MISSING, rule.numbers)]
    view = max(views, key=lambda one: (one.room.area_mm2, one.place))
    area_mm2, width = view.room.area_mm2, clear_width_mm(view.room.polygon)
    numbers = view.named(
        area_m2=area_mm2 / M2,
        width_mm=width,
        needed_m2=rule["area_m2"],
        needed_width_mm=rule["width_mm"],
    )
    missing_mm2 = rule["area_m2"] * M2 - area_mm2
    if missing_mm2 > HAIR_MM2:
        mend = move_wall(view, asked, check, partial(ways.resized, view, missing_mm2))
        return [asked.fail(check, "small", numbers, view.level, view.place, mend)]
    missing_mm = rule["width_mm"] - width
    if missing_mm > HAIR_MM:
        mend = move_wall(view, asked, check, partial(ways.more_room, view, (missing_mm,)))
        return [asked.fail(check, "narrow", numbers, view.level, view.place, mend)]
    return [asked.well(check, numbers)]


def washing_machine(whole: Whole, asked: Asked) -> Found:
    """A place for a washing machine, shown by putting one there."""
    check = "washing-machine"
    rule = asked.rule(check)
    if any(items.is_for(piece, Use.WASHING_MACHINE) for piece in _all_furniture(whole.home)):
        return []
    first = next(whole.of(*WASHED_IN), None)
    mend = None
    if first is not None:
        tried = partial(_washing_places, whole, first.view.level)
        mend = asked.mend("put-washing-machine", check, first.view.level, None, tried)
    return [asked.warn(check, MISSING, rule.numbers, mend=mend)]


def _washing_places(whole: Whole, level: int, plan: Plan) -> Iterator[Change]:
    views = [room.view for room in whole.of(*WASHED_IN) if room.view.level == level]
    for key in sorted(keys_for(Use.WASHING_MACHINE)):
        machine = item(key)
        if machine is not None:
            yield from ways.new_furniture(views, machine, plan)


def _all_furniture(home: Home) -> Iterator[Furniture]:
    for plan in home.levels:
        yield from plan.furniture.values()


def ceiling(whole: Whole, asked: Asked) -> Found:
    """Rooms to live in are high enough, toilet and bathroom nearly so."""
    rule = asked.rule("ceiling")
    kinds = {"room": (rule["lived_in_mm"], tuple(LIVED_IN)), "wet": (rule["wet_room_mm"], WET)}
    found, any_room = [], False
    for case, (needed_mm, types) in kinds.items():
        for level, plan in enumerate(whole.home.levels):
            if not any(room.view.level == level for room in whole.of(*types)):
                continue
            any_room = True
            height = plan.ceiling_mm
            if height < needed_mm:
                numbers = {"height_mm": height, "needed_mm": needed_mm}
                found.append(asked.fail("ceiling", case, numbers, level))
    return found if any_room else None


def front_door(whole: Whole, asked: Asked) -> Found:
    """A front door: the home begins there."""
    doors = [(room.view.level, way) for room in whole.outer for way in room.ways_out]
    if any(way.opening.front for _level, way in doors):
        return []
    free = [(level, way) for level, way in doors if not way.opening.locked]
    mend = None
    if free:
        level = free[0][0]
        tried = partial(ways.front_door, [way for at, way in free if at == level])
        mend = asked.mend("front-door", "front-door", level, None, tried)
    return [asked.warn("front-door", MISSING, {}, mend=mend)]


NEEDS = {
    "front-door": front_door,
    "living-room": living_room,
    "kitchen": kitchen,
    "bathroom": bathroom,
    "toilet": toilet,
    "living-space": living_space,
    "ceiling": ceiling,
    "washing-machine": washing_machine,
    "storage": storage,
    "outdoor": outdoor,
}
