"""Saying what a room is for, by a row of buttons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from desktop.floorplans.edits import change, name_room
from desktop.floorplans.plan import Point, RoomType
from desktop.floorplans.tools.overlay import Choice, Outline
from desktop.floorplans.tools.sheet import Sheet
from desktop.floorplans.tools.tool import State
from desktop.floorplans.wording import room_word
from desktop.language import _

# In the order in which people name them; a shaft is of the building.
OFFERED = (
    RoomType.LIVING,
    RoomType.KITCHEN,
    RoomType.BEDROOM,
    RoomType.BATHROOM,
    RoomType.TOILET,
    RoomType.HALL,
    RoomType.STORAGE,
    RoomType.OUTDOOR,
    RoomType.OTHER,
)


def room_choices(sheet: Sheet, name: Callable[[RoomType], State]) -> tuple[Choice, ...]:
    """A button for each type of room; who prepares the building also has shafts."""

    def choice(type: RoomType) -> Choice:
        return Choice(room_word(type), lambda: name(type))

    types = (*OFFERED, RoomType.SHAFT) if sheet.shafts else OFFERED
    return tuple(choice(type) for type in types)


def asked_about(sheet: Sheet, at: Point) -> tuple[Outline, ...]:
    """The room around a point, to show which one the buttons are about."""
    room = sheet.derived.room_at(*at)
    return () if room is None else (Outline(tuple(room.polygon.exterior.coords)),)


def give_type(sheet: Sheet, at: Point, type: RoomType) -> None:
    """The room around a point gets this type; a room that had a label keeps its own name."""
    room = sheet.derived.room_at(*at)
    if room is None or room.label is None:
        plan = name_room(sheet.plan, at, type)
    else:
        label = sheet.plan.labels[room.label]
        plan = change(sheet.plan, room.label, replace(label, type=type))
    sheet.commit(_("Room named"), plan)
