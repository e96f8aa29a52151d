from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.floorplans import edits, templates
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import (
    FARTHEST_MM,
    Furniture,
    Hinge,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomType,
    Side,
    Text,
    Wall,
)
from desktop.refused import Refused
from tests.support.plans import rectangle, second_oracle_plan, with_opening, with_walls
from tests.support.plans import wall as made_wall


def wall_between(plan: Plan, start: tuple[int, int], end: tuple[int, int]) -> int:
    """The number of the wall with these ends, whichever comes first."""
    wanted = {Point(*start), Point(*end)}
    return next(id for id, wall in plan.walls.items() if set(wall.ends) == wanted)


def lines(plan: Plan) -> set[frozenset[Point]]:
    return {frozenset(wall.ends) for wall in plan.walls.values()}


def refusal(work: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value.sentence


# Walls ---------------------------------------------------------------------------------------


def test_neighbours_stretch_along_with_a_wall() -> None:
    plan = rectangle(4_000, 3_000, 100)
    right = wall_between(plan, (4_000, 0), (4_000, 3_000))
    assert lines(edits.move_wall(plan, right, 500, 0)) == lines(rectangle(4_500, 3_000, 100))


def test_a_wall_that_ends_on_the_moved_one_follows_in_its_own_direction() -> None:
    plan = second_oracle_plan()
    moved = edits.move_wall(plan, wall_between(plan, (5_200, 0), (5_200, 6_700)), -200, 0)
    assert frozenset({Point(5_000, 2_900), Point(8_600, 2_900)}) in lines(moved)
    assert frozenset({Point(0, 5_300), Point(5_000, 5_300)}) in lines(moved)


def test_the_shell_that_a_wall_ends_on_stays() -> None:
    plan = second_oracle_plan()
    moved = edits.move_wall(plan, wall_between(plan, (5_200, 0), (5_200, 6_700)), -200, 0)
    assert lines(rectangle(8_600, 6_700, 300)) <= lines(moved)


def test_a_locked_neighbour_does_not_stretch() -> None:
    plan = rectangle(4_000, 3_000, 100)
    top = wall_between(plan, (4_000, 3_000), (0, 3_000))
    right = wall_between(plan, (4_000, 0), (4_000, 3_000))
    moved = edits.move_wall(edits.lock(plan, [top], True), right, 500, 0)
    assert moved.walls[top].ends == (Point(4_000, 3_000), Point(0, 3_000))


def test_a_locked_wall_says_kindly_that_it_stays() -> None:
    plan = edits.lock(rectangle(4_000, 3_000, 100), [1], True)
    sentence = "Deze muur is van het gebouw en staat vast."
    assert refusal(lambda: edits.move_wall(plan, 1, 10, 0)) == sentence
    assert refusal(lambda: edits.remove(plan, [1])) == sentence
    assert refusal(lambda: edits.split_wall(plan, 1, 2_000)) == sentence
    assert refusal(lambda: edits.move_end(plan, Point(0, 0), Point(10, 0))) == sentence
    assert set(edits.remove(edits.lock(plan, [1], False), [1]).walls) == {2, 3, 4}


def test_a_wall_over_a_locked_wall_is_refused() -> None:
    plan = edits.lock(rectangle(4_000, 3_000, 100), [1], True)
    sentence = refusal(lambda: edits.add_wall(plan, Point(500, 3), Point(3_000, 3)))
    assert sentence == "Deze muur is van het gebouw en staat vast."


def test_a_wall_through_a_locked_wall_is_refused() -> None:
    plan = edits.lock(rectangle(4_000, 3_000, 300), [1], True)
    sentence = refusal(lambda: edits.add_wall(plan, Point(2_000, -400), Point(2_000, 1_000)))
    assert sentence == "Deze muur is van het gebouw en staat vast."


@pytest.mark.parametrize("end", [0, -150, 140])
def test_a_wall_ends_on_or_in_a_locked_wall(end: int) -> None:
    plan = edits.lock(rectangle(4_000, 3_000, 300), [1], True)
    plan, _id = edits.add_wall(plan, Point(2_000, end), Point(2_000, 1_000))
    assert len(plan.walls) == 5


def test_a_corner_takes_every_wall_that_meets_there_along() -> None:
    plan = rectangle(4_000, 3_000, 100)
    moved = edits.move_end(plan, Point(4_000, 3_000), Point(4_200, 3_100))
    assert frozenset({Point(4_000, 0), Point(4_200, 3_100)}) in lines(moved)
    assert frozenset({Point(4_200, 3_100), Point(0, 3_000)}) in lines(moved)


@pytest.mark.parametrize("length", [49, 100_001])
def test_walls_have_a_shortest_and_a_longest(length: int) -> None:
    assert "5 cm" in refusal(lambda: edits.add_wall(Plan(), Point(0, 0), Point(length, 0)))


@pytest.mark.parametrize("length", [50, 100_000])
def test_the_shortest_and_the_longest_wall_can_be(length: int) -> None:
    plan, id = edits.add_wall(Plan(), Point(0, 0), Point(length, 0))
    assert plan.walls[id].length_mm == length


def test_two_walls_on_top_of_each_other_are_refused() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    assert "één muur" in refusal(lambda: edits.add_wall(plan, Point(1_000, 5), Point(5_000, 5)))


def test_walls_that_only_cross_or_meet_can_be() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan, _cross = edits.add_wall(plan, Point(2_000, -500), Point(2_000, 500))
    plan, _on = edits.add_wall(plan, Point(4_000, 0), Point(6_000, 0))
    assert len(plan.walls) == 3


def test_nothing_stands_beyond_a_kilometre() -> None:
    far = Point(FARTHEST_MM + 1, 0)
    assert "1 kilometer" in refusal(lambda: edits.put(Plan(), Text(far, "hier")))


def test_a_plan_has_at_most_5000_walls() -> None:
    walls = (made_wall((0, n * 100), (1_000, n * 100)) for n in range(5_000))
    plan = with_walls(Plan(), *walls)
    sentence = refusal(lambda: edits.add_wall(plan, Point(5_000, 0), Point(6_000, 0)))
    assert "5.000" in sentence


def test_a_typed_length_moves_the_end_that_is_not_kept() -> None:
    plan = rectangle(4_000, 3_000, 100)
    bottom = wall_between(plan, (0, 0), (4_000, 0))
    longer = edits.set_length(plan, bottom, 4_200)
    assert longer.walls[bottom].ends == (Point(0, 0), Point(4_200, 0))
    other = edits.set_length(plan, bottom, 4_200, keep=Point(4_000, 0))
    assert other.walls[bottom].ends == (Point(-200, 0), Point(4_000, 0))


def test_a_split_wall_keeps_its_openings_where_they_are() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan = with_opening(plan, Opening(1, OpeningKind.DOOR, 500, 930))
    plan = with_opening(plan, Opening(1, OpeningKind.WINDOW, 2_500, 1_000))
    split, far = edits.split_wall(plan, 1, 2_000)
    assert [w.length_mm for w in (split.walls[1], split.walls[far])] == [2_000, 2_000]
    assert split.openings[2] == plan.openings[2]
    assert (split.openings[3].wall, split.openings[3].at_mm) == (far, 500)


def test_a_wall_is_not_split_through_a_door() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan = with_opening(plan, Opening(1, OpeningKind.DOOR, 500, 930))
    assert "deur" in refusal(lambda: edits.split_wall(plan, 1, 1_000))


@pytest.mark.parametrize("at_mm", [-100, 0, 49, 3_960, 4_000, 9_000])
def test_a_wall_is_split_only_along_it(at_mm: int) -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    assert "5 cm" in refusal(lambda: edits.split_wall(plan, 1, at_mm))


@given(st.integers(60, 3_940), st.booleans())
def test_merging_gives_back_what_was_split(at_mm: int, from_the_far_half: bool) -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    split, far = edits.split_wall(plan, 1, at_mm)
    pair = (far, 1) if from_the_far_half else (1, far)
    merged = edits.merge_walls(split, *pair)
    assert lines(merged) == lines(plan)


def test_merging_walls_that_run_against_each_other_keeps_each_door_in_its_place() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (2_000, 0)), made_wall((4_000, 0), (2_000, 0)))
    door = Opening(2, OpeningKind.DOOR, 200, 930, hinge=Hinge.NEAR, swing=Side.LEFT)
    merged = edits.merge_walls(with_opening(plan, door), 1, 2)
    (moved,) = merged.openings.values()
    # From 3,800 back to 2,870; hung at 3,800 and opening down, seen from the other end.
    assert moved == Opening(1, OpeningKind.DOOR, 2_870, 930, hinge=Hinge.FAR, swing=Side.RIGHT)


