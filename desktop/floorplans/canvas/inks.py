"""The colours of the drawing, light and dark. A room is also told by its name, a wall by its
thickness: nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

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


LIGHT = Inks(
    ground="#fbfdfc",
    grid="#edf1f0",
    shell="#36434d",
    load_bearing="#4d5b66",
    partition="#66737f",
    floor="#ffffff",
    glass="#4a94c4",
    below="#c9d1d7",
    rooms={
        RoomType.LIVING: "#eaf4f1",
        RoomType.KITCHEN: "#fdf3e3",
        RoomType.BEDROOM: "#e8effa",
        RoomType.BATHROOM: "#efeffc",
        RoomType.TOILET: "#f3ecfa",
        RoomType.HALL: "#f4f4f0",
        RoomType.STORAGE: "#efeae4",
        RoomType.OUTDOOR: "#e9f6e4",
        RoomType.SHAFT: "#dfe3e6",
        RoomType.OTHER: "#f5f6f8",
    },
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
