"""Daylight, by the area of the windows: an indication. The real rule uses the equivalent area of
NEN 2057, which takes account of what stands before a window."""

from __future__ import annotations

from functools import partial

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import LIVED_IN, M2, Finding
from desktop.floorplans.checks.fitting import HAIR_MM2
from desktop.floorplans.checks.survey import RoomView
from desktop.floorplans.plan import Opening


def daylight(view: RoomView, asked: Asked) -> list[Finding] | None:
    """Every room to live in has windows to the open air of a tenth of its floor, and of half a
    square metre."""
    if view.type not in LIVED_IN:
        return None
    rule = asked.rule("daylight")
    area_mm2 = view.room.area_mm2
    needed_mm2 = max(rule["area_share"] * area_mm2, rule["area_m2"] * M2)
    windows = ways.windows_out(view)
    has_mm2 = sum(glass_mm2(window.opening) for window in windows)
    if has_mm2 >= needed_mm2 - HAIR_MM2:
        return []
    missing_mm2 = needed_mm2 - has_mm2
    numbers = view.named(
        area_m2=area_mm2 / M2, windows_m2=has_mm2 / M2, needed_windows_m2=needed_mm2 / M2
    )
    loose = [window for window in windows if not window.opening.locked]
    mend = None
    if loose or ways.is_movable(view.plan, view.outer):
        tried = partial(ways.more_light, view, missing_mm2)
        mend = asked.mend("more-light", "daylight", view.level, view.place, tried)
    if not windows:
        return [asked.fail("daylight", "dark", numbers, view.level, view.place, mend)]
    if not loose:
        return [_too_big(view, asked, has_mm2 / rule["area_share"])]
    window = max(loose, key=lambda one: (one.opening.width_mm, one.middle))
    numbers["wider_mm"] = ways.wider_by_mm(window.opening, missing_mm2)
    return [asked.fail("daylight", "small", numbers, view.level, window.middle, mend)]


def _too_big(view: RoomView, asked: Asked, most_mm2: float) -> Finding:
    """The windows belong to the building: the room is too big for them."""
    area_mm2 = view.room.area_mm2
    mend = None
    if ways.is_movable(view.plan, view.room.walls):
        tried = partial(ways.resized, view, most_mm2 - area_mm2)
        mend = asked.mend("move-wall", "daylight", view.level, view.place, tried)
    numbers = view.named(area_m2=area_mm2 / M2, most_m2=most_mm2 / M2)
    return asked.fail("daylight", "fixed", numbers, view.level, view.place, mend)


def glass_mm2(window: Opening) -> int:
    """The area of a window, frame included."""
    return window.width_mm * (window.head_mm - window.sill_mm)
