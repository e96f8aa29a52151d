"""Places told from a thing, as it stands in the plan."""

from __future__ import annotations

from math import cos, radians, sin

from desktop.floorplans.dollhouse.angle import XY
from desktop.floorplans.plan import Point


def place_at(x: float, y: float, at: Point, angle: int) -> XY:
    """A place told from the middle of a thing, in the plan."""
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    return at.x + x * cosine - y * sine, at.y + x * sine + y * cosine


def box_at(box: tuple[float, float, float, float], at: Point, angle: int) -> tuple[XY, ...]:
    """The corners of a box (left, bottom, right, top) told from a thing, counter-clockwise."""
    left, bottom, right, top = box
    corners = ((left, bottom), (right, bottom), (right, top), (left, top))
    return tuple(place_at(x, y, at, angle) for x, y in corners)