def test_walls_that_do_not_lie_in_one_line_stay_two() -> None:
    plan = rectangle(4_000, 3_000, 100)
    assert "één lijn" in refusal(lambda: edits.merge_walls(plan, 1, 2))


# Rooms ---------------------------------------------------------------------------------------


def test_a_room_in_a_corner_draws_only_the_walls_that_are_not_there() -> None:
    plan, made = edits.add_room(
        rectangle(8_600, 6_700, 300), Point(0, 0), Point(3_000, 2_000), RoomType.BEDROOM
    )
    assert len(made) == 2
    assert [label.type for label in plan.labels.values()] == [RoomType.BEDROOM]


@pytest.mark.parametrize("off", [0, 140, 150, 165, 185])
def test_a_room_drawn_along_the_face_of_a_wall_has_that_wall(off: int) -> None:
    corner, opposite = Point(off, off), Point(3_000, 2_000)
    plan, made = edits.add_room(rectangle(8_600, 6_700, 300), corner, opposite)
    assert len(made) == 2
    assert lines(plan) - lines(rectangle(8_600, 6_700, 300)) == {
        frozenset({Point(3_000, 0), Point(3_000, 2_000)}),
        frozenset({Point(0, 2_000), Point(3_000, 2_000)}),
    }


def test_a_room_between_two_others_fills_the_gap_that_is_left() -> None:
    plan, _a = edits.add_room(Plan(), Point(0, 0), Point(3_000, 3_000))
    plan, made = edits.add_room(plan, Point(2_000, 3_000), Point(5_000, 5_000))
    assert len(made) == 4
    assert frozenset({Point(3_000, 3_000), Point(5_000, 3_000)}) in lines(plan)


