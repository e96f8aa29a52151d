"""Each check turns exactly at its number: one millimetre less is not enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop.floorplans.checks import Grade, Wish
from desktop.floorplans.plan import (
    Hinge,
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
    Stair,
)
from tests.support import plans
from tests.support.checked import (
    found,
    room,
    row,
    with_door,
    with_furniture,
    with_window,
)

Made = Callable[[int], Home | Plan]
LIVING, BEDROOM, HALL = RoomType.LIVING, RoomType.BEDROOM, RoomType.HALL


def bathroom_with_toilet(width_mm: int, depth_mm: int) -> Plan:
    return with_furniture(room(width_mm, depth_mm, RoomType.BATHROOM), "toilet", 250, 400, 380, 600)


def two_rooms(*openings: Opening) -> Plan:
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    for opening in openings:
        plan = plans.with_opening(plan, opening)
    return plan


def corridor(width_mm: int) -> Plan:
    """A hall between two rooms, with a passage to one at its left and to the other at its
    right end."""
    plan = plans.with_walls(
        plans.rectangle(6_100, 6_100 + width_mm + 100, 100),
        plans.wall((0, 3_000), (6_100, 3_000)),
        plans.wall((0, 3_100 + width_mm), (6_100, 3_100 + width_mm)),
    )
    plan = plans.with_label(plan, 3_000, 3_050 + width_mm // 2, HALL)
    plan = plans.with_opening(plan, Opening(5, OpeningKind.PASSAGE, 200, 900))
    return plans.with_opening(plan, Opening(6, OpeningKind.PASSAGE, 5_000, 900))


def with_annex(width_mm: int, depth_mm: int, type: RoomType) -> Plan:
    """A living room of 60 m², and beside it what may be too small."""
    return plans.with_label(
        plans.with_walls(
            plans.rectangle(10_100, 6_100, 100),
            plans.wall((10_100, 0), (10_200 + width_mm, 0)),
            plans.wall((10_200 + width_mm, 0), (10_200 + width_mm, depth_mm + 100)),
            plans.wall((10_200 + width_mm, depth_mm + 100), (10_100, depth_mm + 100)),
        ),
        10_150 + width_mm // 2,
        depth_mm // 2,
        type,
    )


def two_storeys(stair: Stair, height_mm: int = 2_900, upper_width_mm: int = 8_000) -> Home:
    """`height_mm` is from floor to floor."""
    below = room(8_000, 3_000, HALL)
    below = replace(below, stairs=below.stairs.set(below.next_id, stair), next_id=below.next_id + 1)
    return Home((below, room(upper_width_mm, 3_000, HALL)), floor_mm=height_mm - below.ceiling_mm)


GOOD_STAIR = Stair(Point(500, 1_500), 0, width_mm=900, run_mm=3_300, risers=16)


def stair_beside_a_door(gap_mm: int) -> Home:
    below, above = two_storeys(replace(GOOD_STAIR, at=Point(500, 50 + gap_mm + 450))).levels
    return Home((with_door(below, 1, 2_000, swing=Side.RIGHT), above))


def facing_doors(gap_mm: int) -> Plan:
    """Two doors opposite each other that open into a hall, this far more apart than they need."""
    plan = row(1_860 + gap_mm, (3_000, HALL))
    plan = with_door(plan, 1, 500, swing=Side.LEFT)
    opposite = 3_100 - 500 - 930
    return with_door(plan, 3, opposite, swing=Side.LEFT, hinge=Hinge.FAR)


NUMBERS: dict[str, tuple[str, Made]] = {
    "a room to live in is 1.8 m wide": ("room-width", lambda mm: room(1_800 + mm, 4_000, BEDROOM)),
    "a room to live in is 5 m²": ("living-area", lambda mm: room(2_000, 2_500 + mm, BEDROOM)),
    "a living room is 3 m wide": ("living-room", lambda mm: room(3_000 + mm, 5_000)),
    "a living room is 11 m²": ("living-room", lambda mm: room(3_200, 3_438 + mm)),
    "together 18 m²": ("living-space", lambda mm: room(4_000, 4_500 + mm)),
    "55 % of the usable area": (
        "living-space",
        lambda mm: row(4_000, (5_500 + mm, LIVING), (4_400 - mm, HALL)),
    ),
    "a toilet is 0.9 m wide": ("toilet", lambda mm: room(900 + mm, 2_000, RoomType.TOILET)),
    "a toilet is 1.2 m deep": ("toilet", lambda mm: room(1_000, 1_200 + mm, RoomType.TOILET)),
    "a bathroom is 1.6 m²": ("bathroom", lambda mm: room(1_000, 1_600 + mm, RoomType.BATHROOM)),
    "a bathroom is 0.8 m wide": ("bathroom", lambda mm: room(800 + mm, 3_000, RoomType.BATHROOM)),
    "a bathroom with a toilet is 2.2 m²": (
        "bathroom",
        lambda mm: bathroom_with_toilet(1_000, 2_200 + mm),
    ),
    "a bathroom with a toilet is 0.9 m wide": (
        "bathroom",
        lambda mm: bathroom_with_toilet(900 + mm, 3_000),
    ),
    "a door is 0.85 m wide in the clear": (
        "door-width",
        lambda mm: two_rooms(Opening(5, OpeningKind.DOOR, 1_000, 930 + mm)),
    ),
    "a passage is 0.85 m wide": (
        "door-width",
        lambda mm: two_rooms(Opening(5, OpeningKind.PASSAGE, 1_000, 850 + mm)),
    ),
    "a hall is 0.85 m wide from door to door": ("route-width", lambda mm: corridor(850 + mm)),
    "storage is 5 m²": ("storage", lambda mm: with_annex(2_000, 2_500 + mm, RoomType.STORAGE)),
    "storage is 1.8 m wide": (
        "storage",
        lambda mm: with_annex(1_800 + mm, 3_000, RoomType.STORAGE),
    ),
    "outdoor space is 4 m²": (
        "outdoor",
        lambda mm: with_annex(2_000, 2_000 + mm, RoomType.OUTDOOR),
    ),
    "outdoor space is 1.5 m wide": (
        "outdoor",
        lambda mm: with_annex(1_500 + mm, 3_000, RoomType.OUTDOOR),
    ),
    "windows are a tenth of the floor": (
        "daylight",
        lambda mm: with_window(room(3_000, 4_000), 1, 500, 1_000 + mm, 1_200),
    ),
    "windows are half a square metre": (
        "daylight",
        lambda mm: with_window(room(2_000, 2_000), 1, 500, 500 + mm, 1_000),
    ),
    "a stair is 0.8 m wide": (
        "stair",
        lambda mm: two_storeys(replace(GOOD_STAIR, width_mm=800 + mm)),
    ),
    "a tread is 0.22 m": ("stair", lambda mm: two_storeys(replace(GOOD_STAIR, run_mm=3_300 + mm))),
    "a riser is 0.188 m": ("stair", lambda mm: two_storeys(GOOD_STAIR, height_mm=16 * 188 - mm)),
    "a stair lies within its room": (
        "stair",
        lambda mm: two_storeys(replace(GOOD_STAIR, at=Point(8_050 - 3_300 - mm, 1_500))),
    ),
    "a landing is 0.8 m deep": (
        "landing",
        lambda mm: two_storeys(GOOD_STAIR, upper_width_mm=500 - 50 + 3_300 + 800 + mm),
    ),
    "a door is a step of 0.6 m from the side of a stair": (
        "stair-door",
        lambda mm: stair_beside_a_door(600 + mm),
    ),
    "a room to live in is 2.6 m high": (
        "ceiling",
        lambda mm: replace(room(4_000, 4_000), ceiling_mm=2_600 + mm),
    ),
    "a toilet is 2.3 m high": (
        "ceiling",
        lambda mm: replace(room(1_000, 1_300, RoomType.TOILET), ceiling_mm=2_300 + mm),
    ),
    "a leaf is 4 cm from the edge of where its door turns": (
        "door-wall",
        lambda mm: with_door(room(3_000, 930 - 40 + mm), 1, 500, swing=Side.LEFT),
    ),
    "doors do not hit each other": ("door-clash", facing_doors),
    "a door does not hit furniture": (
        "door-furniture",
        lambda mm: with_furniture(
            with_door(room(3_000, 3_000), 1, 500, swing=Side.LEFT),
            "wardrobe",
            1_000,
            50 + 930 + 300 + mm,
            1_000,
            600,
        ),
    ),
    "beside a bed there is 0.6 m": (
        "walking-room",
        lambda mm: with_furniture(
            room(1_500 + mm, 3_000, BEDROOM), "bed-single", 500, 1_500, 900, 2_000
        ),
    ),
    "on both sides of a bed for two there is 0.6 m": (
        "walking-room",
        lambda mm: with_furniture(
            room(4_000, 3_000, BEDROOM), "bed-double", 50 + 600 + 800 + mm, 1_500, 1_600, 2_000
        ),
    ),
    "on two sides of a table there is 0.3 m": (
        "walking-room",
        lambda mm: with_furniture(room(1_900 + mm, 1_200), "table", 850, 500, 1_600, 900),
    ),
    "before a sofa there is 0.4 m": (
        "walking-room",
        lambda mm: with_furniture(room(3_000, 1_300 + mm), "sofa", 1_500, 900 + mm, 2_000, 900),
    ),
}


@pytest.mark.parametrize(("check", "made"), NUMBERS.values(), ids=NUMBERS)
def test_a_check_turns_exactly_at_its_number(check: str, made: Made) -> None:
    assert Grade.GOOD not in {finding.grade for finding in found(made(-1), check)}
    assert {finding.grade for finding in found(made(0), check)} == {Grade.GOOD}


WISHED: dict[str, tuple[str, Wish, Made]] = {
    "an accessible bathroom is 1.6 m": (
        "accessible-bathroom",
        Wish.ACCESSIBLE_BATHROOM,
        lambda mm: room(1_600 + mm, 2_500, RoomType.BATHROOM),
    ),
    "by 1.8 m": (
        "accessible-bathroom",
        Wish.ACCESSIBLE_BATHROOM,
        lambda mm: room(1_700, 1_800 + mm, RoomType.BATHROOM),
    ),
    "with a toilet 2.2 by 2.2 m": (
        "accessible-bathroom",
        Wish.ACCESSIBLE_BATHROOM,
        lambda mm: bathroom_with_toilet(2_200, 2_200 + mm),
    ),
    "an accessible toilet is 1.65 m": (
        "accessible-bathroom",
        Wish.ACCESSIBLE_BATHROOM,
        lambda mm: room(1_650 + mm, 2_500, RoomType.TOILET),
    ),
    "by 2.2 m, an accessible toilet": (
        "accessible-bathroom",
        Wish.ACCESSIBLE_BATHROOM,
        lambda mm: room(1_800, 2_200 + mm, RoomType.TOILET),
    ),
    "a wheelchair turns in 1.5 m": (
        "turning",
        Wish.WHEELCHAIR,
        lambda mm: room(1_500 + mm, 3_000, RoomType.BATHROOM),
    ),
}


@pytest.mark.parametrize(("check", "wish", "made"), WISHED.values(), ids=WISHED)
def test_a_wish_turns_exactly_at_its_number(check: str, wish: Wish, made: Made) -> None:
    assert Grade.GOOD not in {finding.grade for finding in found(made(-1), check, wish)}
    assert {finding.grade for finding in found(made(0), check, wish)} == {Grade.GOOD}


@pytest.mark.parametrize(("check", "wish", "made"), WISHED.values(), ids=WISHED)
def test_nobody_is_held_to_what_they_did_not_wish(check: str, wish: Wish, made: Made) -> None:
    assert found(made(-1), check) == []


@pytest.mark.parametrize(
    ("corners", "area_m2"),
    [
        ([(0, 0), (3_200, 0), (3_200, 3_600), (0, 3_600)], 11.52),
        ([(0, 0), (3_000, 0), (3_000, 3_700), (0, 3_700)], 11.1),
        (
            [(0, 0), (3_200, 0), (3_200, 2_000), (5_200, 2_000), (5_200, 3_500), (0, 3_500)],
            11.2,
        ),
    ],
)
def test_a_real_living_room_is_measured_where_it_is_three_metres_wide(
    corners: list[tuple[int, int]], area_m2: float
) -> None:
    (finding,) = found(inside(corners), "living-room")

    assert finding.grade is Grade.GOOD
    assert finding.numbers["area_m2"] == pytest.approx(area_m2, abs=0.001)


def test_a_long_room_under_three_metres_wide_is_no_living_room() -> None:
    (finding,) = found(room(2_900, 4_500), "living-room")

    assert (finding.grade, finding.case) == (Grade.FAIL, "narrow")
    assert finding.numbers["area_m2"] == 0
    assert finding.numbers["width_mm"] == pytest.approx(2_900)


def inside(corners: list[tuple[int, int]]) -> Plan:
    """A living room with these inner corners, counter-clockwise, square to each other."""
    around = []
    for before, here, after in zip(
        [corners[-1], *corners[:-1]], corners, [*corners[1:], corners[0]], strict=True
    ):
        into = (here[0] - before[0], here[1] - before[1])
        out = (after[0] - here[0], after[1] - here[1])
        x, y = here
        for dx, dy in (into, out):
            length = abs(dx) + abs(dy)
            x += 50 * dy // length
            y -= 50 * dx // length
        around.append((x, y))
    return plans.with_label(plans.ring(around, 100), 1_000, 1_000, RoomType.LIVING)
