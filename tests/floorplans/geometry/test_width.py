"""Widths of rooms, measured with a square."""

from __future__ import annotations

import pytest
from shapely import Polygon, box
from shapely.affinity import rotate, translate

from desktop.floorplans.geometry.width import area_at_width_mm2, clear_width_mm

CORNER_ROOM = Polygon(
    [(0, 0), (3_200, 0), (3_200, 2_000), (5_200, 2_000), (5_200, 3_500), (0, 3_500)]
)


def m2(polygon: Polygon, width_mm: int) -> float:
    return area_at_width_mm2(polygon, width_mm) / 1e6


def test_all_of_a_wide_room_counts() -> None:
    assert m2(box(0, 0, 3_200, 3_600), 3_000) == pytest.approx(11.52)


def test_nothing_of_a_narrow_room_counts_however_long_it_is() -> None:
    assert m2(box(0, 0, 2_900, 4_500), 3_000) == 0


def test_a_room_of_just_the_width_counts() -> None:
    assert m2(box(0, 0, 3_000, 3_700), 3_000) == pytest.approx(11.1)


def test_one_millimetre_less_does_not_count() -> None:
    assert m2(box(0, 0, 2_999, 3_700), 3_000) == 0


def test_the_narrow_part_of_an_l_does_not_count() -> None:
    assert CORNER_ROOM.area / 1e6 == pytest.approx(14.2)
    assert m2(CORNER_ROOM, 3_000) == pytest.approx(11.2)


def test_a_column_in_the_middle_takes_the_width_around_it() -> None:
    room = box(0, 0, 5_000, 4_000).difference(box(2_000, 1_800, 2_400, 2_200))

    assert m2(room, 2_700) == 0
    assert m2(room, 2_600) == pytest.approx(2.6 * 4.0)
    assert clear_width_mm(room) == 2_600


def test_a_jog_of_a_centimetre_makes_a_room_narrower_there() -> None:
    jog = Polygon([(0, 0), (3_000, 0), (3_000, 2_000), (2_990, 2_000), (2_990, 5_000), (0, 5_000)])

    assert m2(jog, 3_000) == 0
    assert m2(jog, 2_990) == pytest.approx(2.99 * 5.0)


@pytest.mark.parametrize("degrees", [0, 17, 45, 90, 133])
def test_a_room_that_lies_slanted_on_the_paper_is_as_wide(degrees: int) -> None:
    turned = translate(rotate(CORNER_ROOM, degrees, (0, 0)), 8_000, -3_000)

    assert m2(turned, 3_000) == pytest.approx(11.2, abs=0.001)
    assert clear_width_mm(turned) == 3_200


def test_a_square_goes_along_the_slanted_wall_of_a_room() -> None:
    room = Polygon([(0, 0), (5_000, 0), (4_000, 3_000), (0, 3_000)])

    assert clear_width_mm(room) == 3_000
    assert 3_000 * 4_000 <= area_at_width_mm2(room, 3_000) < room.area


def test_the_width_of_an_l_is_that_of_its_wide_part() -> None:
    assert clear_width_mm(CORNER_ROOM) == 3_200
