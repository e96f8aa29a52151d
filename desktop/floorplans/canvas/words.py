"""What a screen reader hears of the drawing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from desktop.floorplans.checks import Finding
from desktop.floorplans.geometry import Derived, Room
from desktop.floorplans.plan import (
    DimensionLine,
    Furniture,
    LowCeiling,
    Opening,
    OpeningKind,
    RoomLabel,
    RoomType,
    Stair,
    Text,
    Thing,
    Wall,
    WallKind,
)
from desktop.floorplans.wording import floor_area, metres, room_name, room_word, title
from desktop.language import _, ngettext

MOST_ROOMS, MOST_FOUND = 12, 12


def canvas_name(derived: Derived) -> str:
    """`Drawing: 5 rooms, 8 walls`."""
    rooms, walls = len(derived.rooms), len(derived.plan.walls)
    return _("Drawing: {rooms}, {walls}").format(
        rooms=ngettext("{n} room", "{n} rooms", rooms).format(n=rooms),
        walls=ngettext("{n} wall", "{n} walls", walls).format(n=walls),
    )


def has_name(room: Room) -> bool:
    """Whether somebody said what the room is for; the parts of a room that is split keep that."""
    return room.label is not None or room.type is not RoomType.OTHER


def room_words(room: Room) -> str:
    """`Kitchen, 8,6 m²`."""
    name = room_name(room) if has_name(room) else _("Unnamed room")
    return f"{name}, {floor_area(room.area_mm2)}"


def finding_words(findings: Iterable[Finding]) -> str:
    """The first that is not good; the list beside the drawing has all of it."""
    return "; ".join(title(finding) for finding in islice(findings, MOST_FOUND))


def chosen_words(derived: Derived, chosen: Iterable[Thing]) -> str:
    """What is chosen; nothing chosen tells the rooms."""
    things = list(chosen)
    if things:
        return "; ".join(thing_words(derived, thing) for thing in things)
    return "; ".join(room_words(room) for room in derived.rooms[:MOST_ROOMS])


def thing_words(derived: Derived, thing: Thing) -> str:
    """`Inner wall, 3,40 m`."""
    match thing:
        case Wall():
            return f"{_wall_word(thing)}, {metres(thing.length_mm)}"
        case Opening():
            return f"{_opening_word(thing)}, {metres(thing.width_mm)}"
        case RoomLabel():
            room = derived.room_at(*thing.at)
            return room_words(room) if room is not None else room_word(thing.type)
        case Furniture() | Stair():
            depth = thing.depth_mm if isinstance(thing, Furniture) else thing.run_mm
            return _("{thing}, {width} by {depth}").format(
                thing=_("Stair") if isinstance(thing, Stair) else _("Furniture"),
                width=metres(thing.width_mm),
                depth=metres(depth),
            )
        case Text():
            return _("Text: {words}").format(words=thing.words)
        case DimensionLine():
            return _("Measured: {length}").format(length=metres(thing.start.distance_mm(thing.end)))
        case LowCeiling():
            return _("Low ceiling")


def _wall_word(wall: Wall) -> str:
    if wall.locked:
        return _("Wall of the building")
    return _("Outer wall") if wall.kind is WallKind.SHELL else _("Inner wall")


def _opening_word(opening: Opening) -> str:
    return {
        OpeningKind.DOOR: _("Door"),
        OpeningKind.WINDOW: _("Window"),
        OpeningKind.PASSAGE: _("Passage"),
    }[opening.kind]
