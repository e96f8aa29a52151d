"""Draws the marks of a drawing on a page of a PDF."""

from __future__ import annotations

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from desktop.documents import fonts
from desktop.floorplans.drawing.look import GROUND, LOOKS, Look
from desktop.floorplans.drawing.marks import XY, Anchor, Arc, Area, Drawing, Mark, Stroke, Words


@dataclass(frozen=True)
class Placed:
    """Where the plan lies on paper: `origin` (in points) is where the plan's (0, 0) comes, at
    1 to `scale`."""

    origin: XY
    scale: int

    @property
    def points_a_mm(self) -> float:
        """Points on paper for a millimetre of the plan."""
        return mm / self.scale

    def on_paper(self, place: XY) -> XY:
        factor = self.points_a_mm
        return self.origin[0] + place[0] * factor, self.origin[1] + place[1] * factor


def paint(canvas: Canvas, drawing: Drawing, placed: Placed) -> None:
    """All marks, from back to front."""
    fonts.register()
    canvas.saveState()
    canvas.setLineJoin(1)
    canvas.setLineCap(1)
    for mark in drawing.marks:
        _paint(canvas, mark, placed)
    canvas.restoreState()


def _paint(canvas: Canvas, mark: Mark, placed: Placed) -> None:
    look = LOOKS[mark.ink]
    match mark:
        case Area():
            canvas.setFillColor(_colour(look.fill))
            path = canvas.beginPath()
            for ring in mark.rings:
                _trace(path, ring, placed, closed=True)
            canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        case Stroke():
            _pen(canvas, look)
            if mark.filled:
                canvas.setFillColor(_colour(GROUND))
            path = canvas.beginPath()
            _trace(path, mark.points, placed, closed=mark.closed)
            canvas.drawPath(path, stroke=1, fill=int(mark.filled))
        case Arc():
            _pen(canvas, look)
            x, y = placed.on_paper(mark.centre)
            radius = mark.radius * placed.points_a_mm
            canvas.arc(x - radius, y - radius, x + radius, y + radius, mark.start, mark.sweep)
        case Words():
            _write(canvas, mark, look, placed)


def _trace(path: PDFPathObject, points: tuple[XY, ...], placed: Placed, *, closed: bool) -> None:
    first, *others = map(placed.on_paper, points)
    path.moveTo(*first)
    for place in others:
        path.lineTo(*place)
    if closed:
        path.close()


def _pen(canvas: Canvas, look: Look) -> None:
    canvas.setStrokeColor(_colour(look.line))
    canvas.setLineWidth(look.pen_mm * mm)
    canvas.setDash([dash * mm for dash in look.dashes_mm])


def _write(canvas: Canvas, words: Words, look: Look, placed: Placed) -> None:
    x, y = placed.on_paper(words.at)
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(words.angle)
    canvas.setFillColor(_colour(look.fill))
    font = fonts.SEMIBOLD if words.bold else fonts.REGULAR
    canvas.setFont(font, words.height * placed.points_a_mm)
    text = fonts.printable(words.text)
    if words.anchor is Anchor.MIDDLE:
        canvas.drawCentredString(0, 0, text)
    elif words.anchor is Anchor.END:
        canvas.drawRightString(0, 0, text)
    else:
        canvas.drawString(0, 0, text)
    canvas.restoreState()


_COLOURS: dict[str, HexColor] = {}


def _colour(value: str | None) -> HexColor:
    if value is None:
        raise ValueError("this ink has no such colour")
    if value not in _COLOURS:
        _COLOURS[value] = HexColor(value)
    return _COLOURS[value]
