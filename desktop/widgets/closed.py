"""Fields of one value that the wheel rolls over: it scrolls the screen and changes nothing."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSpinBox, QTimeEdit


class ClosedList(QComboBox):
    """A list of choices that opens; while it is closed the wheel passes it by."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberBox(QSpinBox):
    """A number with arrows, for keys and clicks but not for the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class TimeBox(QTimeEdit):
    """A time with arrows, for keys and clicks but not for the wheel."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
