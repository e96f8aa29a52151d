"""Stairs with a turn join two storeys, and the law measures them where one walks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.checks import Grade
from desktop.floorplans.edits import mirror_plan
from desktop.floorplans.plan import Home, Point, RoomType, Side, Stair, StairShape
from tests.support.checked import found, room, with_door
from tests.support.plans import wall, with_walls

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
    for id in ("stair", "landing", "reachable", "stair-door"):
        assert [one.grade for one in found(mirrored, id)] == [one.grade for one in found(home, id)]


def beside_the_stair(
    level: int, side: int, at_mm: int, swing: Side, *, below_mm: int = 700
) -> Home:
    """A straight stair from left to right, so far below wall 3 and 450 mm from wall 4, with a door
    on one of its storeys."""
    home = two_storeys(Stair(Point(500, 4_600 - below_mm), 0))
    levels = list(home.levels)
    levels[level] = with_door(levels[level], side, at_mm, swing=swing)
    return replace(home, levels=tuple(levels))


OUT = Side.RIGHT  # in which a door in a wall around opens


def test_nobody_walks_through_a_door_into_the_hole_of_a_stair() -> None:
    home = beside_the_stair(1, 4, 735, swing=OUT)
    (finding,) = found(home, "stair-door")
    assert (finding.grade, finding.case, finding.level) == (Grade.FAIL, "hole", 1)


def test_through_a_door_before_its_foot_one_steps_onto_a_stair() -> None:
    assert cases(beside_the_stair(0, 4, 735, swing=OUT), "stair-door") == []


def test_a_stair_above_the_stair_covers_its_hole() -> None:
    below, above = beside_the_stair(1, 4, 735, swing=OUT).levels
    above = replace(above, stairs=below.stairs)
    assert cases(Home((below, above, room(5_000, 5_000))), "stair-door") == []


@pytest.mark.parametrize("level", [0, 1])
def test_a_door_that_opens_over_a_stair_is_let_open_another_way(level: int) -> None:
    home = beside_the_stair(level, 3, 2_000, swing=Side.LEFT)
    (finding,) = found(home, "stair-door")
    assert (finding.grade, finding.case, finding.level) == (Grade.WARN, "leaf", level)
    assert finding.mend is not None
    openings = finding.mend.apply(home).levels[level].openings
    door = openings[max(openings)]
    assert (door.at_mm, door.swing) == (2_000, OUT)


def test_of_a_door_against_a_stair_that_also_opens_over_it_the_worst_is_told() -> None:
    home = beside_the_stair(0, 3, 2_000, swing=Side.LEFT, below_mm=500)
    assert cases(home, "stair-door") == ["side"]


def test_a_wall_between_a_door_and_a_stair_is_enough() -> None:
    home = beside_the_stair(0, 3, 2_000, swing=Side.LEFT)
    below = with_walls(home.levels[0], wall((0, 4_400), (5_100, 4_400)))
    assert cases(replace(home, levels=(below, home.levels[1])), "stair-door") == []
