"""Checks of stairs: wide enough, not too steep, with room for the run and a landing at the top."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from math import ceil, cos, radians, sin

from shapely import affinity, box

from desktop.floorplans.checks import ways
from desktop.floorplans.checks.asked import Asked
from desktop.floorplans.checks.findings import Finding, Mend, Numbers
from desktop.floorplans.checks.fitting import SLACK_MM
from desktop.floorplans.geometry import Derived, Room
from desktop.floorplans.geometry.stairs import footprint, halfway, top
from desktop.floorplans.plan import Home, Point, Stair

ONE_STEP_MM = 200


def stairs(home: Home, derived: Sequence[Derived], asked: Asked) -> list[Finding] | None:
    """Every stair up to another storey."""
    found = []
    for level, id, stair in all_stairs(home):
        found += _measures(home, level, id, stair, asked)
        found += _run(derived[level], level, id, stair, asked)
    return found if any(True for _stair in all_stairs(home)) else None


def landings(home: Home, derived: Sequence[Derived], asked: Asked) -> list[Finding] | None:
    """At the top of every stair there is a landing between the walls."""
    rule = asked.rule("landing")
    found, any_top = [], False
    for level, _id, stair in all_stairs(home):
        if level + 1 < len(home.levels):
            any_top = True
            half = rule["width_mm"] / 2
            x, y, angle = top(stair)
            landing = affinity.translate(
                affinity.rotate(box(0, -half, rule["depth_mm"], half), angle, origin=(0, 0)), x, y
            )
            room = _room_at_top(derived[level + 1], stair)
            if room is None or not room.polygon.buffer(SLACK_MM).covers(landing):
                place = Point(round(x), round(y))
                found.append(asked.fail("landing", "none", rule.numbers, level + 1, place))
    return found if any_top else None


def joined_rooms(home: Home, derived: Sequence[Derived]) -> Iterator[tuple[int, Room, Room]]:
    """For each stair its level and the rooms at its foot and at its top."""
    for level, _id, stair in all_stairs(home):
        if level + 1 < len(home.levels):
            below = derived[level].room_at(*stair.at)
            above = _room_at_top(derived[level + 1], stair)
            if below is not None and above is not None:
                yield level, below, above


def _measures(home: Home, level: int, id: int, stair: Stair, asked: Asked) -> list[Finding]:
    rule = asked.rule("stair")
    height = home.levels[level].ceiling_mm + home.floor_mm
    riser = height / max(stair.risers, 1)
    tread = tread_mm(stair)
    numbers: Numbers = {
        "width_mm": stair.width_mm,
        "tread_mm": tread,
        "riser_mm": riser,
        "needed_width_mm": rule["width_mm"],
        "needed_tread_mm": rule["tread_mm"],
        "most_riser_mm": rule["riser_mm"],
    }
    risers = max(stair.risers, ceil(height / rule["riser_mm"]))
    better = replace(
        stair,
        width_mm=max(stair.width_mm, ceil(rule["width_mm"])),
        risers=risers,
        run_mm=max(stair.run_mm, ceil(rule["tread_mm"] * (risers - 1))),
    )
    mend = _mend(asked, level, id, stair, better)
    cases = {
        "narrow": stair.width_mm < rule["width_mm"],
        "steep": riser > rule["riser_mm"],
        "short": tread < rule["tread_mm"],
    }
    return [
        asked.fail("stair", case, numbers, level, stair.at, mend)
        for case, is_so in cases.items()
        if is_so
    ]


def _run(derived: Derived, level: int, id: int, stair: Stair, asked: Asked) -> list[Finding]:
    """The whole run lies within one room."""
    room = derived.room_at(*halfway(stair))
    if room is not None and room.polygon.buffer(SLACK_MM).covers(footprint(stair)):
        return []
    numbers: Numbers = {"run_mm": stair.run_mm, "width_mm": stair.width_mm}
    return [asked.fail("stair", "out", numbers, level, stair.at)]


def tread_mm(stair: Stair) -> float:
    """The depth of a tread: the last riser ends on the floor above, so there is one tread less."""
    return stair.run_mm / max(stair.risers - 1, 1)


def _mend(asked: Asked, level: int, id: int, stair: Stair, better: Stair) -> Mend | None:
    if stair.locked:
        return None
    return asked.mend(
        "better-stair", "stair", level, stair.at, partial(ways.better_stair, id, better)
    )


def all_stairs(home: Home) -> Iterator[tuple[int, int, Stair]]:
    """The stairs of a home with their storey and number."""
    for level, plan in enumerate(home.levels):
        for id, stair in sorted(plan.stairs.items()):
            yield level, id, stair


def _room_at_top(above: Derived, stair: Stair) -> Room | None:
    """The room that one steps into at the top."""
    x, y, angle = top(stair)
    ahead = radians(angle)
    return above.room_at(round(x + ONE_STEP_MM * cos(ahead)), round(y + ONE_STEP_MM * sin(ahead)))
