"""Homes of Sweet Home 3D (.sh3d, .sh3x): its `Home.xml`, with walls, rooms, doors and windows,
furniture and stairs.

Its lengths are centimetres, its y runs down and its angles clockwise. Walls that are round become
straight.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, degrees, radians, sin
from xml.etree.ElementTree import Element

from desktop.floorplans import edits
from desktop.floorplans.catalogue import item
from desktop.floorplans.codec import unreadable
from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.exchange.furniture_words import key_for
from desktop.floorplans.exchange.limits import member_of, whole_mm, xml_of
from desktop.floorplans.exchange.placing import FileRead, Placed, put_in_wall, with_walls
from desktop.floorplans.exchange.room_words import type_of
from desktop.floorplans.plan import (
    Furniture,
    Home,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Stair,
    Wall,
    WallKind,
)
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused

MM = 10.0  # in a centimetre
SHELL_MM = 200
# What begins higher above the floor is no door.
DOOR_SILL_MM = 300
# What hangs as high is in nobody's way.
HANGS_MM = 1_500
FURNITURE = ("pieceOfFurniture", "shelfUnit")

_WINDOW = ("window", "raam", "fenetre", "fenster")
_PASSAGE = ("doorframe", "door frame", "opening", "doorgang")


def read_sweet_home(content: bytes) -> FileRead:
    """The home in such a file. Refused: what is no zip, one without `Home.xml`, XML with entities,
    too many walls, coordinates that are no numbers or beyond a kilometre."""
    xml = member_of(content, "Home.xml")
    if xml is None:
        raise Refused(
            _(
                "There is no Home.xml in this file. Open it in a newer Sweet Home 3D, save it "
                "there, and try again."
            ),
            "file",
        )
    return _home(xml_of(xml))


def _home(root: Element) -> FileRead:
    if root.tag != "home":
        raise unreadable()
    levels = sorted(root.findall("level"), key=lambda level: _number(level, "elevation"))
    read = [_Level(root, level).read() for level in levels] or [_Level(root, None).read()]
    plans = tuple(plan for plan, _left_out in read)
    if not any(plan.walls for plan in plans):
        raise unreadable()
    return FileRead(
        Home(plans, north=_north(root), floor_mm=_floor(levels)), sum(left for _p, left in read)
    )


def _north(root: Element) -> int:
    compass = root.find("compass")
    turned = _number(compass, "northDirection") if compass is not None else 0.0
    return round(90 - degrees(turned)) % 360


def _floor(levels: Iterable[Element]) -> int:
    upper = [_mm(level, "floorThickness") for level in levels if "floorThickness" in level.attrib]
    return max(upper, default=300) or 300


@dataclass(frozen=True)
class _Level:
    """One level of the home; None when the home has no levels."""

    root: Element
    level: Element | None

    def read(self) -> tuple[Plan, int]:
        name = self.level.get("name", "") if self.level is not None else ""
        height = self.level if self.level is not None else self.root
        key = "height" if self.level is not None else "wallHeight"
        ceiling = _mm(height, key) if key in height.attrib else 2_600
        plan = Plan(name=name, ceiling_mm=ceiling)
        plan = with_walls(plan, map(_wall, self._all("wall")))
        left_out = 0
        for piece in self._all("doorOrWindow"):
            after = put_in_wall(plan, _placed(piece))
            left_out += after is None
            plan = after or plan
        for room in self._all("room"):
            plan = _with_label(plan, room)
        for tag in FURNITURE:
            for piece in self._all(tag):
                plan = _with_furniture(plan, piece)
        return plan, left_out

    def _all(self, tag: str) -> Iterable[Element]:
        for thing in self.root.iter(tag):
            if self.level is None or thing.get("level") in (None, self.level.get("id")):
                yield thing


def _wall(wall: Element) -> Wall:
    thickness = _mm(wall, "thickness")
    kind = WallKind.SHELL if thickness >= SHELL_MM else WallKind.PARTITION
    start, end = _point(wall, "xStart", "yStart"), _point(wall, "xEnd", "yEnd")
    return Wall(start, end, max(thickness, 1), kind)


def _with_label(plan: Plan, room: Element) -> Plan:
    corners = [_point(corner, "x", "y") for corner in room.findall("point")]
    name = " ".join(room.get("name", "").split())
    if not name or not corners:
        return plan
    type = type_of(name) or RoomType.OTHER
    x = sum(corner.x for corner in corners) // len(corners)
    y = sum(corner.y for corner in corners) // len(corners)
    return edits.put(plan, RoomLabel(Point(x, y), type, name))[0]


def _with_furniture(plan: Plan, piece: Element) -> Plan:
    """What stands on the floor, a stair as one that goes up to its back; lamps and pictures do
    not."""
    if piece.get("visible") == "false" or _optional_mm(piece, "elevation") >= HANGS_MM:
        return plan
    width, depth = _mm(piece, "width"), _mm(piece, "depth")
    at, name = _point(piece, "x", "y"), piece.get("name", "")
    angle = round(-degrees(_number(piece, "angle", 0.0))) % 360
    if width <= 0 or depth <= 0:
        return plan
    if "staircaseCutOutShape" in piece.attrib:
        x, y = _turned((0.0, -depth / 2), radians(angle), (at.x, at.y))
        foot = Point(whole_mm(x), whole_mm(y))
        return edits.put(plan, Stair(foot, (angle + 90) % 360, width, depth))[0]
    key = key_for(f"{piece.get('catalogId', '')} {name}", width, depth)
    mirrored = piece.get("modelMirrored") == "true"
    thing = Furniture(key if item(key) else name or key, at, width, depth, angle, mirrored)
    return edits.put(plan, thing)[0]


def _placed(piece: Element) -> Placed:
    sill, height = _optional_mm(piece, "elevation"), _optional_mm(piece, "height")
    x, y = _number(piece, "x") * MM, -_number(piece, "y") * MM
    hinge, towards = _swing(piece, (x, y))
    words = fold(f"{piece.get('catalogId', '')} {piece.get('name', '')}")
    return Placed(
        _kind(words, sill),
        whole_mm(x),
        whole_mm(y),
        _mm(piece, "width"),
        sill,
        sill + height,
        hinge,
        towards,
    )


def _kind(words: str, sill_mm: int) -> OpeningKind:
    if sill_mm >= DOOR_SILL_MM or any(word in words for word in _WINDOW):
        return OpeningKind.WINDOW
    if any(word in words for word in _PASSAGE):
        return OpeningKind.PASSAGE
    return OpeningKind.DOOR


def _swing(piece: Element, middle: XY) -> tuple[XY | None, XY | None]:
    """Where a door hangs and which way it opens, from its first sash: the place of its hinge as a
    share of the width, and the angle at which it stands open."""
    sash = piece.find("sash")
    if sash is None:
        return None, None
    width = _number(piece, "width") * MM
    hinge_x = (_number(sash, "xAxis") - 0.5) * width
    opened = _number(sash, "endAngle")
    leaf = (hinge_x + cos(opened) * width, sin(opened) * width)
    if piece.get("modelMirrored") == "true":
        hinge_x, leaf = -hinge_x, (-leaf[0], leaf[1])
    turn = -_number(piece, "angle", 0.0)
    return _turned((hinge_x, 0.0), turn, middle), _turned(leaf, turn, middle)


def _turned(place: XY, angle: float, middle: XY) -> XY:
    x, y = place
    return (
        middle[0] + x * cos(angle) - y * sin(angle),
        middle[1] + x * sin(angle) + y * cos(angle),
    )


def _point(thing: Element, x: str, y: str) -> Point:
    return Point(_mm(thing, x), whole_mm(-_number(thing, y) * MM))


def _mm(thing: Element, name: str) -> int:
    return whole_mm(_number(thing, name) * MM)


def _optional_mm(thing: Element, name: str) -> int:
    return _mm(thing, name) if name in thing.attrib else 0


def _number(thing: Element, name: str, default: float | None = None) -> float:
    value = thing.get(name)
    if value is None and default is not None:
        return default
    try:
        return float(value or "")
    except ValueError as error:
        raise unreadable() from error
