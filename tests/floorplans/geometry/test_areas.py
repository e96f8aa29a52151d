"""Net areas of plans that were worked out by hand."""

from __future__ import annotations

import pytest

from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Plan
from tests.support import plans


def areas_m2(plan: Plan) -> list[float]:
    return sorted(room.area_mm2 / 1e6 for room in derive(plan).rooms)


def test_a_rectangle_is_measured_between_the_faces_of_its_walls() -> None:
    assert areas_m2(plans.rectangle(4_000, 3_000, 100)) == pytest.approx([11.31])


def test_five_rooms_in_a_thick_shell() -> None:
    plan = plans.second_oracle_plan()

    assert areas_m2(plan) == pytest.approx([2.28, 3.60, 8.64, 11.52, 25.50])


def test_an_l_shape_has_an_inside_corner() -> None:
    assert areas_m2(plans.l_shape()) == pytest.approx([24.64])


def test_a_shaft_that_stands_free_is_a_hole_with_its_walls() -> None:
    assert areas_m2(plans.with_shaft()) == pytest.approx([0.81, 17.90])


def test_a_slanted_wall_is_mitred() -> None:
    assert areas_m2(plans.slanted()) == pytest.approx([12.02485], abs=5e-6)


@pytest.mark.parametrize("gap_mm", [-9, -4, 4, 9])
def test_a_corner_that_is_a_little_open_is_closed(gap_mm: int) -> None:
    assert areas_m2(plans.open_corner(gap_mm)) == pytest.approx([11.31])


def test_a_corner_that_is_11_mm_open_closes_no_room() -> None:
    assert areas_m2(plans.open_corner(11)) == []
