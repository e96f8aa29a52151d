"""Finding rooms again while a wall is dragged, on square grids of many walls.

All of this is computing in one thread: processor time is measured, so that what else the machine
does counts little.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator

import pytest

from desktop.floorplans.edits import WallMove
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Plan
from tests.benchmarks.table import Row, p95, show
from tests.support import plans

STEPS = 200
MOST_GROWTH = 3.0
# Sweet Home 3D 7.0.2 needs this to find its rooms again after one wall moved, on the same grids.
SWEET_HOME_MS = {24: 4.5, 220: 23.0, 1_012: 241.0, 3_280: 1_156.0}
# What a frame may take with its checks and painting; rooms are a part of that.
FRAME_MS = {24: 8.0, 220: 8.0, 1_012: 12.0, 3_280: 16.0}


def ms(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return (time.process_time() - begin) * 1e3


def middle_wall(plan: Plan, side: int) -> int:
    """The wall to the right of the middle crossing."""
    x = y = side // 2 * plans.GRID_CELL_MM
    ends = ((x, y), (x + plans.GRID_CELL_MM, y))
    return next(id for id, wall in plan.walls.items() if wall.ends == ends)


def drag(plan: Plan, side: int) -> Iterator[Plan]:
    """The plans of a wall that is dragged to and fro."""
    move = WallMove(plan, middle_wall(plan, side))
    for step in range(1, STEPS + 1):
        yield move.by(0, 7 * (step % 100))


def test_rooms_follow_a_dragged_wall_at_any_size() -> None:
    figures: list[Row] = []
    medians, worst = {}, {}
    for walls, side in plans.GRID_SIDES.items():
        plan = plans.grid(side)
        derived = derive(plan)
        times = []
        for step in drag(plan, side):
            begin = time.process_time()
            derived = derive(step, derived)
            times.append((time.process_time() - begin) * 1e3)
        medians[walls], worst[walls] = statistics.median(times), p95(times)
        bound = f"Sweet Home 3D {SWEET_HOME_MS[walls]:,.1f} ms"
        figures.append((f"{walls:,} walls, median", f"{medians[walls]:.2f} ms", bound))
        figures.append((f"{walls:,} walls, p95", f"{worst[walls]:.2f} ms", ""))
    growth = medians[3_280] / medians[24]
    verdict = ("from 24 to 3,280 walls", f"{growth:.2f} x", f"under {MOST_GROWTH} x")
    show("Rooms after a step of a dragged wall", figures, [verdict])

    assert growth < MOST_GROWTH
    assert all(worst[walls] < most for walls, most in FRAME_MS.items())


@pytest.mark.parametrize("walls", plans.GRID_SIDES)
def test_opening_a_plan_finds_all_rooms(walls: int) -> None:
    plan = plans.grid(plans.GRID_SIDES[walls])
    derive(plan)
    times = [ms(lambda: derive(plan)) for _ in range(5)]
    show(
        f"All rooms of {walls:,} walls",
        [("median", f"{statistics.median(times):.1f} ms", "")],
        [("best", f"{min(times):.1f} ms", "under 100 ms for 1,012 walls")],
    )

    assert min(times) < 100 * max(1, walls / 1_012)
