"""The body of each wall: its outline, mitred where it meets others.

Bodies lie side by side at a joint, without gaps. Where two of the walls run on in one line, the
others end against their face; elsewhere walls part on the lines from the joint to its corners.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import combinations

import numpy as np
import shapely
from shapely import Polygon

from desktop.floorplans.geometry.corners import Corners, Leaving, foot
from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import JointKey, place_of
from desktop.floorplans.geometry.polygons import largest, polygons


def bodies(corners: Corners, walls: Iterable[int]) -> dict[int, Polygon]:
    """The outlines of these walls, without their openings cut out."""
    network, ids = corners.network, list(walls)
    if not ids:
        return {}
    straight: dict[JointKey, Collection[Leaving]] = {}
    rings, clean = [], []
    for wall in ids:
        chain, axis = network.chains[wall], network.axes[wall]
        for joint in (chain[0], chain[-1]):
            if joint not in straight:
                straight[joint] = _running_on(corners, joint)
        near = _end(corners, chain[0], wall, 1, straight[chain[0]])
        far = _end(corners, chain[-1], wall, -1, straight[chain[-1]])
        rings.append([*near, *far])
        clean.append(_runs(axis, near[-1], far[0]) and _runs(axis, near[0], far[-1]))
    outlines = polygons(rings)
    sound = shapely.is_valid(outlines) & clean
    for at in np.flatnonzero(~sound):
        outlines[at] = _thicker_than_long(outlines[at], network.axes[ids[at]])
    return dict(zip(ids, outlines, strict=True))


def _plain(axis: Axis) -> Polygon:
    """The rectangle of a wall by itself."""
    (ax, ay), (bx, by) = axis.ends
    wide_x, wide_y = -axis.uy * axis.half, axis.ux * axis.half
    return Polygon(
        [
            (ax + wide_x, ay + wide_y),
            (ax - wide_x, ay - wide_y),
            (bx - wide_x, by - wide_y),
            (bx + wide_x, by + wide_y),
        ]
    )


def _thicker_than_long(outline: Polygon, axis: Axis) -> Polygon:
    """The body of a wall of which a face is swallowed by the walls at its ends: what is left of its
    outline, and the rectangle of the wall."""
    return largest(shapely.union(shapely.make_valid(outline), _plain(axis)))


def _runs(axis: Axis, near: XY, far: XY) -> bool:
    return (far[0] - near[0]) * axis.ux + (far[1] - near[1]) * axis.uy >= -SAME_PLACE_MM


def _end(
    corners: Corners, joint: JointKey, wall: int, sign: int, straight: Collection[Leaving]
) -> list[XY]:
    """The points around the end of a wall, from its left to its right seen from the joint."""
    network = corners.network
    at, axis, arms = network.joints[joint][:2], network.axes[wall], corners.leaving(joint)
    here = place_of(wall, sign, network.arms[joint])
    if here < 0 or len(arms) == 1 or arms[here] in straight:
        return [foot(axis, sign, at), foot(axis, -sign, at)]
    around = corners.around(joint)
    left, right = around[here], around[here - 1]
    if left is None or not left.reached:
        lefts = [foot(axis, sign, at)]
    else:  # at a plain corner the bodies part at the corner itself
        lefts = [left.first] if left.parting is left.first else [left.first, left.parting]
    if right is None or not right.reached:
        rights = [foot(axis, -sign, at)]
    else:
        rights = [right.last] if right.parting is right.last else [right.parting, right.last]
    before, after = arms[here - 1], arms[here + 1 - len(arms)]
    against_a_face = before in straight and after in straight
    return [*lefts, *rights] if against_a_face else [*lefts, at, *rights]


def _running_on(corners: Corners, joint: JointKey) -> Collection[Leaving]:
    """The two arms that make one straight wall through a joint: of one wall, if any; otherwise
    the thickest."""
    pairs = [
        (one, other)
        for one, other in combinations(corners.leaving(joint), 2)
        if one.out[0] * other.out[0] + one.out[1] * other.out[1] < -1 + SAME_DIRECTION
        and _in_line(one, other)
    ]

    def straightness(pair: tuple[Leaving, Leaving]) -> tuple[bool, float, int]:
        one, other = pair
        return one.wall == other.wall, one.axis.half, -min(one.wall, other.wall)

    return max(pairs, key=straightness, default=())


def _in_line(one: Leaving, other: Leaving) -> bool:
    """Whether two arms that leave in opposite directions have their faces in line."""
    if one.wall == other.wall:
        return True
    return abs(one.off + other.off) + abs(one.axis.half - other.axis.half) < SAME_PLACE_MM
