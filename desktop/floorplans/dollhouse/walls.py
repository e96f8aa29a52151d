"""Walls as columns: cut at 1.2 m or whole, with their doors and windows cut out."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely import Polygon
from shapely.geometry.polygon import orient

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.faces import Column, Pane, Slab, Surface
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.lines import Axis, axis_of
from desktop.floorplans.plan import Opening, OpeningKind, RoomType, Wall

CUT_MM = 1_200
FRONT_MM = 600  # of a wall with nothing before it
RAIL_MM = 1_000
LOW_WALL_MM = 600  # under a sloping roof
BESIDE_MM = 100  # so far from its face a wall is asked what is beside it
SLIVER_MM2 = 100.0
FAR_MM = 1e6
SAMPLES = (0.2, 0.5, 0.8)


def wall_columns(derived: Derived, angle: Angle) -> Iterator[Column]:
    """The columns of every wall."""
    openings: dict[int, list[Opening]] = {}
    for opening in derived.plan.openings.values():
        openings.setdefault(opening.wall, []).append(opening)
    for id, body in derived.bodies.items():
        wall = derived.plan.walls[id]
        height = height_mm(derived, wall, angle)
        yield from _pieces(wall, body, openings.get(id, []), height)


def height_mm(derived: Derived, wall: Wall, angle: Angle) -> float:
    """What is beside a wall says how high it can stand without hiding anything."""
    axis = axis_of(wall)
    left, right = _beside(derived, axis, 1), _beside(derived, axis, -1)
    if left | right == {None, RoomType.OUTDOOR}:
        return RAIL_MM
    middle = shapely.Point(wall.along(axis.length / 2)).buffer(axis.half + BESIDE_MM)
    if any(Polygon(low.corners).intersects(middle) for low in derived.plan.low_ceilings.values()):
        return LOW_WALL_MM
    left_is_far = angle.far(-axis.uy, axis.ux) > 0
    behind, before = (left, right) if left_is_far else (right, left)
    if behind == {None}:
        return derived.plan.ceiling_mm
    return FRONT_MM if before == {None} else CUT_MM


def _beside(derived: Derived, axis: Axis, side: int) -> set[RoomType | None]:
    """What the rooms on one side of a wall are for; None: there is none."""
    off = side * (axis.half + BESIDE_MM)
    found: set[RoomType | None] = set()
    for part in SAMPLES:
        x, y = _place(axis, axis.length * part, off)
        room = derived.room_at(x, y)
        found.add(None if room is None else room.type)
    return found


def _pieces(
    wall: Wall, body: Polygon, openings: list[Opening], height_mm: float
) -> Iterator[Column]:
    """The wall from its start to its end: solid, opening, solid, ..."""
    axis = axis_of(wall)
    at = -FAR_MM
    for opening in sorted(openings, key=lambda opening: opening.at_mm):
        yield from _solid(_stretch(body, axis, at, opening.at_mm), height_mm)
        yield from _opening(axis, body, opening, height_mm)
        at = opening.until_mm
    yield from _solid(_stretch(body, axis, at, FAR_MM), height_mm)


def _stretch(body: Polygon, axis: Axis, near: float, far: float) -> tuple[XY, ...]:
    """The corners of the wall between two places along it; none when there is no wall left."""
    if near == -FAR_MM and far == FAR_MM:
        return _corners(body)
    strip = Polygon(
        [
            _place(axis, near, -FAR_MM),
            _place(axis, far, -FAR_MM),
            _place(axis, far, FAR_MM),
            _place(axis, near, FAR_MM),
        ]
    )
    return _corners(body.intersection(strip))


def _corners(shape: Polygon) -> tuple[XY, ...]:
    hull = shape.convex_hull
    if hull.geom_type != "Polygon" or hull.area < SLIVER_MM2:
        return ()
    return tuple((float(x), float(y)) for x, y in orient(hull).exterior.coords[:-1])


def _solid(ring: tuple[XY, ...], height_mm: float) -> Iterator[Column]:
    if ring:
        yield Column(ring, (_slab(ring, 0, height_mm),))


def _opening(axis: Axis, body: Polygon, opening: Opening, height_mm: float) -> Iterator[Column]:
    """What stands below, in and above an opening, as far as it is under the cut. A window above the
    cut shows as glass on top of the wall."""
    ring = _stretch(body, axis, opening.at_mm, opening.until_mm)
    if not ring:
        return
    sill, head = min(opening.sill_mm, height_mm), min(opening.head_mm, height_mm)
    pieces: list[Slab | Pane] = []
    if sill > 0:
        is_cut = opening.kind is OpeningKind.WINDOW and head <= opening.sill_mm
        pieces.append(_slab(ring, 0, sill, Surface.GLASS if is_cut else Surface.WALL_TOP))
    if opening.kind is OpeningKind.WINDOW and head > sill:
        near, far = (_place(axis, along, 0) for along in (opening.at_mm, opening.until_mm))
        pieces.append(Pane(near, far, sill, head))
    if height_mm > head:
        pieces.append(_slab(ring, head, height_mm))
    if pieces:
        yield Column(ring, tuple(pieces))


def _slab(
    ring: tuple[XY, ...], low_mm: float, high_mm: float, top: Surface = Surface.WALL_TOP
) -> Slab:
    return Slab(ring, low_mm, high_mm, Surface.WALL, top)


def _place(axis: Axis, along: float, left: float) -> XY:
    return axis.x + axis.ux * along - axis.uy * left, axis.y + axis.uy * along + axis.ux * left
