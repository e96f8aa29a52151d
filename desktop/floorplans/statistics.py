"""What many sketches have in common and where they differ: numbers for the design brief.

Quartiles are those of Hyndman and Fan's type 7, as in spreadsheets (QUARTILE.INC). All figures
count sketches, not people; with fewer than `FEWEST` sketches shares say little, and the screens
and papers say so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import quantiles

from shapely import Point

from desktop.floorplans.catalogue import Use, keys_for
from desktop.floorplans.geometry import Derived, Room, usable_area_mm2
from desktop.floorplans.plan import OpeningKind, RoomType

FEWEST = 5
# Rooms that meet along less than this do not lie next to each other: a corner is no wall.
ADJOIN_MM = 300
Pair = tuple[RoomType, RoomType]


@dataclass(frozen=True)
class SketchFacts:
    """One sketch in numbers. `areas_m2` holds the area of each room by its type; `touching` the
    types of which two rooms lie next to each other; `open_kitchen` is None without a place to
    cook."""

    id: int
    usable_m2: float
    areas_m2: dict[RoomType, tuple[float, ...]]
    touching: frozenset[Pair]
    open_kitchen: bool | None


@dataclass(frozen=True)
class Spread:
    """How a number varies over sketches."""

    least: float
    lower: float
    median: float
    upper: float
    most: float
    count: int


@dataclass(frozen=True)
class RoomWish:
    """A room type over all sketches: in how many it is there, how many a home has of it where it
    is there, and the area of one."""

    type: RoomType
    homes: int
    rooms: Spread
    area_m2: Spread


@dataclass(frozen=True)
class Outlier:
    """A sketch whose number lies far from the others: beyond one and a half times the distance
    between the quartiles (Tukey's fences)."""

    sketch_id: int
    type: RoomType | None  # None: the usable area
    value_m2: float
    spread: Spread


@dataclass(frozen=True)
class Shared:
    """All sketches together. `touching` gives per pair of types in how many sketches they adjoin,
    of those that have both."""

    sketches: int
    usable_m2: Spread | None
    rooms: tuple[RoomWish, ...]
    touching: dict[Pair, tuple[int, int]]
    open_kitchens: int
    kitchens: int
    outliers: tuple[Outlier, ...]


def facts_of(id: int, levels: Sequence[Derived]) -> SketchFacts:
    """The numbers of one home."""
    areas: dict[RoomType, list[float]] = {}
    touching: set[Pair] = set()
    for level in levels:
        named = [room for room in level.rooms if _is_drawn(room)]
        for room in named:
            areas.setdefault(room.type, []).append(room.area_mm2 / 1e6)
        touching |= {
            pair(one.type, other.type)
            for one, other in combinations(named, 2)
            if adjoin(one, other)
        }
    return SketchFacts(
        id,
        usable_area_mm2(levels) / 1e6,
        {type: tuple(sizes) for type, sizes in areas.items()},
        frozenset(touching),
        _is_kitchen_open(levels),
    )


def _is_drawn(room: Room) -> bool:
    """Whether it is a room that people chose: not one without a name, nor a shaft."""
    return room.label is not None and room.type is not RoomType.SHAFT


def pair(one: RoomType, other: RoomType) -> Pair:
    """Two types in the order in which `RoomType` lists them."""
    first, second = sorted((one, other), key=list(RoomType).index)
    return first, second


def adjoin(one: Room, other: Room) -> bool:
    """Whether two rooms have a wall in common over more than `ADJOIN_MM`."""
    shared = one.axes.boundary.intersection(other.axes.boundary)
    return bool(shared.length > ADJOIN_MM)


def _is_kitchen_open(levels: Sequence[Derived]) -> bool | None:
    """Whether one cooks in the living room, or walks into it from the kitchen without a door:
    through a passage in a wall that both share. None where there is no place to cook."""
    rooms = [(level, room) for level in levels for room in level.rooms]
    livings = [(level, room) for level, room in rooms if room.type is RoomType.LIVING]
    kitchens = [(level, room) for level, room in rooms if room.type is RoomType.KITCHEN]
    if any(_cooks_in(level, living) for level, living in livings):
        return True
    if not kitchens:
        return None
    return any(
        level is other and _is_open_between(level, kitchen, living)
        for level, kitchen in kitchens
        for other, living in livings
    )


def _cooks_in(level: Derived, room: Room) -> bool:
    cookers = keys_for(Use.COOKER)
    return any(
        thing.item in cookers and room.polygon.contains(Point(thing.at))
        for thing in level.plan.furniture.values()
    )


def _is_open_between(level: Derived, one: Room, other: Room) -> bool:
    passages = {o.wall for o in level.plan.openings.values() if o.kind is OpeningKind.PASSAGE}
    return adjoin(one, other) and bool(one.walls & other.walls & passages)


def shared(sketches: Sequence[SketchFacts]) -> Shared:
    """What the sketches have in common."""
    with_kitchen = [s for s in sketches if s.open_kitchen is not None]
    rooms = tuple(_wish(type, sketches) for type in RoomType if _has(type, sketches))
    usable = spread(s.usable_m2 for s in sketches) if sketches else None
    return Shared(
        len(sketches),
        usable,
        rooms,
        _touching(sketches),
        sum(bool(s.open_kitchen) for s in with_kitchen),
        len(with_kitchen),
        tuple(_outliers(sketches, usable, rooms)),
    )


def _has(type: RoomType, sketches: Sequence[SketchFacts]) -> bool:
    return any(type in s.areas_m2 for s in sketches)


def _wish(type: RoomType, sketches: Sequence[SketchFacts]) -> RoomWish:
    having = [s.areas_m2[type] for s in sketches if type in s.areas_m2]
    return RoomWish(
        type,
        len(having),
        spread(len(areas) for areas in having),
        spread(area for areas in having for area in areas),
    )


def _touching(sketches: Sequence[SketchFacts]) -> dict[Pair, tuple[int, int]]:
    types = [type for type in RoomType if _has(type, sketches)]
    both: Counter[Pair] = Counter()
    touch: Counter[Pair] = Counter()
    for sketch in sketches:
        for one, other in combinations(types, 2):
            if one in sketch.areas_m2 and other in sketch.areas_m2:
                both[pair(one, other)] += 1
                touch[pair(one, other)] += pair(one, other) in sketch.touching
    return {key: (touch[key], both[key]) for key in both}


def _outliers(
    sketches: Sequence[SketchFacts], usable: Spread | None, rooms: Sequence[RoomWish]
) -> Iterable[Outlier]:
    if len(sketches) < FEWEST or usable is None:
        return
    for sketch in sketches:
        if _is_far(sketch.usable_m2, usable):
            yield Outlier(sketch.id, None, sketch.usable_m2, usable)
        for wish in rooms:
            for area in sketch.areas_m2.get(wish.type, ()):
                if wish.homes >= FEWEST and _is_far(area, wish.area_m2):
                    yield Outlier(sketch.id, wish.type, area, wish.area_m2)


def _is_far(value: float, among: Spread) -> bool:
    fence = 1.5 * (among.upper - among.lower)
    return value < among.lower - fence or value > among.upper + fence


def spread(values: Iterable[float]) -> Spread:
    """Least, quartiles and most. `ValueError` without values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no values")
    if len(ordered) == 1:
        (only,) = ordered
        return Spread(only, only, only, only, only, 1)
    lower, median, upper = quantiles(ordered, n=4, method="inclusive")
    return Spread(ordered[0], lower, median, upper, ordered[-1], len(ordered))
