"""Where doors, windows and passages are, and the room that a door needs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.floorplans.geometry.openings import (
    InWalls,
    clear_width_mm,
    outline,
    sweep,
)
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Plan, Side
from tests.support import plans

DOOR = Opening(1, OpeningKind.DOOR, 1_000, 900)


def plan_with(*openings: Opening) -> Plan:
    """One wall of 4 m along x, 100 mm thick, with openings numbered from 2 on."""
    plan = plans.with_walls(Plan(), plans.wall((0, 0), (4_000, 0)))
    for opening in openings:
        plan = plans.with_opening(plan, opening)
    return plan


def test_an_opening_goes_through_the_full_thickness_of_its_wall() -> None:
    assert outline(plan_with(DOOR), DOOR).bounds == (1_000, -50, 1_900, 50)


@pytest.mark.parametrize(
    ("hinge", "swing", "box"),
    [
        (Hinge.NEAR, Side.LEFT, (1_000, 50, 1_900, 950)),
        (Hinge.FAR, Side.LEFT, (1_000, 50, 1_900, 950)),
        (Hinge.NEAR, Side.RIGHT, (1_000, -950, 1_900, -50)),
        (Hinge.FAR, Side.RIGHT, (1_000, -950, 1_900, -50)),
    ],
)
def test_a_door_opens_a_quarter_on_its_side_of_the_wall(
    hinge: Hinge, swing: Side, box: tuple[float, ...]
) -> None:
    door = replace(DOOR, hinge=hinge, swing=swing)

    assert sweep(plan_with(door), door).bounds == pytest.approx(box)


def test_a_door_turns_around_its_hinge() -> None:
    far = replace(DOOR, hinge=Hinge.FAR)

    assert (1_900, 50) in sweep(plan_with(far), far).exterior.coords
    assert (1_900, 950) in [
        (round(x), round(y)) for x, y in sweep(plan_with(far), far).exterior.coords
    ]


def test_a_window_sweeps_nothing() -> None:
    window = replace(DOOR, kind=OpeningKind.WINDOW)

    assert sweep(plan_with(window), window).is_empty


def test_the_frame_takes_80_mm_of_a_door_and_nothing_of_a_passage() -> None:
    assert clear_width_mm(replace(DOOR, width_mm=930)) == 850
    assert clear_width_mm(replace(DOOR, kind=OpeningKind.PASSAGE, width_mm=900)) == 900


def test_it_is_known_which_openings_are_in_a_wall() -> None:
    in_walls = InWalls()
    in_walls.update({2: DOOR, 3: DOOR, 4: replace(DOOR, wall=9)})
    assert in_walls.of([1]) == {2, 3}

    in_walls.update({2: replace(DOOR, wall=9), 3: None})
    assert in_walls.of([1]) == set()
    assert in_walls.of([1, 9]) == {2, 4}