def test_a_side_of_a_room_stops_at_a_shaft_of_the_building() -> None:
    (shell,) = (t.home.levels[0] for t in templates.shells() if t.key == "row-house")
    plan, _made = edits.add_room(shell, Point(300, 8_700), Point(5_100, 4_650))
    assert lines(plan) - lines(shell) == {frozenset({Point(150, 4_650), Point(4_550, 4_650)})}
    before, after = derive(shell).rooms, derive(plan).rooms
    shafts = [[r.polygon for r in rooms if r.type is RoomType.SHAFT] for rooms in (before, after)]
    assert shafts[0] == shafts[1]
    assert len(after) == len(before) + 1


def test_a_wall_parts_at_a_shaft_of_the_building_and_at_no_other_wall_of_it() -> None:
    corners = [(2_000, 1_500), (3_000, 1_500), (3_000, 2_500), (2_000, 2_500)]
    sides = zip(corners, [*corners[1:], corners[0]], strict=True)
    plan = with_walls(rectangle(6_000, 4_000, 300), *(made_wall(*side) for side in sides))
    plan = edits.lock(plan, list(plan.walls), True)
    plan = edits.name_room(plan, Point(2_500, 2_000), RoomType.SHAFT)
    drawn = edits.draw_wall(plan, Point(0, 2_000), Point(6_000, 2_000))
    assert lines(drawn) - lines(plan) == {
        frozenset({Point(0, 2_000), Point(2_000, 2_000)}),
        frozenset({Point(3_000, 2_000), Point(6_000, 2_000)}),
    }
    refused = refusal(lambda: edits.draw_wall(plan, Point(1_000, 1_000), Point(1_000, 5_000)))
    assert refused == "Deze muur is van het gebouw en staat vast."


def test_a_room_through_a_wall_of_the_building_is_still_refused() -> None:
    home = rectangle(9_000, 6_000, 300)
    shell, bearing = edits.add_wall(home, Point(4_000, 0), Point(4_000, 6_000))
    plan = edits.lock(shell, [bearing], True)
    refused = refusal(lambda: edits.add_room(plan, Point(2_000, 1_000), Point(6_000, 3_000)))
    assert refused == "Deze muur is van het gebouw en staat vast."


def test_a_room_that_is_a_slip_of_the_hand_is_refused() -> None:
    assert "te klein" in refusal(lambda: edits.add_room(Plan(), Point(0, 0), Point(3_000, 200)))


# Openings ------------------------------------------------------------------------------------


def test_a_door_near_the_end_of_a_wall_slides_until_it_fits() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan, id = edits.add_opening(plan, 1, OpeningKind.DOOR, 3_900)
    assert plan.openings[id].until_mm == 4_000
    assert edits.slide_opening(plan, id, -500).openings[id].at_mm == 0


def test_a_door_wider_than_its_wall_says_both_widths() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (800, 0)))
    assert refusal(lambda: edits.add_opening(plan, 1, OpeningKind.DOOR, 0)) == (
        "Deze deur is 93 cm, de muur is hier 80 cm. Kies een plek met meer ruimte."
    )


def test_two_openings_do_not_overlap() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan, _door = edits.add_opening(plan, 1, OpeningKind.DOOR, 500)
    assert "opzij" in refusal(lambda: edits.add_opening(plan, 1, OpeningKind.WINDOW, 1_000))
    edits.add_opening(plan, 1, OpeningKind.WINDOW, 1_430)


def test_four_flips_bring_a_door_back() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan, id = edits.add_opening(plan, 1, OpeningKind.DOOR, 500)
    seen, flipped = [], plan
    for _turn in range(4):
        flipped = edits.flip_door(flipped, id)
        seen.append((flipped.openings[id].hinge, flipped.openings[id].swing))
    assert len(set(seen)) == 4
    assert flipped == plan


