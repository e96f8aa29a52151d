"""The leaves of doors, open as they are drawn in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.faces import Column, Slab, Surface
from desktop.floorplans.dollhouse.walls import height_mm
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.lines import axis_of
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Side, Wall

LEAF_MM = 40  # how thick a leaf is
FRAME_MM = 40  # what the frame takes of the opening at each side


def door_columns(derived: Derived, angle: Angle) -> Iterator[Column]:
    """The leaf of every door, no higher than the wall that it hangs in is shown."""
    for opening in derived.plan.openings.values():
        if opening.kind is not OpeningKind.DOOR:
            continue
        wall = derived.plan.walls[opening.wall]
        high = min(opening.head_mm, height_mm(derived, wall, angle))
        ring = _ring(opening, wall)
        yield Column(ring, (Slab(ring, 0, high, Surface.DOOR),))


def _ring(opening: Opening, wall: Wall) -> tuple[XY, ...]:
    """The leaf stands square to its wall, from the side at which it hangs."""
    axis = axis_of(wall)
    near = opening.at_mm + FRAME_MM
    if opening.hinge is Hinge.FAR:
        near = opening.until_mm - FRAME_MM - LEAF_MM
    side = 1 if opening.swing is Side.LEFT else -1
    begin = axis.half * side
    end = begin + (opening.width_mm - 2 * FRAME_MM) * side
    low, high = sorted((begin, end))
    places = ((near, low), (near + LEAF_MM, low), (near + LEAF_MM, high), (near, high))
    return tuple(
        (axis.x + axis.ux * along - axis.uy * off, axis.y + axis.uy * along + axis.ux * off)
        for along, off in places
    )
