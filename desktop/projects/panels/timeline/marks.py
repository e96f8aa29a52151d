"""What is drawn over the whole height or width of a plan: the chosen row, and today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from desktop.language import _
from desktop.projects.panels.timeline.frame import Frame
from desktop.widgets import theme

BAND = 0.13  # how strongly a chosen row is tinted


def paint_chosen(
    painter: QPainter, frame: Frame, rows: Iterable[int | None], has_keyboard: bool
) -> None:
    """A band under each of these rows; the first has an edge when it has the keyboard."""
    ground = theme.colour("brand")
    ground.setAlphaF(BAND)
    for place, row in enumerate(rows):
        if row is None:
            continue
        band = QRect(0, frame.top(row), frame.width, frame.row)
        painter.fillRect(band, ground)
        if has_keyboard and place == 0:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.drawRect(band.adjusted(1, 1, -1, -1))


def paint_today(painter: QPainter, frame: Frame, today: date) -> None:
    """A line through today, with its name at the foot."""
    x = frame.x(today) + frame.scale.a_day / 2
    if not frame.names <= x <= frame.width:
        return
    painter.setPen(QPen(theme.colour("red"), 1.5))
    painter.drawLine(QPointF(x, frame.header), QPointF(x, frame.height))
    painter.setFont(theme.font(11, QFont.Weight.DemiBold))
    words = _("today")
    size = painter.fontMetrics().size(0, words) + QSize(8, 2)
    left = x + 3 if x + 3 + size.width() <= frame.width else x - 3 - size.width()
    label = QRectF(left, frame.height - size.height() - 3, size.width(), size.height())
    painter.fillRect(label, theme.colour("paper"))
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)
