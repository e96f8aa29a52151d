"""The geometry of walls alone: how they hang together, their bodies, the spaces between them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.bodies import bodies
from desktop.floorplans.geometry.corners import Corners
from desktop.floorplans.geometry.faces import Face, Faces
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


@dataclass(frozen=True, eq=False)
class Layout:
    """`bodies` holds the outline of each wall. At `crowded` joints walls are too thick for the
    corners between them. `tight` are the spaces for which walls are too thick: their floor depends
    on the whole body of these walls."""

    network: Network = field(default_factory=Network)
    faces: Faces = field(default_factory=Faces)
    bodies: Map[int, Polygon] = field(default_factory=Map)
    crowded: frozenset[JointKey] = frozenset()
    tight: Map[Face, frozenset[int]] = field(default_factory=Map)

    def after(self, changed: Mapping[int, Wall | None]) -> tuple[Layout, Redone]:
        """The layout when these walls are different (None: gone)."""
        if not changed:
            return self, Redone([], [], ())
        network, touched = woven(self.network, changed)
        reshaped = network.ending_at(touched)
        outlines = self.bodies.mutate()
        for id, wall in changed.items():
            if wall is None:
                del outlines[id]
        corners = Corners(network)
        outlines.update(bodies(corners, sorted(reshaped)))
        finished = outlines.finish()
        crowded = (self.crowded - touched).union(filter(corners.are_crowded, touched))
        lost = [
            *self.network.edges_unlike(network, touched, changed),
            *(edge for joint in crowded ^ self.crowded for edge in self.network.edges_at(joint)),
        ]
        edges = network.edges_unlike(self.network, touched, changed)
        faces, difference = self.faces.after(lost, edges, corners, crowded)
        again = {
            space
            for space, walls in self.tight.items()
            if space not in difference.gone and not reshaped.isdisjoint(walls)
        }
        spaces = sorted(again.union(difference.changed), key=lambda face: face.key)
        rooms, tight = rooms_in(spaces, faces, network, finished)
        kept = {s: w for s, w in self.tight.items() if s not in difference.gone and s not in again}
        keys = {face.key for face in (*difference.gone, *spaces)}
        layout = Layout(network, faces, finished, crowded, Map({**kept, **tight}))
        return layout, Redone(sorted(keys), rooms, reshaped)

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
