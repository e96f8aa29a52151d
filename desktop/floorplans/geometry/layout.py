"""The geometry of walls alone: how they hang together, their bodies, the spaces between them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Set
from dataclasses import dataclass, field
from typing import NamedTuple

from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.bodies import bodies
from desktop.floorplans.geometry.changes import unlike
from desktop.floorplans.geometry.corners import Corners
from desktop.floorplans.geometry.faces import BY_KEY, Difference, Face, Faces
from desktop.floorplans.geometry.network import Edge, JointKey, Network
from desktop.floorplans.geometry.polygons import filled, largest
from desktop.floorplans.geometry.rooms import Room, rooms_in
from desktop.floorplans.geometry.weaving import woven
from desktop.floorplans.plan import Wall


class Redone(NamedTuple):
    """What differs between two layouts: the keys of spaces that are gone or different, the rooms
    now instead, and the walls that have another body."""

    spaces: list[Edge]
    rooms: list[Room]
    bodies: Collection[int]


class Reshaped(NamedTuple):
    """Bodies as they were, and the walls that have another one since, or none."""

    before: Map[int, Polygon]
    walls: frozenset[int]


FIRST = Reshaped(Map(), frozenset())


@dataclass(frozen=True, eq=False)
class Layout:
    """`bodies` holds the outline of each wall. At `crowded` joints walls are too thick for the
    corners between them. `tight` are the spaces for which walls are too thick: their floor depends
    on the whole body of these walls. `reshaped` is what differs from the bodies before."""

    network: Network = field(default_factory=Network)
    faces: Faces = field(default_factory=Faces)
    bodies: Map[int, Polygon] = field(default_factory=Map)
    crowded: frozenset[JointKey] = frozenset()
    tight: Map[Face, frozenset[int]] = field(default_factory=Map)
    reshaped: Reshaped = FIRST

    def after(self, changed: Mapping[int, Wall | None]) -> tuple[Layout, Redone]:
        """The layout when these walls are different (None: gone)."""
        if not changed:
            return self, Redone([], [], ())
        network, touched = woven(self.network, changed)
        corners = Corners(network)
        crowded = (self.crowded - touched).union(corners.crowded_among(touched))
        reshaped = self._reshaped(changed, corners, touched, crowded)
        outlines = self._bodies_after(changed, bodies(corners, sorted(reshaped)))
        faces, difference = self._faces_after(changed, corners, touched, crowded)
        tight = {s: walls for s, walls in self.tight.items() if s not in difference.gone}
        again = {s for s, walls in tight.items() if not reshaped.isdisjoint(walls)}
        spaces = sorted(again.union(difference.changed), key=BY_KEY)
        rooms, now_tight = rooms_in(spaces, faces, network, outlines)
        still_tight = {s: walls for s, walls in tight.items() if s not in again}
        layout = Layout(
            network,
            faces,
            outlines,
            crowded,
            Map({**still_tight, **now_tight}),
            Reshaped(self.bodies, frozenset(reshaped.union(changed))),
        )
        keys = {face.key for face in (*difference.gone, *spaces)}
        return layout, Redone(sorted(keys), rooms, reshaped)

    def _reshaped(
        self,
        changed: Mapping[int, Wall | None],
        corners: Corners,
        touched: Set[JointKey],
        crowded: frozenset[JointKey],
    ) -> set[int]:
        """The walls that may have another body. Where walls only became longer or shorter, the
        others at that joint stay as they are; not where they crowd each other."""
        network = corners.network
        calm = (touched - crowded) - self.crowded
        other = [
            joint
            for joint in touched
            if joint not in calm or not corners.meet_as_in(self.network, joint)
        ]
        return network.ending_at(other).union(filter(network.axes.__contains__, changed))

    def _bodies_after(
        self, changed: Mapping[int, Wall | None], new: Mapping[int, Polygon]
    ) -> Map[int, Polygon]:
        outlines = self.bodies.mutate()
        for id, wall in changed.items():
            if wall is None:
                del outlines[id]
        outlines.update(new)
        return outlines.finish()

    def _faces_after(
        self,
        changed: Mapping[int, Wall | None],
        corners: Corners,
        touched: Collection[JointKey],
        crowded: frozenset[JointKey],
    ) -> tuple[Faces, Difference]:
        network = corners.network
        lost = [
            *self.network.edges_unlike(network, touched, changed),
            *(edge for joint in crowded ^ self.crowded for edge in self.network.edges_at(joint)),
        ]
        edges = network.edges_unlike(self.network, touched, changed)
        return self.faces.after(lost, edges, corners, crowded)

    def bodies_unlike(self, other: Layout) -> Set[int]:
        """The walls that have another body than in that layout, or one in one of the two only. Of
        the layout before this one that is known, and thousands of bodies need not be compared."""
        if other.bodies is self.reshaped.before and self.bodies is not other.bodies:
            return self.reshaped.walls
        return unlike(other.bodies, self.bodies)

    def outlines(self) -> tuple[Polygon, ...]:
        """The outsides of walls that hang together and do not stand in a room, filled: the hull of
        the shell."""
        return tuple(
            self._hull(face) for face in self.faces.around if face not in self.faces.within
        )

    def _hull(self, around: Face) -> Polygon:
        if around.clean:
            hull = Polygon(around.outline)
            if hull.is_valid:
                return hull
        return largest(filled(self.bodies[wall] for wall in around.walls))