def test_a_wall_that_becomes_shorter_slides_its_door_along() -> None:
    plan = rectangle(4_000, 3_000, 100)
    bottom = wall_between(plan, (0, 0), (4_000, 0))
    plan, door = edits.add_opening(plan, bottom, OpeningKind.DOOR, 3_000)
    right = wall_between(plan, (4_000, 0), (4_000, 3_000))
    narrower = edits.move_wall(plan, right, -1_000, 0)
    assert narrower.openings[door].until_mm == 3_000


def test_a_wall_that_grows_at_its_start_leaves_its_door_where_it_is() -> None:
    plan = rectangle(4_000, 3_000, 100)
    bottom = wall_between(plan, (0, 0), (4_000, 0))
    plan, door = edits.add_opening(plan, bottom, OpeningKind.DOOR, 1_000)
    left = wall_between(plan, (0, 0), (0, 3_000))
    assert edits.move_wall(plan, left, -500, 0).openings[door].at_mm == 1_500


def test_a_wall_goes_with_its_openings() -> None:
    plan = with_walls(Plan(), made_wall((0, 0), (4_000, 0)))
    plan, _door = edits.add_opening(plan, 1, OpeningKind.DOOR, 500)
    gone = edits.remove(plan, [1])
    assert not gone.walls
    assert not gone.openings


# The whole plan ------------------------------------------------------------------------------


def furnished() -> Plan:
    plan = second_oracle_plan()
    plan, _door = edits.add_opening(plan, 5, OpeningKind.DOOR, 1_000)
    plan, _bed = edits.put(plan, Furniture("bed", Point(7_000, 4_500), 1_600, 2_100, 90))
    return edits.name_room(plan, Point(2_000, 2_000), RoomType.LIVING)


def test_four_quarter_turns_are_none() -> None:
    turned = plan = furnished()
    for _turn in range(4):
        turned = edits.turn_plan(turned)
    assert turned == plan


def test_two_mirrors_are_none() -> None:
    assert edits.mirror_plan(edits.mirror_plan(furnished())) == furnished()


@given(st.integers(-5_000, 5_000), st.integers(-5_000, 5_000))
def test_moving_there_and_back_is_nothing(dx: int, dy: int) -> None:
    plan = furnished()
    assert edits.move_plan(edits.move_plan(plan, dx, dy), -dx, -dy) == plan


# Whatever somebody does ----------------------------------------------------------------------

PLACES = st.builds(lambda x, y: Point(x * 100, y * 100), st.integers(0, 86), st.integers(0, 67))


def random_edit(plan: Plan, data: st.DataObject) -> Plan:
    """One edit of those that people make, at random; it may be refused."""
    ids = sorted(plan.walls)
    doors = sorted(plan.openings)
    kind = data.draw(st.integers(0, 8))
    wall = data.draw(st.sampled_from(ids)) if ids else 0
    by = data.draw(st.integers(-30, 30)) * 50
    match kind:
        case 0:
            return edits.add_wall(plan, data.draw(PLACES), data.draw(PLACES))[0]
        case 1:
            return edits.add_room(plan, data.draw(PLACES), data.draw(PLACES))[0]
        case 2 if ids:
            return edits.move_wall(plan, wall, by, 0)
        case 3 if ids:
            return edits.move_wall(plan, wall, 0, by)
        case 4 if ids:
            return edits.split_wall(plan, wall, abs(by))[0]
        case 5 if ids:
            end = data.draw(st.sampled_from(plan.walls[wall].ends))
            return edits.move_end(plan, end, data.draw(PLACES))
        case 6 if ids:
            return edits.add_opening(plan, wall, OpeningKind.DOOR, abs(by))[0]
        case 7 if doors:
            return edits.slide_opening(plan, data.draw(st.sampled_from(doors)), abs(by))
        case 8 if ids:
            return edits.remove(plan, [wall])
    return plan


@given(st.data())
def test_no_edit_leaves_an_opening_outside_its_wall_or_over_another(data: st.DataObject) -> None:
    plan = second_oracle_plan()
    for _step in range(data.draw(st.integers(1, 12))):
        before = plan
        try:
            plan = random_edit(plan, data)
        except Refused:
            assert plan is before
        for opening in plan.openings.values():
            length = plan.walls[opening.wall].length_mm
            assert 0 <= opening.at_mm < opening.until_mm <= length + 1
        for id in plan.walls:
            spans = sorted((o.at_mm, o.until_mm) for _id, o in plan.openings_of(id))
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert all(wall.length_mm >= 50 for wall in plan.walls.values())


def test_a_refused_edit_changes_nothing() -> None:
    plan = second_oracle_plan()
    seen = Plan(**{name: getattr(plan, name) for name in plan.__dataclass_fields__})
    refusal(lambda: edits.change(plan, 5, Wall(Point(0, 0), Point(10, 0))))
    assert plan == seen
