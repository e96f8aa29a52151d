"""Small homes to check: rooms with their inner sizes, and what is found of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from desktop.floorplans import edits
from desktop.floorplans.checks import Finding, Grade, Wish, check_home, rules_on
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import (
    Furniture,
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
)
from tests.support import plans

RULES = rules_on(date(2026, 11, 25))
T = 100  # the thickness of every wall here


def room(width_mm: int, depth_mm: int, type: RoomType = RoomType.LIVING) -> Plan:
    """A room with these inner sizes, its walls 1 to 4 below, right, above and left of it."""
    plan = plans.rectangle(width_mm + T, depth_mm + T, T)
    return plans.with_label(plan, width_mm // 2, depth_mm // 2, type)


def row(depth_mm: int, *rooms: tuple[int, RoomType]) -> Plan:
    """Rooms next to each other from left to right, each with its inner width and type. The walls
    around are 1 to 4 as in `room`; those between them follow from left to right."""
    total = sum(width + T for width, _type in rooms)
    plan = plans.rectangle(total, depth_mm + T, T)
    at = 0
    for width, _type in rooms[:-1]:
        at += width + T
        plan = plans.with_walls(plan, plans.wall((at, 0), (at, depth_mm + T)))
    at = 0
    for width, type in rooms:
        plan = plans.with_label(plan, at + (width + T) // 2, (depth_mm + T) // 2, type)
        at += width + T
    return plan


def with_door(plan: Plan, wall: int, at_mm: int, width_mm: int = 930, **more: object) -> Plan:
    door = Opening(wall, OpeningKind.DOOR, at_mm, width_mm)
    return plans.with_opening(plan, replace(door, **more))


def with_window(plan: Plan, wall: int, at_mm: int, width_mm: int, height_mm: int) -> Plan:
    window = Opening(wall, OpeningKind.WINDOW, at_mm, width_mm, 900, 900 + height_mm)
    return plans.with_opening(plan, window)


def with_furniture(
    plan: Plan, item: str, x: int, y: int, width_mm: int, depth_mm: int, angle: int = 0
) -> Plan:
    return edits.put(plan, Furniture(item, Point(x, y), width_mm, depth_mm, angle))[0]


def locked(plan: Plan) -> Plan:
    """The plan with all that can be locked belonging to the building."""
    return edits.lock(plan, [*plan.walls, *plan.openings, *plan.furniture, *plan.stairs], True)


def checked(home: Home | Plan, *wishes: Wish) -> tuple[Finding, ...]:
    """All that is found of a home, or of a plan as a home of one storey."""
    if isinstance(home, Plan):
        home = Home((home,))
    derived = [derive(level) for level in home.levels]
    return check_home(home, derived, RULES, frozenset(wishes))


def found(home: Home | Plan, check: str, *wishes: Wish) -> list[Finding]:
    """What one check finds."""
    return [finding for finding in checked(home, *wishes) if finding.check == check]


def wrong(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    """The checks and cases with which something is wrong."""
    return sorted((f.check, f.case) for f in findings if f.grade is not Grade.GOOD)


def complete_home() -> Home:
    """A home with which nothing is wrong: living room, kitchen with a balcony, two bedrooms, a
    T-shaped hall, toilet, bathroom with a washing machine, and storage."""
    plan = plans.with_walls(
        plans.rectangle(10_100, 8_600, T),
        plans.wall((0, 4_600), (10_100, 4_600)),
        plans.wall((0, 2_900), (2_600, 2_900)),
        plans.wall((4_200, 2_900), (10_100, 2_900)),
        plans.wall((5_100, 4_600), (5_100, 8_600)),
        plans.wall((2_600, 0), (2_600, 2_900)),
        plans.wall((4_200, 0), (4_200, 2_900)),
        plans.wall((6_700, 0), (6_700, 2_900)),
        plans.wall((1_100, 2_900), (1_100, 4_600)),
        plans.wall((8_300, 2_900), (8_300, 4_600)),
        plans.wall((10_100, 4_600), (12_100, 4_600)),
        plans.wall((12_100, 4_600), (12_100, 8_600)),
        plans.wall((12_100, 8_600), (10_100, 8_600)),
    )
    for x, y, type in [
        (2_500, 6_600, RoomType.LIVING),
        (7_600, 6_600, RoomType.KITCHEN),
        (1_300, 1_400, RoomType.BEDROOM),
        (5_400, 1_400, RoomType.BEDROOM),
        (8_400, 1_400, RoomType.STORAGE),
        (550, 3_700, RoomType.TOILET),
        (4_000, 3_700, RoomType.HALL),
        (9_200, 3_700, RoomType.BATHROOM),
        (11_100, 6_600, RoomType.OUTDOOR),
    ]:
        plan = plans.with_label(plan, x, y, type)
    for wall, at_mm in [(3, 6_500), (3, 1_500), (1, 500), (1, 4_800)]:
        plan = with_window(plan, wall, at_mm, 1_600, 1_400)
    right = Side.RIGHT
    plan = with_door(plan, 1, 2_900, front=True)
    for wall, at_mm, swing in [
        (5, 2_000, Side.LEFT),
        (5, 6_000, Side.LEFT),
        (6, 1_400, right),
        (7, 300, right),
        (7, 2_600, right),
        (12, 300, right),
        (13, 300, Side.LEFT),
        (2, 6_000, Side.LEFT),
    ]:
        plan = with_door(plan, wall, at_mm, swing=swing)
    return Home((with_furniture(plan, "washing-machine", 9_700, 3_300, 600, 600),))
