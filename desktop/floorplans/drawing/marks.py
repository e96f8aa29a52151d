"""The marks that a drawing consists of, in millimetres of the plan: y runs up.

PDF, SVG and DXF each draw these marks; what a door or a wall looks like is said once, where the
marks are made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from math import cos, radians, sin
from typing import TypeAlias

import shapely

XY: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]


class Layer(Enum):
    """What a mark belongs to; the layers of a DXF have these names."""

    ROOMS = "rooms"
    WALLS = "walls"
    DOORS = "doors"
    WINDOWS = "windows"
    FURNITURE = "furniture"
    STAIRS = "stairs"
    LOW_CEILINGS = "low ceilings"
    TEXTS = "texts"
    DIMENSIONS = "dimensions"


class Ink(Enum):
    """What a mark shows, with its layer. Painters choose colours by it (`look.py`)."""

    LIVING = (Layer.ROOMS, "living")
    KITCHEN = (Layer.ROOMS, "kitchen")
    BEDROOM = (Layer.ROOMS, "bedroom")
    BATHROOM = (Layer.ROOMS, "bathroom")
    TOILET = (Layer.ROOMS, "toilet")
    HALL = (Layer.ROOMS, "hall")
    STORAGE = (Layer.ROOMS, "storage")
    OUTDOOR = (Layer.ROOMS, "outdoor")
    SHAFT = (Layer.ROOMS, "shaft")
    OTHER = (Layer.ROOMS, "other")
    ROOM_WORDS = (Layer.ROOMS, "words")
    SHELL = (Layer.WALLS, "shell")
    LOAD_BEARING = (Layer.WALLS, "load bearing")
    PARTITION = (Layer.WALLS, "partition")
    DOOR = (Layer.DOORS, "door")
    SWING = (Layer.DOORS, "swing")
    PASSAGE = (Layer.DOORS, "passage")
    WINDOW = (Layer.WINDOWS, "window")
    FURNITURE = (Layer.FURNITURE, "furniture")
    STAIR = (Layer.STAIRS, "stair")
    LOW_CEILING = (Layer.LOW_CEILINGS, "low ceiling")
    TEXT = (Layer.TEXTS, "text")
    DIMENSION = (Layer.DIMENSIONS, "dimension")
    DIMENSION_WORDS = (Layer.DIMENSIONS, "words")

    @property
    def layer(self) -> Layer:
        return self.value[0]


class Anchor(Enum):
    """Which part of words stands at their place, on their baseline."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Area:
    """A filled shape; rings after the first are holes."""

    ink: Ink
    rings: tuple[tuple[XY, ...], ...]

    @property
    def corners(self) -> Iterable[XY]:
        return self.rings[0]


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `filled` with the ground when it is closed and covers what is
    under it."""

    ink: Ink
    points: tuple[XY, ...]
    closed: bool = False
    filled: bool = False

    @property
    def corners(self) -> Iterable[XY]:
        return self.points


@dataclass(frozen=True, slots=True)
class Arc:
    """Part of a circle, counter-clockwise from `start` over `sweep` degrees."""

    ink: Ink
    centre: XY
    radius: float
    start: float
    sweep: float

    def at(self, angle: float) -> XY:
        """The place on the circle at an angle in degrees."""
        x, y = self.centre
        return x + self.radius * cos(radians(angle)), y + self.radius * sin(radians(angle))

    @property
    def corners(self) -> Iterable[XY]:
        return (self.at(self.start), self.at(self.start + self.sweep))


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text; `height` is the size of its font and `angle` how far it is turned."""

    ink: Ink
    at: XY
    text: str
    height: float
    anchor: Anchor = Anchor.MIDDLE
    angle: float = 0.0
    bold: bool = False

    @property
    def corners(self) -> Iterable[XY]:
        return (self.at,)


Mark: TypeAlias = Area | Stroke | Arc | Words


@dataclass(frozen=True)
class Drawing:
    """What to draw, from back to front."""

    marks: tuple[Mark, ...]

    @cached_property
    def box(self) -> Box:
        """The smallest box around all marks; words count by their place."""
        places = [place for mark in self.marks for place in mark.corners]
        if not places:
            return 0.0, 0.0, 0.0, 0.0
        xs, ys = zip(*places, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def has(self, ink: Ink) -> bool:
        return any(mark.ink is ink for mark in self.marks)


def areas(ink: Ink, shape: shapely.Geometry) -> Iterable[Area]:
    """The polygons of a shape."""
    for polygon in shapely.get_parts(shape):
        if isinstance(polygon, shapely.Polygon) and not polygon.is_empty:
            rings = (polygon.exterior, *polygon.interiors)
            yield Area(ink, tuple(_ring(ring) for ring in rings))


def _ring(ring: shapely.LinearRing) -> tuple[XY, ...]:
    """The corners once each: where bodies meet, some lie doubled or on a straight side."""
    simple = shapely.get_coordinates(ring.simplify(0.01)).tolist()
    return tuple((x, y) for x, y in simple[:-1])
