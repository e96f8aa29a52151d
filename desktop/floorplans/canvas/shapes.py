"""What is painted of a storey, kept from one picture to the next.

Every shape is made once, and again only when the thing it shows is another object than before:
plans, and what follows from them, share what did not change. `show` tells where that was, so that
only those parts of the picture are painted again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import shapely
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainterPath, QPolygonF, QStaticText

from desktop.floorplans.canvas.locks import LockSign, lock_sign
from desktop.floorplans.canvas.squares import Squares
from desktop.floorplans.canvas.symbols import (
    Symbol,
    ceiling_symbol,
    opening_symbol,
    thing_symbol,
)
from desktop.floorplans.canvas.view import Box, box_of
from desktop.floorplans.canvas.words import has_name
from desktop.floorplans.drawing.room_words import middle_of
from desktop.floorplans.geometry import NOTHING, Derived, Room
from desktop.floorplans.geometry.changes import unlike
from desktop.floorplans.geometry.openings import InWalls
from desktop.floorplans.geometry.rooms import other_rooms
from desktop.floorplans.plan import (
    DimensionLine,
    Furniture,
    LowCeiling,
    OpeningKind,
    Plan,
    Stair,
    Text,
    Wall,
)
from desktop.floorplans.wording import floor_area, room_name
from desktop.widgets import theme

# Pixels and weight of the words in a room.
NAME_FONT = (13, QFont.Weight.DemiBold)
AREA_FONT = (12, QFont.Weight.Normal)
# The fields of a plan with things that can be locked.
LOCKABLE = ("walls", "openings", "furniture", "stairs")


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words, laid out once; its size is in pixels."""

    text: QStaticText
    font: QFont
    colour: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class RoomShape:
    """`floor` is what is filled; `middle` is where its lines of words go when nothing stands
    there; `is_plain`: it is a rectangle."""

    room: Room
    floor: QPolygonF
    box: Box
    middle: tuple[float, float]
    lines: tuple[Words, ...]
    is_plain: bool


@dataclass(frozen=True, slots=True)
class WallShape:
    wall: Wall
    path: QPainterPath


class Shapes:
    """The shapes of one storey, by kind, to be found by place."""

    def __init__(self) -> None:
        self.derived: Derived | None = None
        self.rooms: Squares[RoomShape] = Squares()
        self.walls: Squares[WallShape] = Squares()
        self.openings: Squares[Symbol] = Squares()
        self._in_walls = InWalls()
        self.furniture: Squares[Symbol] = Squares()
        self.stairs: Squares[Symbol] = Squares()
        self.holes: Squares[Symbol] = Squares()
        self.low_ceilings: Squares[Symbol] = Squares()
        self.texts: Squares[Text] = Squares()
        self.dimensions: Squares[DimensionLine] = Squares()
        self.locks: Squares[LockSign] = Squares()

    def show(self, derived: Derived) -> list[Box]:
        """Take over a storey; the boxes are where it is other than before."""
        before, self.derived = self.derived or NOTHING, derived
        plan, old = derived.plan, before.plan
        gone, new, _alike = other_rooms(before.rooms, derived.rooms, _read_the_same)
        other_walls = before.walls.changes(derived.walls).keys()
        other_openings = before.openings.changes(derived.openings)
        self._in_walls.update(other_openings)
        other_furniture = unlike(old.furniture, plan.furniture)
        other_stairs = unlike(old.stairs, plan.stairs)
        other_things = other_furniture | other_stairs
        boxes: list[Box] = []
        for squares, keys, make in (
            (self.rooms, gone.keys() | new.keys(), lambda key: _room(new.get(key))),
            (
                self.walls,
                derived.layout.bodies_unlike(before.layout) | other_walls,
                lambda key: _wall(plan.walls.get(key), derived.bodies.get(key)),
            ),
            (
                self.openings,
                other_openings.keys() | self._in_walls.of(other_walls),
                lambda key: _opening(plan, key),
            ),
            (
                self.furniture,
                other_furniture,
                lambda key: _thing(plan.furniture.get(key)),
            ),
            (
                self.stairs,
                other_stairs,
                lambda key: _thing(plan.stairs.get(key)),
            ),
            (
                self.holes,
                unlike(before.holes, derived.holes),
                lambda key: _thing(derived.holes.get(key)),
            ),
            (
                self.low_ceilings,
                unlike(old.low_ceilings, plan.low_ceilings),
                lambda key: _ceiling(plan.low_ceilings.get(key)),
            ),
            (self.texts, unlike(old.texts, plan.texts), lambda key: _text(plan.texts.get(key))),
            (
                self.dimensions,
                unlike(old.dimensions, plan.dimensions),
                lambda key: _dimension(plan.dimensions.get(key)),
            ),
            (
                self.locks,
                self._other_locks(old, plan, other_walls | other_openings | other_things),
                lambda key: lock_sign(plan, key),
            ),
        ):
            other = _put_again(squares, keys, make)
            boxes += other
            if squares in (self.furniture, self.stairs, self.holes, self.openings):
                # The words of a room make way for what is put in it.
                boxes += [room.box for box in other for room in self._rooms_in_use(box)]
        return boxes

    def _rooms_in_use(self, box: Box) -> list[RoomShape]:
        """The rooms there of which the words may be elsewhere than in the middle."""
        rooms = self.rooms.within(box)
        return [room for room in rooms if not room.is_plain or self.things_in(room.box)]

    def things_in(self, box: Box) -> list[QRectF]:
        """Around each thing that stands in a box."""
        return [
            symbol.bounds
            for things in (self.furniture, self.stairs, self.holes)
            if len(things)  # at every step of a drag this is asked of many rooms
            for symbol in things.within(box)
        ]

    def swings_in(self, box: Box) -> list[QRectF]:
        """Around each door that turns in a box."""
        doors = self.openings.within(box)
        return [symbol.bounds for symbol in doors if symbol.kind is OpeningKind.DOOR]

    def _other_locks(self, old: Plan, plan: Plan, other: set[int]) -> set[int]:
        """Of what changed, that which is locked or was; also a wall with another door or window,
        since the sign stands beside these."""
        beside = {p.openings[id].wall for p in (old, plan) for id in other if id in p.openings}
        return {
            id
            for id in other | beside
            if self.locks.box(id) is not None
            or any(getattr(getattr(plan, kind).get(id), "locked", False) for kind in LOCKABLE)
        }


