"""Stairs that go straight, around a corner and around a pole: their floor, their steps, their
top."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import dist, pi

import pytest
import shapely

from desktop.floorplans.geometry.stairs import edges, footprint, halfway, top, treads, way
from desktop.floorplans.plan import Point, Stair, StairShape

STRAIGHT = Stair(Point(1_000, 2_000), 0)
QUARTER = replace(STRAIGHT, shape=StairShape.QUARTER)
SPIRAL = replace(STRAIGHT, shape=StairShape.SPIRAL, width_mm=850)
SHAPES = (STRAIGHT, QUARTER, SPIRAL)
ALL = [
    replace(stair, angle=angle, mirrored=mirrored)
    for stair in SHAPES
    for angle in (0, 90, 37)
    for mirrored in (False, True)
]


def test_a_stair_with_a_quarter_turn_covers_an_l() -> None:
    # Two legs of (3300 - 450 * pi / 2) / 2, and a corner of 900 by 900.
    leg = (3_300 - 450 * pi / 2) / 2
    assert footprint(QUARTER).area == pytest.approx(2 * leg * 900 + 900**2)
    assert footprint(QUARTER).bounds == pytest.approx(
        (1_000, 1_550, 1_000 + leg + 900, 2_000 + 450 + leg)
    )


def test_a_spiral_stair_that_goes_all_around_covers_a_circle() -> None:
    left, bottom, right, up = footprint(SPIRAL).bounds
    assert right - left == pytest.approx(1_800, abs=5)
    assert up - bottom == pytest.approx(1_800, abs=5)


@pytest.mark.parametrize("stair", ALL)
def test_the_steps_cover_the_floor_of_the_stair_once(stair: Stair) -> None:
    rings = [shapely.Polygon(ring) for ring in treads(stair)]
    assert len(rings) == stair.risers - 1
    assert all(ring.is_valid and ring.exterior.is_ccw for ring in rings)
    if stair.shape is StairShape.SPIRAL:
        return  # it goes over itself
    assert sum(ring.area for ring in rings) == pytest.approx(footprint(stair).area)
    assert shapely.union_all(rings).symmetric_difference(footprint(stair)).area < 1


@pytest.mark.parametrize("stair", ALL)
def test_every_step_is_as_deep_where_one_walks(stair: Stair) -> None:
    line = shapely.LineString(way(stair))
    assert line.length == pytest.approx(stair.run_mm, rel=0.02)
    if stair.shape is StairShape.SPIRAL:
        middles = [((ax + bx) / 2, (ay + by) / 2) for (ax, ay), (bx, by) in edges(stair)]
        steps = [dist(*pair) for pair in pairwise(middles)]
        assert max(steps) == pytest.approx(min(steps))
        assert max(steps) <= 220 <= max(steps) * 1.02
        return
    crossed = [line.intersection(shapely.LineString(edge)) for edge in edges(stair)]
    along = [line.project(place) for place in crossed]
    assert [b - a for a, b in pairwise(along)] == pytest.approx([220] * 13, abs=4)


@pytest.mark.parametrize(
    ("stair", "place", "angle"),
    [
        (STRAIGHT, (4_300, 2_000), 0),
        (replace(STRAIGHT, angle=90), (1_000, 5_300), 90),
        (QUARTER, (2_746.6, 3_746.6), 90),
        (replace(QUARTER, mirrored=True), (2_746.6, 253.4), 270),
    ],
)
def test_one_leaves_the_stair_at_its_top(
    stair: Stair, place: tuple[float, float], angle: float
) -> None:
    x, y, walked = top(stair)
    assert (x, y) == pytest.approx(place, abs=1)
    assert walked == angle


@pytest.mark.parametrize("stair", ALL)
def test_half_way_up_one_stands_on_the_stair(stair: Stair) -> None:
    assert footprint(stair).buffer(1).contains(shapely.Point(halfway(stair)))
