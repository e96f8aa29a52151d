"""What the walls of drawings that lie over each other have in common, and what each has alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import shapely

from desktop.floorplans.geometry import Derived


@dataclass(frozen=True)
class WallsApart:
    """What all have in one place, what each has besides that, and where the number of each stands
    on walls of its own; None for one that has none."""

    shared: shapely.Geometry
    own: tuple[shapely.Geometry, ...]
    places: tuple[tuple[float, float] | None, ...]


def walls_apart(plans: Sequence[Derived]) -> WallsApart:
    """The walls of one storey of each drawing."""
    walls = [shapely.union_all(list(plan.bodies.values())) for plan in plans]
    shared = shapely.intersection_all(walls)
    own = tuple(shapely.difference(one, shared) for one in walls)
    return WallsApart(shared, own, tuple(_place_of(n, own) for n in range(len(own))))


def _place_of(n: int, own: Sequence[shapely.Geometry]) -> tuple[float, float] | None:
    """A place on the largest part of the walls that drawing n has alone, or else of its own; each
    drawing on another share of the length of such a part, so that the numbers stay apart."""
    others = shapely.union_all([walls for other, walls in enumerate(own) if other != n])
    parts = polygons_in(shapely.difference(own[n], others)) or polygons_in(own[n])
    if not parts:
        return None
    largest = max(parts, key=lambda part: part.area)
    left, bottom, right, top = largest.bounds
    share = (n + 1) / (len(own) + 1)
    if top - bottom > right - left:
        y = bottom + (top - bottom) * share
        across = shapely.LineString(((left - 1, y), (right + 1, y)))
    else:
        x = left + (right - left) * share
        across = shapely.LineString(((x, bottom - 1), (x, top + 1)))
    within = max(shapely.get_parts(across.intersection(largest)), key=lambda part: part.length)
    middle = within.interpolate(0.5, normalized=True)
    return middle.x, middle.y


def polygons_in(shape: shapely.Geometry) -> list[shapely.Polygon]:
    """The parts of a shape that cover something."""
    parts = shapely.get_parts(shape)
    return [part for part in parts if isinstance(part, shapely.Polygon) and not part.is_empty]
