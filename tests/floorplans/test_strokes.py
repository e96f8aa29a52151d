"""What a hand draws, and the walls that it meant."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import atan2, degrees, inf, nan

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.floorplans.edits import add_wall
from desktop.floorplans.edits.places import lies_on
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Plan, Point, Wall
from desktop.floorplans.strokes import recognise
from desktop.refused import Refused
from tests.support.plans import rectangle, second_oracle_plan, wall, with_walls
from tests.support.strokes import Place, along, nearly_parallel, trembling

RECTANGLE: list[Place] = [(0, 0), (4_000, 0), (4_000, 3_000), (0, 3_000), (0, 0)]
SEEDS = st.integers(0, 2**32 - 1)
SIDES = [
    ((0, 0), (4_000, 0)),
    ((4_000, 0), (4_000, 3_000)),
    ((4_000, 3_000), (0, 3_000)),
    ((0, 3_000), (0, 0)),
]


def same(walls: list[tuple[Point, Point]]) -> set[frozenset[Point]]:
    """The walls, whichever end comes first."""
    return {frozenset(ends) for ends in walls}


def drawn(*strokes: list[Place], plan: Plan | None = None) -> set[frozenset[Point]]:
    return same(recognise(strokes, plan))


def segments(*ends: tuple[Place, Place]) -> set[frozenset[Point]]:
    return {frozenset(Point(*end) for end in pair) for pair in ends}


@given(SEEDS)
def test_a_trembling_rectangle_gives_its_four_walls(seed: int) -> None:
    walls = recognise([trembling(RECTANGLE, 2_000, 40, seed)])
    assert len(walls) == 4
    for start, end in SIDES:
        (mine,) = (w for w in walls if _is_near(w, start, end) or _is_near(w, end, start))
        off = degrees(atan2(mine[1].y - mine[0].y, mine[1].x - mine[0].x)) % 90
        assert min(off, 90 - off) <= 2


def _is_near(pair: tuple[Point, Point], start: Place, end: Place) -> bool:
    return (
        max(
            abs(a - b)
            for p, q in zip(pair, (start, end), strict=True)
            for a, b in zip(p, q, strict=True)
        )
        <= 50
    )


@given(SEEDS)
def test_a_rectangle_has_closed_corners(seed: int) -> None:
    walls = recognise([trembling(RECTANGLE, 400, 40, seed)])
    ends = [end for pair in walls for end in pair]
    assert all(ends.count(end) == 2 for end in ends)


@given(SEEDS)
def test_a_stroke_gives_the_same_walls_backwards(seed: int) -> None:
    stroke = trembling(RECTANGLE[:4], 300, 40, seed)
    assert recognise([stroke[::-1]]) == recognise([stroke])


@given(SEEDS)
def test_points_that_are_doubled_change_nothing(seed: int) -> None:
    stroke = trembling(RECTANGLE, 300, 40, seed)
    assert recognise([[p for p in stroke for _ in range(2)]]) == recognise([stroke])


@given(SEEDS)
def test_points_halfway_change_nothing(seed: int) -> None:
    stroke = trembling(RECTANGLE, 300, 40, seed)
    more = [stroke[0]]
    for (ax, ay), (bx, by) in pairwise(stroke):
        more += [((ax + bx) / 2, (ay + by) / 2), (bx, by)]
    assert recognise([more]) == recognise([stroke])


def test_the_order_of_the_strokes_does_not_matter() -> None:
    strokes = [along(list(side), 50) for side in SIDES]
    assert recognise(strokes[::-1]) == recognise(strokes)


def test_four_strokes_that_nearly_meet_make_a_room() -> None:
    strokes = [
        along([(120, -90), (3_850, 60)], 40),
        along([(4_060, 210), (3_950, 2_800)], 40),
        along([(3_800, 3_040), (200, 2_960)], 40),
        along([(40, 2_750), (-40, 150)], 40),
    ]
    ends = [end for pair in recognise(strokes) for end in pair]
    assert len(ends) == 8
    assert all(ends.count(end) == 2 for end in ends)


def test_rounded_corners_become_sharp() -> None:
    turn = np.radians(np.arange(0, 91, 6))
    corner = [(3_400 + 600 * np.sin(a), 600 - 600 * np.cos(a)) for a in turn]
    walls = recognise([[(0, 0), *corner, (4_000, 3_000)]])
    assert len(walls) == 2
    assert (
        max(
            abs(a - b)
            for end, meant in zip(walls[0], SIDES[0], strict=True)
            for a, b in zip(end, meant, strict=True)
        )
        <= 50
    )
    assert walls[0][1] == walls[1][0]


@pytest.mark.parametrize("angle", [-11, -4, 7, 11])
def test_a_line_within_12_degrees_is_pulled_straight(angle: float) -> None:
    end = 4_000 * np.cos(np.radians(angle)), 4_000 * np.sin(np.radians(angle))
    ((a, b),) = recognise([along([(0, 0), end], 60)])
    assert a.y == b.y


@pytest.mark.parametrize("angle", [14, 30, 45, 75])
def test_a_slanted_line_stays_slanted(angle: float) -> None:
    end = 4_000 * np.cos(np.radians(angle)), 4_000 * np.sin(np.radians(angle))
    ((a, b),) = recognise([along([(0, 0), end], 60)])
    assert degrees(atan2(b.y - a.y, b.x - a.x)) == pytest.approx(angle, abs=0.1)


def test_a_line_drawn_twice_is_one_wall() -> None:
    there_and_back = along([(0, 0), (4_000, 40), (1_000, 60)], 90)
    assert len(recognise([there_and_back])) == 1
    assert len(recognise([along([(0, 0), (3_000, 0)], 9), along([(3_100, 90), (900, 90)], 9)])) == 1


def test_a_gap_to_walk_through_stays_open() -> None:
    assert len(recognise([along([(0, 0), (2_000, 0)], 9), along([(2_900, 0), (4_000, 0)], 9)])) == 2


def test_a_wall_goes_on_to_the_one_it_nearly_reaches() -> None:
    assert drawn(along([(0, 0), (4_000, 0)], 9), along([(1_500, 200), (1_500, 2_000)], 9)) == (
        segments(((0, 0), (4_000, 0)), ((1_500, 0), (1_500, 2_000)))
    )


def test_a_wall_that_just_crosses_another_is_cut_back() -> None:
    assert drawn(along([(0, 0), (4_000, 0)], 9), along([(1_500, -200), (1_500, 2_000)], 9)) == (
        segments(((0, 0), (4_000, 0)), ((1_500, 0), (1_500, 2_000)))
    )


def test_a_wall_reaches_the_axis_of_the_shell_from_within() -> None:
    shell = rectangle(8_600, 6_700, 300)
    stroke = along([(5_180, 380), (5_220, 6_350)], 60)
    assert drawn(stroke, plan=shell) == segments(((5_200, 0), (5_200, 6_700)))


def test_a_room_drawn_in_a_corner_uses_the_walls_that_are_there() -> None:
    shell = rectangle(8_600, 6_700, 300)
    room: list[Place] = [(210, 190), (3_000, 200), (3_010, 2_500), (190, 2_510), (210, 190)]
    assert drawn(along(room, 200), plan=shell) == segments(
        ((3_005, 0), (3_005, 2_505)), ((0, 2_505), (3_005, 2_505))
    )


def test_a_wall_goes_on_in_the_line_of_one_that_is_there() -> None:
    plan = with_walls(rectangle(8_600, 6_700, 300), wall((0, 3_000), (4_000, 3_000)))
    assert drawn(along([(4_100, 3_080), (8_300, 2_980)], 50), plan=plan) == segments(
        ((4_000, 3_000), (8_600, 3_000))
    )


def test_lines_along_a_slanted_wall_are_pulled_to_it() -> None:
    plan = with_walls(Plan(), wall((0, 0), (4_000, 2_000), 200))
    ((a, b),) = recognise([along([(0, 2_000), (3_800, 3_600)], 50)], plan)
    assert (b.y - a.y) / (b.x - a.x) == pytest.approx(0.5, abs=0.001)


def closed_rooms(*strokes: list[Place]) -> list[float]:
    """The areas, in square metres, of the rooms when one stroke after another becomes walls."""
    plan = Plan()
    for stroke in strokes:
        for start, end in recognise([stroke], plan):
            plan, _id = add_wall(plan, start, end)
    return [round(room.area_mm2 / 1e6, 1) for room in derive(plan).rooms]


def test_walls_drawn_one_by_one_make_a_room() -> None:
    rooms = closed_rooms(
        along([(0, 0), (4_000, 30)], 50),
        along([(4_080, 150), (4_060, 2_900)], 50),
        along([(4_150, 3_040), (60, 2_980)], 50),
        along([(-90, 2_800), (-110, 120)], 50),
    )
    assert len(rooms) == 1
    assert rooms[0] == pytest.approx(11.3, abs=0.6)


def test_a_room_is_drawn_in_two_strokes() -> None:
    rooms = closed_rooms(
        along([(0, 3_000), (0, 0), (4_000, 0)], 80),
        along([(4_120, 90), (4_130, 2_900), (100, 2_880)], 80),
    )
    assert len(rooms) == 1


def test_a_last_side_goes_on_to_a_wall_that_was_drawn_too_short() -> None:
    rooms = closed_rooms(
        along([(0, 0), (4_000, 0)], 50),
        along([(4_000, 0), (4_000, 3_000)], 50),
        along([(4_000, 3_000), (180, 3_000)], 50),
        along([(10, 2_900), (0, 90)], 50),
    )
    assert len(rooms) == 1


STEPS = st.lists(st.tuples(st.booleans(), st.integers(-4_000, 4_000)), min_size=1, max_size=8)


@given(st.lists(st.tuples(st.integers(0, 8_000), st.integers(0, 6_000), STEPS), max_size=5))
@example([(0, 116, [(True, 264), (False, 191), (True, -308)])])
def test_what_is_recognised_can_be_built(
    strokes: list[tuple[int, int, list[tuple[bool, int]]]],
) -> None:
    plan = second_oracle_plan()
    drawn_strokes = []
    for x, y, steps in strokes:
        stroke: list[Place] = [(x, y)]
        for is_across, length in steps:
            x, y = (x + length, y) if is_across else (x, y + length)
            stroke.append((x, y))
        drawn_strokes.append(stroke)
    for start, end in recognise(drawn_strokes, plan):
        plan, _id = add_wall(plan, start, end)


@pytest.mark.parametrize("stroke", [[], [(5, 5)], [(5, 5), (5, 5)], [(0, 0), (40, 30)]], ids=str)
def test_a_tap_draws_nothing(stroke: list[Place]) -> None:
    assert recognise([stroke]) == []


def test_no_strokes_draw_nothing() -> None:
    assert recognise([]) == []
    assert recognise([], rectangle(4_000, 3_000, 100)) == []


@pytest.mark.parametrize("bad", [nan, inf, -inf, 1_000_001, -2e9])
def test_what_is_no_place_is_refused(bad: float) -> None:
    for point in ((bad, 0.0), (0.0, bad)):
        with pytest.raises(Refused):
            recognise([[(0.0, 0.0), point]])


def test_no_strokes_that_are_nearly_parallel_give_two_walls_on_each_other() -> None:
    for seed in range(3_000):
        walls = [Wall(*ends) for ends in recognise(nearly_parallel(seed))]
        assert not any(lies_on(a, b) or lies_on(b, a) for a, b in combinations(walls, 2)), seed
