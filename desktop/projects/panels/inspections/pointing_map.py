"""The map in the field: a tap says where it is. By key a cross goes over it, and Enter says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.language import _
from desktop.projects.panels.inspections.findings_map import WAYS
from desktop.projects.panels.inspections.ground import Ground, Mark, paint_focus
from desktop.projects.rules.findings import WHOLE
from desktop.widgets import theme

STEP = WHOLE // 100
LONG_STEP = 5 * STEP  # with Shift
ARM = 14


class PointingMap(QWidget):
    """`pointed` tells the place, in ten-thousandths of the map."""

    pointed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.ground = Ground(self)
        self.marks: Sequence[Mark] = ()
        self.cross = (WHOLE // 2, WHOLE // 2)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(_("Map to point at"))
        self.setAccessibleDescription(_("Arrow keys move the cross, Enter points at it."))
        self.setMinimumHeight(200)

    def sizeHint(self) -> QSize:
        return QSize(800, 600)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show what was found on this walk already."""
        self.marks = marks
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.ground.place(event.position())
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.cross = place
            self.update()
            self.pointed.emit(*place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in WAYS:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            by = LONG_STEP if shift else STEP
            across, down = WAYS[key]
            x, y = self.cross
            self.cross = (_within(x + by * across), _within(y + by * down))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pointed.emit(*self.cross)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground.paint(painter)
        self.ground.paint_marks(painter, self.marks, None)
        if self.hasFocus():
            self._paint_cross(painter, self.ground.point(*self.cross))
            paint_focus(painter, self)

    def _paint_cross(self, painter: QPainter, at: QPointF) -> None:
        for colour, width in (("#ffffff", 5), (theme.LIGHT.ink, 2)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLine(at - QPointF(ARM, 0), at + QPointF(ARM, 0))
            painter.drawLine(at - QPointF(0, ARM), at + QPointF(0, ARM))


def _within(place: int) -> int:
    return min(max(place, 0), WHOLE)
