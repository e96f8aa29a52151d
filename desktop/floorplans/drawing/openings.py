"""How doors, windows and passages are drawn in their wall."""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, degrees

from desktop.floorplans.drawing.marks import XY, Arc, Ink, Mark, Stroke
from desktop.floorplans.plan import Hinge, Opening, OpeningKind, Side, Wall


class Along:
    """Places told along a wall from its start, and to the left of its axis."""

    def __init__(self, wall: Wall) -> None:
        self._wall = wall
        self._ux = (wall.end.x - wall.start.x) / wall.length_mm
        self._uy = (wall.end.y - wall.start.y) / wall.length_mm

    @property
    def angle(self) -> float:
        """In degrees, counter-clockwise from the x axis."""
        return degrees(atan2(self._uy, self._ux))

    def at(self, along: float, left: float) -> XY:
        x, y = self._wall.start
        return (
            x + self._ux * along - self._uy * left,
            y + self._uy * along + self._ux * left,
        )


def hole(opening: Opening, wall: Wall) -> tuple[XY, ...]:
    """What is taken out of the wall, over its full thickness and a hair more."""
    seen, half = Along(wall), wall.thickness_mm / 2 + 1
    near, far = opening.at_mm, opening.until_mm
    return (seen.at(near, -half), seen.at(far, -half), seen.at(far, half), seen.at(near, half))


def opening_marks(opening: Opening, wall: Wall) -> Iterator[Mark]:
    """The leaf of a door with its swing; the frame and glass of a window; a dashed passage."""
    seen, half = Along(wall), wall.thickness_mm / 2
    near, far = opening.at_mm, opening.until_mm
    if opening.kind is OpeningKind.DOOR:
        yield from _door(opening, seen, half)
    elif opening.kind is OpeningKind.WINDOW:
        frame = (seen.at(near, -half), seen.at(far, -half), seen.at(far, half), seen.at(near, half))
        yield Stroke(Ink.WINDOW, frame, closed=True)
        yield Stroke(Ink.WINDOW, (seen.at(near, 0), seen.at(far, 0)))
    else:
        for off in (-half, half):
            yield Stroke(Ink.PASSAGE, (seen.at(near, off), seen.at(far, off)))


def _door(door: Opening, seen: Along, half: float) -> Iterator[Mark]:
    """The leaf stands open at right angles to the wall."""
    side = 1 if door.swing is Side.LEFT else -1
    at_near = door.hinge is Hinge.NEAR
    hinge_mm = door.at_mm if at_near else door.until_mm
    hinge = seen.at(hinge_mm, side * half)
    yield Stroke(Ink.DOOR, (hinge, seen.at(hinge_mm, side * (half + door.width_mm))))
    shut = seen.angle if at_near else seen.angle + 180
    counter_clockwise = at_near == (side == 1)
    yield Arc(Ink.SWING, hinge, door.width_mm, shut if counter_clockwise else shut - 90, 90)
