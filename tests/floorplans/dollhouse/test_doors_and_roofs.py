"""Doors stand open in the home from above, and one looks through the slope of its roof."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.dollhouse import Angle, Face, Line, storeys
from desktop.floorplans.dollhouse.doors import door_columns
from desktop.floorplans.dollhouse.faces import Surface
from desktop.floorplans.dollhouse.roofs import HIGH_MM, roof_parts
from desktop.floorplans.dollhouse.walls import CUT_MM, LOW_WALL_MM
from desktop.floorplans.edits import put
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Hinge, LowCeiling, Opening, OpeningKind, Plan, Point, Side
from desktop.floorplans.templates import shells
from tests.support.plans import labelled_home, rectangle, with_opening

INNER_WALL = 5  # goes up at x = 5,200, 100 thick
ANGLE = Angle(28)


def leaf(opening: Opening) -> tuple[tuple[float, float, float, float], float]:
    """The box around the leaf of the door in the home, and how high it is."""
    (column,) = door_columns(derive(with_opening(labelled_home(), opening)), ANGLE)
    xs, ys = zip(*column.ring, strict=True)
    return (min(xs), min(ys), max(xs), max(ys)), column.high_mm


@pytest.mark.parametrize(
    ("hinge", "swing", "box"),
    [
        (Hinge.NEAR, Side.LEFT, (5_150 - 850, 1_040, 5_150, 1_080)),
        (Hinge.NEAR, Side.RIGHT, (5_250, 1_040, 5_250 + 850, 1_080)),
        (Hinge.FAR, Side.RIGHT, (5_250, 1_850, 5_250 + 850, 1_890)),
    ],
)
def test_a_leaf_stands_open_where_the_plan_shows_it(
    hinge: Hinge, swing: Side, box: tuple[float, float, float, float]
) -> None:
    found, _high = leaf(Opening(INNER_WALL, OpeningKind.DOOR, 1_000, 930, hinge=hinge, swing=swing))
    assert found == pytest.approx(box)


def test_a_leaf_is_no_higher_than_its_wall_is_shown() -> None:
    _box, high = leaf(Opening(INNER_WALL, OpeningKind.DOOR, 1_000, 930))
    assert high == CUT_MM


@pytest.mark.parametrize("kind", [OpeningKind.WINDOW, OpeningKind.PASSAGE])
def test_only_doors_have_a_leaf(kind: OpeningKind) -> None:
    plan = with_opening(labelled_home(), Opening(INNER_WALL, kind, 1_000, 930))
    assert not list(door_columns(derive(plan), ANGLE))


def under_a_roof(*corners: tuple[int, int]) -> Plan:
    low = LowCeiling(tuple(Point(*corner) for corner in corners))
    return put(rectangle(6_000, 4_000, 200), low)[0]


def test_a_roof_slopes_from_the_wall_up_to_where_one_can_stand() -> None:
    plan = under_a_roof((100, 100), (5_900, 100), (5_900, 1_600), (100, 1_600))
    slope, _outline = roof_parts(derive(plan), ANGLE)
    assert isinstance(slope, Face)
    low, high = ANGLE.on_picture(100, 100, LOW_WALL_MM), ANGLE.on_picture(100, 1_600, HIGH_MM)
    assert slope.places[0] == pytest.approx(low)
    assert slope.places[3] == pytest.approx(high)


def test_a_roof_that_is_deeper_than_it_is_wide_slopes_from_its_outer_wall() -> None:
    plan = under_a_roof((100, 100), (2_100, 100), (2_100, 3_900), (100, 3_900))
    slope, _outline = roof_parts(derive(plan), ANGLE)
    assert isinstance(slope, Face)
    assert slope.places[0] == pytest.approx(ANGLE.on_picture(100, 100, LOW_WALL_MM))
    assert slope.places[1] == pytest.approx(ANGLE.on_picture(2_100, 100, HIGH_MM))


@pytest.mark.parametrize(
    "corners",
    [
        ((2_000, 1_000), (3_000, 1_000), (3_000, 2_000)),  # touches no wall
        ((100, 100), (100, 100), (100, 100)),
    ],
)
def test_a_low_part_that_has_no_eave_has_no_slope(corners: tuple[tuple[int, int], ...]) -> None:
    assert not list(roof_parts(derive(under_a_roof(*corners)), ANGLE))


def test_the_slopes_of_the_row_house_are_painted_last() -> None:
    (home,) = (shell.home for shell in shells() if shell.key == "row-house")
    (attic,) = storeys([derive(home.levels[2])], ANGLE)
    last = attic.parts[-4:]
    assert [type(part) for part in last] == [Face, Line, Face, Line]
    assert all(part.surface is Surface.ROOF for part in last if isinstance(part, Face))
    empty = derive(replace(home.levels[2], low_ceilings=rectangle(1, 1, 1).low_ceilings))
    assert not list(roof_parts(empty, ANGLE))
