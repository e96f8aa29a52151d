"""The picture of a map as it lies in a widget, and the numbered points on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.projects.rules.findings import WHOLE
from desktop.widgets import theme
from desktop.widgets.theme import Tone

RADIUS = 10
CHOSEN_RADIUS = 14
REACH = 6  # how far beside a point a finger may be, in pixels


@dataclass(frozen=True)
class Mark:
    """A finding on the map: `words` tell it to a screen reader and on hover."""

    id: int
    number: int
    x: int
    y: int
    tone: Tone
    words: str


class Ground:
    """A map picture that fits in a widget as a whole. Places are in ten-thousandths of its width
    and height, from the top left."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._picture = QImage()
        self._fitted = QImage()

    def show(self, picture: bytes) -> None:
        """Show this picture."""
        self._picture = QImage.fromData(picture)
        self._fitted = QImage()
        self._widget.update()

    @property
    def box(self) -> QRectF:
        """Where the picture lies, in the middle of the widget."""
        room, size = self._widget.size(), self._picture.size()
        size.scale(room, Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (room.width() - size.width()) / 2, (room.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def point(self, x: int, y: int) -> QPointF:
        """Where a place of the map is in the widget."""
        box = self.box
        return QPointF(box.left() + x / WHOLE * box.width(), box.top() + y / WHOLE * box.height())

    def place(self, at: QPointF) -> tuple[int, int] | None:
        """The place of the map at a point of the widget; None beside it."""
        box = self.box
        if box.isEmpty() or not box.contains(at):
            return None
        x = round((at.x() - box.left()) / box.width() * WHOLE)
        y = round((at.y() - box.top()) / box.height() * WHOLE)
        return x, y

    def paint(self, painter: QPainter) -> None:
        """Draw the picture, and a thin line around it."""
        if self._picture.isNull():
            return
        box, ratio = self.box, self._widget.devicePixelRatioF()
        pixels = (box.size() * ratio).toSize()
        if self._fitted.size() != pixels:
            self._fitted = self._picture.scaled(
                pixels,
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter.drawImage(box, self._fitted)
        painter.setPen(theme.colour("line"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)

    def paint_marks(self, painter: QPainter, marks: Sequence[Mark], chosen: int | None) -> None:
        """Draw the points with their numbers, the chosen one larger and on top."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in sorted(marks, key=lambda mark: mark.id == chosen):
            is_chosen = mark.id == chosen
            radius = theme.scaled(CHOSEN_RADIUS if is_chosen else RADIUS)
            middle = self.point(mark.x, mark.y)
            # The picture is the same in the dark, so the points are too.
            painter.setPen(QPen(QColor("#ffffff"), 3 if is_chosen else 2))
            painter.setBrush(QColor(getattr(theme.LIGHT, mark.tone.value)))
            painter.drawEllipse(middle, radius, radius)
            if is_chosen:
                painter.setPen(QPen(QColor(theme.LIGHT.ink), 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(middle, radius + 3, radius + 3)
            painter.setPen(QColor("#ffffff"))
            painter.setFont(theme.font(12 if is_chosen else 10, QFont.Weight.DemiBold))
            box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(mark.number))

    def mark_at(self, marks: Sequence[Mark], at: QPointF) -> Mark | None:
        """The nearest point under a finger; None when there is none."""
        reach = theme.scaled(RADIUS) + REACH
        near = [(_apart(self.point(mark.x, mark.y), at), mark.number, mark) for mark in marks]
        near = [one for one in near if one[0] <= reach]
        return min(near, key=lambda one: one[:2])[2] if near else None


def _apart(one: QPointF, other: QPointF) -> float:
    away = one - other
    return float((away.x() ** 2 + away.y() ** 2) ** 0.5)


def paint_focus(painter: QPainter, widget: QWidget) -> None:
    """The line around what has the keyboard."""
    painter.setPen(QPen(theme.colour("brand"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(widget.rect().adjusted(1, 1, -1, -1))
