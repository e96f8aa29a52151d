"""Type that is read from the back of a room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.widgets import theme

SMALL_SCREEN = 768  # pixels high: what sizes are given for
SMALLEST = 18


def grown(pixels: int, screen_height: int) -> int:
    """A size for the smallest screen, on a screen of this height."""
    return round(pixels * max(1.0, screen_height / SMALL_SCREEN))


def in_size(label: QLabel, pixels: int, weight: QFont.Weight = QFont.Weight.Normal) -> None:
    """Set a label in letters of so many pixels, whatever the print of the rest."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    label.setFont(font)
    # The stylesheet would give it the size of all labels.
    label.setStyleSheet(f"font-size: {pixels}px; font-weight: {int(weight)};")


class Fitted(QWidget):
    """Holds a label, in the largest letters in which all of it is on the screen."""

    def __init__(self, label: QLabel, largest: int) -> None:
        super().__init__()
        self._label, self._largest = label, largest
        label.setParent(self)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def fit(self) -> None:
        """Choose the size again, as when the text is another."""
        size = grown(self._largest, self.window().height())
        in_size(self._label, size)
        while size > SMALLEST and self._label.heightForWidth(self.width()) > self.height():
            size -= 2
            in_size(self._label, size)
        needed = max(self.height(), self._label.heightForWidth(self.width()))
        self._label.setGeometry(0, 0, self.width(), needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
