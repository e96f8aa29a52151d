"""What is drawn in a DXF file: its lines, arcs and texts, with the layer of each."""

from __future__ import annotations

import io
import logging
import re
import struct
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NamedTuple

from ezdxf import recover
from ezdxf.document import Drawing as Document
from ezdxf.entities.arc import Arc
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.entities.line import Line
from ezdxf.entities.lwpolyline import LWPolyline
from ezdxf.entities.mtext import MText
from ezdxf.entities.point import Point as DXFPoint
from ezdxf.entities.polyline import Polyline
from ezdxf.entities.text import Text
from ezdxf.lldxf.const import DXFError

from desktop.floorplans.codec import unreadable
from desktop.floorplans.drawing.marks import XY, Layer
from desktop.floorplans.exchange import pairing
from desktop.floorplans.exchange.dxf_things import is_ours, thing_of
from desktop.floorplans.exchange.limits import too_many_walls
from desktop.floorplans.plan import Furniture, Stair
from desktop.language.fold import fold

# What it mends in a damaged file it tells in technical English, between our own sentences.
logging.getLogger("ezdxf").addHandler(logging.NullHandler())

BINARY = b"AutoCAD Binary DXF"
KNOWN = (Line, LWPolyline, Polyline, Arc, Text, MText, Insert)
# The layer on which a file of ours tells of a storey, after its number.
STOREY = "storey"
_STOREY = re.compile(r"\d+ storey$")
DEEPEST_BLOCK = 8
MOST_ENTITIES = 200_000

# Parts of the names of layers.
WALLS = ("wall", "muur", "muren", "wand")
DOORS = ("door", "deur")
WINDOWS = ("window", "raam", "ramen", "kozijn", "glas", "glaz")
THINGS = ("furniture", "meubel", "inrichting", "sanitair")
ROOMS = ("room", "ruimte", "kamer", "space", "vertrek")


def opened(content: bytes) -> Document:
    """The file as ezdxf reads it, mended where it can; refuses what is no DXF."""
    if not content.startswith(BINARY) and b"SECTION" not in content[:4096]:
        raise unreadable()
    with _broken_files_refused():
        document, _auditor = recover.read(io.BytesIO(content), errors="ignore")
    return document


@contextmanager
def _broken_files_refused() -> Iterator[None]:
    """ezdxf trips over some broken files in ways that it does not name."""
    try:
        yield
    except (
        DXFError,
        OSError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        AssertionError,
        RecursionError,
        struct.error,
    ) as error:
        raise unreadable() from error


@dataclass
class Marks:
    """What is drawn, in millimetres, with the layer of each."""

    lines: list[tuple[str, pairing.Line]] = field(default_factory=list)
    arcs: list[tuple[str, XY, float, XY]] = field(default_factory=list)
    texts: list[tuple[str, XY, str]] = field(default_factory=list)
    low_ceilings: list[tuple[str, tuple[XY, ...]]] = field(default_factory=list)
    things: list[tuple[str, Furniture | Stair]] = field(default_factory=list)

    def opening_places(self, walls: Collection[str]) -> list[XY]:
        """Points in the doors and windows that are drawn: middles of their lines."""
        return [
            ((x1 + x2) / 2, (y1 + y2) / 2)
            for layer, (x1, y1, x2, y2) in self.lines
            if layer not in walls and says(layer, DOORS + WINDOWS)
        ] + [centre for layer, centre, _radius, _half in self.arcs]

    def of_storey(self, number: int, right_mm: float) -> Marks:
        """What is on the layers of one storey that stands so far to the right of its place."""
        prefix, dx = f"{number} ", right_mm
        made = Marks()
        for layer, (x1, y1, x2, y2) in self.lines:
            if layer.startswith(prefix):
                made.lines.append((layer, (x1 - dx, y1, x2 - dx, y2)))
        for layer, (x, y), radius, (half_x, half_y) in self.arcs:
            if layer.startswith(prefix):
                made.arcs.append((layer, (x - dx, y), radius, (half_x - dx, half_y)))
        for layer, (x, y), words in self.texts:
            if layer.startswith(prefix):
                made.texts.append((layer, (x - dx, y), words))
        for layer, corners in self.low_ceilings:
            if layer.startswith(prefix):
                made.low_ceilings.append((layer, tuple((x - dx, y) for x, y in corners)))
        for layer, thing in self.things:
            if layer.startswith(prefix):
                made.things.append((layer, replace(thing, at=thing.at.moved(-round(dx), 0))))
        return made


class StoreyTold(NamedTuple):
    """A storey that our own files tell of: its number, its name and how far to the right of its
    place it is drawn, in millimetres."""

    number: int
    name: str
    right_mm: float


