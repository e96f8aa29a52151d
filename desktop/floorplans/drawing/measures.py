"""Dimension lines, and the chains of them on two sides of a storey."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin

import shapely

from desktop.floorplans.drawing.marks import XY, Anchor, Box, Ink, Mark, Stroke, Words
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import DimensionLine, Wall, WallKind
from desktop.floorplans.wording import metres

# On paper: letters, ticks, and how far chains stand from the walls and from each other.
LETTERS_MM, TICK_MM, GAP_MM = 2.3, 1.0, 6.0
# How far the words stand above their line.
ABOVE_MM = 0.8
# Parts of a chain shorter than this on paper are not measured: their words would collide.
SHORTEST_MM = 7.0


@dataclass(frozen=True)
class Measure:
    """A length on paper: from `start` to `end`, drawn `off` to the left of that line."""

    start: XY
    end: XY
    off: float


def dimension_marks(line: DimensionLine, scale: int) -> Iterator[Mark]:
    """A dimension line that somebody drew."""
    if line.start != line.end:
        yield from measure_marks(Measure(line.start, line.end, line.offset_mm), scale)


def measure_marks(measure: Measure, scale: int) -> Iterator[Mark]:
    """The line with a tick at each end, lines to what is measured, and the length above it."""
    (ax, ay), (bx, by) = measure.start, measure.end
    length = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / length, (by - ay) / length
    off_x, off_y = -uy * measure.off, ux * measure.off
    start, end = (ax + off_x, ay + off_y), (bx + off_x, by + off_y)
    yield Stroke(Ink.DIMENSION, (start, end))
    tick = TICK_MM * scale
    for (x, y), (from_x, from_y) in ((start, (ax, ay)), (end, (bx, by))):
        slant_x, slant_y = (ux - uy) * tick / 1.5, (uy + ux) * tick / 1.5
        yield Stroke(Ink.DIMENSION, ((x - slant_x, y - slant_y), (x + slant_x, y + slant_y)))
        yield from _from_what(from_x, from_y, x, y, tick)
    yield _length(start, end, length, scale)


def _from_what(ax: float, ay: float, bx: float, by: float, gap: float) -> Iterator[Mark]:
    """The thin line from what is measured, which it does not touch, to the dimension line."""
    reach = hypot(bx - ax, by - ay)
    if reach > 2 * gap:
        part = gap / reach
        yield Stroke(Ink.DIMENSION, ((ax + (bx - ax) * part, ay + (by - ay) * part), (bx, by)))


def _length(start: XY, end: XY, length: float, scale: int) -> Words:
    """The words stand above the line, read from below or from the right."""
    angle = degrees(atan2(end[1] - start[1], end[0] - start[0]))
    if not -89.5 < angle <= 90.5:
        angle += 180 if angle <= -89.5 else -180
    up_x, up_y = -sin(radians(angle)) * ABOVE_MM * scale, cos(radians(angle)) * ABOVE_MM * scale
    middle = ((start[0] + end[0]) / 2 + up_x, (start[1] + end[1]) / 2 + up_y)
    return Words(
        Ink.DIMENSION_WORDS, middle, metres(length), LETTERS_MM * scale, Anchor.MIDDLE, angle
    )


# Chains -------------------------------------------------------------------------------------


def chains(derived: Derived, scale: int) -> Iterator[Mark]:
    """Above and at the left of the storey: outermost the whole size, then from room to room, over
    the axes of the walls that stand square to that side."""
    if not derived.bodies:
        return
    box = outer_box(derived)
    for horizontal in (True, False):
        low, high = (box[0], box[2]) if horizontal else (box[1], box[3])
        stops = _stops(derived, horizontal, low, high, scale)
        if len(stops) > 2:
            yield from _chain(stops, horizontal, box, GAP_MM * scale, scale)
        yield from _chain([low, high], horizontal, box, 2 * GAP_MM * scale, scale)


def outer_box(derived: Derived) -> Box:
    """The smallest box around the walls."""
    left, bottom, right, top = shapely.total_bounds(list(derived.bodies.values())).tolist()
    return left, bottom, right, top


def _stops(
    derived: Derived, horizontal: bool, low: float, high: float, scale: int
) -> Sequence[float]:
    """The outsides, and between them the axes of walls; of walls close together the thickest."""
    across = [wall for wall in derived.plan.walls.values() if _stands_across(wall, horizontal)]
    across.sort(key=lambda wall: (wall.kind is WallKind.PARTITION, -wall.length_mm))
    shortest = SHORTEST_MM * scale
    stops = [low, high]
    for wall in across:
        place = float(wall.start.x if horizontal else wall.start.y)
        if all(abs(place - stop) >= shortest for stop in stops):
            stops.append(place)
    return sorted(stops)


def _stands_across(wall: Wall, horizontal: bool) -> bool:
    if horizontal:
        return wall.start.x == wall.end.x
    return wall.start.y == wall.end.y


def _chain(
    stops: Iterable[float], horizontal: bool, box: Box, off: float, scale: int
) -> Iterator[Mark]:
    left, _bottom, _right, top = box
    for low, high in pairwise(stops):
        if horizontal:
            yield from measure_marks(Measure((low, top), (high, top), off), scale)
        else:
            yield from measure_marks(Measure((left, low), (left, high), off), scale)
