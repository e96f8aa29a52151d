"""Charts as a description that the screen and the paper draw alike.

A chart says what is shown; its `lay_out` turns it into lines, dots, blocks and words at places,
for a width. Places are in points from the upper left, y downwards. A painter (QPainter on screen,
`charts_pdf` on paper) only draws what it is given. No Qt and no ReportLab here.
"""

from desktop.documents.charts.due import DueChart
from desktop.documents.charts.marks import (
    Anchor,
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
from desktop.documents.charts.path import Band, Level, Measured, PathChart, Step
from desktop.documents.charts.rows import Bar, BarChart, Interval, IntervalChart
from desktop.documents.charts.signs import Shape, Sign
from desktop.documents.charts.strips import Counts, CountsChart, History, HistoryChart

__all__ = [
    "Anchor",
    "Area",
    "Band",
    "Bar",
    "BarChart",
    "Block",
    "Chart",
    "Counts",
    "CountsChart",
    "Dot",
    "DueChart",
    "History",
    "HistoryChart",
    "Interval",
    "IntervalChart",
    "Level",
    "Line",
    "Mark",
    "Measured",
    "PathChart",
    "Picture",
    "Shape",
    "Sign",
    "Step",
    "Tone",
    "Trail",
    "Words",
]
