"""A drawing that fits on no page to its scale, on several that overlap: to cut and paste
together."""

from __future__ import annotations

from math import ceil

from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import fonts, styles
from desktop.floorplans.documents.fitting import AIR, MARGIN, Fit, size_on_paper
from desktop.floorplans.documents.on_paper import Placed, paint
from desktop.floorplans.documents.title_block import Title
from desktop.language import _

OVERLAP = 15 * mm
# For the line below each tile that says where it belongs.
FOOT = 6 * mm
SIZE = landscape(A3)


def draw_tiles(canvas: Canvas, fit: Fit, title: Title) -> None:
    """Rows of tiles from the upper left, named A1, A2 … B1: a letter a row. The drawing is in
    the file once."""
    wide, high = size_on_paper(fit.drawing.box, fit.scale)
    room_x, room_y = SIZE[0] - 2 * MARGIN, SIZE[1] - 2 * MARGIN - FOOT
    columns = _how_many(wide + 2 * AIR, room_x)
    rows = _how_many(high + 2 * AIR, room_y)
    form = f"drawing-{canvas.getPageNumber()}"
    _keep(canvas, form, fit, (wide, high))
    for row in range(rows):
        for column in range(columns):
            canvas.setPageSize(SIZE)
            x = MARGIN + AIR - column * (room_x - OVERLAP)
            y = SIZE[1] - MARGIN - AIR - high + row * (room_y - OVERLAP)
            _tile(canvas, form, (x, y), (room_x, room_y))
            _name(canvas, f"{_letters(row)}{column + 1}", rows, columns, title)
            canvas.showPage()


def _keep(canvas: Canvas, form: str, fit: Fit, size: tuple[float, float]) -> None:
    left, bottom, _right, _top = fit.drawing.box
    factor = mm / fit.scale
    canvas.beginForm(form, -AIR, -AIR, size[0] + AIR, size[1] + AIR)
    paint(canvas, fit.drawing, Placed((-left * factor, -bottom * factor), fit.scale))
    canvas.endForm()


def _how_many(length: float, room: float) -> int:
    """Tiles of `room` that overlap, to cover a length."""
    return max(1, ceil((length - OVERLAP) / (room - OVERLAP)))


def _tile(canvas: Canvas, form: str, at: tuple[float, float], room: tuple[float, float]) -> None:
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(MARGIN, MARGIN + FOOT, *room)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.translate(*at)
    canvas.doForm(form)
    canvas.restoreState()
    canvas.setStrokeColor(styles.SOFT)
    canvas.setLineWidth(0.4)
    canvas.setDash(4, 3)
    canvas.rect(MARGIN, MARGIN + FOOT, *room)
    canvas.setDash()


def _name(canvas: Canvas, name: str, rows: int, columns: int, title: Title) -> None:
    words = _(
        "Part {name} of {rows} × {columns} · scale 1 : {scale} · cut along the dashed line; the "
        "parts overlap by {overlap} mm"
    ).format(name=name, rows=rows, columns=columns, scale=title.scale, overlap=round(OVERLAP / mm))
    about = " · ".join(part for part in (words, title.storey, title.sketch_of) if part)
    canvas.setFont(fonts.REGULAR, 8)
    canvas.setFillColor(styles.SOFT)
    room = SIZE[0] - 2 * MARGIN
    canvas.drawString(MARGIN, MARGIN, fonts.fitted(about, fonts.REGULAR, 8, room))


def _letters(row: int) -> str:
    """A … Z, then AA …, as in a spreadsheet."""
    letters = ""
    row += 1
    while row:
        row, letter = divmod(row - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
