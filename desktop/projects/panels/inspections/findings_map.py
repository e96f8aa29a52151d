"""The map of a walk on the desk: choose a finding by its point, with the mouse or by key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.language import _
from desktop.projects.panels.inspections.ground import Ground, Mark, paint_focus

# Which way an arrow key goes, across and down.
WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class FindingsMap(QWidget):
    """`chosen` tells the finding that the user goes to. Arrow keys go to the nearest point on that
    side; Home and End to the first and the last number."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.ground = Ground(self)
        self.marks: Sequence[Mark] = ()
        self.chosen_id: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(_("Map with findings"))
        self.setMinimumHeight(140)

    def sizeHint(self) -> QSize:
        return QSize(360, 270)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these points in place of those before."""
        self.marks = sorted(marks, key=lambda mark: mark.number)
        self._tell()

    def choose(self, finding_id: int | None) -> None:
        """Show which finding is chosen; tells nobody."""
        self.chosen_id = finding_id
        self._tell()

    def _tell(self) -> None:
        mark = self._mark
        self.setAccessibleDescription(mark.words if mark is not None else "")
        self.update()

    @property
    def _mark(self) -> Mark | None:
        return next((mark for mark in self.marks if mark.id == self.chosen_id), None)

    def _go(self, mark: Mark | None) -> None:
        if mark is not None:
            self.choose(mark.id)
            self.chosen.emit(mark.id)

    def _towards(self, way: tuple[int, int]) -> Mark | None:
        """The nearest point in a direction: what lies aside counts double."""
        here = self._mark
        if here is None:
            return self.marks[0] if self.marks else None
        start = self.ground.point(here.x, here.y)

        def distance(mark: Mark) -> float:
            away = self.ground.point(mark.x, mark.y) - start
            ahead = QPointF.dotProduct(away, QPointF(*way))
            aside = abs(QPointF.dotProduct(away, QPointF(way[1], way[0])))
            return ahead + 2 * aside if ahead > 0 else float("inf")

        others = [mark for mark in self.marks if distance(mark) < float("inf")]
        return min(others, key=distance, default=None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(self.ground.mark_at(self.marks, event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in WAYS:
            self._go(self._towards(WAYS[key]))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.marks:
            self._go(self.marks[0 if key is Qt.Key.Key_Home else -1])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            mark = self.ground.mark_at(self.marks, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), mark.words if mark is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.ground.paint(painter)
        self.ground.paint_marks(painter, self.marks, self.chosen_id)
        if self.hasFocus():
            paint_focus(painter, self)
