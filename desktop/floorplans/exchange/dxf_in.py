"""A DXF drawing as a plan: lines, polylines and blocks on chosen layers become walls, doors and
windows drawn in their gaps become openings, and the names of rooms their labels."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import hypot

from ezdxf import recover
from ezdxf.document import Drawing as Document
from ezdxf.entities.arc import Arc
from ezdxf.entities.dxfgfx import DXFGraphic
from ezdxf.entities.insert import Insert
from ezdxf.entities.line import Line
from ezdxf.entities.lwpolyline import LWPolyline
from ezdxf.entities.mtext import MText
from ezdxf.entities.polyline import Polyline
from ezdxf.entities.text import Text
from ezdxf.lldxf.const import DXFError

from desktop.floorplans import edits
from desktop.floorplans.codec import unreadable
from desktop.floorplans.drawing.marks import XY
from desktop.floorplans.exchange import pairing
from desktop.floorplans.exchange.limits import too_many_walls, whole_mm
from desktop.floorplans.exchange.placing import FileRead, beside, with_walls
from desktop.floorplans.exchange.room_words import type_of
from desktop.floorplans.plan import (
    Hinge,
    Home,
    Opening,
    OpeningKind,
    Plan,
    Point,
    RoomLabel,
    RoomType,
    Side,
    Wall,
    WallKind,
)
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused

# What $INSUNITS says, as millimetres; 0 says nothing.
MM_OF_UNIT = {1: 25.4, 2: 304.8, 4: 1.0, 5: 10.0, 6: 1000.0, 14: 100.0}
BINARY = b"AutoCAD Binary DXF"
DEEPEST_BLOCK = 8
MOST_ENTITIES = 200_000
# A shell wall is at least this thick.
SHELL_MM = 200

_WALLS = ("wall", "muur", "muren", "wand")
_DOORS = ("door", "deur")
_WINDOWS = ("window", "raam", "ramen", "kozijn", "glas", "glaz")
_ROOMS = ("room", "ruimte", "kamer", "space", "vertrek")


class NoUnit(Refused):
    """The file does not say what its numbers are. `longest` is the length of its longest line in
    them: who knows how long that is in reality, knows the unit."""

    def __init__(self, longest: float) -> None:
        super().__init__(
            _(
                "This file does not say whether 1 stroke is a millimetre or a metre. How long is "
                "this wall in reality?"
            ),
            "unit",
        )
        self.longest = longest


def layers_of(content: bytes) -> Mapping[str, int]:
    """The layers with lines on them, with how many, to choose from."""
    counted: Counter[str] = Counter()
    for layer, _line in _Marks(_document(content), 1.0).lines:
        counted[layer] += 1
    return counted


def read_dxf(
    content: bytes, mm_a_unit: float | None = None, layers: Collection[str] | None = None
) -> FileRead:
    """The plan in a DXF file.

    `layers` are those with walls; without, the layers whose name says so, or else all. Refused:
    what is no DXF, one with no unit when `mm_a_unit` is not given (`NoUnit`), with too many walls,
    with coordinates that are no numbers or beyond a kilometre, without any wall.
    """
    document = _document(content)
    unit = mm_a_unit or MM_OF_UNIT.get(document.units)
    if unit is None:
        raise _no_unit(_Marks(document, 1.0))
    marks = _Marks(document, unit)
    chosen = set(layers) if layers is not None else _layers_with_walls(marks)
    lines = [line for layer, line in marks.lines if layer in chosen]
    for line in lines:
        for length in line:
            whole_mm(length)
    try:
        runs = pairing.walls_from(lines, marks.opening_places(chosen))
    except pairing.TooMany as error:
        raise too_many_walls() from error
    if not runs:
        raise unreadable()
    plan, left_out = _with_walls(runs, marks, chosen)
    return FileRead(Home((_with_labels(plan, marks),)), left_out)


def _document(content: bytes) -> Document:
    """The file as ezdxf reads it, mended where it can; refuses what is no DXF."""
    if not content.startswith(BINARY) and b"SECTION" not in content[:4096]:
        raise unreadable()
    try:
        document, _auditor = recover.read(io.BytesIO(content), errors="ignore")
    except (DXFError, OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        # ezdxf trips over some broken files in ways that it does not name.
        raise unreadable() from error
    return document


# What is drawn ------------------------------------------------------------------------------


@dataclass
class _Marks:
    """What is drawn in the model space, in millimetres, with the layer of each."""

    document: Document
    mm_a_unit: float
    lines: list[tuple[str, pairing.Line]] = field(default_factory=list)
    arcs: list[tuple[str, XY, float, XY]] = field(default_factory=list)
    texts: list[tuple[str, XY, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        for count, (layer, entity) in enumerate(_drawn(self.document)):
            if count > MOST_ENTITIES:
                raise too_many_walls()
            self._take(layer, entity)

    def _take(self, layer: str, entity: DXFGraphic) -> None:
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
                self.arcs.append(
                    (
                        layer,
                        self._mm(entity.dxf.center),
                        entity.dxf.radius * self.mm_a_unit,
                        self._mm(halfway),
                    )
                )
            case Text():
                _align, place, _second = entity.get_placement()
                self.texts.append((layer, self._mm(place), entity.plain_text()))
            case MText():
                self.texts.append((layer, self._mm(entity.dxf.insert), str(entity.plain_text())))

    def _polyline(self, layer: str, points: list[Iterable[float]], closed: bool) -> None:
        if closed and len(points) > 2:
            points = [*points, points[0]]
        for start, end in pairwise(points):
            self._line(layer, start, end)

    def _line(self, layer: str, start: Iterable[float], end: Iterable[float]) -> None:
        self.lines.append((layer, (*self._mm(start), *self._mm(end))))

    def _mm(self, place: Iterable[float]) -> XY:
        x, y = list(place)[:2]
        return x * self.mm_a_unit, y * self.mm_a_unit

    def opening_places(self, walls: Collection[str]) -> list[XY]:
        """Points in the doors and windows that are drawn: middles of their lines."""
        return [
            ((x1 + x2) / 2, (y1 + y2) / 2)
            for layer, (x1, y1, x2, y2) in self.lines
            if layer not in walls and _says(layer, _DOORS + _WINDOWS)
        ] + [centre for layer, centre, _radius, _half in self.arcs]


def _drawn(document: Document) -> Iterator[tuple[str, DXFGraphic]]:
    for entity in document.modelspace():
        yield from _unfolded(entity, entity.dxf.get("layer", "0"), 0)


def _unfolded(entity: DXFGraphic, layer: str, depth: int) -> Iterator[tuple[str, DXFGraphic]]:
    """A block as what it consists of; what stands on layer 0 in a block is on that of the block."""
    if not isinstance(entity, Insert):
        yield layer, entity
        return
    if depth >= DEEPEST_BLOCK or entity.mcount > MOST_ENTITIES:
        raise unreadable()
    copies = entity.multi_insert() if entity.mcount > 1 else (entity,)
    for copy in copies:
        for part in copy.virtual_entities():
            own = part.dxf.get("layer", "0")
            yield from _unfolded(part, layer if own == "0" else own, depth + 1)


def _sweep(arc: Arc) -> float:
    return float((arc.dxf.end_angle - arc.dxf.start_angle) % 360)


def _says(layer: str, words: Iterable[str]) -> bool:
    folded = fold(layer)
    return any(word in folded for word in words)


def _layers_with_walls(marks: _Marks) -> set[str]:
    layers = {layer for layer, _line in marks.lines}
    return {layer for layer in layers if _says(layer, _WALLS)} or layers


def _no_unit(marks: _Marks) -> Refused:
    """The question for a unit; a drawing without lines is none, whatever its unit."""
    lengths = [hypot(x2 - x1, y2 - y1) for _layer, (x1, y1, x2, y2) in marks.lines]
    return NoUnit(max(lengths)) if lengths else unreadable()


# The plan -----------------------------------------------------------------------------------


def _with_walls(
    runs: Sequence[pairing.Run], marks: _Marks, chosen: Collection[str]
) -> tuple[Plan, int]:
    """The plan, and how many openings fit in no wall."""
    walls = [_wall(run) for run in runs]
    plan, left_out = with_walls(Plan(), walls), 0
    numbers = {wall: id for id, wall in plan.walls.items()}
    kind_of = _kinds(marks, chosen)
    for run, wall in zip(runs, walls, strict=True):
        for gap in run.gaps:
            id = numbers[wall]
            try:
                plan, _id = edits.put(plan, kind_of(id, wall, gap))
            except Refused:
                left_out += 1
    return plan, left_out


def _wall(run: pairing.Run) -> Wall:
    start, end = (Point(whole_mm(x), whole_mm(y)) for x, y in (run.start, run.end))
    thickness = round(run.thickness_mm)
    kind = WallKind.SHELL if thickness >= SHELL_MM else WallKind.PARTITION
    return Wall(start, end, thickness, kind)


def _kinds(marks: _Marks, chosen: Collection[str]) -> Callable[[int, Wall, pairing.Gap], Opening]:
    """What stands in a gap: a door where a swing is drawn, a window where a line of one is, a
    passage otherwise."""
    windows = [
        ((x1 + x2) / 2, (y1 + y2) / 2)
        for layer, (x1, y1, x2, y2) in marks.lines
        if layer not in chosen and _says(layer, _WINDOWS)
    ]

    def opening(id: int, wall: Wall, gap: pairing.Gap) -> Opening:
        at, width = round(gap.at_mm), round(gap.width_mm)
        near = wall.thickness_mm / 2 + 60
        for _layer, centre, radius, halfway in marks.arcs:
            along, off = beside(wall, *centre)
            at_an_end = min(abs(along - at), abs(along - at - width)) < 100
            if at_an_end and abs(off) < near and abs(radius - width) < 150:
                hinge = Hinge.NEAR if along < at + width / 2 else Hinge.FAR
                swing = Side.LEFT if beside(wall, *halfway)[1] > 0 else Side.RIGHT
                return Opening(id, OpeningKind.DOOR, at, width, hinge=hinge, swing=swing)
        for place in windows:
            along, off = beside(wall, *place)
            if at < along < at + width and abs(off) < near:
                return Opening(id, OpeningKind.WINDOW, at, width, sill_mm=900)
        return Opening(id, OpeningKind.PASSAGE, at, width)

    return opening


def _with_labels(plan: Plan, marks: _Marks) -> Plan:
    """A label where the name of a room stands; on a layer for rooms, any name is one."""
    for layer, (x, y), words in marks.texts:
        words = " ".join(words.split())
        type = type_of(words)
        if type is None and _says(layer, _ROOMS) and not any(sign.isdigit() for sign in words):
            type = RoomType.OTHER
        if type is not None and words:
            name = "" if type is not RoomType.OTHER else words
            plan, _id = edits.put(plan, RoomLabel(Point(whole_mm(x), whole_mm(y)), type, name))
    return plan
