"""What a chart is drawn with: marks at places, in the tones of the look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Tone(Enum):
    """The colours of look.md by what they are for."""

    INK = "#1d2733"
    SOFT = "#5b6875"
    LINE = "#dfe4e8"
    BRAND = "#0f6b5c"
    BRAND_SOFT = "#e0f0ec"
    AMBER = "#9a5b00"
    AMBER_SOFT = "#fdf0da"
    RED = "#a82a2a"
    RED_SOFT = "#fbe6e6"
    BLUE = "#1f5fa8"
    BLUE_SOFT = "#e4eefa"
    GREEN = "#1c7a3d"
    GREEN_SOFT = "#e3f4e8"
    GREY = "#55626f"
    GREY_SOFT = "#e9edf0"
    PAPER = "#ffffff"


class Anchor(Enum):
    """Which part of a text stands at its place."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Line:
    x1: float
    y1: float
    x2: float
    y2: float
    tone: Tone
    width: float = 1.0
    dashed: bool = False


Places = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Trail:
    """A line through several places, with round corners."""

    places: Places
    tone: Tone
    width: float = 1.0
    dashed: bool = False


@dataclass(frozen=True)
class Area:
    """A filled shape between its corners."""

    corners: Places
    tone: Tone


@dataclass(frozen=True)
class Dot:
    """A filled circle; a hollow one is a ring with paper inside."""

    x: float
    y: float
    radius: float
    tone: Tone
    hollow: bool = False


@dataclass(frozen=True)
class Block:
    """A filled rectangle; its corners may be round."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone
    radius: float = 0.0


@dataclass(frozen=True)
class Words:
    """Text on one line whose baseline is at y; it may take `room` points and is cut off after."""

    x: float
    y: float
    text: str
    room: float
    tone: Tone = Tone.INK
    size: float = 8.5
    anchor: Anchor = Anchor.START
    bold: bool = False


Mark = Line | Trail | Area | Dot | Block | Words


@dataclass(frozen=True)
class Picture:
    """A chart that is laid out: what to draw, from back to front."""

    width: float
    height: float
    marks: tuple[Mark, ...]


class Chart(Protocol):
    """What every chart can: be laid out for a width, and be told to who cannot see it."""

    def lay_out(self, width: float) -> Picture: ...

    def in_words(self) -> str: ...
