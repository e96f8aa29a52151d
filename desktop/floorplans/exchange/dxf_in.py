"""A DXF drawing as a plan: lines, polylines and blocks on chosen layers become walls, doors and
windows drawn in their gaps become openings, the names of rooms their labels, and blocks on layers
for furniture what stands there. The storeys of a file of ours come back over each other, with where
the ceiling is low."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from math import hypot

import shapely

from desktop.floorplans import edits
from desktop.floorplans.codec import unreadable
from desktop.floorplans.drawing.marks import XY, Layer
from desktop.floorplans.exchange import joining, pairing
from desktop.floorplans.exchange.dxf_marks import (
    ROOMS,
    WALLS,
    WINDOWS,
    Marks,
    marks_in,
    opened,
    says,
    storeys_in,
)
from desktop.floorplans.exchange.limits import too_many_walls, whole_mm
from desktop.floorplans.exchange.placing import FileRead, with_walls
from desktop.floorplans.exchange.room_words import type_of
from desktop.floorplans.plan import (
    Hinge,
    Home,
    LowCeiling,
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
from desktop.refused import Refused

# What $INSUNITS says, as millimetres; 0 says nothing.
MM_OF_UNIT = {1: 25.4, 2: 304.8, 4: 1.0, 5: 10.0, 6: 1000.0, 14: 100.0}
# A shell wall is at least this thick.
SHELL_MM = 200


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
    for layer, _line in marks_in(opened(content), 1.0).lines:
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
    document = opened(content)
    unit = mm_a_unit or MM_OF_UNIT.get(document.units)
    if unit is None:
        raise _no_unit(marks_in(document, 1.0))
    marks, storeys = marks_in(document, unit), storeys_in(document, unit)
    if len(storeys) < 2:
        plan, left_out = _storey(marks, layers)
        if not plan.walls:
            raise unreadable()
        return FileRead(Home((plan,)), left_out)
    read = [
        _storey(marks.of_storey(number, right), layers or {f"{number} {Layer.WALLS.value}"})
        for number, _name, right in storeys
    ]
    if not any(plan.walls for plan, _left_out in read):
        raise unreadable()
    plans = [
        replace(plan, name=told.name) for (plan, _left), told in zip(read, storeys, strict=True)
    ]
    return FileRead(Home(tuple(plans)), sum(left_out for _plan, left_out in read))


def _storey(marks: Marks, layers: Collection[str] | None) -> tuple[Plan, int]:
    """The plan of one storey, and how many openings fit in no wall."""
    chosen = set(layers) if layers is not None else _layers_with_walls(marks)
    lines = [line for layer, line in marks.lines if layer in chosen]
    for line in lines:
        for length in line:
            whole_mm(length)
    try:
        runs = joining.walls_from(lines, marks.opening_places(chosen))
    except pairing.TooMany as error:
        raise too_many_walls() from error
    plan, left_out = _with_walls(runs, marks, chosen)
    plan = _with_labels(plan, marks)
    for _layer, thing in marks.things:
        plan, _id = edits.put(plan, thing)
    for _layer, corners in marks.low_ceilings:
        low = LowCeiling(tuple(Point(whole_mm(x), whole_mm(y)) for x, y in corners))
        plan, _id = edits.put(plan, low)
    return plan, left_out


def _layers_with_walls(marks: Marks) -> set[str]:
    layers = {layer for layer, _line in marks.lines}
    return {layer for layer in layers if says(layer, WALLS)} or layers


def _no_unit(marks: Marks) -> Refused:
    """The question for a unit; a drawing without lines is none, whatever its unit."""
    lengths = [hypot(x2 - x1, y2 - y1) for _layer, (x1, y1, x2, y2) in marks.lines]
    return NoUnit(max(lengths)) if lengths else unreadable()


# The plan -----------------------------------------------------------------------------------


def _with_walls(
    runs: Sequence[joining.Run], marks: Marks, chosen: Collection[str]
) -> tuple[Plan, int]:
    """The plan, and how many openings fit in no wall."""
    walls = [_wall(run) for run in runs]
    plan, left_out = with_walls(Plan(), walls), 0
    numbers = {wall: id for id, wall in plan.walls.items()}
    drawn = _InGaps(marks, chosen)
    for run, wall in zip(runs, walls, strict=True):
        for gap in run.gaps:
            id = numbers[wall]
            try:
                plan, _id = edits.put(plan, drawn.opening(id, wall, gap))
            except Refused:
                left_out += 1
    return plan, left_out


def _wall(run: joining.Run) -> Wall:
    start, end = (Point(whole_mm(x), whole_mm(y)) for x, y in (run.start, run.end))
    thickness = round(run.thickness_mm)
    kind = WallKind.SHELL if thickness >= SHELL_MM else WallKind.PARTITION
    return Wall(start, end, thickness, kind)


class _InGaps:
    """What is drawn in the gaps of walls: the swings of doors and the lines of windows."""

    def __init__(self, marks: Marks, chosen: Collection[str]) -> None:
        self._arcs = marks.arcs
        self._windows = [
            ((x1 + x2) / 2, (y1 + y2) / 2)
            for layer, (x1, y1, x2, y2) in marks.lines
            if layer not in chosen and says(layer, WINDOWS)
        ]
        self._arc_tree = _tree([centre for _layer, centre, _radius, _half in marks.arcs])
        self._window_tree = _tree(self._windows)

    def opening(self, id: int, wall: Wall, gap: joining.Gap) -> Opening:
        """A door where a swing is drawn, a window where a line of one is, a passage otherwise."""
        at, width = round(gap.at_mm), round(gap.width_mm)
        near = wall.thickness_mm / 2 + 60
        around = shapely.Point(wall.along(at + width / 2)).buffer(width / 2 + near)
        for place in self._arc_tree.query(around).tolist():
            _layer, centre, radius, halfway = self._arcs[place]
            along, off = wall.beside(centre)
            at_an_end = min(abs(along - at), abs(along - at - width)) < 100
            if at_an_end and abs(off) < near and abs(radius - width) < 150:
                hinge = Hinge.NEAR if along < at + width / 2 else Hinge.FAR
                swing = Side.LEFT if wall.beside(halfway)[1] > 0 else Side.RIGHT
                return Opening(id, OpeningKind.DOOR, at, width, hinge=hinge, swing=swing)
        for place in self._window_tree.query(around).tolist():
            along, off = wall.beside(self._windows[place])
            if at < along < at + width and abs(off) < near:
                return Opening(id, OpeningKind.WINDOW, at, width, sill_mm=900)
        return Opening(id, OpeningKind.PASSAGE, at, width)


def _tree(places: Sequence[XY]) -> shapely.STRtree:
    return shapely.STRtree(shapely.points(places) if places else [])


def _with_labels(plan: Plan, marks: Marks) -> Plan:
    """A label where the name of a room stands; on a layer for rooms, any name is one."""
    for layer, (x, y), words in marks.texts:
        words = " ".join(words.split())
        type = type_of(words)
        if type is None and says(layer, ROOMS) and not any(sign.isdigit() for sign in words):
            type = RoomType.OTHER
        if type is not None and words:
            name = "" if type is not RoomType.OTHER else words
            plan, _id = edits.put(plan, RoomLabel(Point(whole_mm(x), whole_mm(y)), type, name))
    return plan
