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


@dataclass(frozen=True)
class Dot:
    x: float
    y: float
    radius: float
    tone: Tone


@dataclass(frozen=True)
class Block:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone


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


Mark = Line | Dot | Block | Words


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
