"""The colours of the drawing, light and dark. A room is also told by its name, a wall by its
thickness: nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

from desktop.floorplans.drawing.look import GROUND, fill_of
from desktop.floorplans.drawing.marks import Ink
from desktop.floorplans.drawing.storey import ROOM_INKS
from desktop.floorplans.plan import RoomType, WallKind
from desktop.widgets import theme


@dataclass(frozen=True)
class Inks:
    ground: str
    grid: str
    shell: str
    load_bearing: str
    partition: str
    floor: str
    glass: str
    below: str
    rooms: dict[RoomType, str]


# On a light screen the drawing has the colours that it has on paper.
LIGHT = Inks(
    ground="#fbfdfc",
    grid="#edf1f0",
    shell=fill_of(Ink.SHELL),
    load_bearing=fill_of(Ink.LOAD_BEARING),
    partition=fill_of(Ink.PARTITION),
    floor=GROUND,
    glass="#4a94c4",
    below="#c9d1d7",
    rooms={type: fill_of(ROOM_INKS[type]) for type in RoomType},
)
DARK = Inks(
    ground="#161e25",
    grid="#202a33",
    shell="#c4ced6",
    load_bearing="#a5b1bb",
    partition="#8996a2",
    floor="#1d272f",
    glass="#7fbde6",
    below="#3b4853",
    rooms={
        RoomType.LIVING: "#1a332d",
        RoomType.KITCHEN: "#38301c",
        RoomType.BEDROOM: "#1d2c43",
        RoomType.BATHROOM: "#292a4a",
        RoomType.TOILET: "#33274a",
        RoomType.HALL: "#2a2e2b",
        RoomType.STORAGE: "#332d27",
        RoomType.OUTDOOR: "#1f3520",
        RoomType.SHAFT: "#2d343a",
        RoomType.OTHER: "#262e36",
    },
)


def inks() -> Inks:
    """The colours in use; ask at every painting, since the system may go dark at any time."""
    return DARK if theme.colours() is theme.DARK else LIGHT


def wall_ink(kind: WallKind) -> QColor:
    """The outside of the home is darkest, walls that can go anywhere lightest."""
    return QColor(
        {
            WallKind.SHELL: inks().shell,
            WallKind.LOAD_BEARING: inks().load_bearing,
            WallKind.PARTITION: inks().partition,
        }[kind]
    )