def _read_the_same(one: Room, other: Room) -> bool:
    return (one.type, one.name, one.label is None) == (other.type, other.name, other.label is None)


def _put_again(
    squares: Squares[Any], keys: Iterable[int], make: Callable[[int], tuple[Box, object] | None]
) -> list[Box]:
    boxes = []
    for key in keys:
        old = squares.box(key)
        if old is not None:
            boxes.append(old)
            squares.remove(key)
        made = make(key)
        if made is not None:
            squares.put(key, *made)
            boxes.append(made[0])
    return boxes


# Making -------------------------------------------------------------------------------------


def path_of(polygon: shapely.Polygon) -> QPainterPath:
    """The polygon with its holes, in millimetres of the plan."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in (polygon.exterior, *polygon.interiors):
        path.addPolygon(_ring(ring))
        path.closeSubpath()
    return path


def _ring(shape: shapely.Geometry) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in shapely.get_coordinates(shape).tolist()])


def _room(room: Room | None) -> tuple[Box, RoomShape] | None:
    if room is None:
        return None
    box = room.box
    lines = []
    if has_name(room):
        lines.append(_words(room_name(room), NAME_FONT, "ink", theme.text_px()))
    lines.append(_area_words(floor_area(room.area_mm2), theme.text_px()))
    left, bottom, right, top = box
    is_plain = (right - left) * (top - bottom) - room.area_mm2 < 1
    if is_plain:
        middle, floor = ((left + right) / 2, (bottom + top) / 2), _ring(room.polygon)
    else:
        middle, floor = middle_of(room.polygon), path_of(room.polygon).toFillPolygon()
    return box, RoomShape(room, floor, box, middle, tuple(lines), is_plain)


@lru_cache(maxsize=4096)
def _area_words(area: str, text_px: int) -> Words:
    """Rooms beside a wall that is dragged show a new area at every step: areas that were shown
    before are not written and laid out again."""
    return _words(area, AREA_FONT, "soft", text_px)


@lru_cache(maxsize=1024)
def _words(words: str, font: tuple[int, QFont.Weight], colour: str, text_px: int) -> Words:
    text, letters = QStaticText(words), theme.font(*font)
    text.prepare(font=letters)
    return Words(text, letters, colour, text.size().width(), text.size().height())


def _wall(wall: Wall | None, body: shapely.Polygon | None) -> tuple[Box, WallShape] | None:
    if wall is None or body is None:
        return None
    return body.bounds, WallShape(wall, path_of(body))


def _opening(plan: Plan, key: int) -> tuple[Box, Symbol] | None:
    opening = plan.openings.get(key)
    return None if opening is None else _boxed(opening_symbol(opening, plan.walls[opening.wall]))


def _thing(thing: Furniture | Stair | None) -> tuple[Box, Symbol] | None:
    return None if thing is None else _boxed(thing_symbol(thing))


def _ceiling(ceiling: LowCeiling | None) -> tuple[Box, Symbol] | None:
    return None if ceiling is None else _boxed(ceiling_symbol(ceiling))


def _boxed(symbol: Symbol) -> tuple[Box, Symbol]:
    rect = symbol.bounds
    return (rect.left(), rect.top(), rect.right(), rect.bottom()), symbol


def _text(text: Text | None) -> tuple[Box, Text] | None:
    if text is None:
        return None
    x, y, height = *text.at, text.height_mm
    return (x, y - height, x + len(text.words) * height, y + height * 1.5), text


def _dimension(line: DimensionLine | None) -> tuple[Box, DimensionLine] | None:
    if line is None:
        return None
    left, bottom, right, top = box_of((line.start, line.end))
    aside = abs(line.offset_mm) + 400
    return (left - aside, bottom - aside, right + aside, top + aside), line
