"""The words for rooms and lengths."""

from __future__ import annotations

from math import floor

from desktop.floorplans.geometry import Room
from desktop.floorplans.plan import RoomType
from desktop.language import N_, _
from desktop.language.format import area, number

_ROOMS = {
    RoomType.LIVING: N_("Living room"),
    RoomType.KITCHEN: N_("Kitchen"),
    RoomType.BEDROOM: N_("Bedroom"),
    RoomType.BATHROOM: N_("Bathroom"),
    RoomType.TOILET: N_("Toilet"),
    RoomType.HALL: N_("Hall"),
    RoomType.STORAGE: N_("Storage room"),
    RoomType.OUTDOOR: N_("Outdoor space"),
    RoomType.SHAFT: N_("Shaft"),
    RoomType.OTHER: N_("Other room"),
}


def room_word(type: RoomType) -> str:
    """What a room of this type is called."""
    return _(_ROOMS[type])


def room_name(room: Room) -> str:
    """What a room is called: its name, or else its type."""
    return room.name or room_word(room.type)


def floor_area(area_mm2: float) -> str:
    """`25,5 m²`: an area that is there, as it is written on screen, on paper and in a check. It is
    rounded once, down to a tenth, so that what falls short of a number never reads as enough. What
    the reckoning itself is off (under 100 mm²) does not count."""
    return floor_area_m2(area_mm2 / 1_000_000)


def floor_area_m2(square_metres: float) -> str:
    """`25,5 m²`, as `floor_area`."""
    return area(floor(round(square_metres * 10, 3)) / 10)


def metres(length_mm: float) -> str:
    """`1,40 m`."""
    centimetres = round(length_mm / 10)
    mark = number(1.5)[1]
    return f"{number(centimetres // 100)}{mark}{centimetres % 100:02d} m"
