"""The usable area of a storey, after NEN 2580 in our own words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from immutables import Map

from desktop.floorplans.geometry import derive, derive_home
from desktop.floorplans.plan import (
    Home,
    LowCeiling,
    Plan,
    Point,
    RoomType,
    Stair,
    Wall,
    WallKind,
)
from tests.support import plans

BEARING = WallKind.LOAD_BEARING


def usable_m2(plan: Plan) -> float:
    return derive(plan).usable_mm2 / 1e6


def shell() -> Plan:
    """8.0 x 6.0 m between the faces of its walls: 48 m²."""
    return plans.rectangle(8_300, 6_300, 300)


def square(x: int, y: int, side: int, kind: WallKind) -> list[Wall]:
    corners = [(x, y), (x + side, y), (x + side, y + side), (x, y + side)]
    return [
        plans.wall(start, end, 100, kind)
        for start, end in zip(corners, [*corners[1:], corners[0]], strict=True)
    ]


def test_partitions_count_as_floor() -> None:
    assert usable_m2(plans.second_oracle_plan()) == pytest.approx(53.12)


def test_a_load_bearing_wall_inside_does_not_count() -> None:
    plan = plans.with_walls(shell(), plans.wall((4_000, 0), (4_000, 6_300), 200, BEARING))

    assert usable_m2(plan) == pytest.approx(48.0 - 0.2 * 6.0)


def test_a_shaft_from_half_a_square_metre_does_not_count() -> None:
    plan = plans.with_walls(shell(), *square(2_000, 2_000, 1_000, WallKind.PARTITION))
    plan = plans.with_label(plan, 2_500, 2_500, RoomType.SHAFT)

    assert usable_m2(plan) == pytest.approx(48.0 - 0.81)


def test_a_smaller_shaft_counts_as_floor() -> None:
    plan = plans.with_walls(shell(), *square(2_000, 2_000, 800, WallKind.PARTITION))
    plan = plans.with_label(plan, 2_400, 2_400, RoomType.SHAFT)

    assert usable_m2(plan) == pytest.approx(48.0)


@pytest.mark.parametrize(("length_mm", "lost_m2"), [(800, 0.0), (900, 0.54)])
def test_a_column_counts_as_floor_when_it_is_under_half_a_square_metre(
    length_mm: int, lost_m2: float
) -> None:
    column = plans.wall((3_000, 3_000), (3_000 + length_mm, 3_000), 600, BEARING)

    assert usable_m2(plans.with_walls(shell(), column)) == pytest.approx(48.0 - lost_m2)


def test_floor_under_a_ceiling_of_less_than_one_and_a_half_metres_does_not_count() -> None:
    corners = ((0, 0), (8_300, 0), (8_300, 1_150), (0, 1_150))
    low = LowCeiling(tuple(Point(*corner) for corner in corners))

    assert usable_m2(replace(shell(), low_ceilings=Map({99: low}))) == pytest.approx(40.0)


def test_a_balcony_outside_the_shell_changes_nothing() -> None:
    rail = [
        ((8_300, 0), (10_000, 0)),
        ((10_000, 0), (10_000, 6_300)),
        ((10_000, 6_300), (8_300, 6_300)),
    ]
    plan = plans.with_walls(shell(), *(plans.wall(*side) for side in rail))
    plan = plans.with_label(plan, 9_000, 3_000, RoomType.OUTDOOR)

    assert usable_m2(plan) == pytest.approx(48.0)


def test_a_plan_without_a_shell_ends_at_its_outer_walls() -> None:
    plan = plans.ring([(0, 0), (4_000, 0), (4_000, 3_000), (0, 3_000)], 100, WallKind.PARTITION)
    plan = plans.with_walls(plan, plans.wall((2_000, 0), (2_000, 3_000)))

    assert usable_m2(plan) == pytest.approx(11.31)


def test_an_empty_sheet_has_no_usable_area() -> None:
    assert usable_m2(Plan()) == 0


@pytest.mark.parametrize(("width_mm", "lost_m2"), [(1_000, 0.0), (1_400, 4.2)])
def test_a_stair_leaves_a_hole_from_four_square_metres_in_the_storey_above(
    width_mm: int, lost_m2: float
) -> None:
    stair = Stair(Point(2_000, 3_000), 0, width_mm, 3_000)
    ground = replace(shell(), stairs=Map({99: stair}))

    below, above = derive_home(Home((ground, shell())))

    assert below.usable_mm2 / 1e6 == pytest.approx(48.0)
    assert above.usable_mm2 / 1e6 == pytest.approx(48.0 - lost_m2)


def test_a_load_bearing_wall_that_moves_takes_its_area_along() -> None:
    plan = plans.with_walls(shell(), plans.wall((4_000, 0), (4_000, 6_300), 200, BEARING))
    slanted = plans.wall((4_000, 0), (6_000, 6_300), 200, BEARING)
    moved = replace(plan, walls=plan.walls.set(5, slanted))

    assert derive(moved, derive(plan)).usable_mm2 == pytest.approx(derive(moved).usable_mm2)


def test_a_room_that_becomes_a_shaft_is_lost_at_once() -> None:
    plan = plans.labelled_home()
    before = derive(plan)
    toilet = next(id for id, label in plan.labels.items() if label.type is RoomType.TOILET)
    shaft = replace(plan.labels[toilet], type=RoomType.SHAFT)
    after = derive(replace(plan, labels=plan.labels.set(toilet, shaft)), before)

    assert after.usable_mm2 / 1e6 == pytest.approx(53.12 - 2.28)
