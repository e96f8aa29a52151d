"""What follows from a plan: rooms, wall bodies, areas."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import zip_longest
from typing import NamedTuple

from immutables import Map
from shapely import Polygon

from desktop.floorplans.geometry.changes import Listed
from desktop.floorplans.geometry.labels import named, settled
from desktop.floorplans.geometry.layout import Layout
from desktop.floorplans.geometry.network import Edge
from desktop.floorplans.geometry.ordered import exchanged
from desktop.floorplans.geometry.rooms import ROOM_KEY, Room
from desktop.floorplans.geometry.usable import Change, Usable
from desktop.floorplans.plan import Home, Opening, Plan, RoomLabel, Stair, Wall


@dataclass(frozen=True, eq=False)
class Derived:
    """What follows from one storey, in millimetres.

    `loose` are the labels that no room is called by; `holes` the stairs that come up from the
    storey below.
    """

    plan: Plan
    rooms: tuple[Room, ...]
    loose: frozenset[int]
    holes: Map[int, Stair]
    layout: Layout = field(repr=False)
    usable: Usable = field(repr=False)
    walls: Listed[Wall] = field(repr=False)
    openings: Listed[Opening] = field(repr=False)
    labels: Listed[RoomLabel] = field(repr=False)

    @property
    def bodies(self) -> Map[int, Polygon]:
        """The outline of each wall, mitred where it meets others, without openings cut out."""
        return self.layout.bodies

    @property
    def usable_mm2(self) -> float:
        """The usable area of the storey, as an indication: see `usable`."""
        return self.usable.area_mm2

    @cached_property
    def outlines(self) -> tuple[Polygon, ...]:
        """The outsides of walls that hang together and do not stand in a room, filled: the hull of
        the shell."""
        return self.layout.outlines()

    def room_at(self, x: float, y: float) -> Room | None:
        """The room at a point; a point within a wall belongs to a room that the wall bounds."""
        return next((room for room in self.rooms if room.is_around(x, y)), None)

    def walls_near(self, x: float, y: float, within_mm: float) -> list[int]:
        """The walls whose body is within a distance of a point, the nearest first."""
        return self.layout.network.near(x, y, within_mm)


NOTHING = Derived(
    Plan(),
    (),
    frozenset(),
    Map(),
    Layout(),
    Usable(),
    Listed.of(Map()),
    Listed.of(Map()),
    Listed.of(Map()),
)


def derive(
    plan: Plan, before: Derived | None = None, holes: Map[int, Stair] = NOTHING.holes
) -> Derived:
    """Work out what follows from a plan.

    Given what followed from another, usually the plan before, only what differs is worked out
    again: rooms and bodies that stay as they are stay the same objects. A room then keeps its
    label when walls move past its point, and both parts of a room that is split keep its type.
    `holes` are the stairs that come up from the storey below.
    """
    old = before or NOTHING
    walls, openings = old.walls.after(plan.walls), old.openings.after(plan.openings)
    labels = old.labels.after(plan.labels)
    changed = old.walls.changes(walls)
    layout, redone = old.layout.after(changed)
    gone = [room for space in redone.spaces for room in _rooms_of(space, old.rooms)]
    new = _on_floors_of(gone, redone.rooms)
    swap = _named(plan, old, old.labels.changes(labels), gone, new)
    change = Change(
        plan=plan,
        layout=layout,
        rooms=swap.rooms,
        holes=holes,
        new_walls=changed,
        new_bodies=redone.bodies,
        rooms_gone=swap.gone,
        rooms_new=swap.new,
        above_is_new=(plan.low_ceilings, holes) != (old.plan.low_ceilings, old.holes),
    )
    area = old.usable.after(change)
    return Derived(plan, swap.rooms, swap.loose, holes, layout, area, walls, openings, labels)


def derive_home(home: Home, before: Sequence[Derived] = ()) -> tuple[Derived, ...]:
    """What follows from each storey of a home, from the lowest up: a stair leaves its hole in the
    storey above it. `before` as in `derive`, storey by storey."""
    holes: Map[int, Stair] = NOTHING.holes
    storeys = []
    for plan, old in zip_longest(home.levels, before[: len(home.levels)]):
        storeys.append(derive(plan, old, holes))
        holes = plan.stairs
    return tuple(storeys)


def usable_area_mm2(storeys: Iterable[Derived]) -> float:
    """The usable area of a whole home."""
    return sum(storey.usable_mm2 for storey in storeys)


def settle(home: Home, before: Sequence[Derived]) -> Home:
    """The home after an edit, with labels that say by themselves what followed from `before`, the
    storeys before that edit: see `labels.settled`."""
    storeys = derive_home(home, before)
    levels = tuple(settled(storey.plan, storey.rooms) for storey in storeys)
    return home if levels == home.levels else replace(home, levels=levels)


class _Swap(NamedTuple):
    """All rooms with what they are called, the labels that none is called by, and which rooms came
    in the place of which."""

    rooms: tuple[Room, ...]
    loose: frozenset[int]
    gone: Sequence[Room]
    new: Sequence[Room]


def _on_floors_of(before: Iterable[Room], rooms: Iterable[Room]) -> list[Room]:
    """These rooms, on the very floor of the one before where that is the same: a wall that is
    dragged makes others longer, and the rooms along these need not be looked at again."""
    of_space = {room.face.key: room for room in before}
    return [room.on_floor_of(of_space.get(room.face.key)) for room in rooms]


def _named(
    plan: Plan,
    old: Derived,
    said: Mapping[int, RoomLabel | None],
    gone: list[Room],
    new: list[Room],
) -> _Swap:
    kept = exchanged(old.rooms, map(ROOM_KEY, gone), (), ROOM_KEY)
    if said:
        again = _rooms_with(said, kept)
        kept = exchanged(kept, map(ROOM_KEY, again), (), ROOM_KEY)
        gone, new = [*gone, *again], [*new, *again]
    if not gone and not new and not said:
        return _Swap(old.rooms, old.loose, (), ())
    free = old.loose.union(said, (room.label for room in gone if room.label is not None))
    labels = {id: plan.labels[id] for id in free if id in plan.labels}
    called = named(new, gone, labels, said.keys(), kept)
    loose = frozenset(labels) - {room.label for room in called}
    return _Swap(exchanged(kept, (), called, ROOM_KEY), loose, gone, called)


def _rooms_with(labels: Mapping[int, RoomLabel | None], rooms: Iterable[Room]) -> list[Room]:
    """The rooms in spaces of which a room is called by one of these labels, or is around its
    point."""
    places = [label.at for label in labels.values() if label is not None]
    spaces = {
        room.face
        for room in rooms
        if room.label in labels or any(room.is_around(*place) for place in places)
    }
    return [room for room in rooms if room.face in spaces] if spaces else []


def _rooms_of(space: Edge, rooms: tuple[Room, ...]) -> tuple[Room, ...]:
    first = bisect_left(rooms, space, key=ROOM_KEY)
    return rooms[first : bisect_right(rooms, space, lo=first, key=ROOM_KEY)]
