"""Strokes of 2,000 points become walls while the pen is lifted."""

from __future__ import annotations

import time

from desktop.floorplans.plan import Plan
from desktop.floorplans.strokes import recognise
from tests.benchmarks.table import p95, show
from tests.support.plans import GRID_SIDES, grid
from tests.support.strokes import Place, trembling

POINTS = 2_000
RUNS = 50
MOST_MS = 20.0
RECTANGLE: list[Place] = [(0, 0), (4_000, 0), (4_000, 3_000), (0, 3_000), (0, 0)]
# Back and forth over a sheet, as a child would.
SCRIBBLE: list[Place] = [((n % 2) * 3_000.0, n * 400.0) for n in range(20)]


def took_ms(stroke: list[Place], plan: Plan | None) -> float:
    times = []
    for _run in range(RUNS):
        started = time.perf_counter()
        recognise([stroke], plan)
        times.append((time.perf_counter() - started) * 1_000)
    return p95(times)


def test_a_stroke_of_2000_points() -> None:
    rectangle = trembling(RECTANGLE, POINTS, 40, 1)
    cases = {
        "a rectangle on a blank sheet": (rectangle, None),
        "a scribble on a blank sheet": (trembling(SCRIBBLE, POINTS, 40, 1), None),
        "a rectangle in a plan of 220 walls": (rectangle, grid(GRID_SIDES[220])),
    }
    took = {name: took_ms(*case) for name, case in cases.items()}
    verdicts = [
        (name, f"{ms:.1f} ms", f"p95 at most {MOST_MS:.0f} ms") for name, ms in took.items()
    ]
    show(f"Recognising a stroke of {POINTS:,} points", [], verdicts)
    assert max(took.values()) <= MOST_MS
