"""Checks of the home as a whole: what every home needs, and whether that is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from desktop.floorplans.catalogue import Use, keys_for
from desktop.floorplans.checks import items, ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import LIVED_IN, M2, Finding
from desktop.floorplans.checks.fitting import HAIR_MM, HAIR_MM2
from desktop.floorplans.checks.reports import Report
from desktop.floorplans.checks.rooms import move_wall
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.geometry.width import clear_width_mm
from desktop.floorplans.plan import Furniture, Home, Point, RoomType

Found = list[Finding] | None
WET = (RoomType.TOILET, RoomType.BATHROOM)


@dataclass(eq=False)
class Whole:
    """A home with what was found of its rooms."""

    home: Home
    reports: Collection[Report]
    usable_mm2: float

    @cached_property
    def _by_type(self) -> Mapping[RoomType, list[Report]]:
        by_type: dict[RoomType, list[Report]] = {type: [] for type in RoomType}
        for report in self.reports:
            by_type[report.view.room.type].append(report)
        return by_type

    def of(self, *types: RoomType) -> list[Report]:
        return [report for type in types for report in self._by_type[type]]

    def views(self, *types: RoomType) -> list[RoomView]:
        return [report.view for report in self.of(*types)]


def living_space(whole: Whole, asked: Asked) -> Found:
    """Enough space to live in, all rooms together."""
    rule = asked.rule("living-space")
    has_mm2 = sum(report.lived_in_mm2 for report in whole.of(*LIVED_IN))
    share_mm2 = rule["usable_share"] * whole.usable_mm2
    numbers = {
        "area_m2": has_mm2 / M2,
        "usable_m2": whole.usable_mm2 / M2,
        "needed_m2": rule["area_m2"],
        "needed_share_m2": share_mm2 / M2,
    }
    if has_mm2 < rule["area_m2"] * M2 - HAIR_MM2:
        return [asked.fail("living-space", "small", numbers)]
    if has_mm2 < share_mm2 - HAIR_MM2:
        return [asked.fail("living-space", "share", numbers)]
    return [asked.well("living-space", numbers)]


def living_room(whole: Whole, asked: Asked) -> Found:
    """One real living room; a kitchen to live in counts."""
    check = "living-room"
    rule = asked.rule(check)
    candidates = whole.of(RoomType.LIVING, RoomType.KITCHEN)
    if not candidates:
        return [asked.fail(check, "missing", rule.numbers)]
    best = max(candidates, key=_size)
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
    mend = move_wall(view, asked, check, partial(ways.more_area, view, missing_mm2))
    return [asked.fail(check, "small", numbers, view.level, view.place, mend)]


def _size(report: Report) -> tuple[float, float, Point]:
    return report.roomy_mm2, report.lived_in_mm2, report.view.place


def toilet(whole: Whole, asked: Asked) -> Found:
    """A toilet, in a room of its own or in the bathroom."""
    if whole.of(RoomType.TOILET):
        return []
    if any(items.stands_in(view, Use.TOILET) for view in whole.views(RoomType.BATHROOM)):
        return []
    return [asked.fail("toilet", "missing", asked.rule("toilet").numbers)]


def bathroom(whole: Whole, asked: Asked) -> Found:
    """A bathroom."""
    if whole.of(RoomType.BATHROOM):
        return []
    return [asked.fail("bathroom", "missing", asked.rule("bathroom").numbers)]


def kitchen(whole: Whole, asked: Asked) -> Found:
    """A place to cook and a sink, in a room to live in: a kitchen, or where both stand."""
    if whole.of(RoomType.KITCHEN):
        return []
    for view in whole.views(*LIVED_IN):
        if items.stands_in(view, Use.SINK) and items.stands_in(view, Use.COOKER):
            return []
    return [asked.fail("kitchen", "missing", {})]


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
    views = whole.views(type)
    if not views:
        return [asked.warn(check, "missing", rule.numbers)]
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
        mend = move_wall(view, asked, check, partial(ways.more_area, view, missing_mm2))
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
    views = whole.views(
        RoomType.BATHROOM, RoomType.STORAGE, RoomType.KITCHEN, RoomType.HALL, RoomType.OTHER
    )
    mend = None
    if views:
        level = views[0].level
        here = [view for view in views if view.level == level]
        size = round(rule["width_mm"]), round(rule["depth_mm"])
        (key,) = keys_for(Use.WASHING_MACHINE)
        tried = partial(ways.new_furniture, here, key, *size)
        mend = asked.mend("put-washing-machine", check, level, tried)
    return [asked.warn(check, "missing", rule.numbers, mend=mend)]


def _all_furniture(home: Home) -> Iterator[Furniture]:
    for plan in home.levels:
        yield from plan.furniture.values()


def ceiling(whole: Whole, asked: Asked) -> Found:
    """Rooms to live in are high enough, toilet and bathroom nearly so."""
    rule = asked.rule("ceiling")
    kinds = {"room": (rule["lived_in_mm"], tuple(LIVED_IN)), "wet": (rule["wet_room_mm"], WET)}
    found, any_room = [], False
    for case, (needed_mm, types) in kinds.items():
        views = whole.views(*types)
        any_room = any_room or bool(views)
        for level in sorted({view.level for view in views}):
            height = whole.home.levels[level].ceiling_mm
            if height < needed_mm:
                numbers = {"height_mm": height, "needed_mm": needed_mm}
                found.append(asked.fail("ceiling", case, numbers, level))
    return found if any_room else None


def front_door(whole: Whole, asked: Asked) -> Found:
    """A front door: the home begins there."""
    doors = [
        (report.view.level, way)
        for report in whole.reports
        if report.ways_out
        for way in report.ways_out
    ]
    if any(way.opening.front for _level, way in doors):
        return []
    free = [(level, way) for level, way in doors if not way.opening.locked]
    mend = None
    if free:
        level = free[0][0]
        tried = partial(ways.front_door, [way for at, way in free if at == level])
        mend = asked.mend("front-door", "front-door", level, tried)
    return [asked.warn("front-door", "missing", {}, mend=mend)]


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
