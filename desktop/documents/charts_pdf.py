"""Draws laid out charts on paper."""

from __future__ import annotations

from reportlab.graphics import shapes
from reportlab.lib.colors import HexColor

from desktop.documents import fonts
from desktop.documents.charts import Block, Chart, Dot, Line, Mark, Words


def drawing(chart: Chart, width: float) -> shapes.Drawing:
    """The chart as a flowable of this width."""
    fonts.register()
    picture = chart.lay_out(width)
    drawn = shapes.Drawing(picture.width, picture.height)
    for mark in picture.marks:
        drawn.add(_shape(mark, picture.height))
    return drawn


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
                strokeDashArray=[3, 2] if mark.dashed else None,
            )
        case Dot():
            return shapes.Circle(
                mark.x, height - mark.y, mark.radius, fillColor=colour, strokeColor=None
            )
        case Block():
            return shapes.Rect(
                mark.x,
                height - mark.y - mark.height,
                mark.width,
                mark.height,
                fillColor=colour,
                strokeColor=None,
            )
        case Words():
            return shapes.String(
                mark.x,
                height - mark.y,
                fonts.fitted(mark.text, fonts.REGULAR, mark.size, mark.room),
                fontName=fonts.REGULAR,
                fontSize=mark.size,
                fillColor=colour,
                textAnchor=mark.anchor.value,
            )
