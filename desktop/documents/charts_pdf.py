"""Draws laid out charts on paper."""

from __future__ import annotations

from reportlab.graphics import shapes
from reportlab.lib.colors import HexColor

from desktop.documents import fonts
from desktop.documents.charts import (
    Area,
    Block,
    Chart,
    Dot,
    Line,
    Mark,
    Picture,
    Tone,
    Trail,
    Words,
)
from desktop.documents.charts.marks import Places

# How thick the ring of a hollow dot is.
RING = 1.3
DASHES = [3, 2]


def drawing(chart: Chart, width: float) -> shapes.Drawing:
    """The chart as a flowable of this width."""
    return drawn(chart.lay_out(width))


def drawn(picture: Picture) -> shapes.Drawing:
    """What is laid out, as a flowable."""
    fonts.register()
    made = shapes.Drawing(picture.width, picture.height)
    for mark in picture.marks:
        made.add(_shape(mark, picture.height))
    return made


def _shape(mark: Mark, height: float) -> shapes.Shape:
    """ReportLab counts y from below."""
    colour = HexColor(mark.tone.value)
    match mark:
        case Line():
            return shapes.Line(
                mark.x1,
                height - mark.y1,
                mark.x2,
                height - mark.y2,
                strokeColor=colour,
                strokeWidth=mark.width,
                strokeDashArray=DASHES if mark.dashed else None,
            )
        case Trail():
            return shapes.PolyLine(
                _from_below(mark.places, height),
                strokeColor=colour,
                strokeWidth=mark.width,
                strokeDashArray=DASHES if mark.dashed else None,
                strokeLineJoin=1,
                strokeLineCap=0 if mark.dashed else 1,
            )
        case Area():
            corners = _from_below(mark.corners, height)
            return shapes.Polygon(corners, fillColor=colour, strokeColor=None)
        case Dot():
            return _dot(mark, height)
        case Block():
            return shapes.Rect(
                mark.x,
                height - mark.y - mark.height,
                mark.width,
                mark.height,
                rx=mark.radius,
                ry=mark.radius,
                fillColor=colour,
                strokeColor=None,
            )
        case Words():
            return _words(mark, height)


def _dot(dot: Dot, height: float) -> shapes.Shape:
    colour = HexColor(dot.tone.value)
    if not dot.hollow:
        return shapes.Circle(dot.x, height - dot.y, dot.radius, fillColor=colour, strokeColor=None)
    return shapes.Circle(
        dot.x,
        height - dot.y,
        dot.radius - RING / 2,
        fillColor=HexColor(Tone.PAPER.value),
        strokeColor=colour,
        strokeWidth=RING,
    )


def _words(words: Words, height: float) -> shapes.Shape:
    font = fonts.SEMIBOLD if words.bold else fonts.REGULAR
    return shapes.String(
        words.x,
        height - words.y,
        fonts.fitted(words.text, font, words.size, words.room),
        fontName=font,
        fontSize=words.size,
        fillColor=HexColor(words.tone.value),
        textAnchor=words.anchor.value,
    )


def _from_below(places: Places, height: float) -> list[float]:
    return [part for x, y in places for part in (x, height - y)]
