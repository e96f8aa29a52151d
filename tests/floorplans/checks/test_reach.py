"""Every room can be reached from the front door."""

from __future__ import annotations

from dataclasses import replace

from desktop.floorplans.checks import Grade
from desktop.floorplans.plan import Home, Opening, OpeningKind, Plan, Point, RoomType, Side, Stair
from tests.support import plans
from tests.support.checked import found, room, row, with_door

LIVING, BEDROOM, HALL = RoomType.LIVING, RoomType.BEDROOM, RoomType.HALL


def three_rooms(*walls_with_a_door: int, width_mm: int = 930) -> Plan:
    """Hall, living room and bedroom in a row; the front door is in the hall."""
    plan = row(3_000, (3_000, HALL), (3_000, LIVING), (3_000, BEDROOM))
    plan = with_door(plan, 1, 500, front=True)
    for wall in walls_with_a_door:
        plan = with_door(plan, wall, 1_000, width_mm)
    return plan


def two_storeys(stair: Stair | None) -> Home:
    below, above = with_door(room(8_000, 3_000, HALL), 1, 500, front=True), room(8_000, 3_000)
    if stair is not None:
        below = replace(below, stairs=below.stairs.set(90, stair))
    return Home((below, above))


def test_rooms_behind_doors_can_be_reached() -> None:
    (finding,) = found(three_rooms(5, 6), "reachable")

    assert finding.grade is Grade.GOOD


def test_a_room_without_a_door_cannot_be_reached() -> None:
    (finding,) = found(three_rooms(5), "reachable")

    assert (finding.grade, finding.case) == (Grade.FAIL, "none")
    assert finding.numbers["type"] == "bedroom"
    assert finding.place == Point(7_750, 1_550)


def test_rooms_that_are_shut_off_together_are_one_finding() -> None:
    (finding,) = found(three_rooms(6), "reachable")

    assert finding.numbers["more"] == 1


def test_a_door_that_is_too_narrow_is_not_the_way() -> None:
    (finding,) = found(three_rooms(5, 6, width_mm=929), "reachable")

    assert (finding.grade, finding.case) == (Grade.WARN, "narrow")


def test_a_window_is_no_way() -> None:
    plan = plans.with_opening(three_rooms(5), Opening(6, OpeningKind.WINDOW, 1_000, 1_200))

    (finding,) = found(plan, "reachable")

    assert finding.case == "none"


def test_without_a_front_door_nobody_can_say() -> None:
    plan = row(3_000, (3_000, HALL), (3_000, LIVING))

    assert found(plan, "reachable") == []
    assert found(plan, "front-door")[0].case == "missing"


def test_nobody_has_to_get_into_a_shaft() -> None:
    plan = with_door(row(3_000, (3_000, HALL), (800, RoomType.SHAFT)), 1, 500, front=True)

    (finding,) = found(plan, "reachable")

    assert finding.grade is Grade.GOOD


def test_a_small_space_without_a_name_is_taken_for_a_shaft() -> None:
    plan = with_door(plans.with_shaft(), 1, 500, front=True)

    (finding,) = found(plan, "reachable")

    assert finding.grade is Grade.GOOD


def test_a_balcony_must_have_a_door() -> None:
    plan = with_door(row(3_000, (4_000, HALL), (2_000, RoomType.OUTDOOR)), 1, 500, front=True)

    (finding,) = found(plan, "reachable")

    assert finding.numbers["type"] == "outdoor"


def test_a_stair_leads_to_the_storey_above() -> None:
    stair = Stair(Point(500, 1_500), 0, run_mm=3_300, risers=16)

    (finding,) = found(two_storeys(stair), "reachable")

    assert finding.grade is Grade.GOOD


def test_a_storey_without_a_stair_cannot_be_reached() -> None:
    (finding,) = found(two_storeys(None), "reachable")

    assert (finding.grade, finding.level) == (Grade.FAIL, 1)


def test_a_narrow_corridor_shuts_off_what_is_behind_it() -> None:
    """The hall is an L of 700 mm wide; the bedroom lies at its far end."""
    plan = plans.with_walls(
        plans.rectangle(6_100, 5_100, 100),
        plans.wall((0, 800), (6_100, 800)),
    )
    plan = plans.with_label(plan, 3_000, 3_000, BEDROOM)
    plan = plans.with_label(plan, 3_000, 400, HALL)
    plan = with_door(with_door(plan, 1, 300, front=True), 5, 4_500, swing=Side.LEFT)

    (finding,) = found(plan, "reachable")
    (narrow,) = found(plan, "route-width")

    assert (finding.grade, finding.numbers["type"]) == (Grade.WARN, "bedroom")
    assert narrow.numbers["width_mm"] == 700
