"""What follows from a plan: rooms, wall bodies, areas."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.bodies import bodies
from desktop.floorplans.geometry.faces import Edge, Faces
from desktop.floorplans.geometry.labels import named
from desktop.floorplans.geometry.network import JointKey, Network
from desktop.floorplans.geometry.polygons import filled, largest
from desktop.floorplans.geometry.rooms import Room, rooms_in
from desktop.floorplans.plan import Plan, Wall

Thing = TypeVar("Thing")


@dataclass(frozen=True, eq=False)
class Derived:
    """What follows from one storey, in millimetres.

    `bodies` holds the outline of each wall, mitred where it meets others, without its openings cut
    out; `loose` the labels that no room is called by.
    """

    plan: Plan
    rooms: tuple[Room, ...]
    bodies: Map[int, Polygon]
    loose: frozenset[int]
    network: Network = field(repr=False)
    faces: Faces = field(repr=False)

    @cached_property
    def outlines(self) -> tuple[Polygon, ...]:
        """The outsides of walls that hang together and do not stand in a room, filled: the hull of
        the shell."""
        outside = [face for face in self.faces.around if face not in self.faces.within]
        hulls = []
        for face in outside:
            hull = Polygon(face.outline) if face.clean else Polygon()
            if not (face.clean and hull.is_valid):
                hull = largest(filled(self.bodies[wall] for wall in face.walls))
            hulls.append(hull)
        return tuple(hulls)

    def room_at(self, x: float, y: float) -> Room | None:
        """The room at a point; a point within a wall belongs to a room that the wall bounds."""
        return next((room for room in self.rooms if room.is_around(x, y)), None)

    def walls_near(self, x: float, y: float, within_mm: float) -> list[int]:
        """The walls whose body is within a distance of a point, the nearest first."""
        return self.network.near(x, y, within_mm)


NOTHING = Derived(Plan(), (), Map(), frozenset(), Network(), Faces())


def derive(plan: Plan, before: Derived | None = None) -> Derived:
    """Work out what follows from a plan.

    Given what followed from another, usually the plan before, only what differs is worked out
    again: rooms and bodies that stay as they are stay the same objects. A room then keeps its
    label when walls move past its point, and both parts of a room that is split keep its type.
    """
    old = before or NOTHING
    changed = _changed(old.plan.walls, plan.walls)
    network, touched = old.network.after(changed)
    outlines = _bodies(old.bodies, network, touched, changed)
    faces, difference = old.faces.after(old.network, network, touched)
    redone = difference.gone.union(difference.changed)
    rooms, gone, new = old.rooms, [], []
    if redone:
        rooms = tuple(room for room in old.rooms if room.face not in redone)
        gone = [room for room in old.rooms if room.face in redone]
        new = rooms_in(difference.changed, faces, outlines)
    rooms, loose = _named(plan, old, list(rooms), gone, new)
    return Derived(plan, rooms, outlines, loose, network, faces)


def _bodies(
    before: Map[int, Polygon],
    network: Network,
    touched: Collection[JointKey],
    changed: Mapping[int, Wall | None],
) -> Map[int, Polygon]:
    """The bodies after a change: those of walls that are different or end at a touched joint."""
    ending = network.ending_at(touched)
    outlines = before.mutate()
    for id, wall in changed.items():
        if wall is None:
            del outlines[id]
    for id, outline in bodies(network, sorted(ending)).items():
        outlines[id] = outline
    return outlines.finish()


def _named(
    plan: Plan, old: Derived, kept: list[Room], gone: list[Room], new: list[Room]
) -> tuple[tuple[Room, ...], frozenset[int]]:
    """All rooms with what they are called, and the labels that none is called by."""
    said = _changed(old.plan.labels, plan.labels)
    if said:
        places = [label.at for label in said.values() if label is not None]
        again = [
            room
            for room in kept
            if room.label in said or any(room.is_around(*place) for place in places)
        ]
        gone, new = [*gone, *again], [*new, *again]
        kept = [room for room in kept if room not in again]
    if not new and not gone:
        return tuple(kept), old.loose
    free = old.loose.union(said, (room.label for room in gone if room.label is not None))
    labels = {id: plan.labels[id] for id in free if id in plan.labels}
    names = {room.name for room in kept}
    rooms = named(new, gone, labels, said.keys(), names)
    for room in rooms:
        insort(kept, room, key=_key)
    return tuple(kept), frozenset(labels) - {room.label for room in rooms}


def _key(room: Room) -> Edge:
    return room.face.key


def _changed(before: Map[int, Thing], now: Map[int, Thing]) -> dict[int, Thing | None]:
    """What is new, different or gone (None)."""
    if before is now:
        return {}
    changed: dict[int, Thing | None] = {}
    new = 0
    for id, thing in now.items():
        old = before.get(id)
        if old is not thing and old != thing:
            changed[id] = thing
            new += old is None
    if len(before) + new > len(now):
        changed.update((id, None) for id in before if id not in now)
    return changed
