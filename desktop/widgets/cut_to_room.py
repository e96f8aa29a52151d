"""Words of one line that end in an ellipsis where their room ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy

ROOM_CHANGES = (QEvent.Type.Resize, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class CutToRoom(QObject):
    """Keeps the words of a label or a button within its room. All of them show on hover while
    they are cut; a screen reader always has them. `kept` tells the pixels that are not for
    words."""

    def __init__(self, shown: QLabel | QPushButton, kept: Callable[[], int] = lambda: 0) -> None:
        super().__init__(shown)
        self._shown, self._kept = shown, kept
        shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        shown.installEventFilter(self)
        self.show(shown.text())

    def show(self, words: str, on_hover: str = "") -> None:
        """Other words, with what shows on hover in place of them."""
        self._words, self._on_hover = words, on_hover or words
        self._shown.setAccessibleName(words)
        self._cut()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._shown and event.type() in ROOM_CHANGES:
            self._cut()
        return False

    def _cut(self) -> None:
        room = self._shown.width() - self._kept()
        end = Qt.TextElideMode.ElideRight
        fitting = self._shown.fontMetrics().elidedText(self._words, end, room)
        if fitting != self._shown.text():
            self._shown.setText(fitting)
        self._shown.setToolTip("" if fitting == self._words else self._on_hover)
