"""The floor of a storey: a plate, with the colour of each room on it."""

from __future__ import annotations

from collections.abc import Iterator

import shapely
from shapely import Polygon
from shapely.geometry.polygon import orient

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.faces import (
    SIDE_LIGHT,
    SIDE_TO_SIDE,
    Face,
    Surface,
    edges,
    outward,
)
from desktop.floorplans.geometry import Derived
from desktop.floorplans.geometry.polygons import parts
from desktop.floorplans.geometry.stairs import footprint

PLATE_MM = 220


def floor_faces(derived: Derived, angle: Angle) -> Iterator[Face]:
    """The plate, then the floor of each room; both open where a stair comes up."""
    holes = shapely.union_all([footprint(stair) for stair in derived.holes.values()])
    for hull in derived.outlines:
        for plate in parts(orient(hull).difference(holes)):
            yield from _plate(orient(plate), angle)
    for room in derived.rooms:
        for floor in parts(room.polygon.difference(holes)):
            yield Face(_rings(floor, angle), Surface.FLOOR, room=room.type)


def _plate(plate: Polygon, angle: Angle) -> Iterator[Face]:
    """Its sides and its top."""
    for start, end in edges(plate.exterior.coords[:-1]):
        out_x, out_y = outward(start, end)
        if angle.far(out_x, out_y) < 0:
            corners = ((start, -PLATE_MM), (end, -PLATE_MM), (end, 0), (start, 0))
            side = tuple(angle.on_picture(x, y, z) for (x, y), z in corners)
            light = SIDE_LIGHT - SIDE_TO_SIDE * angle.across(out_x, out_y)
            yield Face((side,), Surface.BASE, light)
    yield Face(_rings(plate, angle), Surface.BASE)


def _rings(polygon: Polygon, angle: Angle) -> tuple[tuple[XY, ...], ...]:
    return tuple(
        tuple(angle.on_picture(x, y) for x, y in ring.coords[:-1])
        for ring in (polygon.exterior, *polygon.interiors)
    )
