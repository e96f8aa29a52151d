"""How wide a room is, measured with a square, as a piece of furniture would: how large a square
can come in, and which floor it can cover.

The square lies along the walls. In a room whose walls run in more than two directions it is laid
along each direction that counts, and the one that gives most is taken.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from math import atan2, degrees, hypot, isclose

import numpy as np
import shapely
from shapely import Polygon
from shapely.affinity import rotate
from shapely.geometry.base import BaseGeometry

# Walls stand on whole millimetres; what is narrower by less than this comes from rounding.
SLACK_MM = 0.1
# A direction counts when so much of the walls around a room runs along it or square to it.
COUNTS_FROM = 0.2


def area_at_width_mm2(polygon: Polygon, width_mm: float) -> float:
    """The area of a room "measured at a width": the floor that a square of that width can cover
    (morphological opening; Bouwbesluit 2012, article 4.3(4))."""
    return max(_covered_mm2(laid, (width_mm - SLACK_MM) / 2) for laid in _laid_straight(polygon))


@lru_cache(maxsize=64)  # the living room is asked at every movement, also when another wall moves
def clear_width_mm(polygon: Polygon) -> int:
    """How wide a room is where it is widest: the side of the largest square that fits, in whole
    millimetres."""
    return max(map(_largest_square_mm, _laid_straight(polygon)))


def _largest_square_mm(polygon: Polygon) -> int:
    fits, too_wide = 0, int(_narrow_side_mm(polygon) + SLACK_MM) + 1
    if _is_rectangle(polygon):
        return too_wide - 1
    while too_wide - fits > 1:
        width = (fits + too_wide) // 2
        if _middles(polygon, (width - SLACK_MM) / 2).is_empty:
            too_wide = width
        else:
            fits = width
    return fits


def _narrow_side_mm(polygon: Polygon) -> float:
    left, bottom, right, top = polygon.bounds
    return float(min(right - left, top - bottom))


def _is_rectangle(polygon: Polygon) -> bool:
    """Most rooms are, and need no more work."""
    left, bottom, right, top = polygon.bounds
    return bool(isclose(polygon.area, (right - left) * (top - bottom), rel_tol=1e-9))


def _covered_mm2(polygon: Polygon, half_mm: float) -> float:
    if _is_rectangle(polygon):
        return float(polygon.area) if _narrow_side_mm(polygon) >= 2 * half_mm else 0.0
    middles = _middles(polygon, half_mm)
    covered = shapely.union(middles, _swept(middles, half_mm))
    return float(covered.intersection(polygon).area)


def _middles(polygon: Polygon, half_mm: float) -> BaseGeometry:
    """Where the middle of a square can be."""
    return polygon.difference(_swept(polygon, half_mm))


def _swept(shape: BaseGeometry, half_mm: float) -> BaseGeometry:
    """What a square touches when its middle goes along the edges of a shape."""
    corners = half_mm * np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)])
    touched = []
    for ring in shapely.get_rings(shape):
        points = shapely.get_coordinates(ring)
        places = np.concatenate((points[:-1, None] + corners, points[1:, None] + corners), axis=1)
        touched.append(shapely.convex_hull(shapely.multipoints(places)))
    return shapely.union_all(np.concatenate(touched)) if touched else Polygon()


def _laid_straight(polygon: Polygon) -> list[Polygon]:
    """The polygon, turned so that one after the other of its main directions lies along x."""
    if _is_rectangle(polygon):
        return [polygon]
    lengths: dict[float, float] = defaultdict(float)
    for ring in shapely.get_rings(polygon):
        points = ring.coords
        for (ax, ay), (bx, by) in pairwise(points):
            angle = round(degrees(atan2(by - ay, bx - ax)) % 90, 2) % 90
            lengths[angle] += hypot(bx - ax, by - ay)
    least = COUNTS_FROM * sum(lengths.values())
    angles = [angle for angle, length in lengths.items() if length >= least]
    angles = angles or [max(lengths, key=lengths.__getitem__)]
    return [rotate(polygon, -angle, (0, 0)) if angle else polygon for angle in sorted(angles)]
