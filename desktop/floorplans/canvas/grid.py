"""The grid on the ground and the rulers along the edges, in round steps of metres."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.canvas.view import View
from desktop.language import language
from desktop.language.format import number
from desktop.widgets import theme

STEPS_MM = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 50_000)
GRID_PX, RULER_PX = 24, 56
RULER_WIDTH = 20
CORNER_PX = 12  # where the rulers meet there is no room for words


def step_mm(view: View, pixels: int) -> int:
    """The smallest round step that is at least so many pixels."""
    fitting = (step for step in STEPS_MM if step * view.scale >= pixels)
    return next(fitting, STEPS_MM[-1])


def paint_grid(painter: QPainter, view: View, rect: QRectF) -> None:
    """The lines of the grid in a part of the widget; as narrow rectangles, which are painted in
    half the time of lines."""
    ink = QColor(inks().grid)
    left, bottom, right, top = view.box_in_plan(rect)
    step = step_mm(view, GRID_PX)
    for at in range(floor(left / step), ceil(right / step) + 1):
        x = round(view.to_screen(at * step, 0).x())
        painter.fillRect(QRectF(x, rect.top(), 1, rect.height()), ink)
    for at in range(floor(bottom / step), ceil(top / step) + 1):
        y = round(view.to_screen(0, at * step).y())
        painter.fillRect(QRectF(rect.left(), y, rect.width(), 1), ink)


def upper_ruler(view: View, size: QSize) -> Iterator[tuple[int, str]]:
    """Where the marks of the upper ruler are, in pixels from the left, and what they say."""
    left, _bottom, right, _top = view.box_in_plan(QRectF(0, 0, size.width(), size.height()))
    step = step_mm(view, RULER_PX)
    for at in range(ceil(left / step), floor(right / step) + 1):
        x = round(view.to_screen(at * step, 0).x())
        if x > theme.scaled(RULER_WIDTH) + CORNER_PX:
            yield x, _metres(at * step)


def left_ruler(view: View, size: QSize) -> Iterator[tuple[int, str]]:
    """Where the marks of the left ruler are, in pixels from the top, and what they say."""
    _left, bottom, _right, top = view.box_in_plan(QRectF(0, 0, size.width(), size.height()))
    step = step_mm(view, RULER_PX)
    for at in range(ceil(bottom / step), floor(top / step) + 1):
        y = round(view.to_screen(0, at * step).y())
        if y > theme.scaled(RULER_WIDTH) + CORNER_PX:
            yield y, _metres(at * step)


def paint_rulers(painter: QPainter, view: View, size: QSize) -> None:
    """Metres along the upper and the left edge."""
    width = theme.scaled(RULER_WIDTH)
    painter.setFont(theme.font(10))
    for band in (QRectF(0, 0, size.width(), width), QRectF(0, 0, width, size.height())):
        painter.fillRect(band, theme.colour("canvas"))
    painter.setPen(theme.colour("soft"))
    middle = Qt.AlignmentFlag.AlignCenter
    for x, words in upper_ruler(view, size):
        painter.drawLine(x, width - 4, x, width)
        painter.drawText(QRectF(x - 30, 0, 60, width - 4), middle, words)
    for y, words in left_ruler(view, size):
        painter.drawLine(width - 4, y, width, y)
        painter.save()
        painter.translate(0, y)
        painter.rotate(-90)
        painter.drawText(QRectF(-30, 0, 60, width - 4), middle, words)
        painter.restore()
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.drawLine(0, width, size.width(), width)
    painter.drawLine(width, 0, width, size.height())


def _metres(length_mm: int) -> str:
    return _written(length_mm, language())


@lru_cache(maxsize=512)
def _written(length_mm: int, language: str) -> str:
    """Babel takes longer to write a number than Qt to paint it, and rulers show the same ones."""
    return number(length_mm / 1_000)
