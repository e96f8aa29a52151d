"""Stairs, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.floorplans.dollhouse.faces import Column, Slab, Surface
from desktop.floorplans.dollhouse.turned import box_at
from desktop.floorplans.plan import Plan, Stair

STEP_MM = 180  # how thick a step is


def stair_columns(plan: Plan) -> Iterator[Column]:
    """Every step of every stair, up to the ceiling."""
    for stair in plan.stairs.values():
        yield from _steps(stair, plan.ceiling_mm)


def _steps(stair: Stair, ceiling_mm: int) -> Iterator[Column]:
    treads = max(stair.risers - 1, 1)
    half = stair.width_mm / 2
    for tread in range(treads):
        near, far = (stair.run_mm * at / treads for at in (tread, tread + 1))
        high = ceiling_mm * (tread + 1) / stair.risers
        ring = box_at((near, -half, far, half), stair.at, stair.angle)
        yield Column(ring, (Slab(ring, max(0, high - STEP_MM), high, Surface.STAIR),))
