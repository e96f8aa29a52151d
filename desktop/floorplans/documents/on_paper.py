"""Draws the marks of a drawing on a page of a PDF."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

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
    for ink, marks in groupby(drawing.marks, key=attrgetter("ink")):
        look = LOOKS[ink]
        _take_up(canvas, look)
        for mark in marks:
            _paint(canvas, mark, look, placed)
    canvas.restoreState()


def _take_up(canvas: Canvas, look: Look) -> None:
    """The colours and the pen for what follows; what has no fill of its own covers with ground."""
    canvas.setFillColor(_colour(look.fill or GROUND))
    if look.line is not None:
        canvas.setStrokeColor(_colour(look.line))
        canvas.setLineWidth(look.pen_mm * mm)
        canvas.setDash([dash * mm for dash in look.dashes_mm])


def _paint(canvas: Canvas, mark: Mark, look: Look, placed: Placed) -> None:
    match mark:
        case Area():
            path = _Path()
            for ring in mark.rings:
                path.trace(ring, placed, closed=True)
            canvas.drawPath(path, stroke=0, fill=1, fillMode=0)
        case Stroke():
            path = _Path()
            path.trace(mark.points, placed, closed=mark.closed)
            canvas.drawPath(path, stroke=1, fill=int(mark.filled))
        case Arc():
            x, y = placed.on_paper(mark.centre)
            radius = mark.radius * placed.points_a_mm
            path = _Path()
            path.arc(x - radius, y - radius, x + radius, y + radius, mark.start, mark.sweep)
            canvas.drawPath(path, stroke=1, fill=0)
        case Words():
            _write(canvas, mark, placed)


class _Path(PDFPathObject):
    """A path whose numbers are written with three decimals: ReportLab's own way of writing a number
    takes most of the time of a large plan."""

    def moveTo(self, x: float, y: float) -> None:
        self._code_append(f"{x:.3f} {y:.3f} m")

    def lineTo(self, x: float, y: float) -> None:
        self._code_append(f"{x:.3f} {y:.3f} l")

    def curveTo(self, x1: float, y1: float, x2: float, y2: float, x3: float, y3: float) -> None:
        self._code_append(f"{x1:.3f} {y1:.3f} {x2:.3f} {y2:.3f} {x3:.3f} {y3:.3f} c")

    def trace(self, points: tuple[XY, ...], placed: Placed, *, closed: bool) -> None:
        """A line through points of the plan."""
        first, *others = map(placed.on_paper, points)
        self.moveTo(*first)
        for place in others:
            self.lineTo(*place)
        if closed:
            self.close()


def _write(canvas: Canvas, words: Words, placed: Placed) -> None:
    font = fonts.SEMIBOLD if words.bold else fonts.REGULAR
    canvas.setFont(font, words.height * placed.points_a_mm)
    draw = {
        Anchor.START: canvas.drawString,
        Anchor.MIDDLE: canvas.drawCentredString,
        Anchor.END: canvas.drawRightString,
    }[words.anchor]
    text, (x, y) = fonts.printable(words.text), placed.on_paper(words.at)
    if not words.angle:
        draw(x, y, text)
        return
    canvas.saveState()
    canvas.translate(x, y)
    canvas.rotate(words.angle)
    draw(0, 0, text)
    canvas.restoreState()


_COLOURS: dict[str, HexColor] = {}


def _colour(value: str) -> HexColor:
    if value not in _COLOURS:
        _COLOURS[value] = HexColor(value)
    return _COLOURS[value]
