"""The name of each room with its area below, where nothing stands in the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely

from desktop.floorplans.drawing.marks import XY, Ink, Words
from desktop.floorplans.geometry import Derived, Room
from desktop.floorplans.geometry.openings import sweep
from desktop.floorplans.geometry.stairs import footprint
from desktop.floorplans.plan import Furniture, OpeningKind
from desktop.floorplans.wording import floor_area, room_name

# Letters on paper; of a letter, how wide it is on average for its height.
NAME_MM, AREA_MM, LETTER = 2.9, 2.5, 0.6
BELOW_MM = 3.4
# Words that are larger than their room become smaller, to this share; then they are left out.
SMALLEST = 0.6
# How far apart the places are that are tried, and how many in a row at most.
STEP_MM, MOST_STEPS = 150, 60
NEAREST = 40


def room_words(derived: Derived, obstacles: shapely.STRtree, scale: float) -> Iterator[Words]:
    """The words of all rooms, as large as they must be on paper at 1 to `scale`."""
    for room in derived.rooms:
        yield from _words(room, obstacles, scale)


def obstacles(derived: Derived) -> shapely.STRtree:
    """What words must not stand on: furniture, stairs and the swings of doors."""
    plan = derived.plan
    stairs = (*plan.stairs.values(), *derived.holes.values())
    outlines = [
        *(_outline(thing) for thing in plan.furniture.values()),
        *(footprint(stair) for stair in stairs),
        *(
            sweep(plan, opening)
            for opening in plan.openings.values()
            if opening.kind is OpeningKind.DOOR
        ),
    ]
    return shapely.STRtree(outlines)


def _outline(thing: Furniture) -> shapely.Polygon:
    half_width, half_depth = thing.width_mm / 2, thing.depth_mm / 2
    box = shapely.box(-half_width, -half_depth, half_width, half_depth)
    turned = shapely.affinity.rotate(box, thing.angle, origin=(0, 0))
    return shapely.affinity.translate(turned, *thing.at)


def _words(room: Room, obstacles: shapely.STRtree, scale: float) -> Iterator[Words]:
    name = room_name(room) if room.label is not None else ""
    size = floor_area(room.area_mm2)
    letters = max(len(name) * NAME_MM, len(size) * AREA_MM) * LETTER
    high = (BELOW_MM + NAME_MM if name else AREA_MM) * scale
    left, bottom, right, top = room.box
    share = min(1.0, (right - left) / (letters * scale), (top - bottom) / high)
    if share < SMALLEST:
        return
    for smaller in (share, SMALLEST):
        place = free_place(room.polygon, obstacles, letters * scale * smaller, high * smaller)
        if place is not None:
            share = smaller
            break
    x, y = place or middle_of(room.polygon)
    factor = scale * share
    if name:
        yield Words(Ink.ROOM_WORDS, (x, y + 0.5 * factor), name, NAME_MM * factor, bold=True)
        y -= (BELOW_MM - 0.5) * factor
    yield Words(Ink.ROOM_WORDS, (x, y), size, AREA_MM * factor)


def middle_of(floor: shapely.Polygon) -> XY:
    """The middle of a room if that is in it, or else a place that is."""
    middle = floor.centroid
    if not floor.contains(middle):
        middle = floor.representative_point()
    return middle.x, middle.y


def free_place(
    floor: shapely.Polygon, obstacles: shapely.STRtree, wide: float, high: float
) -> XY | None:
    """The middle of a box of this size that lies in the room and on no obstacle, as near the
    middle of the room as can be; None where there is no such place."""
    middle_x, middle_y = middle_of(floor)
    here = shapely.box(*_sides(middle_x, middle_y, wide, high))
    if floor.contains(here) and not obstacles.query(here, "intersects").size:
        return middle_x, middle_y
    left, bottom, right, top = floor.bounds
    step = max(STEP_MM, (right - left) / MOST_STEPS, (top - bottom) / MOST_STEPS)
    xs, ys = (
        side.ravel()
        for side in np.meshgrid(
            np.arange(left + wide / 2, right - wide / 2 + 1, step),
            np.arange(bottom + high / 2, top - high / 2 + 1, step),
        )
    )
    nearest = np.argsort(np.hypot(xs - middle_x, ys - middle_y), kind="stable")
    shapely.prepare(floor)
    # Mostly one of the nearest is free: the others are looked at only when none is.
    for some in (nearest[:NEAREST], nearest[NEAREST:]):
        boxes = shapely.box(*_sides(xs[some], ys[some], wide, high))
        fits = shapely.contains(floor, boxes)
        fits[obstacles.query(boxes, "intersects")[0]] = False
        if fits.any():
            place = some[fits.argmax()]
            return float(xs[place]), float(ys[place])
    return None


def _sides(x: Any, y: Any, wide: float, high: float) -> tuple[Any, Any, Any, Any]:
    """Left, bottom, right and top of a box around one place or around each of many."""
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
