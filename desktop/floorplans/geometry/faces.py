"""Going around: the faces between the axes of walls, and the outlines that wall bodies leave."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field
from operator import attrgetter

from immutables import Map

from desktop.floorplans.geometry.corners import Corner, Corners
from desktop.floorplans.geometry.lines import SAME_PLACE_MM, XY
from desktop.floorplans.geometry.network import Edge, JointKey, Network
from desktop.floorplans.geometry.ordered import exchanged

Ring = tuple[XY, ...]
Box = tuple[float, float, float, float]
# The walk around walls that close in nothing has no area but for rounding.
FLAT_MM2 = 1e-3
BY_KEY = attrgetter("key")


@dataclass(slots=True, eq=False)
class Face:
    """A walk around with the face at the left hand, from its lowest edge on.

    `axes` are the joints passed; their area is positive around a space that is closed in, and
    not positive around the outside of walls that hang together. `outline` is where the wall bodies
    end; it is `clean` unless walls are too thick for the space between them.
    """

    key: Edge
    edges: tuple[Edge, ...]
    axes: Ring
    area_mm2: float
    box: Box
    outline: Ring
    clean: bool

    @property
    def is_closed(self) -> bool:
        return self.area_mm2 > FLAT_MM2

    @property
    def walls(self) -> frozenset[int]:
        return frozenset([wall for _joint, wall, _sign in self.edges])

    def encloses(self, x: float, y: float) -> bool:
        """Whether a point lies within the axes; corners do not count."""
        left, bottom, right, top = self.box
        if not (left < x < right and bottom < y < top) or (x, y) in self.axes:
            return False
        inside = False
        ax, ay = self.axes[-1]
        for bx, by in self.axes:
            if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
                inside = not inside
            ax, ay = bx, by
        return inside


@dataclass(frozen=True, slots=True)
class Difference:
    """Between the faces of two plans: those that are gone, and the closed ones that are new or
    have other walls standing free in them."""

    gone: frozenset[Face]
    changed: tuple[Face, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Faces:
    """All faces of a network: `closed` are the spaces between walls, `around` the outsides of
    walls that hang together; `within` tells in which space these stand free, if in any."""

    of_edge: Map[Edge, Face] = field(default_factory=Map)
    closed: tuple[Face, ...] = ()
    around: tuple[Face, ...] = ()
    within: Map[Face, Face] = field(default_factory=Map)

    def after(
        self,
        lost: Iterable[Edge],
        edges: Iterable[Edge],
        corners: Corners,
        crowded: Container[JointKey],
    ) -> tuple[Faces, Difference]:
        """The faces of the next network: those that had an edge that is `lost` are found again,
        and so are those that have one of these `edges`. At `crowded` joints no outline is clean."""
        gone = frozenset(map(self.of_edge.__getitem__, lost))
        left_over = [edge for face in gone for edge in face.edges]
        still_there = filter(corners.network.has_edge, left_over)
        made = _faces_from(corners, crowded, [*edges, *still_there])
        new = [face for face in made if face.is_closed]
        closed = exchanged(self.closed, (f.key for f in gone if f.is_closed), new, BY_KEY)
        outer = [face for face in made if not face.is_closed]
        around = exchanged(self.around, (f.key for f in gone if not f.is_closed), outer, BY_KEY)
        within = self._within(around, closed, new, gone)
        moved = [f for f in {*around, *self.around} if within.get(f) is not self.within.get(f)]
        homes = {home for face in moved for home in (within.get(face), self.within.get(face))}
        changed = {*new, *(home for home in homes if home is not None)} - gone
        faces = Faces(_replaced(self.of_edge, left_over, made), closed, around, within)
        return faces, Difference(gone, tuple(sorted(changed, key=BY_KEY)))

    def islands(self, space: Face) -> list[Face]:
        """The outsides of the walls that stand free in a space, in the order of their keys: the
        holes of a room come in the same order each time."""
        return sorted((face for face, home in self.within.items() if home is space), key=BY_KEY)

    def _within(
        self,
        around: tuple[Face, ...],
        closed: tuple[Face, ...],
        new: list[Face],
        gone: frozenset[Face],
    ) -> Map[Face, Face]:
        """Where walls that hang together stand free: in the smallest space around them."""
        if len(around) == 1:
            return Map()
        known, found = set(self.around), {}
        for face in around:
            home = self.within.get(face)
            candidates: Iterable[Face] = closed
            if face in known and home not in gone:
                candidates = new if home is None else [*new, home]
            x, y = min(face.axes)
            homes = [space for space in candidates if space.encloses(x, y)]
            if homes:
                found[face] = min(homes, key=lambda space: space.area_mm2)
        return Map(found)


def _replaced(of_edge: Map[Edge, Face], gone: list[Edge], made: list[Face]) -> Map[Edge, Face]:
    edges = of_edge.mutate()
    for edge in gone:
        del edges[edge]
    for face in made:
        for edge in face.edges:
            edges[edge] = face
    return edges.finish()


def _faces_from(
    corners: Corners, crowded: Container[JointKey], edges: Iterable[Edge]
) -> list[Face]:
    """The faces that have one of these edges, each once."""
    seen: set[Edge] = set()
    found = []
    for edge in edges:
        if edge not in seen:
            face = _face(corners.network, crowded, _walk(corners, edge))
            seen.update(face.edges)
            found.append(face)
    return found


def _walk(corners: Corners, first: Edge) -> dict[Edge, Corner | None]:
    """Around a face from one of its edges on: each edge, with the corner before it."""
    arms_at = corners.network.arms
    joint, wall, sign = first
    arms = arms_at[joint]
    place = next(at for at, arm in enumerate(arms) if (arm.wall, arm.sign) == (wall, sign))
    walk = {first: corners.around(joint)[place]}
    while True:
        wall, sign, to = arms[place]
        back = wall, -sign, joint  # the same wall stands for all between two joints, from both
        joint, arms = to, arms_at[to]
        place = arms.index(back) - 1
        out = arms[place]
        edge = joint, out.wall, out.sign
        if edge == first:
            return walk
        walk[edge] = corners.around(joint)[place]


def _face(network: Network, crowded: Container[JointKey], walk: dict[Edge, Corner | None]) -> Face:
    edges = list(walk)
    start = edges.index(min(edges))
    edges = edges[start:] + edges[:start]
    joints = [joint for joint, _wall, _sign in edges]
    axes = tuple([network.joints[joint][:2] for joint in joints])
    outline, forward = _outline(network, [(edge, walk[edge]) for edge in edges])
    clean = forward and not any(joint in crowded for joint in joints)
    xs, ys = [x for x, _y in axes], [y for _x, y in axes]
    box = (min(xs), min(ys), max(xs), max(ys))
    return Face(edges[0], tuple(edges), axes, _area_mm2(axes), box, outline, clean)


def _area_mm2(ring: Ring) -> float:
    """Positive when the ring runs counter-clockwise."""
    x0, y0 = ring[0]
    twice = 0.0
    ax, ay = ring[-1][0] - x0, ring[-1][1] - y0
    for x, y in ring:
        bx, by = x - x0, y - y0
        twice += ax * by - bx * ay
        ax, ay = bx, by
    return twice / 2


def _outline(network: Network, walk: list[tuple[Edge, Corner | None]]) -> tuple[Ring, bool]:
    """The points where wall faces meet along a walk, and whether it runs forward all along."""
    points: list[XY] = []
    forward = True
    turns = [(edge, turn) for edge, turn in walk if turn is not None]
    for (edge, turn), (_edge, following) in zip(turns, turns[1:] + turns[:1], strict=True):
        points.append(turn.last)
        if turn.first != turn.last:
            points.append(turn.first)
        forward = forward and _runs_forward(network, turn.first, edge, following.last)
    return tuple(points), forward


def _runs_forward(network: Network, start: XY, edge: Edge, end: XY) -> bool:
    _joint, wall, sign = edge
    axis = network.axes[wall]
    return ((end[0] - start[0]) * axis.ux + (end[1] - start[1]) * axis.uy) * sign >= -SAME_PLACE_MM
