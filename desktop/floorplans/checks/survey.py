"""Which openings and which furniture belong to which room of a storey, kept up to date.

While somebody drags a wall, a survey looks again only at the rooms that are new and at what
touches them; all other views stay the same objects, so that what was found of them still holds.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import hypot
from typing import NamedTuple

from desktop.floorplans.geometry import Derived, Room
from desktop.floorplans.geometry.changes import Listed
from desktop.floorplans.geometry.faces import Box
from desktop.floorplans.geometry.lines import SAME_PLACE_MM, axis_of
from desktop.floorplans.geometry.openings import InWalls
from desktop.floorplans.geometry.rooms import other_rooms
from desktop.floorplans.plan import (
    Furniture,
    Opening,
    Plan,
    Point,
    RoomType,
    Side,
    Wall,
    WallKind,
)

# How far from the face of a wall a point is taken for being in the room there.
INTO_ROOM_MM = 20


@dataclass(frozen=True)
class Facing:
    """An opening as seen from a room: on which `side` of the wall the room lies, and of which type
    the room `beyond` is; None outside."""

    id: int
    opening: Opening
    wall: Wall
    side: Side
    beyond: RoomType | None

    @property
    def middle(self) -> Point:
        x, y = self.wall.along(self.opening.at_mm + self.opening.width_mm / 2)
        return Point(round(x), round(y))

    @property
    def threshold(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The line on the face of the wall over which one steps into the room."""
        axis = axis_of(self.wall)
        off = axis.half if self.side is Side.LEFT else -axis.half
        near, far = (
            (axis.x + axis.ux * along - axis.uy * off, axis.y + axis.uy * along + axis.ux * off)
            for along in (self.opening.at_mm, self.opening.until_mm)
        )
        return near, far

    @property
    def swing_box(self) -> Box:
        """Left, bottom, right and top of the square before the opening on this side of it."""
        (ax, ay), (bx, by) = self.threshold
        into_x, into_y = (ay - by, bx - ax) if self.side is Side.LEFT else (by - ay, ax - bx)
        xs, ys = (ax, bx, ax + into_x, bx + into_x), (ay, by, ay + into_y, by + into_y)
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def leads_out(self) -> bool:
        """Whether there is open air beyond: nothing, or an outdoor space."""
        return self.beyond in (None, RoomType.OUTDOOR)


@dataclass(frozen=True, eq=False)
class RoomView:
    """A room with what is in its walls and what stands in it. `outer` are its walls with no other
    room along them. `plan` is the storey as it was when this view was made: of it only what
    touches the room may be looked at."""

    level: int
    plan: Plan
    room: Room
    openings: tuple[Facing, ...]
    furniture: tuple[tuple[int, Furniture], ...]
    outer: frozenset[int]

    def shows_the_same_as(self, other: RoomView) -> bool:
        """Whether the same stands in and around the room; the room and its walls are the same."""
        return (
            self.openings == other.openings
            and self.furniture == other.furniture
            and self.outer == other.outer
        )

    @property
    def type(self) -> RoomType:
        return self.room.type

    @property
    def place(self) -> Point:
        """Where to jump to: its label, or a point inside."""
        if self.room.label is not None and self.room.label in self.plan.labels:
            return self.plan.labels[self.room.label].at
        inside = self.room.polygon.representative_point()
        return Point(round(inside.x), round(inside.y))

    def named(self, **numbers: int | float | str) -> dict[str, int | float | str]:
        """Numbers of a finding about this room. One that has no label yet, as right after a wall
        is drawn through another, is known by its area, which the drawing shows too."""
        room = self.room
        named = {"room": room.name, "type": room.type.value, **numbers}
        if room.label is None and room.type is RoomType.OTHER:
            named["unlabelled_m2"] = room.area_mm2 / 1_000_000
        return named


