"""What holds for every plan, however it is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from immutables import Map

from desktop.floorplans import edits
from desktop.floorplans.geometry import Derived, derive
from desktop.floorplans.plan import Plan, Point, Wall, WallKind
from desktop.refused import Refused
from tests.support import plans

WIDTH_MM, DEPTH_MM = 8_000, 6_000
SHORTEST_MM = 500
ACROSS = st.integers(0, WIDTH_MM // 50).map(lambda step: step * 50)
UP = st.integers(0, DEPTH_MM // 50).map(lambda step: step * 50)
POINTS = st.builds(Point, ACROSS, UP)
THICKNESSES = st.sampled_from([70, 100, 200])
LYING = st.builds(lambda y, x, to: (Point(x, y), Point(to, y)), UP, ACROSS, ACROSS)
STANDING = st.builds(lambda x, y, to: (Point(x, y), Point(x, to)), ACROSS, UP, UP)
SLANTED = st.tuples(POINTS, POINTS)


def plans_with(ends: st.SearchStrategy[tuple[Point, Point]]) -> st.SearchStrategy[Plan]:
    """A shell of 8 x 6 m with walls inside that lie on no other wall and are not shorter than
    thick."""

    def drawn(drawn_ends: list[tuple[Point, Point]], thickness_mm: int) -> Plan:
        plan = plans.rectangle(WIDTH_MM, DEPTH_MM, 300)
        for start, end in drawn_ends:
            if start.distance_mm(end) < SHORTEST_MM:
                continue
            try:
                plan, _id = edits.add_wall(plan, start, end, WallKind.PARTITION, thickness_mm)
            except Refused:
                continue
        return plan

    return st.builds(drawn, st.lists(ends, max_size=8), THICKNESSES)


STRAIGHT_PLANS = plans_with(LYING | STANDING)
PLANS = plans_with(LYING | STANDING | SLANTED)


def areas(derived: Derived) -> list[float]:
    return sorted(room.area_mm2 for room in derived.rooms)


def all_bodies(derived: Derived) -> shapely.Geometry:
    return shapely.union_all(list(derived.bodies.values()))


def all_floors(derived: Derived) -> shapely.Geometry:
    return shapely.union_all([room.polygon for room in derived.rooms])


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_rooms_and_wall_bodies_together_cover_the_hull_of_the_shell(plan: Plan) -> None:
    derived = derive(plan)

    together = shapely.union(all_floors(derived), all_bodies(derived))

    assert shapely.union_all(derived.outlines).symmetric_difference(together).area < 1


@settings(max_examples=60, deadline=None)
@given(PLANS)
def test_rooms_lie_beside_each_other_and_beside_the_walls(plan: Plan) -> None:
    derived = derive(plan)

    assert sum(areas(derived)) == pytest.approx(all_floors(derived).area, abs=1)
    assert all_floors(derived).intersection(all_bodies(derived)).area < 1
    assert all(area > 0 for area in areas(derived))


@settings(max_examples=40, deadline=None)
@given(PLANS, st.randoms(use_true_random=False))
def test_the_order_of_drawing_does_not_matter(plan: Plan, random: object) -> None:
    walls = list(plan.walls.values())
    random.shuffle(walls)  # type: ignore[attr-defined]

    shuffled = derive(plans.with_walls(Plan(), *walls))

    assert areas(shuffled) == pytest.approx(areas(derive(plan)), abs=1e-3)
    assert shuffled.usable_mm2 == pytest.approx(derive(plan).usable_mm2)


@settings(max_examples=20, deadline=None)
@given(PLANS, st.integers(-900_000, 900_000), st.integers(-900_000, 900_000))
def test_moving_a_plan_changes_no_area(plan: Plan, dx: int, dy: int) -> None:
    same_areas(plan, edits.move_plan(plan, dx, dy))


@settings(max_examples=20, deadline=None)
@given(PLANS, st.sampled_from([edits.turn_plan, edits.mirror_plan]))
def test_turning_or_mirroring_a_plan_changes_no_area(
    plan: Plan, place: Callable[[Plan], Plan]
) -> None:
    same_areas(plan, place(plan))


def same_areas(plan: Plan, placed: Plan) -> None:
    before, after = derive(plan), derive(placed)
    assert areas(after) == pytest.approx(areas(before), abs=1)
    assert after.usable_mm2 == pytest.approx(before.usable_mm2, abs=1)
    assert sum(body.area for body in after.bodies.values()) == pytest.approx(
        sum(body.area for body in before.bodies.values()), abs=1
    )


@settings(max_examples=60, deadline=None)
@given(STRAIGHT_PLANS, st.integers(0, 20), st.integers(0, WIDTH_MM))
def test_splitting_a_wall_changes_nothing_that_is_shown(plan: Plan, which: int, at: int) -> None:
    long = [id for id, wall in plan.walls.items() if wall.length_mm >= 100]
    id = long[which % len(long)]
    split, _id = edits.split_wall(plan, id, 50 + at % int(plan.walls[id].length_mm - 99))
    before, after = derive(plan), derive(split, derive(plan))

    assert areas(after) == pytest.approx(areas(before), abs=1e-3)
    assert all_floors(after).symmetric_difference(all_floors(before)).area < 1
    assert all_bodies(after).symmetric_difference(all_bodies(before)).area < 1
    assert after.usable_mm2 == pytest.approx(before.usable_mm2)


def test_walls_of_all_thicknesses_that_meet_in_one_point_leave_no_gap() -> None:
    star = [(3_000, 0), (2_500, 2_000), (0, 3_000), (-2_000, 1_000), (-3_000, -100), (500, -2_500)]
    walls = [
        plans.wall((0, 0), end, thickness)
        for end, thickness in zip(star, [70, 300, 100, 200, 100, 50], strict=True)
    ]
    derived = derive(plans.with_walls(Plan(), *walls))

    (hull,) = derived.outlines
    assert hull.symmetric_difference(all_bodies(derived)).area < 1
    assert sum(body.area for body in derived.bodies.values()) == pytest.approx(hull.area, abs=1)


def test_a_sharp_outside_corner_is_cut_off() -> None:
    plan = plans.with_walls(
        Plan(), plans.wall((0, 0), (5_000, 0), 200), plans.wall((0, 0), (5_000, 500), 200)
    )
    left, _bottom, _right, _top = shapely.union_all(list(derive(plan).bodies.values())).bounds

    assert left > -100


@pytest.mark.parametrize("far", [(8_000, 0), (8_000, 60)])
def test_walls_of_different_thickness_in_line_meet_with_a_step(far: tuple[int, int]) -> None:
    plan = plans.with_walls(
        Plan(), plans.wall((0, 0), (4_000, 0), 300), plans.wall((4_000, 0), far, 100)
    )
    derived = derive(plan)
    thick, thin = derived.bodies.values()

    assert thick.bounds == pytest.approx((0, -150, 4_000, 150))
    assert thin.area == pytest.approx(4_000 * 100, rel=0.001)
    assert thick.intersection(thin).area < 1


def test_a_wall_that_stands_free_in_a_room_is_taken_off() -> None:
    free = plans.wall((1_000, 1_000), (2_000, 1_000))
    plan = plans.with_walls(plans.rectangle(4_000, 3_000, 100), free)
    (room,) = derive(plan).rooms

    assert room.area_mm2 / 1e6 == pytest.approx(11.31 - 0.1)
    assert len(room.polygon.interiors) == 1
    assert room.walls == set(plan.walls)


def test_what_stands_free_in_a_room_comes_in_the_same_order_each_time() -> None:
    lefts = [5_000, 1_000, 7_000, 3_000, 2_000, 6_000, 4_000]
    free = [plans.wall((x, 1_000), (x + 500, 1_000)) for x in lefts]
    (room,) = derive(plans.with_walls(plans.rectangle(9_000, 3_000, 100), *free)).rooms

    assert [hole.bounds[0] for hole in room.polygon.interiors] == lefts


def test_a_wall_that_ends_in_a_room_is_taken_off() -> None:
    stub = plans.wall((0, 1_000), (2_000, 1_000))
    (room,) = derive(plans.with_walls(plans.rectangle(4_000, 3_000, 100), stub)).rooms

    assert room.area_mm2 / 1e6 == pytest.approx(11.31 - 0.1 * 1.95)


def test_walls_that_cross_part_a_room_in_four() -> None:
    plan = plans.with_walls(
        plans.rectangle(4_100, 3_100, 100),
        plans.wall((2_050, 0), (2_050, 3_100)),
        plans.wall((0, 1_550), (4_100, 1_550)),
    )

    assert areas(derive(plan)) == pytest.approx([1_950 * 1_450] * 4)


def test_a_space_that_thick_walls_fill_is_no_room() -> None:
    beside = plans.wall((150, 0), (150, 3_000), 200)
    plan = plans.with_walls(plans.rectangle(4_000, 3_000, 200), beside)

    assert areas(derive(plan)) == pytest.approx([(3_900 - 250) * 2_800])


def test_walls_that_are_thick_for_a_space_can_part_it_in_two_rooms() -> None:
    """A waist of 150 mm between walls of 200 mm."""
    waist = [(0, 0), (2_000, 0), (2_000, 1_000), (4_000, 1_000), (4_000, 0), (6_000, 0)]
    waist += [(6_000, 2_150), (4_000, 2_150), (4_000, 1_150), (2_000, 1_150), (2_000, 2_150)]
    rooms = derive(plans.ring([*waist, (0, 2_150)], 200)).rooms

    assert [room.area_mm2 for room in rooms] == pytest.approx([1_800 * 1_950] * 2, abs=1)


@pytest.mark.parametrize("off_mm", [-10, -3, 0, 3, 10])
def test_a_wall_that_ends_within_10_mm_of_another_meets_it(off_mm: int) -> None:
    across = plans.wall((2_000, off_mm), (2_000, 3_000 - off_mm))
    plan = plans.with_walls(plans.rectangle(4_000, 3_000, 100), across)

    assert areas(derive(plan)) == pytest.approx([1_900 * 2_900] * 2)


def test_a_wall_that_ends_in_the_body_of_another_parts_the_room_as_well() -> None:
    across = plans.wall((2_000, 0), (2_000, 2_989))
    plan = plans.with_walls(plans.rectangle(4_000, 3_000, 100), across)

    assert areas(derive(plan)) == pytest.approx([1_900 * 2_900] * 2)


def test_a_wall_that_ends_short_of_another_leaves_one_room() -> None:
    across = plans.wall((2_000, 0), (2_000, 2_900))
    plan = plans.with_walls(plans.rectangle(4_000, 3_000, 100), across)

    assert areas(derive(plan)) == pytest.approx([3_900 * 2_900 - 100 * 2_850])


def test_walls_drawn_over_each_other_are_one_wall() -> None:
    plan = plans.rectangle(4_000, 3_000, 100)
    again = {id + 100: replace(wall, thickness_mm=80) for id, wall in plan.walls.items()}

    doubled = derive(replace(plan, walls=plan.walls.update(again)))

    assert areas(doubled) == pytest.approx([3_900 * 2_900])


def test_a_room_is_found_at_a_point_also_in_the_walls_around_it() -> None:
    derived = derive(plans.with_shaft())
    big, shaft = sorted(derived.rooms, key=lambda room: -room.area_mm2)

    assert derived.room_at(500, 500) is big
    assert derived.room_at(2_500, 2_000) is shaft
    assert derived.room_at(2_020, 2_000) is shaft
    assert derived.room_at(1_980, 2_000) is big
    assert derived.room_at(9_000, 500) is None


def test_walls_are_found_by_how_near_their_faces_are() -> None:
    derived = derive(plans.second_oracle_plan())

    assert derived.walls_near(5_300, 1_000, 50) == [5]
    assert derived.walls_near(5_300, 1_000, 49) == []
    assert derived.walls_near(5_200, 2_900, 0) == [5, 6]


def test_nothing_follows_from_an_empty_plan() -> None:
    derived = derive(Plan())

    assert (derived.rooms, derived.bodies, derived.outlines) == ((), Map(), ())


def test_the_same_wall_given_anew_is_no_change() -> None:
    plan = plans.second_oracle_plan()
    before = derive(plan)
    copies = {id: Wall(w.start, w.end, w.thickness_mm, w.kind) for id, w in plan.walls.items()}

    after = derive(replace(plan, walls=Map(copies)), before)

    assert all(now is then for now, then in zip(after.rooms, before.rooms, strict=True))
