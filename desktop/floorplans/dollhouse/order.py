"""The order in which columns are painted, so that what is in front hides what is behind it.

Of two convex pieces of floor that do not overlap, a side of one parts them; who is on the far side
of that line cannot hide the other. Seen along one direction this order has no circles, so sorting
by it is exact. Only where furniture stands in furniture or in a wall the distance decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

import numpy as np
import shapely

from desktop.floorplans.dollhouse.angle import XY, Angle
from desktop.floorplans.dollhouse.faces import Column, edges, outward

TOUCHING_MM = 2.0
ALONG = 1e-3  # a side that is looked at along itself parts nothing


def from_the_back(columns: Sequence[Column], angle: Angle) -> list[Column]:
    """The columns so that each comes before those that may hide it."""
    hides: list[set[int]] = [set() for _ in columns]
    waits_for = [0] * len(columns)
    for one, other in _overlapping(columns, angle):
        behind = _behind(columns[one].ring, columns[other].ring, angle)
        if behind is None:
            continue
        back, front = (one, other) if behind else (other, one)
        hides[back].add(front)
        waits_for[front] += 1
    return [columns[number] for number in _sorted(columns, hides, waits_for, angle)]


def _sorted(
    columns: Sequence[Column], hides: list[set[int]], waits_for: list[int], angle: Angle
) -> list[int]:
    """The farthest first of those that nothing unpainted is behind; where there is no such one,
    the farthest of all that are left."""
    nearness = [-max(angle.far(x, y) for x, y in column.ring) for column in columns]
    ready = [(nearness[n], n) for n, count in enumerate(waits_for) if not count]
    heapify(ready)
    left = dict.fromkeys(sorted(range(len(columns)), key=nearness.__getitem__))
    painted = []
    while left:
        number = heappop(ready)[1] if ready else next(iter(left))
        if number not in left:
            continue
        del left[number]
        painted.append(number)
        for front in hides[number]:
            waits_for[front] -= 1
            if not waits_for[front]:
                heappush(ready, (nearness[front], front))
    return painted


def _overlapping(columns: Sequence[Column], angle: Angle) -> list[tuple[int, int]]:
    """The columns that overlap in the picture, each two once."""
    boxes = np.array([_box(column, angle) for column in columns], dtype=np.float64).reshape(-1, 4)
    shapes = shapely.box(*boxes.T)
    one, other = shapely.STRtree(shapes).query(shapes)
    return [(a, b) for a, b in zip(one.tolist(), other.tolist(), strict=True) if a < b]


def _box(column: Column, angle: Angle) -> tuple[float, float, float, float]:
    places = [angle.on_picture(x, y) for x, y in column.ring]
    up = angle.on_picture(0, 0, column.high_mm)[1]
    xs, ys = [x for x, _y in places], [y for _x, y in places]
    return min(xs), min(ys), max(xs), max(ys) + up


def _behind(ring: Sequence[XY], other: Sequence[XY], angle: Angle) -> bool | None:
    """Whether the first stands behind the second; None when neither hides the other, or they
    stand in each other."""
    mine, theirs = ([angle.across(x, y) for x, y in corners] for corners in (ring, other))
    if min(max(mine), max(theirs)) - max(min(mine), min(theirs)) < TOUCHING_MM:
        return None
    for corners, apart, is_behind in ((ring, other, True), (other, ring, False)):
        for start, end in edges(corners):
            out_x, out_y = outward(start, end)
            facing = angle.far(out_x, out_y)
            if abs(facing) > ALONG and all(
                (x - start[0]) * out_x + (y - start[1]) * out_y >= -TOUCHING_MM for x, y in apart
            ):
                return is_behind == (facing < 0)
    return None
