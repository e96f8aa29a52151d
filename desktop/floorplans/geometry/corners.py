"""Corners: where the face of one wall goes over into the face of the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from math import hypot

from desktop.floorplans.geometry.corners_at_once import Rows, rows_of
from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import JointKey, Network

# A corner farther away than this many times half the thickness - one sharper than 45 degrees - is
# cut off, or becomes a step.
MITRE_LIMIT = 2.7
# So many joints, as at opening, are quicker worked out in rows.
MANY = 50


# The left face of a wall, seen in the direction one walks along it: the unit direction, and how far
# to the left of a joint the face lies.
Flank = tuple[float, float, float]


@dataclass(slots=True, eq=False)
class Leaving:
    """A wall seen from a joint that it leaves: how far to the left of the joint its axis lies, and
    the face at the left hand of who walks away from the joint, or towards it."""

    wall: int
    sign: int
    axis: Axis
    off: float
    out: Flank
    into: Flank


def foot(axis: Axis, sign: int, at: XY) -> XY:
    """The place on the left face of a wall next to a joint; `sign` is 1 when walking from the start
    of the wall, -1 from its end."""
    off = (axis.y - at[1]) * axis.ux - (axis.x - at[0]) * axis.uy + axis.half * sign
    return at[0] - axis.uy * off, at[1] + axis.ux * off


@dataclass(slots=True, eq=False)
class Corner:
    """How the faces of two walls meet, walking along one into the other with the faces at the left
    hand: the last point of the first face, the first point of the second, and the point where the
    bodies of the two walls part. It is `reached` when both walls are long enough for it."""

    last: XY
    first: XY
    parting: XY
    reached: bool = True


class Corners:
    """The corners of a network, worked out once around each joint: both the outlines of faces and
    the bodies of walls ask for them."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._leaving: dict[JointKey, list[Leaving]] = {}
        self._around: dict[JointKey, list[Corner | None]] = {}

    def leaving(self, joint: JointKey) -> list[Leaving]:
        """The arms of a joint, counter-clockwise, with the lines that they leave along."""
        found = self._leaving.get(joint)
        if found is None:
            found = self._leaving[joint] = []
            x, y = self.network.joints[joint][:2]
            for wall, sign, _to in self.network.arms[joint]:
                axis = self.network.axes[wall]
                dx, dy, half = axis.ux * sign, axis.uy * sign, axis.half
                off = (axis.y - y) * dx - (axis.x - x) * dy
                out, into = (dx, dy, half + off), (-dx, -dy, half - off)
                found.append(Leaving(wall, sign, axis, off, out, into))
        return found

    def around(self, joint: JointKey) -> list[Corner | None]:
        """The corner at the left of each arm of a joint: where one comes in along the arm after it
        and goes out along this one. None when the walls of both run on as one."""
        found = self._around.get(joint)
        if found is None:
            at, arms = self.network.joints[joint][:2], self.leaving(joint)
            after = arms[1:] + arms[:1]
            both_end = len(arms) == 2
            found = [_between(at, *pair, both_end) for pair in zip(after, arms, strict=True)]
            self._around[joint] = found
        return found

    def crowded_among(self, joints: Collection[JointKey], many: int = MANY) -> set[JointKey]:
        """Those of these joints around which walls are too short or too thick: `are_crowded`. From
        so `many` on, their corners are worked out at once."""
        there = [joint for joint in joints if self.network.arms.get(joint)]
        if len(there) < many:
            return set(filter(self.are_crowded, there))
        rows = rows_of(self.network, there, MITRE_LIMIT)
        self._take(rows)
        others = [joint for joint in there if joint not in self._around]
        return {*rows.crowded, *filter(self.are_crowded, others)}

    def _take(self, rows: Rows) -> None:
        """Make corners of what was worked out in rows."""
        walls, signs = [arm.wall for arm in rows.arms], [arm.sign for arm in rows.arms]
        leaving = list(map(Leaving, walls, signs, rows.axes, rows.off, rows.out, rows.into))
        corners = [
            None if runs_on else Corner(point, point, point, reached)
            for runs_on, point, reached in zip(rows.runs_on, rows.point, rows.reached, strict=True)
        ]
        begin = 0
        for joint, size, plain in zip(rows.joints, rows.sizes, rows.is_plain, strict=True):
            self._leaving[joint] = leaving[begin : begin + size]
            if plain:
                self._around[joint] = corners[begin : begin + size]
            begin += size

    def meet_as_in(self, before: Network, joint: JointKey) -> bool:
        """Whether the same walls leave a joint along the same lines as in another network, however
        long they are: the corners between them are the same then, where all are reached."""
        network = self.network
        here, there = network.joints.get(joint), before.joints.get(joint)
        if here is None or there is None or here[:2] != there[:2]:
            return False
        arms, others = network.arms[joint], before.arms[joint]
        return [arm[:2] for arm in arms] == [arm[:2] for arm in others] and all(
            _lie_the_same(network.axes[arm.wall], before.axes[arm.wall], here[:2]) for arm in arms
        )

    def are_crowded(self, joint: JointKey) -> bool:
        """Whether walls around a joint are too short for a corner between them, or so thick that
        they cover a corner of others."""
        if joint not in self.network.arms:
            return False
        arms = self.leaving(joint)
        for at, turn in enumerate(self.around(joint)):
            if turn is None:
                continue
            if not turn.reached:
                return True
            beside = arms[at].wall, arms[at + 1 - len(arms)].wall
            for arm in arms:
                if arm.wall not in beside and _covers(arm.axis, turn):
                    return True
        return False


