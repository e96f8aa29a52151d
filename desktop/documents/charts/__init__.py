"""Charts as a description that the screen and the paper draw alike.

A chart says what is shown; its `lay_out` turns it into lines, dots, blocks and words at places,
for a width. Places are in points from the upper left, y downwards. A painter (QPainter on screen,
`charts_pdf` on paper) only draws what it is given. No Qt and no ReportLab here.
"""

from desktop.documents.charts.marks import (
    Anchor,
    Block,
    Chart,
    Dot,
    Line,
    Mark,
    Picture,
    Tone,
    Words,
)
from desktop.documents.charts.rows import Bar, BarChart, Interval, IntervalChart

__all__ = [
    "Anchor",
    "Bar",
    "BarChart",
    "Block",
    "Chart",
    "Dot",
    "Interval",
    "IntervalChart",
    "Line",
    "Mark",
    "Picture",
    "Tone",
    "Words",
]
