"""Stairs with a turn join two storeys, and the law measures them where one walks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.checks import Grade
from desktop.floorplans.edits import mirror_plan
from desktop.floorplans.plan import Home, Point, RoomType, Stair, StairShape
from tests.support.checked import found, room, with_door

QUARTER = Stair(Point(500, 600), 0, shape=StairShape.QUARTER)
SPIRAL = Stair(Point(2_000, 1_000), 0, width_mm=850, shape=StairShape.SPIRAL)
TURNING = [QUARTER, SPIRAL]


def two_storeys(stair: Stair, upper_depth_mm: int = 5_000) -> Home:
    """A hall with a front door and a bedroom above it, with a stair between them."""
    below = with_door(room(5_000, 5_000, RoomType.HALL), 1, 3_000, front=True)
    below = replace(below, stairs=below.stairs.set(90, stair), next_id=91)
    return Home((below, room(5_000, upper_depth_mm, RoomType.BEDROOM)))


def cases(home: Home, id: str) -> list[str]:
    """What is wrong, by the cases of a check."""
    return [one.case for one in found(home, id) if one.grade is not Grade.GOOD]


@pytest.mark.parametrize("stair", TURNING)
def test_a_stair_with_a_turn_leads_to_the_storey_above(stair: Stair) -> None:
    assert found(two_storeys(stair), "reachable")[0].grade is Grade.GOOD
    assert found(two_storeys(stair), "stair")[0].grade is Grade.GOOD
    assert found(two_storeys(stair), "landing")[0].grade is Grade.GOOD


@pytest.mark.parametrize("stair", TURNING)
def test_its_steps_are_measured_where_one_walks(stair: Stair) -> None:
    assert cases(two_storeys(replace(stair, run_mm=3_300)), "stair") == []
    assert cases(two_storeys(replace(stair, run_mm=3_299)), "stair") == ["short"]
    assert cases(two_storeys(replace(stair, width_mm=800)), "stair") == []
    assert cases(two_storeys(replace(stair, width_mm=799)), "stair") == ["narrow"]


def test_a_stair_that_turns_into_a_wall_does_not_fit() -> None:
    assert cases(two_storeys(replace(QUARTER, mirrored=True)), "stair") == ["out"]


def test_the_landing_lies_where_the_stair_comes_out() -> None:
    # It comes out going up, at 600 + 450 + 1,297; the landing is 800 deep.
    assert cases(two_storeys(QUARTER, 3_147 - 50 + 1), "landing") == []
    assert cases(two_storeys(QUARTER, 3_147 - 50 - 2), "landing") == ["none"]


@pytest.mark.parametrize("stair", TURNING)
def test_mirroring_a_home_changes_nothing_about_its_stair(stair: Stair) -> None:
    home = two_storeys(stair)
    mirrored = replace(home, levels=tuple(mirror_plan(level) for level in home.levels))
    assert mirror_plan(mirrored.levels[0]) == home.levels[0]
    for id in ("stair", "landing", "reachable"):
        assert [one.grade for one in found(mirrored, id)] == [one.grade for one in found(home, id)]
