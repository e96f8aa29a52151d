"""Drawings laid over each other on one sheet: their walls, or where their rooms of one type lie."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from reportlab.lib.colors import Color, HexColor, white
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.documents import fonts
from desktop.documents.charts import Tone
from desktop.documents.flowables import text
from desktop.floorplans.documents.column import MarkedLine, draw_foot, heading, in_column
from desktop.floorplans.documents.comparison import SCALES, SIZE
from desktop.floorplans.documents.fitting import COLUMN, MARGIN, centred, size_on_paper
from desktop.floorplans.documents.on_paper import Placed
from desktop.floorplans.documents.sheets import Drawn, draw_frame, frame_for
from desktop.floorplans.documents.title_block import Title
from desktop.floorplans.drawing.marks import Box, Drawing
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.drawing.walls_apart import polygons_in, walls_apart
from desktop.floorplans.plan import RoomType
from desktop.floorplans.wording import room_word
from desktop.language import _
from desktop.language.format import percent

# Each drawing has its colour and its number, as on the screen.
COLOURS = (Tone.BRAND, Tone.AMBER, Tone.BLUE, Tone.RED, Tone.GREEN, Tone.INK)
SEE_THROUGH = 0.47
DARKEST = 0.85
NUMBER = 2.4 * mm
LEFT = SIZE[0] - MARGIN - COLUMN


def draw_walls(canvas: Canvas, homes: Sequence[Drawn], level: int) -> None:
    """The walls of a storey of all drawings: grey what all have in one place, and what differs in
    the colour and with the number of its drawing."""
    canvas.setPageSize(SIZE)
    there = [home for home in homes if level < len(home.storeys)]
    walls = walls_apart([home.storeys[level] for home in there])
    placed = _placed(there, level)
    for tone, own in zip(COLOURS, walls.own, strict=False):
        _fill(canvas, own, placed, tone, SEE_THROUGH)
    _fill(canvas, walls.shared, placed, Tone.GREY, 1)
    for number, place in enumerate(walls.places):
        if place is not None:
            _number(canvas, number, placed.on_paper(place))
    legend = [
        _explained(tone, str(number), home.sketch_of)
        for number, (tone, home) in enumerate(zip(COLOURS, there, strict=False), 1)
    ]
    legend.append(_explained(Tone.GREY, "", _("Grey: the same in all")))
    _column(canvas, homes, level, placed.scale, _("Over each other"), legend)


def _explained(tone: Tone, mark: str, words: str) -> MarkedLine:
    """A line of the legend: the mark as it is in the drawing, in its colour, and what it says."""
    return MarkedLine(tone.value, mark, [in_column(words, "small", 9)])


def draw_rooms(canvas: Canvas, homes: Sequence[Drawn], level: int, type: RoomType | None) -> None:
    """Where rooms of one type lie on a storey: the darker, the more drawings have it there."""
    canvas.setPageSize(SIZE)
    there = [home for home in homes if level < len(home.storeys)]
    placed = _placed(there, level)
    having = 0
    for home in there:
        rooms = [room.polygon for room in home.storeys[level].rooms if room.type is type]
        having += bool(rooms)
        _fill(canvas, shapely.union_all(rooms), placed, Tone.BRAND, DARKEST / len(there))
    walls = shapely.union_all(list(there[0].storeys[level].bodies.values()))
    _fill(canvas, walls, placed, Tone.SOFT, 0.24)
    share = _("{n} of {all} drawings have this room ({share}). The darker, the more.").format(
        n=having, all=len(there), share=percent(having / len(there))
    )
    words = [*([] if type is None else [room_word(type)]), share]
    lines = [text(line, "small") for line in words]
    _column(canvas, homes, level, placed.scale, _("Where"), lines)


def _placed(homes: Sequence[Drawn], level: int) -> Placed:
    """All in one place, to the largest scale to which they fit beside the column."""
    bodies = [body for home in homes for body in home.storeys[level].bodies.values()]
    left, bottom, right, top = map(float, shapely.total_bounds(bodies)) if bodies else (0, 0, 1, 1)
    box: Box = (left, bottom, right, top)
    air = 6 * mm
    room: Box = (MARGIN + air, MARGIN + air, LEFT - air, SIZE[1] - MARGIN - air)
    for scale in SCALES:
        wide, high = size_on_paper(box, scale)
        if wide <= room[2] - room[0] and high <= room[3] - room[1]:
            return centred(box, scale, room)
    raise ValueError("a plan is at most a kilometre long")


def _fill(
    canvas: Canvas, shape: shapely.Geometry, placed: Placed, tone: Tone, opaque: float
) -> None:
    colour = HexColor(tone.value)
    path = canvas.beginPath()
    for polygon in polygons_in(shape):
        for ring in (polygon.exterior, *polygon.interiors):
            first, *others = map(placed.on_paper, ring.coords[:-1])
            path.moveTo(*first)
            for place in others:
                path.lineTo(*place)
            path.close()
    canvas.setFillColor(Color(colour.red, colour.green, colour.blue, alpha=opaque))
    canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
    canvas.setFillAlpha(1)


def _number(canvas: Canvas, number: int, at: tuple[float, float]) -> None:
    """The number of a drawing in a round of its colour."""
    canvas.setFillColor(HexColor(COLOURS[number].value))
    canvas.circle(*at, NUMBER, stroke=0, fill=1)
    canvas.setFillColor(white)
    canvas.setFont(fonts.SEMIBOLD, 9)
    canvas.drawCentredString(at[0], at[1] - 3.2, str(number + 1))


def _column(
    canvas: Canvas,
    homes: Sequence[Drawn],
    level: int,
    scale: int,
    title: str,
    lines: Sequence[Flowable],
) -> None:
    """The frame, and at its right what lies over each other, and who has not got this storey."""
    draw_frame(canvas, SIZE, LEFT)
    first = homes[0]
    highest = max((home.home for home in homes), key=lambda home: len(home.levels))
    block = Title(
        first.project, first.home_type, "", "", first.made_on, scale, "1 / 1", first.drawn_for
    )
    foot = draw_foot(canvas, Drawing(()), block, first.home.north, LEFT, COLUMN)
    story: list[Flowable] = [heading(title)]
    if len(highest.levels) > 1:
        story.append(text(storey_word(highest, level), "cell bold"))
    story += lines
    without = [home.sketch_of for home in homes if level >= len(home.storeys)]
    if without:
        names = _("Without this storey: {names}").format(names=", ".join(without))
        story.append(text(names, "small"))
    frame_for(LEFT, foot, COLUMN, SIZE[1] - MARGIN - foot).addFromList(story, canvas)
    canvas.showPage()
