"""Doors, windows and passages: where they are in the wall, and the room that a door needs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from math import atan2, cos, pi, sin

from shapely import Polygon

from desktop.floorplans.geometry.lines import XY, Axis, axis_of
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Plan, Side

# What frame and hinge take of the width of a door: a door of 930 mm is 850 mm clear, as most
# Dutch frames are. A passage has no frame.
FRAME_MM = 80
# The pieces in which the quarter circle of a door is drawn.
PIECES = 12


class InWalls:
    """Which openings are in which wall, kept up to date for one storey."""

    def __init__(self) -> None:
        self._wall_of: dict[int, int] = {}
        self._openings_of: dict[int, set[int]] = defaultdict(set)

    def update(self, changed: Mapping[int, Opening | None]) -> None:
        """Take in the openings that are new or different, and those that are gone (None)."""
        for id, opening in changed.items():
            if id in self._wall_of:
                self._openings_of[self._wall_of.pop(id)].discard(id)
            if opening is not None:
                self._wall_of[id] = opening.wall
                self._openings_of[opening.wall].add(id)

    def of(self, walls: Iterable[int]) -> set[int]:
        """The openings in any of these walls."""
        return {id for wall in walls for id in self._openings_of.get(wall, ())}


def outline(plan: Plan, opening: Opening) -> Polygon:
    """The opening over the full thickness of its wall, in millimetres."""
    axis = axis_of(plan.walls[opening.wall])
    near, far = opening.at_mm, opening.until_mm
    return Polygon(
        [
            _beside(axis, near, axis.half),
            _beside(axis, near, -axis.half),
            _beside(axis, far, -axis.half),
            _beside(axis, far, axis.half),
        ]
    )


def sweep(plan: Plan, opening: Opening) -> Polygon:
    """The quarter circle over which a door opens, from the face of the wall it opens to; empty for
    a window or a passage."""
    if opening.kind is not OpeningKind.DOOR:
        return Polygon()
    axis = axis_of(plan.walls[opening.wall])
    off = axis.half if opening.swing is Side.LEFT else -axis.half
    near, far = opening.at_mm, opening.until_mm
    hinge, latch = (near, far) if opening.hinge is Hinge.NEAR else (far, near)
    x, y = _beside(axis, hinge, off)
    shut_x, shut_y = _beside(axis, latch, off)
    start = atan2(shut_y - y, shut_x - x)
    quarter = pi / 2 if (opening.swing is Side.LEFT) == (opening.hinge is Hinge.NEAR) else -pi / 2
    angles = (start + quarter * piece / PIECES for piece in range(PIECES + 1))
    width = opening.width_mm
    return Polygon([(x, y), *((x + width * cos(a), y + width * sin(a)) for a in angles)])


def clear_width_mm(opening: Opening) -> int:
    """How wide the way through is: for a door its width less the frame, see `FRAME_MM`."""
    return opening.width_mm - (FRAME_MM if opening.kind is OpeningKind.DOOR else 0)


def _beside(axis: Axis, along_mm: float, off_mm: float) -> XY:
    """A place at a distance along the axis of a wall, and to the left of it."""
    return (
        axis.x + axis.ux * along_mm - axis.uy * off_mm,
        axis.y + axis.uy * along_mm + axis.ux * off_mm,
    )
