"""Checking a home again after one wall moved, on square grids of walls with rooms, labels and
openings: the processor time that a drag pays for the checks in every frame."""

from __future__ import annotations

import gc
import time
from datetime import date

import pytest

from desktop.floorplans import edits
from desktop.floorplans.checks import Checker, rules_on
from desktop.floorplans.geometry import derive
from desktop.floorplans.plan import Home, Plan
from tests.benchmarks.table import p95, show
from tests.support.plans import GRID_SIDES, grid

FRAMES = 60
MOST_MS = {24: 4.0, 220: 5.0, 1_012: 6.0, 3_280: 8.0}
MOST_MS_ANEW = {24: 20.0, 220: 60.0, 1_012: 200.0, 3_280: 600.0}


@pytest.mark.parametrize("walls", GRID_SIDES)
def test_a_drag_pays_little_for_the_checks(walls: int) -> None:
    plan = grid(GRID_SIDES[walls])
    checker = Checker(rules_on(date(2026, 11, 25)))
    derived = derive(plan)
    began = time.process_time()
    findings = checker.check(Home((plan,)), (derived,))
    anew_ms = (time.process_time() - began) * 1_000

    move = edits.WallMove(plan, inner_wall(plan))
    frames = []
    gc.collect()
    for frame in range(FRAMES):
        moved = move.by(0, 10 * (frame % 20) - 95)
        derived = derive(moved, derived)
        home = Home((moved,))
        began = time.process_time()
        checker.check(home, (derived,))
        frames.append((time.process_time() - began) * 1_000)

    show(
        f"Checks at {walls} walls, {len(derived.rooms)} rooms, {len(findings)} findings",
        [("all rooms anew", f"{anew_ms:.1f} ms", f"<= {MOST_MS_ANEW[walls]:.0f} ms")],
        [("a wall dragged, p95", f"{p95(frames):.2f} ms", f"<= {MOST_MS[walls]:.0f} ms")],
    )
    assert p95(frames) <= MOST_MS[walls]
    assert anew_ms <= MOST_MS_ANEW[walls]


def inner_wall(plan: Plan) -> int:
    """A horizontal wall in the middle of the plan."""
    middle = max(wall.end.y for wall in plan.walls.values()) // 2
    off_middle = {
        id: abs(wall.start.y - middle) + abs(wall.start.x - middle)
        for id, wall in plan.walls.items()
        if wall.start.y == wall.end.y
    }
    return min(off_middle, key=lambda id: (off_middle[id], id))
