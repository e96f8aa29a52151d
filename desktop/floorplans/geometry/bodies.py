"""The body of each wall: its outline, mitred where it meets others.

Bodies lie side by side at a joint, without gaps. Where two of the walls run on in one line, the
others end against their face; elsewhere walls part on the lines from the joint to its corners.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations

import numpy as np
import shapely
from shapely import Polygon

from desktop.floorplans.geometry.corners import Corners, Leaving, foot
from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import JointKey
from desktop.floorplans.geometry.polygons import largest, polygons

# A wall, and 1 for its start or -1 for its end.
End = tuple[int, int]


def bodies(corners: Corners, walls: Iterable[int]) -> dict[int, Polygon]:
    """The outlines of these walls, without their openings cut out."""
    network, ids = corners.network, list(walls)
    if not ids:
        return {}
    ends = _ends(corners, ids)
    rings, clean = [], []
    for wall in ids:
        axis, near, far = network.axes[wall], ends[wall, 1], ends[wall, -1]
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


def _ends(corners: Corners, walls: Iterable[int]) -> dict[End, list[XY]]:
    """The points around both ends of these walls, from left to right seen from the joint there."""
    network = corners.network
    asked: dict[JointKey, list[End]] = defaultdict(list)
    for wall in walls:
        chain = network.chains[wall]
        asked[chain[0]].append((wall, 1))
        asked[chain[-1]].append((wall, -1))
    found = {}
    for joint, ends in asked.items():
        at, mitred = network.joints[joint][:2], _mitred_at(corners, joint)
        for wall, sign in ends:
            points = mitred.get((wall, sign))
            if points is None:  # it ends square
                axis = network.axes[wall]
                points = [foot(axis, sign, at), foot(axis, -sign, at)]
            found[wall, sign] = points
    return found


def _mitred_at(corners: Corners, joint: JointKey) -> dict[End, list[XY]]:
    """The points around the ends that are mitred at a joint: of all walls that leave it but for
    those that run on through it."""
    arms = corners.leaving(joint)
    if len(arms) < 2:
        return {}
    at, around = corners.network.joints[joint][:2], corners.around(joint)
    straight = _running_on(corners, joint)
    found = {}
    for here, arm in enumerate(arms):
        if arm in straight:
            continue
        left, right = around[here], around[here - 1]
        if left is None or not left.reached:
            lefts = [foot(arm.axis, arm.sign, at)]
        else:  # at a plain corner the bodies part at the corner itself
            lefts = [left.first] if left.parting is left.first else [left.first, left.parting]
        if right is None or not right.reached:
            rights = [foot(arm.axis, -arm.sign, at)]
        else:
            rights = [right.last] if right.parting is right.last else [right.parting, right.last]
        against_a_face = arms[here - 1] in straight and arms[here + 1 - len(arms)] in straight
        between = () if against_a_face else (at,)
        found[arm.wall, arm.sign] = [*lefts, *between, *rights]
    return found


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