class Beside(NamedTuple):
    """An opening in its wall, the rooms left and right of it, and of what type these are."""

    opening: Opening
    wall: Wall
    rooms: tuple[int | None, int | None]
    types: tuple[RoomType | None, RoomType | None]

    def beyond(self) -> dict[int, list[tuple[int, RoomType | None]]]:
        """For each of these rooms, on which sides of the wall it lies and what is beyond."""
        seen: dict[int, list[tuple[int, RoomType | None]]] = {}
        for at, room in enumerate(self.rooms):
            if room is not None:
                seen.setdefault(room, []).append((at, self.types[1 - at]))
        return seen

    def looks_as(self, other: Beside) -> bool:
        """Whether the opening is the same, in the same place of the home: also when the wall
        became longer and it is now farther from its start."""
        if self.opening is other.opening and self.wall is other.wall:
            return True
        return (
            replace(self.opening, at_mm=0) == replace(other.opening, at_mm=0)
            and _sort_of(self.wall) == _sort_of(other.wall)
            and all(map(_is_near, self._ends, other._ends))
        )

    @property
    def _ends(self) -> Iterator[tuple[float, float]]:
        yield self.wall.along(self.opening.at_mm)
        yield self.wall.along(self.opening.until_mm)


def _is_near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return hypot(one[0] - other[0], one[1] - other[1]) < SAME_PLACE_MM


def _sort_of(wall: Wall) -> tuple[int, WallKind, bool]:
    return wall.thickness_mm, wall.kind, wall.locked


def _is_other(old: Wall | None, new: Wall | None) -> bool:
    """Whether a wall differs in more than how long it is: that, the rooms along it tell."""
    return old is None or new is None or _sort_of(old) != _sort_of(new)


