"""Walls of a file as a plan; and doors and windows that it places by a point, put in the wall
there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from desktop.floorplans import edits
from desktop.floorplans.catalogue import item
from desktop.floorplans.exchange.limits import too_many_walls
from desktop.floorplans.plan import (
    LONGEST_WALL_MM,
    MOST_WALLS,
    SHORTEST_WALL_MM,
    Hinge,
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    Side,
    Wall,
)
from desktop.language import _
from desktop.refused import Refused

# Farther from the axis than half the wall and this, and it stands in no wall.
REACH_MM = 150


@dataclass(frozen=True)
class FileRead:
    """What a file brought. `left_out` counts doors and windows that stand in no wall, or do not
    fit in it."""

    home: Home
    left_out: int = 0

    @property
    def unknown(self) -> tuple[str, ...]:
        """The names of the furniture that the catalogue does not have."""
        things = (thing for level in self.home.levels for thing in level.furniture.values())
        return tuple(sorted({thing.item for thing in things if item(thing.item) is None}))


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


def with_walls(plan: Plan, walls: Iterable[Wall]) -> Plan:
    """The plan with these walls. What is shorter than a wall can be is left out, and a wall that
    is drawn twice stands there once. Refused: more than 5,000, and one that is too long."""
    kept: dict[frozenset[Point], Wall] = {}
    for wall in walls:
        if wall.length_mm > LONGEST_WALL_MM:
            raise Refused(
                _(
                    "There is a line of more than 100 metres in this drawing. Keep only the layer "
                    "with walls."
                ),
                "file",
            )
        if wall.length_mm >= SHORTEST_WALL_MM:
            kept.setdefault(frozenset(wall.ends), wall)
        if len(plan.walls) + len(kept) > MOST_WALLS:
            raise too_many_walls()
    numbered = dict(enumerate(kept.values(), plan.next_id))
    return replace(plan, walls=plan.walls.update(numbered), next_id=plan.next_id + len(numbered))


def put_in_wall(plan: Plan, placed: Placed) -> Plan | None:
    """The plan with the opening in the nearest wall; None when no wall is near, or it does not fit
    there."""
    wall = _nearest(plan.walls, placed.x, placed.y)
    if wall is None:
        return None
    axis = plan.walls[wall]
    along, _off = axis.beside((placed.x, placed.y))
    opening = Opening(
        wall,
        placed.kind,
        round(along - placed.width_mm / 2),
        placed.width_mm,
        placed.sill_mm,
        placed.head_mm,
    )
    if placed.hinge is not None:
        hinge_along, _off = axis.beside(placed.hinge)
        opening = replace(opening, hinge=Hinge.NEAR if hinge_along < along else Hinge.FAR)
    if placed.towards is not None:
        _along, off = axis.beside(placed.towards)
        opening = replace(opening, swing=Side.LEFT if off > 0 else Side.RIGHT)
    try:
        return edits.put(plan, opening)[0]
    except Refused:
        return None


def _nearest(walls: Mapping[int, Wall], x: float, y: float) -> int | None:
    best, nearest = None, float("inf")
    for id, wall in walls.items():
        along, off = wall.beside((x, y))
        within = abs(off) <= wall.thickness_mm / 2 + REACH_MM and 0 <= along <= wall.length_mm
        if within and abs(off) < nearest:
            best, nearest = id, abs(off)
    return best
