"""Furniture, stairs and dimension lines, drawn in the plan."""

from __future__ import annotations

from math import atan2, degrees, hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.floorplans.canvas.view import View
from desktop.floorplans.plan import DimensionLine, Furniture, Stair
from desktop.floorplans.wording import metres
from desktop.widgets import theme

TICK_PX = 5


def paint_furniture(painter: QPainter, thing: Furniture, mm_a_pixel: float) -> None:
    """The thing as the catalogue draws it, turned as it stands."""
    painter.save()
    painter.translate(QPointF(*thing.at))
    painter.rotate(thing.angle)
    painter.setPen(QPen(theme.colour("soft"), mm_a_pixel))
    painter.setBrush(theme.colour("paper"))
    box = QRectF(-thing.width_mm / 2, -thing.depth_mm / 2, thing.width_mm, thing.depth_mm)
    painter.drawRect(box)
    painter.restore()


def paint_stair(painter: QPainter, stair: Stair, mm_a_pixel: float) -> None:
    """Its steps, and an arrow that goes up."""
    painter.save()
    painter.translate(QPointF(*stair.at))
    painter.rotate(stair.angle)
    painter.setPen(QPen(theme.colour("soft"), mm_a_pixel))
    painter.setBrush(theme.colour("paper"))
    half = stair.width_mm / 2
    painter.drawRect(QRectF(0, -half, stair.run_mm, stair.width_mm))
    treads = max(stair.risers - 1, 1)
    for tread in range(1, treads):
        x = stair.run_mm * tread / treads
        painter.drawLine(QLineF(x, -half, x, half))
    tip, barb = stair.run_mm - 60, min(half / 2, 150)
    painter.drawLine(QLineF(60, 0, tip, 0))
    painter.drawLine(QLineF(tip, 0, tip - barb, barb))
    painter.drawLine(QLineF(tip, 0, tip - barb, -barb))
    painter.restore()


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
