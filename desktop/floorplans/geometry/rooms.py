"""Rooms: what is left of a space between walls when the bodies of the walls are taken off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from math import isclose
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import shapely
from shapely import MultiPolygon, Polygon, contains_xy

from desktop.floorplans.geometry.faces import FLAT_MM2, Box, Face, Faces
from desktop.floorplans.geometry.network import Network
from desktop.floorplans.geometry.ordered import swapped
from desktop.floorplans.geometry.polygons import parts, polygons
from desktop.floorplans.plan import RoomType

ROOM_KEY = attrgetter("face.key")


@dataclass(frozen=True, slots=True)
class Room:
    """A space closed in by walls, in millimetres.

    `polygon` is its floor between the faces of the walls, with holes where walls stand free, and
    `box` what lies around that: left, bottom, right, top; `axes` the polygon of the wall axes
    around it; `walls` the walls that bound it or stand in it.
    `label` is the number of the label it is called by, if it has one: without, it is what the room
    was that it was split from.
    """

    polygon: Polygon
    axes: Polygon
    area_mm2: float
    box: Box
    walls: frozenset[int]
    face: Face = field(repr=False)
    label: int | None = None
    type: RoomType = RoomType.OTHER
    name: str = ""

    def called(self, label: int | None, type: RoomType, name: str) -> Room:
        """The room under another label, type and name."""
        return Room(
            self.polygon,
            self.axes,
            self.area_mm2,
            self.box,
            self.walls,
            self.face,
            label,
            type,
            name,
        )

    def is_called_as(self, other: Room) -> bool:
        """Whether both have the same label, type and name."""
        return (self.label, self.type, self.name) == (other.label, other.type, other.name)

    def on_floor_of(self, other: Room | None) -> Room:
        """The room with the floor of another, as the same object, where both are the same."""
        if (
            other is None
            or (self.box, self.area_mm2, self.walls) != (other.box, other.area_mm2, other.walls)
            or not self.polygon.equals_exact(other.polygon)
        ):
            return self
        return replace(self, polygon=other.polygon)

    @property
    def floor(self) -> int:
        """Tells floors apart, for who looks only at what is new. Two rooms on one floor have the
        same walls too; what they are called may differ."""
        return id(self.polygon)

    @property
    def is_rectangle(self) -> bool:
        """Whether its floor is a rectangle along x and y: most are, and need less work."""
        left, bottom, right, top = self.box
        return isclose(self.area_mm2, (right - left) * (top - bottom), rel_tol=1e-9)

    def has_on_floor(self, x: float, y: float) -> bool:
        """Whether a point lies on its floor."""
        left, bottom, right, top = self.box
        return (left < x < right and bottom < y < top) and (
            self.is_rectangle or bool(contains_xy(self.polygon, x, y))
        )

    def is_around(self, x: float, y: float) -> bool:
        """Whether a point lies within the axes of the walls around."""
        left, bottom, right, top = self.face.box
        return left < x < right and bottom < y < top and bool(contains_xy(self.axes, x, y))


class OtherRooms(NamedTuple):
    """The rooms that are gone, those that are new, and those that are alike to one on the same
    floor before, by their floor."""

    gone: dict[int, Room]
    new: dict[int, Room]
    alike: dict[int, Room]


def other_rooms(
    before: tuple[Room, ...], after: tuple[Room, ...], are_alike: Callable[[Room, Room], bool]
) -> OtherRooms:
    """What differs between the rooms of a storey before and after an edit. `are_alike` tells
    whether a room that came on the same floor as one that went still passes for that one."""
    gone, new = ({room.floor: room for room in some.values()} for some in swapped(before, after))
    alike = {f: new[f] for f in gone.keys() & new.keys() if are_alike(gone[f], new[f])}
    for floor in alike:
        del gone[floor], new[floor]
    return OtherRooms(gone, new, alike)


def rooms_in(
    spaces: Sequence[Face], faces: Faces, network: Network, bodies: Mapping[int, Polygon]
) -> tuple[list[Room], dict[Face, frozenset[int]]]:
    """The rooms in each of these spaces: one as a rule, none where walls fill it, more where
    thick walls part it. With them the tight spaces, and the walls of which the bodies count."""
    islands = {space: faces.islands(space) for space in spaces}
    floors = _clean_floors(spaces, islands)
    axes = dict(zip(spaces, _axes(spaces, islands), strict=True))
    tight = {s: _walls_at(network, (s, *islands[s])) for s in spaces if s not in floors}
    cut = _cut(
        [axes[space] for space in tight],
        [[bodies[wall] for wall in sorted(walls)] for walls in tight.values()],
    )
    pieces = {space: [floor] for space, floor in floors.items()}
    pieces.update(zip(tight, cut, strict=True))
    found: list[tuple[Polygon, Polygon, frozenset[int], Face]] = []
    for space in spaces:
        walls = space.walls.union(*[island.walls for island in islands[space]])
        found += [(piece, axes[space], walls, space) for piece in pieces[space]]
    all_pieces = [piece for piece, *_room in found]
    areas, boxes = shapely.area(all_pieces).tolist(), shapely.bounds(all_pieces).tolist()
    rooms = [
        Room(piece, axes, area, tuple(box), walls, space)
        for (piece, axes, walls, space), area, box in zip(found, areas, boxes, strict=True)
    ]
    return rooms, tight


def _axes(spaces: Sequence[Face], islands: Mapping[Face, Sequence[Face]]) -> list[Polygon]:
    axes = polygons([space.axes for space in spaces])
    for at, space in enumerate(spaces):
        holes = [island.axes for island in islands[space] if island.area_mm2 < -FLAT_MM2]
        if holes:
            axes[at] = Polygon(space.axes, holes)
    return axes


def _clean_floors(
    spaces: Sequence[Face], islands: Mapping[Face, Sequence[Face]]
) -> dict[Face, Polygon]:
    """The floors of spaces that can be read off the corners of the wall bodies."""
    clean = [
        space
        for space in spaces
        if all(face.clean for face in (space, *islands[space])) and len(space.outline) > 2
    ]
    floors = polygons([space.outline for space in clean])
    for at, space in enumerate(clean):
        if islands[space]:
            floors[at] = Polygon(space.outline, [island.outline for island in islands[space]])
    sound = shapely.is_valid(floors) & shapely.is_ccw(shapely.get_exterior_ring(floors))
    return {space: floor for space, floor, ok in zip(clean, floors, sound, strict=True) if ok}


def _walls_at(network: Network, faces: Iterable[Face]) -> frozenset[int]:
    """The walls at the joints that these faces pass."""
    joints = {joint for face in faces for joint, _wall, _sign in face.edges}
    return frozenset(arm.wall for joint in joints for arm in network.arms[joint])


def _cut(spaces: Sequence[Polygon], bodies: Sequence[Sequence[Polygon]]) -> list[list[Polygon]]:
    """The slow way, for walls that are thick for the space between them: what is left of each space
    without its bodies; all at once, which takes two thirds of the time."""
    if not spaces:
        return []
    # A wall that ends in a space is passed on both sides: it goes.
    sound = [
        space
        if space.is_valid
        else shapely.make_valid(space, method="structure", keep_collapsed=False)
        for space in spaces
    ]
    of_space = np.repeat(np.arange(len(sound)), [len(some) for some in bodies])
    each = np.array(list(chain.from_iterable(bodies)))
    within = shapely.intersects(np.array(sound)[of_space], each)
    together = np.full(len(sound), MultiPolygon())
    shapely.multipolygons(each[within], indices=of_space[within], out=together)
    # A buffer of nothing is the union of a few polygons, found in a third of the time.
    return [parts(rest) for rest in shapely.difference(sound, shapely.buffer(together, 0))]
