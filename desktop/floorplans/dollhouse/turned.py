"""Boxes told from a thing, as it stands in the plan."""

from __future__ import annotations

from desktop.floorplans.checks.fitting import turned
from desktop.floorplans.dollhouse.angle import XY
from desktop.floorplans.plan import Point


def box_at(box: tuple[float, float, float, float], at: Point, angle: int) -> tuple[XY, ...]:
    """The corners of a box (left, bottom, right, top) told from a thing, counter-clockwise."""
    left, bottom, right, top = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    offsets = (turned(corner, angle) for corner in corners)
    return tuple((at.x + x, at.y + y) for x, y in offsets)
