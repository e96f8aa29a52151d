"""Two parts of a page: beside each other where there is room for both, else under each other."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop.widgets import theme


class TwoColumns(QWidget):
    """`first` takes `share` parts of the width and `second` the rest of ten, from `beside_from`
    pixels of normal print on."""

    def __init__(self, first: QWidget, second: QWidget, beside_from: int, share: int = 6) -> None:
        super().__init__()
        self._parts = (first, second)
        self._beside_from = beside_from
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.LARGE)
        self._layout.addWidget(first, share)
        self._layout.addWidget(second, 10 - share)

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest of both: under each other they fit."""
        width = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = event.size().width() >= theme.scaled(self._beside_from)
        way = QBoxLayout.Direction
        self._layout.setDirection(way.LeftToRight if beside else way.TopToBottom)
