"""Polygons from rings of points, and what is left of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np
import shapely
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

from desktop.floorplans.geometry.lines import XY

# Smaller pieces than this come from rounding.
SMALLEST_MM2 = 1.0


def polygons(rings: Sequence[Sequence[XY]]) -> list[Polygon]:
    """A polygon for each ring of at least three points; made all at once, which is quicker."""
    if not rings:
        return []
    sizes = [len(ring) for ring in rings]
    flat = chain.from_iterable(chain.from_iterable(rings))
    points = np.fromiter(flat, float, 2 * sum(sizes)).reshape(-1, 2)
    outlines = shapely.linearrings(points, indices=np.repeat(np.arange(len(rings)), sizes))
    made: list[Polygon] = shapely.polygons(outlines).tolist()
    return made


def parts(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons that a geometry consists of, without what comes from rounding, the largest
    first."""
    found = [
        part
        for part in shapely.get_parts(geometry, return_index=False)
        if isinstance(part, Polygon) and part.area >= SMALLEST_MM2
    ]
    return sorted(found, key=lambda part: (-part.area, part.bounds))


def largest(geometry: BaseGeometry) -> Polygon:
    """The largest polygon in a geometry that has one."""
    return parts(geometry)[0]


def filled(shapes: Iterable[Polygon]) -> BaseGeometry:
    """All of these and what they close in."""
    together = shapely.union_all(list(shapes))
    return shapely.union_all([Polygon(part.exterior) for part in parts(together)])
