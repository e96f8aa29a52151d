"""What doors, windows and furniture are held to, beyond the numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.checks import Grade
from desktop.floorplans.plan import Hinge, OpeningKind, RoomType, Side
from desktop.floorplans.wording.findings import sentence
from tests.support import plans
from tests.support.checked import found, room, row, with_door, with_furniture, with_window

LIVING, KITCHEN, TOILET, HALL = RoomType.LIVING, RoomType.KITCHEN, RoomType.TOILET, RoomType.HALL


def test_a_door_between_two_rooms_is_told_once() -> None:
    plan = with_door(row(3_000, (3_000, LIVING), (3_000, HALL)), 5, 1_000, 800)

    (finding,) = found(plan, "door-width")

    assert (finding.grade, finding.case) == (Grade.FAIL, "door")
    assert finding.place is not None
    assert tuple(finding.place) == (3_100, 1_400)


def test_a_hatch_to_a_shaft_may_be_narrow() -> None:
    plan = with_door(row(3_000, (3_000, HALL), (500, RoomType.SHAFT)), 5, 1_000, 600)

    assert found(plan, "door-width") == []


def test_a_window_to_another_room_gives_no_daylight() -> None:
    plan = with_window(row(3_000, (3_000, LIVING), (3_000, HALL)), 5, 500, 2_000, 1_500)

    assert found(plan, "daylight")[0].case == "dark"


def test_a_window_to_a_balcony_gives_daylight() -> None:
    plan = with_window(row(3_000, (3_000, LIVING), (3_000, RoomType.OUTDOOR)), 5, 500, 2_000, 1_500)

    assert found(plan, "daylight")[0].grade is Grade.GOOD


@pytest.mark.parametrize("swing", Side)
@pytest.mark.parametrize("hinge", Hinge)
def test_a_door_hits_furniture_only_where_its_leaf_comes(swing: Side, hinge: Hinge) -> None:
    """A cupboard stands left of the wall, at the near side of the door."""
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    plan = with_door(plan, 5, 1_000, swing=swing, hinge=hinge)
    plan = with_furniture(plan, "cupboard", 2_450, 1_050, 300, 100)

    findings = found(plan, "door-furniture")

    hits = swing is Side.LEFT and hinge is Hinge.NEAR
    assert any(finding.grade is Grade.WARN for finding in findings) is hits


@pytest.mark.parametrize("swing", Side)
@pytest.mark.parametrize("hinge", Hinge)
def test_a_door_meets_a_wall_that_stands_free_only_where_its_leaf_comes(
    swing: Side, hinge: Hinge
) -> None:
    """A thin wall stands in the room left of the door, at its near side."""
    plan = with_door(row(3_000, (3_000, LIVING), (3_000, HALL)), 5, 1_000, swing=swing, hinge=hinge)
    plan = plans.with_walls(plan, plans.wall((2_450, 1_000), (2_450, 1_200), 50))

    (finding,) = found(plan, "door-wall")

    hits = swing is Side.LEFT and hinge is Hinge.NEAR
    assert finding.grade is (Grade.WARN if hits else Grade.GOOD)
    assert not hits or finding.place == (3_100, 1_465)


def test_a_door_of_the_building_that_meets_a_wall_asks_for_another_place_of_the_wall() -> None:
    """Nobody is told to turn or to move a door that is locked."""
    plan = row(3_000, (3_000, LIVING), (3_000, HALL))
    plan = with_door(plan, 5, 1_000, swing=Side.LEFT, locked=True)
    plan = plans.with_walls(plan, plans.wall((2_450, 1_000), (2_450, 1_900), 50))

    (finding,) = found(plan, "door-wall")

    assert finding.grade is Grade.WARN
    assert finding.mend is None
    assert sentence(finding) == "Deze deur staat vast. Zet de muur verder van de deur."


def test_a_door_passes_over_a_rug() -> None:
    plan = with_door(room(3_000, 3_000), 1, 500, swing=Side.LEFT)

    assert found(with_furniture(plan, "rug", 900, 500, 500, 500), "door-furniture") == []


def test_a_toilet_opens_into_the_hall_and_not_into_the_kitchen() -> None:
    to_hall = with_door(row(2_000, (3_000, HALL), (1_000, TOILET)), 5, 500)
    to_kitchen = with_door(row(2_000, (3_000, KITCHEN), (1_000, TOILET)), 5, 500)

    assert found(to_hall, "toilet-kitchen")[0].grade is Grade.GOOD
    assert found(to_kitchen, "toilet-kitchen")[0].grade is Grade.WARN


def test_a_passage_has_no_leaf_that_hits() -> None:
    plan = with_door(room(3_000, 3_000), 1, 500, kind=OpeningKind.PASSAGE)

    assert found(with_furniture(plan, "wardrobe", 900, 500, 500, 500), "door-furniture") == []


def test_a_nightstand_may_stand_beside_a_bed() -> None:
    plan = room(1_500, 3_000, RoomType.BEDROOM)
    plan = with_furniture(plan, "bed-single", 500, 1_500, 900, 2_000)

    beside = with_furniture(plan, "nightstand", 1_200, 2_300, 400, 400)
    blocked = with_furniture(plan, "wardrobe", 1_250, 2_000, 500, 1_000)

    assert found(beside, "walking-room")[0].grade is Grade.GOOD
    assert found(blocked, "walking-room")[0].grade is Grade.WARN


def test_a_toilet_in_the_bathroom_is_a_toilet() -> None:
    plan = room(2_000, 2_500, RoomType.BATHROOM)

    assert found(plan, "toilet")[0].case == "missing"
    with_toilet = with_furniture(plan, "toilet", 300, 400, 380, 600)
    assert found(with_toilet, "toilet")[0].grade is Grade.GOOD


def test_one_can_cook_in_a_living_room_with_a_sink_and_a_cooker() -> None:
    plan = with_furniture(room(5_000, 5_000), "kitchen-sink", 500, 400, 600, 600)

    assert found(plan, "kitchen")[0].case == "missing"
    with_cooker = with_furniture(plan, "cooker", 1_200, 400, 600, 600)
    assert found(with_cooker, "kitchen")[0].grade is Grade.GOOD


def test_a_small_home_may_share_storage_and_outdoor_space() -> None:
    small, big = room(6_000, 5_400), room(9_000, 6_000)

    assert [found(small, check)[0].case for check in ("storage", "outdoor")] == ["shared"] * 2
    assert [found(big, check)[0].case for check in ("storage", "outdoor")] == ["missing"] * 2


def test_the_place_of_a_finding_follows_its_label() -> None:
    plan = replace(plans.rectangle(1_800, 4_100, 100))
    plan = plans.with_label(plan, 600, 700, RoomType.BEDROOM)

    (finding,) = found(plan, "room-width")

    assert finding.place is not None
    assert tuple(finding.place) == (600, 700)
