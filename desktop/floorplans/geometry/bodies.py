"""The body of each wall: its outline, mitred where it meets others.

Bodies lie side by side at a joint, without gaps. Where two of the walls run on in one line, the
others end against their face; elsewhere walls part on the lines from the joint to its corners.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations, compress

import shapely
from shapely import Polygon

from desktop.floorplans.geometry.corners import Corners, foot
from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import Arm, JointKey, Network, place_of
from desktop.floorplans.geometry.polygons import largest, polygons


def bodies(corners: Corners, walls: Iterable[int]) -> dict[int, Polygon]:
    """The outlines of these walls, without their openings cut out."""
    network, ids = corners.network, list(walls)
    if not ids:
        return {}
    straight: dict[JointKey, frozenset[Arm]] = {}
    rings, clean = [], []
    for wall in ids:
        chain, axis = network.chains[wall], network.axes[wall]
        for joint in (chain[0], chain[-1]):
            if joint not in straight:
                straight[joint] = _running_on(network, joint)
        near = _end(corners, chain[0], wall, 1, straight[chain[0]])
        far = _end(corners, chain[-1], wall, -1, straight[chain[-1]])
        rings.append((*near, *far))
        clean.append(_runs(axis, near[-1], far[0]) and _runs(axis, near[0], far[-1]))
    outlines = dict(zip(ids, polygons(rings), strict=True))
    sound = shapely.is_valid(list(outlines.values())) & clean
    for wall in compress(ids, ~sound):
        outlines[wall] = _thicker_than_long(outlines[wall], network.axes[wall])
    return outlines


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
    corners: Corners, joint: JointKey, wall: int, sign: int, straight: frozenset[Arm]
) -> list[XY]:
    """The points around the end of a wall, from its left to its right seen from the joint."""
    network = corners.network
    at, axis, arms = network.joints[joint][:2], network.axes[wall], network.arms[joint]
    feet = [foot(axis, sign, at), foot(axis, -sign, at)]
    here = place_of(wall, sign, arms)
    if here < 0 or len(arms) == 1 or arms[here] in straight:
        return feet
    before, after = arms[here - 1], arms[(here + 1) % len(arms)]
    back, out = (joint, wall, -sign), (joint, wall, sign)
    left = corners.between((joint, after.wall, -after.sign), out)
    right = corners.between(back, (joint, before.wall, before.sign))
    lefts = [left.first, left.parting] if left and left.reached else feet[:1]
    rights = [right.parting, right.last] if right and right.reached else feet[1:]
    against_a_face = before in straight and after in straight
    return [*lefts, *rights] if against_a_face else [*lefts, at, *rights]


def _running_on(network: Network, joint: JointKey) -> frozenset[Arm]:
    """The two arms that make one straight wall through a joint: of one wall, if any; otherwise
    the thickest."""
    at, arms = network.joints[joint][:2], network.arms[joint]
    leaving = [(arm, *network.axes[arm.wall].along(arm.sign)) for arm in arms]
    pairs = [
        (one, other)
        for (one, ax, ay), (other, bx, by) in combinations(leaving, 2)
        if ax * bx + ay * by < -1 + SAME_DIRECTION and _in_line(network, at, one, other)
    ]

    def straightness(pair: tuple[Arm, Arm]) -> tuple[bool, float, int]:
        one, other = pair
        return one.wall == other.wall, network.axes[one.wall].half, -min(one.wall, other.wall)

    return frozenset(max(pairs, key=straightness, default=()))


def _in_line(network: Network, at: XY, one: Arm, other: Arm) -> bool:
    """Whether two arms that leave in opposite directions have their faces in line."""
    if one.wall == other.wall:
        return True
    axis, other_axis = network.axes[one.wall], network.axes[other.wall]
    apart = axis.beside(*at)[1] * one.sign + other_axis.beside(*at)[1] * other.sign
    return abs(apart) + abs(axis.half - other_axis.half) < SAME_PLACE_MM
