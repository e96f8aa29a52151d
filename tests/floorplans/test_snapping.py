"""Where a drawn point goes: the first that applies, in the order of the tools' note."""

from __future__ import annotations

import pytest

from desktop.floorplans.parallels import Parallels
from desktop.floorplans.plan import Point
from desktop.floorplans.snapping import Onto, Reason, Snapper, step_mm
from tests.support.plans import rectangle, second_oracle_plan, wall

REACH_MM = 100


def snapper(onto: Onto = Onto.AXIS) -> Snapper:
    return Snapper(rectangle(4_000, 3_000, 300).walls.values(), onto)


def test_an_end_that_is_near_comes_first() -> None:
    snap = snapper().snap(3_950, 60, REACH_MM)
    assert (snap.at, snap.reason) == (Point(4_000, 0), Reason.END)


def test_a_line_that_is_drawn_level_stays_level_past_the_corner_of_a_shaft() -> None:
    beside_shaft = Snapper([wall((4_000, 0), (4_000, 3_000)), wall((3_400, 1_940), (4_000, 1_940))])
    start = Point(0, 2_000)
    snap = beside_shaft.snap(3_990, 2_005, REACH_MM, start=start)
    assert (snap.at, snap.reason) == (Point(4_000, 2_000), Reason.WALL)
    aimed = beside_shaft.snap(3_990, 1_945, REACH_MM, start=start)
    assert (aimed.at, aimed.reason) == (Point(4_000, 1_940), Reason.END)


def test_then_the_axis_of_a_wall_from_anywhere_on_its_body() -> None:
    snap = snapper().snap(1_720, 140, REACH_MM)
    assert (snap.at, snap.reason) == (Point(1_700, 0), Reason.WALL)


def test_furniture_and_measures_go_to_the_face() -> None:
    snap = snapper(Onto.FACE).snap(1_720, 180, REACH_MM)
    assert (snap.at, snap.reason) == (Point(1_700, 150), Reason.WALL)


def test_then_in_line_with_another_point_and_a_line_shows_which() -> None:
    free = Snapper([wall((1_000, 5_000), (1_000, 6_000))])
    snap = free.snap(1_030, 2_020, REACH_MM)
    assert (snap.at, snap.reason) == (Point(1_000, 2_000), Reason.ALIGNED)
    assert snap.guides == ((Point(1_000, 5_000), Point(1_000, 2_000)),)


@pytest.mark.parametrize(
    ("place", "at"),
    [
        ((2_030, 40), Point(2_000, 0)),
        ((30, 2_040), Point(0, 2_000)),
        ((1_450, 1_390), Point(990, 990)),
    ],
)
def test_then_straight_slanted_or_square_from_where_the_line_began(
    place: tuple[int, int], at: Point
) -> None:
    snap = Snapper([]).snap(*place, REACH_MM, start=Point(0, 0))
    assert snap.at.distance_mm(at) <= 1_450 if at.x == at.y else snap.at == at
    assert snap.at.x in (0, snap.at.y) or snap.at.y == 0


def test_then_a_round_length() -> None:
    snap = Snapper([]).snap(2_000, 1_000, REACH_MM, start=Point(0, 0))
    assert snap.reason is Reason.ROUND
    assert round(snap.at.distance_mm(Point(0, 0))) == 2_200


def test_lengths_are_rounder_when_zoomed_out() -> None:
    assert [step_mm(mm) for mm in (2, 6, 20)] == [50, 50, 100]


def test_free_lets_go_of_everything() -> None:
    snap = snapper().snap(3_990, 13, REACH_MM, free=True)
    assert (snap.at, snap.reason) == (Point(3_990, 13), Reason.FREE)


def test_on_a_wall_it_prefers_to_be_straight_across_from_the_start() -> None:
    snap = snapper().snap(1_790, 2_960, REACH_MM, start=Point(1_735, 0))
    assert snap.at == Point(1_735, 3_000)
    assert snap.guides == ((Point(1_735, 0), Point(1_735, 3_000)),)


def test_a_sheet_without_walls_has_round_places() -> None:
    snap = Snapper([]).snap(1_234, 987, REACH_MM)
    assert (snap.at, snap.reason) == (Point(1_200, 1_000), Reason.ROUND)


def test_the_corner_of_a_room_is_round_from_its_other_corner() -> None:
    snap = Snapper([]).snap(2_020, 1_490, REACH_MM, corner=Point(35, 35))
    assert snap.at == Point(2_035, 1_535)


def middle_wall() -> Parallels:
    plan = second_oracle_plan()
    others = [other for id, other in plan.walls.items() if id != 5]
    return Parallels(others, plan.walls[5])


def test_a_moved_wall_keeps_round_distances_to_its_neighbours() -> None:
    shift, in_line = middle_wall().snap(-333, REACH_MM, 100)
    assert in_line is None
    assert middle_wall().distances(shift) == (5_500, 3_100)


def test_the_distances_of_a_wall_are_those_opposite_its_middle() -> None:
    assert middle_wall().distances() == (5_200, 3_400)


def test_a_moved_wall_goes_in_line_with_one_elsewhere() -> None:
    moved, elsewhere = wall((0, 0), (0, 1_000)), wall((530, 3_000), (530, 5_000))
    shift, in_line = Parallels([elsewhere], moved).snap(-510, REACH_MM, 100)
    assert shift == -530
    assert in_line is not None


def test_furniture_finds_the_face_of_the_nearest_wall() -> None:
    face = snapper().face_near(2_000, 2_600, 500)
    assert face == ((2_000, 2_850), (0, -1))
    assert snapper().face_near(2_000, 1_500, 500) is None
