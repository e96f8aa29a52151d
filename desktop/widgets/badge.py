"""A round mark with one to three signs in the colour of a tone."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import theme
from desktop.widgets.theme import Tone


class Badge(QWidget):
    """The round mark in front of a row; the words of the row say the same."""

    def __init__(self, signs: str, tone: Tone) -> None:
        super().__init__()
        self._signs, self._tone = signs, tone
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(28), theme.scaled(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink, ground = theme.tone_colours(self._tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(ink)
        painter.setFont(theme.font(11 if len(self._signs) > 2 else 12, QFont.Weight.Bold))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._signs)
