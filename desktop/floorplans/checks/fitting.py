"""Rectangles in rooms: whether one fits, and where furniture stands."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, dist, radians, sin

import numpy as np
import shapely
from shapely import Polygon
from shapely.affinity import rotate

from desktop.floorplans.plan import Furniture, Point

# What is measured in whole millimetres fits when this much smaller fits.
SLACK_MM = 0.5
# Widths and areas come out of floating point: this much under a number is the number.
HAIR_MM, HAIR_MM2 = 0.01, 1.0
# A slope that is none.
_LEVEL = 1e-9


def fits(polygon: Polygon, width_mm: float, depth_mm: float) -> bool:
    """Whether a rectangle of this size fits in, along the longest wall or square to it."""
    lying = _along_longest_edge(polygon)
    sizes = {(width_mm, depth_mm), (depth_mm, width_mm)}
    return any(_leaves_room(lying, across - SLACK_MM, up - SLACK_MM) for across, up in sizes)


def sides(polygon: Polygon) -> tuple[float, float]:
    """The shorter and the longer side of the rectangle around a room."""
    left, bottom, right, top = _along_longest_edge(polygon).bounds
    shorter, longer = sorted((right - left, top - bottom))
    return shorter, longer


def _along_longest_edge(polygon: Polygon) -> Polygon:
    """The polygon turned so that its longest edge lies along the x axis."""
    edges = pairwise(polygon.exterior.coords)
    (ax, ay), (bx, by) = max(edges, key=lambda edge: dist(*edge))
    if abs(by - ay) < abs(bx - ax) * _LEVEL:
        return polygon
    return rotate(polygon, -atan2(by - ay, bx - ax), origin=(ax, ay), use_radians=True)


def _leaves_room(polygon: Polygon, width_mm: float, depth_mm: float) -> bool:
    """Whether the lower left corner of the rectangle can be somewhere so that no edge of the
    polygon cuts through the rectangle."""
    corners = np.array([(0, 0), (width_mm, 0), (width_mm, depth_mm), (0, depth_mm)])
    blocked = []
    for ring in (polygon.exterior, *polygon.interiors):
        points = shapely.get_coordinates(ring)
        places = np.concatenate((points[:-1, None] - corners, points[1:, None] - corners), axis=1)
        blocked.append(shapely.convex_hull(shapely.multipoints(places)))
    return bool(polygon.difference(shapely.union_all(np.concatenate(blocked))).area > 0)


def body_of(piece: Furniture) -> Polygon:
    """The floor under a piece of furniture."""
    half, deep = piece.width_mm / 2, piece.depth_mm / 2
    return placed((-half, -deep, half, deep), piece.at, piece.angle)


def placed(box: tuple[float, float, float, float], at: Point, angle: int) -> Polygon:
    """A box (left, bottom, right, top) around the origin, turned, and moved to a point."""
    left, bottom, right, top = box
    corners = [(left, bottom), (right, bottom), (right, top), (left, top)]
    turns = (turned(corner, angle) for corner in corners)
    return Polygon([(at.x + x, at.y + y) for x, y in turns])


def turned(offset: tuple[float, float], angle: int) -> tuple[float, float]:
    """An offset turned counter-clockwise by whole degrees; a quarter turn is exact."""
    cosine, sine = _QUARTERS.get(angle % 360) or (cos(radians(angle)), sin(radians(angle)))
    x, y = offset
    return x * cosine - y * sine, x * sine + y * cosine


_QUARTERS = {0: (1.0, 0.0), 90: (0.0, 1.0), 180: (-1.0, 0.0), 270: (0.0, -1.0)}
