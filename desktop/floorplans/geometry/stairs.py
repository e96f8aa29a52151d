"""Where a stair stands."""

from __future__ import annotations

from math import cos, radians, sin

from shapely import Polygon

from desktop.floorplans.plan import Stair


def footprint(stair: Stair) -> Polygon:
    """The floor under a stair, from foot to top over its width: also the hole in the floor above
    it."""
    dx, dy = cos(radians(stair.angle)), sin(radians(stair.angle))
    side = stair.width_mm / 2
    x, y = stair.at
    top_x, top_y = x + dx * stair.run_mm, y + dy * stair.run_mm
    return Polygon(
        [
            (x - dy * side, y + dx * side),
            (x + dy * side, y - dx * side),
            (top_x + dy * side, top_y - dx * side),
            (top_x - dy * side, top_y + dx * side),
        ]
    )
