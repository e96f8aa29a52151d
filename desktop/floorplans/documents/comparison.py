"""Two to six drawings on one sheet, to one scale."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable

from desktop.documents import fonts, styles
from desktop.documents.flowables import text
from desktop.floorplans.checks import Grade
from desktop.floorplans.documents.column import draw_foot, heading
from desktop.floorplans.documents.fitting import (
    COLUMN,
    MARGIN,
    OVERVIEW_SCALES,
    centred,
    size_on_paper,
)
from desktop.floorplans.documents.on_paper import paint
from desktop.floorplans.documents.sheets import Drawn, draw_frame, frame_for
from desktop.floorplans.documents.title_block import Title
from desktop.floorplans.drawing.marks import Box, Drawing, Ink
from desktop.floorplans.drawing.side_by_side import side_by_side
from desktop.floorplans.drawing.storey import draw_plain, storey_word
from desktop.floorplans.geometry import usable_area_mm2
from desktop.floorplans.wording import floor_area
from desktop.language import _, ngettext
from desktop.refused import Refused

FEWEST, MOST = 2, 6
SIZE = landscape(A3)
SCALES = (50, *OVERVIEW_SCALES)
NAME_HIGH = 8 * mm
STOREYS_APART_MM = 6
# The smallest scale to which furniture is drawn.
FURNISHED_TO = 100


def draw_comparison(canvas: Canvas, homes: Sequence[Drawn]) -> None:
    """The sheet. Refused: fewer than two drawings, or more than six."""
    if not FEWEST <= len(homes) <= MOST:
        raise Refused(_("Choose two to six drawings to compare."), "numbers")
    canvas.setPageSize(SIZE)
    cells = _cells(len(homes))
    scale, drawings = _to_one_scale(homes, cells[0])
    for home, drawing, cell in zip(homes, drawings, cells, strict=True):
        _cell(canvas, home, drawing, scale, cell)
    left = SIZE[0] - MARGIN - COLUMN
    draw_frame(canvas, SIZE, left)
    all_marks = Drawing(tuple(mark for drawing in drawings for mark in drawing.marks))
    first = homes[0]
    title = Title(
        first.project, first.home_type, "", "", first.made_on, scale, "1 / 1", first.drawn_for
    )
    foot = draw_foot(canvas, all_marks, title, first.home.north, left, COLUMN)
    frame_for(left, foot, COLUMN, SIZE[1] - MARGIN - foot).addFromList(_facts(homes), canvas)
    canvas.showPage()


def _cells(count: int) -> list[Box]:
    """Where each drawing goes, from the upper left."""
    rows = 1 if count <= 3 else 2
    columns = ceil(count / rows)
    wide = (SIZE[0] - 2 * MARGIN - COLUMN) / columns
    high = (SIZE[1] - 2 * MARGIN) / rows
    cells = []
    for place in range(count):
        row, column = divmod(place, columns)
        left, top = MARGIN + column * wide, SIZE[1] - MARGIN - row * high
        cells.append((left, top - high, left + wide, top))
    return cells


def _room_in(cell: Box) -> Box:
    left, bottom, right, top = cell
    return left + 4 * mm, bottom + 4 * mm, right - 4 * mm, top - NAME_HIGH - 4 * mm


def _to_one_scale(homes: Sequence[Drawn], cell: Box) -> tuple[int, list[Drawing]]:
    """The largest scale to which every home fits in such a cell."""
    left, bottom, right, top = _room_in(cell)
    for scale in SCALES:
        drawings = [_whole(home, scale) for home in homes]
        sizes = [size_on_paper(drawing.box, scale) for drawing in drawings]
        if all(wide <= right - left and high <= top - bottom for wide, high in sizes):
            return scale, drawings
    raise ValueError("a plan is at most a kilometre long")


def _whole(home: Drawn, scale: int) -> Drawing:
    names = [storey_word(home.home, level) for level in range(len(home.storeys))]
    drawings = [_readable(draw_plain(derived, scale), scale) for derived in home.storeys]
    return side_by_side(drawings, names, scale, STOREYS_APART_MM)


def _readable(drawing: Drawing, scale: int) -> Drawing:
    """To a small scale, furniture would hide the names of rooms."""
    if scale <= FURNISHED_TO:
        return drawing
    return Drawing(tuple(mark for mark in drawing.marks if mark.ink is not Ink.FURNITURE))


def _cell(canvas: Canvas, home: Drawn, drawing: Drawing, scale: int, cell: Box) -> None:
    paint(canvas, drawing, centred(drawing.box, scale, _room_in(cell)))
    left, bottom, right, top = cell
    canvas.setStrokeColor(styles.LINE)
    canvas.setLineWidth(0.6)
    canvas.rect(left, bottom, right - left, top - bottom)
    canvas.setFillColor(styles.INK)
    canvas.setFont(fonts.SEMIBOLD, 11)
    name = fonts.fitted(home.sketch_of, fonts.SEMIBOLD, 11, right - left - 8 * mm)
    canvas.drawString(left + 4 * mm, top - NAME_HIGH, name)


def _facts(homes: Sequence[Drawn]) -> list[Flowable]:
    """Of each drawing how large it is, and how much does not fit."""
    story: list[Flowable] = [heading(_("Compared"))]
    for home in homes:
        usable = usable_area_mm2(home.storeys)
        failing = sum(finding.grade is Grade.FAIL for finding in home.findings)
        rooms = sum(len(derived.rooms) for derived in home.storeys)
        story.append(text(home.sketch_of, "cell bold"))
        facts = (
            _("Usable area: {area}").format(area=floor_area(usable)),
            ngettext("{n} room", "{n} rooms", rooms).format(n=rooms),
            ngettext("{n} thing cannot be", "{n} things cannot be", failing).format(n=failing),
        )
        story += [text(fact, "small") for fact in facts]
    return story