def storeys_in(document: Document, mm_a_unit: float) -> list[StoreyTold]:
    """The storeys that a file of ours tells of, from the lowest up; none in one of others."""
    names: dict[str, str] = {}
    places: dict[str, float] = {}
    with _broken_files_refused():
        for entity in document.modelspace():
            layer = entity.dxf.get("layer", "0")
            if not _STOREY.match(layer):
                continue
            if isinstance(entity, DXFPoint):
                places[layer] = entity.dxf.location.x * mm_a_unit
            elif isinstance(entity, Text):
                names[layer] = entity.plain_text()
    told = [
        StoreyTold(int(layer.split()[0]), names.get(layer, ""), right)
        for layer, right in places.items()
    ]
    return sorted(told)


def marks_in(document: Document, mm_a_unit: float) -> Marks:
    """What is drawn in the model space."""
    taker = _Taker(document, mm_a_unit)
    with _broken_files_refused():
        for count, (layer, entity) in enumerate(_drawn(document)):
            if count > MOST_ENTITIES:
                raise too_many_walls()
            taker.take(layer, entity)
    return taker.marks


class _Taker:
    def __init__(self, document: Document, mm_a_unit: float) -> None:
        self._document, self.mm_a_unit = document, mm_a_unit
        self.marks = Marks()

    def take(self, layer: str, entity: DXFGraphic) -> None:
        match entity:
            case Line():
                self._line(layer, entity.dxf.start, entity.dxf.end)
            case LWPolyline():
                self._polyline(layer, list(entity.vertices()), entity.closed)
            case Polyline():
                self._polyline(layer, list(entity.points()), entity.is_closed)
            case Arc():
                middle = (entity.dxf.start_angle + (_sweep(entity) / 2)) % 360
                (halfway,) = entity.vertices([middle])
                self.marks.arcs.append(
                    (
                        layer,
                        self._mm(entity.dxf.center),
                        entity.dxf.radius * self.mm_a_unit,
                        self._mm(halfway),
                    )
                )
            case Text():
                _align, place, _second = entity.get_placement()
                self.marks.texts.append((layer, self._mm(place), entity.plain_text()))
            case Insert():
                thing = thing_of(self._document, entity, self.mm_a_unit)
                if thing is not None:
                    self.marks.things.append((layer, thing))
                    return
                for own_layer, part in _parts(entity, layer, 0):
                    self.take(own_layer, part)
            case MText():
                self.marks.texts.append(
                    (layer, self._mm(entity.dxf.insert), str(entity.plain_text()))
                )

    def _polyline(self, layer: str, points: list[Iterable[float]], closed: bool) -> None:
        if closed and len(points) > 2:
            if layer.endswith(Layer.LOW_CEILINGS.value):
                corners = tuple(self._mm(point) for point in points)
                self.marks.low_ceilings.append((layer, corners))
                return
            points = [*points, points[0]]
        for start, end in pairwise(points):
            self._line(layer, start, end)

    def _line(self, layer: str, start: Iterable[float], end: Iterable[float]) -> None:
        self.marks.lines.append((layer, (*self._mm(start), *self._mm(end))))

    def _mm(self, place: Iterable[float]) -> XY:
        x, y = list(place)[:2]
        return x * self.mm_a_unit, y * self.mm_a_unit


def _drawn(document: Document) -> Iterator[tuple[str, DXFGraphic]]:
    for entity in document.modelspace():
        if isinstance(entity, KNOWN):
            yield from _unfolded(entity, entity.dxf.get("layer", "0"), 0)


def _unfolded(entity: DXFGraphic, layer: str, depth: int) -> Iterator[tuple[str, DXFGraphic]]:
    """A block as what it consists of; what stands on layer 0 in a block is on that of the block."""
    if not isinstance(entity, Insert) or is_ours(entity) or says(layer, THINGS):
        yield layer, entity
        return
    yield from _parts(entity, layer, depth)


def _parts(entity: Insert, layer: str, depth: int) -> Iterator[tuple[str, DXFGraphic]]:
    if depth >= DEEPEST_BLOCK or entity.mcount > MOST_ENTITIES:
        raise unreadable()
    copies = entity.multi_insert() if entity.mcount > 1 else (entity,)
    for copy in copies:
        for part in copy.virtual_entities():
            if not isinstance(part, KNOWN):
                continue
            own = part.dxf.get("layer", "0")
            yield from _unfolded(part, layer if own == "0" else own, depth + 1)


def _sweep(arc: Arc) -> float:
    return float((arc.dxf.end_angle - arc.dxf.start_angle) % 360)


def says(layer: str, words: Iterable[str]) -> bool:
    """Whether the name of a layer has one of these words in it."""
    folded = fold(layer)
    return any(word in folded for word in words)