class Survey:
    """The views of one storey. `update` after every edit."""

    def __init__(self, level: int) -> None:
        self._level = level
        self._plan = Plan()
        self._walls = Listed.of(self._plan.walls)
        self._openings = Listed.of(self._plan.openings)
        self._furniture = Listed.of(self._plan.furniture)
        self._labels = Listed.of(self._plan.labels)
        self._in_order: tuple[Room, ...] = ()
        self._rooms: dict[int, Room] = {}  # by `Room.floor`
        self._in_walls = InWalls()
        self._along: dict[int, set[int]] = {}  # rooms by wall
        self._beside: dict[int, Beside] = {}  # of each opening
        self._facing: dict[int, set[int]] = {}  # openings of each room
        self._stands_in: dict[int, int | None] = {}
        self._holds: dict[int, set[int]] = {}  # furniture of each room
        self._views: dict[int, RoomView] = {}

    def update(self, derived: Derived) -> tuple[list[int], list[RoomView]]:
        """The rooms that are gone, and the views that are new or not what they were."""
        plan = derived.plan
        gone, new = self._other_rooms(derived)
        before, self._plan = self._plan, plan
        others_along = self._index_rooms(gone, new)
        walls, self._walls = self._walls.changes(derived.walls), derived.walls
        openings, self._openings = self._openings.changes(derived.openings), derived.openings
        others = (id for id in walls if _is_other(before.walls.get(id), plan.walls.get(id)))
        anew = set(new).union(*(self._along.get(wall, ()) for wall in others))
        if before.ceiling_mm != plan.ceiling_mm:
            anew = set(self._rooms)
        for key in gone:
            self._views.pop(key, None)
        touched = [key for wall in others_along for key in self._along[wall]]
        touched += self._walk_openings(openings, walls, gone, new)
        touched += self._walk_furniture(gone, new)
        views = {key: self._view(key) for key in anew.union(touched) if key in self._rooms}
        fresh = {
            key: view
            for key, view in views.items()
            if key in anew or not view.shows_the_same_as(self._views[key])
        }
        self._views |= fresh
        return list(gone), list(fresh.values())

    def _other_rooms(self, derived: Derived) -> tuple[dict[int, Room], dict[int, Room]]:
        """The rooms that are gone and those that are new, by their floor. One on the same floor
        that is called the same, by a label in the same place, is the same here."""
        said, self._labels = self._labels.changes(derived.labels), derived.labels
        gone, new, alike = other_rooms(
            self._in_order,
            derived.rooms,
            lambda was, now: now.label not in said and was.is_called_as(now),
        )
        self._in_order = derived.rooms
        self._rooms |= alike
        return gone, new

    def _index_rooms(self, gone: Mapping[int, Room], new: Mapping[int, Room]) -> set[int]:
        """Note which rooms lie along which wall; the walls along which there are more or fewer
        than before."""
        gained: Counter[int] = Counter()
        for key, room in gone.items():
            del self._rooms[key]
            for wall in room.walls:
                self._along[wall].discard(key)
                gained[wall] -= 1
        for key, room in new.items():
            self._rooms[key] = room
            for wall in room.walls:
                self._along.setdefault(wall, set()).add(key)
                gained[wall] += 1
        return {wall for wall, more in gained.items() if more}

    def _walk_openings(
        self,
        changed: Mapping[int, Opening | None],
        walls: Iterable[int],
        gone: Iterable[int],
        new: Iterable[int],
    ) -> set[int]:
        """Find again which rooms the openings join that `changed`, and those in changed `walls`;
        the rooms that see another opening than before, or one otherwise."""
        self._in_walls.update(changed)
        touched = changed.keys() | self._in_walls.of(walls)
        for key in gone:
            touched |= self._facing.pop(key, set())
        for key in new:
            touched |= self._in_walls.of(self._rooms[key].walls)
        rooms: set[int] = set()
        for opening_id in touched:
            was, now = self._beside.pop(opening_id, None), None
            if opening_id in self._plan.openings:
                now = self._beside[opening_id] = self._found_beside(self._plan.openings[opening_id])
            saw, sees = ({} if side is None else side.beyond() for side in (was, now))
            is_same = was is not None and now is not None and now.looks_as(was)
            for room in saw.keys() & self._facing.keys():
                self._facing[room].discard(opening_id)
            for room in sees:
                self._facing.setdefault(room, set()).add(opening_id)
            rooms.update(
                room
                for room in saw.keys() | sees.keys()
                if not is_same or saw.get(room) != sees.get(room)
            )
        return rooms

    def _found_beside(self, opening: Opening) -> Beside:
        wall = self._plan.walls[opening.wall]
        rooms = self._rooms_beside(opening, wall)
        left, right = (None if room is None else self._rooms[room].type for room in rooms)
        return Beside(opening, wall, rooms, (left, right))

    def _rooms_beside(self, opening: Opening, wall: Wall) -> tuple[int | None, int | None]:
        axis = axis_of(wall)
        along = opening.at_mm + opening.width_mm / 2
        off = axis.half + INTO_ROOM_MM
        left, right = (
            self._room_along(
                opening.wall,
                axis.x + axis.ux * along - axis.uy * side,
                axis.y + axis.uy * along + axis.ux * side,
            )
            for side in (off, -off)
        )
        return left, right

    def _room_along(self, wall: int, x: float, y: float) -> int | None:
        return self._room_at(self._along.get(wall, ()), x, y)

    def _room_at(self, among: Iterable[int], x: float, y: float) -> int | None:
        """The room on whose floor a point lies: of a space that thick walls part, one part."""
        for key in among:
            if self._rooms[key].has_on_floor(x, y):
                return key
        return None

    def _walk_furniture(self, gone: Iterable[int], new: Iterable[int]) -> set[int]:
        """Find again in which room the furniture stands that may have changed; those rooms."""
        furniture_before = self._furniture
        self._furniture = furniture_before.after(self._plan.furniture)
        touched = set(furniture_before.changes(self._furniture))
        for key in gone:
            touched |= self._holds.pop(key, set())
        if new:
            touched |= {item for item, key in self._stands_in.items() if key is None}
        rooms: set[int] = set()
        for item in touched:
            was = self._stands_in.pop(item, None)
            if was is not None and was in self._holds:
                self._holds[was].discard(item)
                rooms.add(was)
            if item in self._plan.furniture:
                now = self._room_at(self._rooms, *self._plan.furniture[item].at)
                self._stands_in[item] = now
                if now is not None:
                    self._holds.setdefault(now, set()).add(item)
                    rooms.add(now)
        return rooms

    def _view(self, key: int) -> RoomView:
        plan, room = self._plan, self._rooms[key]
        return RoomView(
            self._level,
            plan,
            room,
            tuple(
                facing
                for id in sorted(self._facing.get(key, ()))
                for facing in self._faces(id, key)
            ),
            tuple((id, plan.furniture[id]) for id in sorted(self._holds.get(key, ()))),
            frozenset(wall for wall in room.walls if len(self._along[wall]) == 1),
        )

    def _faces(self, opening_id: int, key: int) -> Iterable[Facing]:
        """The opening as seen from the room: twice when the room lies on both sides."""
        opening, wall, rooms, types = self._beside[opening_id]
        for at, side in enumerate((Side.LEFT, Side.RIGHT)):
            if rooms[at] == key:
                yield Facing(opening_id, opening, wall, side, types[1 - at])
