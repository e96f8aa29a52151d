"""Signs that say a state by their shape; colour only helps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.documents.charts.marks import (
    Anchor,
    Area,
    Dot,
    Line,
    Mark,
    Places,
    Tone,
    Trail,
    Words,
)


class Shape(Enum):
    """Each can be told from the others in black and white, and when it is small."""

    CIRCLE = "●"
    TRIANGLE = "▲"
    SQUARE = "■"
    QUESTION = "?"
    CHECK = "✔"


@dataclass(frozen=True)
class Sign:
    """A shape with its word, in a tone and on the ground that belongs to it."""

    shape: Shape
    word: str
    tone: Tone
    ground: Tone


# Of the size of the sign, from its middle.
_TRIANGLE: Places = ((0.0, -0.5), (0.55, 0.44), (-0.55, 0.44))
_SQUARE: Places = ((-0.44, -0.44), (0.44, -0.44), (0.44, 0.44), (-0.44, 0.44))
_CHECK: Places = ((-0.46, 0.04), (-0.14, 0.36), (0.48, -0.36))
_OUTLINE = 0.16
_STROKE = 0.22


def drawn(
    shape: Shape, tone: Tone, x: float, y: float, size: float, pale: bool = False
) -> list[Mark]:
    """The shape around a middle. A pale one is an outline: what it says holds no longer."""
    match shape:
        case Shape.CIRCLE if pale:
            return [Dot(x, y, size * 0.48, tone, hollow=True)]
        case Shape.CIRCLE:
            return [Dot(x, y, size * 0.48, tone)]
        case Shape.TRIANGLE:
            return _shape(_TRIANGLE, tone, x, y, size, pale)
        case Shape.SQUARE:
            return _shape(_SQUARE, tone, x, y, size, pale)
        case Shape.CHECK:
            stroke = size * (_OUTLINE if pale else _STROKE)
            return [Trail(_placed(_CHECK, x, y, size), tone, stroke)]
        case Shape.QUESTION:
            letters = size * 1.25
            base = y + letters * 0.36
            return [Words(x, base, "?", size, tone, letters, Anchor.MIDDLE, bold=not pale)]


def _shape(corners: Places, tone: Tone, x: float, y: float, size: float, pale: bool) -> list[Mark]:
    if not pale:
        return [Area(_placed(corners, x, y, size), tone)]
    inside = _placed(corners, x, y, size * (1 - _OUTLINE))
    return [Trail((*inside, inside[0], inside[1]), tone, size * _OUTLINE)]


def _placed(corners: Places, x: float, y: float, size: float) -> Places:
    return tuple((x + across * size, y + down * size) for across, down in corners)


def empty(x: float, y: float, size: float) -> list[Mark]:
    """Where there is no sign: a dash."""
    return [Line(x - size * 0.3, y, x + size * 0.3, y, Tone.SOFT, size * 0.12)]