def _between(at: XY, came: Leaving, goes: Leaving, both_end: bool) -> Corner | None:
    """The corner where one comes in along one arm and goes out along another."""
    if came.wall == goes.wall:
        return _butt(goes.axis, goes.sign, at) if came is goes else None
    limit_mm = MITRE_LIMIT * max(goes.axis.half, came.axis.half)
    found = _corner(at, came.into, goes.out, limit_mm, both_end)
    if found is None or found.last != found.first:
        return found
    point = found.last
    if _reaches(goes, point) and _reaches(came, point):
        return found
    return Corner(point, point, found.parting, reached=False)


def _lie_the_same(one: Axis, other: Axis, at: XY) -> bool:
    """Whether two axes by a joint have the same faces there."""
    return one is other or (
        (one.ux, one.uy, one.half) == (other.ux, other.uy, other.half)
        and one.beside(*at)[1] == other.beside(*at)[1]
    )


def _covers(axis: Axis, turn: Corner) -> bool:
    if turn.first != turn.last and _is_within(axis, turn.first):
        return True
    return _is_within(axis, turn.last)


def _is_within(axis: Axis, point: XY) -> bool:
    along, off = axis.beside(*point)
    return abs(off) < axis.half - SAME_PLACE_MM and 0 <= along <= axis.length


def _reaches(arm: Leaving, point: XY) -> bool:
    """Whether a wall that leaves a joint goes on as far as a corner."""
    along = arm.axis.along_mm(*point)
    return along <= arm.axis.length if arm.sign == 1 else along >= 0


def _butt(axis: Axis, sign: int, at: XY) -> Corner:
    """The square end of a wall that stands free: from its one face around to the other."""
    return Corner(foot(axis, -sign, at), foot(axis, sign, at), at)


def _corner(at: XY, into: Flank, out: Flank, limit_mm: float, both_end: bool) -> Corner | None:
    """The corner of two faces at a joint; none when they run on as one.

    Usually it is where they cut. An outside corner that would stick out farther than the limit is
    cut off; walls of different thickness that lie nearly in line and `both_end` in the joint meet
    with a step.
    """
    (into_x, into_y, into_off), (out_x, out_y, out_off) = into, out
    cross = into_x * out_y - into_y * out_x
    dot = into_x * out_x + into_y * out_y
    if abs(cross) < SAME_DIRECTION:
        if dot < 0:
            return _cut_off(at, into, out)
        return None if abs(into_off - out_off) < SAME_PLACE_MM else _step(at, into, out, dot)
    away_x = (into_off * out_x - out_off * into_x) / cross
    away_y = (into_off * out_y - out_off * into_y) / cross
    inside = cross > 0 and (dot < 0 or not both_end)
    if inside or hypot(away_x, away_y) <= limit_mm:
        point = at[0] + away_x, at[1] + away_y
        return Corner(point, point, point)
    return _step(at, into, out, dot) if dot > 0 else _cut_off(at, into, out)


def _step(at: XY, into: Flank, out: Flank, dot: float) -> Corner:
    """The thicker wall ends square; the face of the thinner runs against its butt."""
    if into[2] > out[2]:
        against = _beside(at, (into[0], into[1], out[2] / dot))
        return Corner(_beside(at, into), against, against)
    against = _beside(at, (out[0], out[1], into[2] / dot))
    return Corner(against, _beside(at, out), against)


def _cut_off(at: XY, into: Flank, out: Flank) -> Corner:
    last, first = _beside(at, into), _beside(at, out)
    return Corner(last, first, ((last[0] + first[0]) / 2, (last[1] + first[1]) / 2))


def _beside(at: XY, flank: Flank) -> XY:
    """The place on a face next to a joint."""
    dx, dy, off = flank
    return at[0] - dy * off, at[1] + dx * off
