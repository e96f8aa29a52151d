"""Which thing is under the pointer: what is small and on top goes first."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, radians, sin

import shapely

from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.stairs import footprint
from desktop.floorplans.plan import Furniture, Plan, Point, Stair, Text, Wall, beside
from desktop.floorplans.tools.pointer import Pointer


def hit(derived: Derived, pointer: Pointer) -> int | None:
    """The number of the thing under the pointer; a room is told by its label."""
    return next(_all(derived, pointer), None)


def _all(derived: Derived, pointer: Pointer) -> Iterator[int]:
    plan, reach = derived.plan, pointer.reach_mm
    for text_id, text in plan.texts.items():
        if _on_text(text, pointer):
            yield text_id
    for line_id, line in plan.dimensions.items():
        if line.start != line.end and _off_line(line.start, line.end, pointer) <= reach:
            yield line_id
    walls = list(walls_under(derived, pointer))
    for id, opening in plan.openings.items():
        if opening.wall in walls:
            along, _off = plan.walls[opening.wall].beside(pointer.place)
            if opening.at_mm - reach / 2 <= along <= opening.until_mm + reach / 2:
                yield id
    for id, thing in (*plan.furniture.items(), *plan.stairs.items()):
        if _inside(thing, pointer):
            yield id
    yield from walls
    room = derived.room_at(pointer.x, pointer.y)
    if room is not None and room.label is not None:
        yield room.label


def walls_under(derived: Derived, pointer: Pointer) -> Iterator[int]:
    """The walls whose body the pointer is on, or nearly, the nearest axis first."""
    walls = derived.plan.walls
    thickest = max((wall.thickness_mm for wall in walls.values()), default=0)
    near = derived.walls_near(pointer.x, pointer.y, thickest / 2 + pointer.reach_mm)
    off = {id: off_axis(walls[id], pointer) for id in near}
    for id in sorted(near, key=lambda id: (off[id], id)):
        if off[id] <= max(walls[id].thickness_mm / 2, pointer.reach_mm):
            yield id


def off_axis(wall: Wall, pointer: Pointer) -> float:
    """How far the pointer is from the axis of a wall."""
    return _off_line(wall.start, wall.end, pointer)


def _off_line(start: Point, end: Point, pointer: Pointer) -> float:
    length = start.distance_mm(end)
    along, off = beside(start, end, pointer.place)
    if 0 <= along <= length:
        return abs(off)
    return min(pointer.distance_mm(start), pointer.distance_mm(end))


def corners(thing: Furniture | Stair) -> tuple[tuple[float, float], ...]:
    """The corners of a thing that lies turned, counter-clockwise."""
    if isinstance(thing, Stair):
        return tuple((x, y) for x, y in footprint(thing).exterior.coords[:-1])
    half_width, half_depth = thing.width_mm / 2, thing.depth_mm / 2
    box = [(-half_width, -half_depth), (half_width, -half_depth)]
    box += [(half_width, half_depth), (-half_width, half_depth)]
    return tuple(turned(thing.at, x, y, thing.angle) for x, y in box)


def turned(at: Point, x: float, y: float, angle: float) -> tuple[float, float]:
    """A place told from the middle of a thing, when the thing lies turned."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return at.x + x * c - y * s, at.y + x * s + y * c


def _inside(thing: Furniture | Stair, pointer: Pointer) -> bool:
    if isinstance(thing, Stair):
        return bool(footprint(thing).intersects(shapely.Point(pointer.x, pointer.y)))
    x, y = turned(Point(0, 0), pointer.x - thing.at.x, pointer.y - thing.at.y, -thing.angle)
    return abs(x) <= thing.width_mm / 2 and abs(y) <= thing.depth_mm / 2


def _on_text(text: Text, pointer: Pointer) -> bool:
    # Letters are about half as wide as they are high.
    width = len(text.words) * text.height_mm * 0.6
    return (
        0 <= pointer.x - text.at.x <= width
        and -text.height_mm * 0.3 <= pointer.y - text.at.y <= text.height_mm
    )


def all_things(plan: Plan) -> list[int]:
    """Every thing that can be chosen, from left to right and from below, kind after kind."""
    walls = sorted(plan.walls, key=lambda id: (*min(plan.walls[id].ends), id))
    openings = sorted(
        plan.openings,
        key=lambda id: plan.walls[plan.openings[id].wall].along(plan.openings[id].at_mm),
    )
    return [
        *sorted(plan.labels, key=lambda id: plan.labels[id].at),
        *walls,
        *openings,
        *sorted(plan.furniture, key=lambda id: plan.furniture[id].at),
        *sorted(plan.stairs, key=lambda id: plan.stairs[id].at),
        *sorted(plan.texts, key=lambda id: plan.texts[id].at),
        *sorted(plan.dimensions, key=lambda id: plan.dimensions[id].start),
    ]
