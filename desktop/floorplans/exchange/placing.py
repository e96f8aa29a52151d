"""Doors and windows that a file places by a point, put in the wall there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import hypot

from desktop.floorplans import edits
from desktop.floorplans.plan import Hinge, Home, Opening, OpeningKind, Plan, Side, Wall
from desktop.refused import Refused

# Farther from the axis than half the wall and this, and it stands in no wall.
REACH_MM = 150


@dataclass(frozen=True)
class FileRead:
    """What a file brought. `left_out` counts doors and windows that stand in no wall, or do not
    fit in it."""

    home: Home
    left_out: int = 0


@dataclass(frozen=True)
class Placed:
    """An opening by its middle; `hinge` is a point at the side that a door hangs at, `towards`
    one on the side that it opens to."""

    kind: OpeningKind
    x: float
    y: float
    width_mm: int
    sill_mm: int = 0
    head_mm: int = 2_315
    hinge: tuple[float, float] | None = None
    towards: tuple[float, float] | None = None


def put_in_wall(plan: Plan, placed: Placed) -> Plan | None:
    """The plan with the opening in the nearest wall; None when no wall is near, or it does not fit
    there."""
    wall = _nearest(plan.walls, placed.x, placed.y)
    if wall is None:
        return None
    axis = plan.walls[wall]
    along, _off = beside(axis, placed.x, placed.y)
    opening = Opening(
        wall,
        placed.kind,
        round(along - placed.width_mm / 2),
        placed.width_mm,
        placed.sill_mm,
        placed.head_mm,
    )
    if placed.hinge is not None:
        hinge_along, _off = beside(axis, *placed.hinge)
        opening = replace(opening, hinge=Hinge.NEAR if hinge_along < along else Hinge.FAR)
    if placed.towards is not None:
        _along, off = beside(axis, *placed.towards)
        opening = replace(opening, swing=Side.LEFT if off > 0 else Side.RIGHT)
    try:
        return edits.put(plan, opening)[0]
    except Refused:
        return None


def beside(wall: Wall, x: float, y: float) -> tuple[float, float]:
    """How far along a wall a point is, and how far to the left of its axis."""
    ux, uy = (wall.end.x - wall.start.x), (wall.end.y - wall.start.y)
    length = hypot(ux, uy)
    dx, dy = x - wall.start.x, y - wall.start.y
    return (dx * ux + dy * uy) / length, (ux * dy - uy * dx) / length


def _nearest(walls: Mapping[int, Wall], x: float, y: float) -> int | None:
    best, nearest = None, float("inf")
    for id, wall in walls.items():
        along, off = beside(wall, x, y)
        within = abs(off) <= wall.thickness_mm / 2 + REACH_MM and 0 <= along <= wall.length_mm
        if within and abs(off) < nearest:
            best, nearest = id, abs(off)
    return best
