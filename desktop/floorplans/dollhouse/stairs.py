"""Stairs, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.floorplans.dollhouse.faces import Column, Slab, Surface
from desktop.floorplans.geometry.stairs import treads
from desktop.floorplans.plan import Plan, Stair

STEP_MM = 180  # how thick a step is


def stair_columns(plan: Plan) -> Iterator[Column]:
    """Every step of every stair, up to the ceiling."""
    for stair in plan.stairs.values():
        yield from _steps(stair, plan.ceiling_mm)


def _steps(stair: Stair, ceiling_mm: int) -> Iterator[Column]:
    for tread, ring in enumerate(treads(stair)):
        high = ceiling_mm * (tread + 1) / stair.risers
        yield Column(ring, (Slab(ring, max(0, high - STEP_MM), high, Surface.STAIR),))
