"""A drawing as a picture: its page of a PDF, painted."""

from __future__ import annotations

from io import BytesIO

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from desktop.documents import fonts
from desktop.documents.reading import opened
from desktop.floorplans.documents.on_paper import Placed, paint
from desktop.floorplans.drawing.marks import Drawing

MARGIN_MM = 10
DOTS_AN_INCH = 200
# A plan of a kilometre must not fill the memory.
MOST_PIXELS_A_SIDE = 12_000


def to_png(drawing: Drawing, scale: int) -> bytes:
    """As large as on paper at 1 to `scale`, at 200 dots an inch; large plans with fewer."""
    left, bottom, right, top = drawing.box
    margin = MARGIN_MM * mm
    width = (right - left) * mm / scale + 2 * margin
    height = (top - bottom) * mm / scale + 2 * margin
    fonts.register()
    page = BytesIO()
    canvas = Canvas(page, pagesize=(width, height))
    origin = (margin - left * mm / scale, margin - bottom * mm / scale)
    paint(canvas, drawing, Placed(origin, scale))
    canvas.save()
    finest = MOST_PIXELS_A_SIDE / max(width, height)
    picture = BytesIO()
    with opened(page.getvalue()) as document:
        shown = document[0].render(scale=min(DOTS_AN_INCH / 72, finest)).to_pil()
    shown.save(picture, "PNG", dpi=(DOTS_AN_INCH, DOTS_AN_INCH))
    return picture.getvalue()
