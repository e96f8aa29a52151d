"""Corners: where the face of one wall goes over into the face of the next."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple

from desktop.floorplans.geometry.lines import SAME_DIRECTION, SAME_PLACE_MM, XY, Axis
from desktop.floorplans.geometry.network import Edge, JointKey, Network

# A corner farther away than this many times half the thickness - one sharper than 45 degrees - is
# cut off, or becomes a step.
MITRE_LIMIT = 2.7


class Flank(NamedTuple):
    """The left face of a wall, seen in the direction one walks along it: the unit direction, and
    how far to the left of a joint the face lies."""

    dx: float
    dy: float
    off: float

    def beside(self, at: XY) -> XY:
        """The place on the face next to the joint `at`."""
        return at[0] - self.dy * self.off, at[1] + self.dx * self.off


def flank(axis: Axis, sign: int, at: XY) -> Flank:
    """`sign` is 1 when walking from the start of the wall, -1 from its end."""
    dx, dy = axis.ux * sign, axis.uy * sign
    off = (axis.y - at[1]) * dx - (axis.x - at[0]) * dy
    return Flank(dx, dy, off + axis.half)


def foot(axis: Axis, sign: int, at: XY) -> XY:
    """The place on the left face of a wall next to a joint."""
    off = (axis.y - at[1]) * axis.ux - (axis.x - at[0]) * axis.uy + axis.half * sign
    return at[0] - axis.uy * off, at[1] + axis.ux * off


class Corner(NamedTuple):
    """How the faces of two walls meet, walking along one into the other with the faces at the left
    hand: the last point of the first face, the first point of the second, and the point where the
    bodies of the two walls part. It is `reached` when both walls are long enough for it."""

    last: XY
    first: XY
    parting: XY
    reached: bool = True


class Corners:
    """The corners of a network, each worked out once: both the outline of a face and the bodies of
    its walls ask for it."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._found: dict[Edge, Corner | None] = {}

    def between(self, into: Edge, out: Edge) -> Corner | None:
        """The corner between two edges of a face that follow each other; none when their walls run
        on as one. What comes before an edge is always the same."""
        if out not in self._found:
            self._found[out] = self._between(into, out)
        return self._found[out]

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

    def _between(self, into: Edge, out: Edge) -> Corner | None:
        joint, wall, sign = out
        _from, into_wall, into_sign = into
        at = self.network.joints[joint][:2]
        axis = self.network.axes[wall]
        if into_wall == wall:
            return None if into_sign == sign else _butt(axis, sign, at)
        into_axis = self.network.axes[into_wall]
        found = _corner(
            at,
            flank(into_axis, into_sign, at),
            flank(axis, sign, at),
            MITRE_LIMIT * max(axis.half, into_axis.half),
            both_end=len(self.network.arms[joint]) == 2,
        )
        if found is None or found.last != found.first:
            return found
        reached = _reaches(axis, sign, found.first) and _reaches(into_axis, -into_sign, found.last)
        return found if reached else found._replace(reached=False)

    def are_crowded(self, joint: JointKey) -> bool:
        """Whether walls around a joint are too short for a corner between them, or so thick that
        they cover a corner of others."""
        arms, axes = self.network.arms.get(joint, ()), self.network.axes
        for out, after in zip(arms, arms[1:] + arms[:1], strict=True):
            turn = self.between((joint, after.wall, -after.sign), (joint, out.wall, out.sign))
            if turn is None:
                continue
            if not turn.reached:
                return True
            for arm in arms:
                if arm.wall not in (out.wall, after.wall) and _covers(axes[arm.wall], turn):
                    return True
        return False


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
    return 0 <= along <= axis.length and abs(off) < axis.half - SAME_PLACE_MM


def _reaches(axis: Axis, sign: int, point: XY) -> bool:
    """Whether a wall that leaves a joint goes on as far as a corner."""
    along, _off = axis.beside(*point)
    return along <= axis.length if sign == 1 else along >= 0


def _butt(axis: Axis, sign: int, at: XY) -> Corner:
    """The square end of a wall that stands free: from its one face around to the other."""
    return Corner(foot(axis, -sign, at), foot(axis, sign, at), at)


def _corner(at: XY, into: Flank, out: Flank, limit_mm: float, both_end: bool) -> Corner | None:
    """The corner of two faces at a joint; none when they run on as one.

    Usually it is where they cut. An outside corner that would stick out farther than the limit is
    cut off; walls of different thickness that lie nearly in line and `both_end` in the joint meet
    with a step.
    """
    cross = into.dx * out.dy - into.dy * out.dx
    dot = into.dx * out.dx + into.dy * out.dy
    if abs(cross) < SAME_DIRECTION:
        if dot < 0:
            return _cut_off(at, into, out)
        return None if abs(into.off - out.off) < SAME_PLACE_MM else _step(at, into, out, dot)
    away_x = (into.off * out.dx - out.off * into.dx) / cross
    away_y = (into.off * out.dy - out.off * into.dy) / cross
    inside = cross > 0 and (dot < 0 or not both_end)
    if inside or hypot(away_x, away_y) <= limit_mm:
        point = at[0] + away_x, at[1] + away_y
        return Corner(point, point, point)
    return _step(at, into, out, dot) if dot > 0 else _cut_off(at, into, out)


def _step(at: XY, into: Flank, out: Flank, dot: float) -> Corner:
    """The thicker wall ends square; the face of the thinner runs against its butt."""
    if into.off > out.off:
        part = out.off / dot
        against = at[0] - into.dy * part, at[1] + into.dx * part
        return Corner(into.beside(at), against, against)
    part = into.off / dot
    against = at[0] - out.dy * part, at[1] + out.dx * part
    return Corner(against, out.beside(at), against)


def _cut_off(at: XY, into: Flank, out: Flank) -> Corner:
    last, first = into.beside(at), out.beside(at)
    return Corner(last, first, ((last[0] + first[0]) / 2, (last[1] + first[1]) / 2))
