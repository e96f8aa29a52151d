"""A dimension line, drawn on the screen: its letters and ticks do not grow with the plan."""

from __future__ import annotations

from math import atan2, degrees, hypot

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.floorplans.canvas.view import View
from desktop.floorplans.plan import DimensionLine
from desktop.floorplans.wording import metres
from desktop.widgets import theme

TICK_PX = 5


def paint_dimension(painter: QPainter, line: DimensionLine, view: View) -> None:
    """A line with ticks at its ends and the length above it, on the screen."""
    (ax, ay), (bx, by) = line.start, line.end
    length = hypot(bx - ax, by - ay)
    if not length:
        return
    off_x, off_y = (ay - by) / length * line.offset_mm, (bx - ax) / length * line.offset_mm
    start, end = view.to_screen(ax + off_x, ay + off_y), view.to_screen(bx + off_x, by + off_y)
    painter.setPen(QPen(theme.colour("soft"), 1))
    painter.drawLine(view.to_screen(ax, ay), start)
    painter.drawLine(view.to_screen(bx, by), end)
    painter.setPen(QPen(theme.colour("ink"), 1.2))
    painter.drawLine(start, end)
    painter.save()
    painter.translate((start + end) / 2)
    angle = degrees(atan2(end.y() - start.y(), end.x() - start.x()))
    painter.rotate(angle)
    half = QLineF(start, end).length() / 2
    for x in (-half, half):
        painter.drawLine(QLineF(x - TICK_PX, TICK_PX, x + TICK_PX, -TICK_PX))
    if abs(angle) > 90.5:
        painter.rotate(180)
    painter.setFont(theme.font(12))
    painter.drawText(QRectF(-60, -20, 120, 18), Qt.AlignmentFlag.AlignCenter, metres(length))
    painter.restore()
