"""Walls that came to lie on each other become one.

Two lines that differ by a few degrees are two walls until their ends are joined: an end that moves
to the corner of another turns its wall a little, and a narrow wedge then closes. So the last look
is at the walls as they will stand, with the rule by which the plan refuses a wall on another.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import TypeAlias

from desktop.floorplans.edits.places import lies_on
from desktop.floorplans.plan import Point, Wall

Ends: TypeAlias = tuple[Point, Point]


def none_on_another(walls: Sequence[Ends]) -> list[Ends]:
    """These walls, with one in the place of each two that lie on each other."""
    kept = list(walls)
    while (pair := _on_each_other(kept)) is not None:
        one, other = pair
        kept = [ends for ends in kept if ends not in pair]
        kept.append(_as_one(one, other))
    return kept


def _on_each_other(walls: Sequence[Ends]) -> tuple[Ends, Ends] | None:
    for one, other in combinations(walls, 2):
        first, second = Wall(*one), Wall(*other)
        if lies_on(first, second) or lies_on(second, first):
            return one, other
    return None


def _as_one(one: Ends, other: Ends) -> Ends:
    """From the one end of both to the other, along the longer."""
    longer = max(Wall(*one), Wall(*other), key=lambda wall: wall.length_mm)
    ordered = sorted((*one, *other), key=lambda end: longer.beside(end)[0])
    return ordered[0], ordered[-1]
