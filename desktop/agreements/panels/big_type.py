"""A sign that is read from the back of a room."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.agreements.charts import sign
from desktop.agreements.states import Light
from desktop.documents.charts import signs
from desktop.widgets import chart, theme


class BigSign(QWidget):
    """A light as a shape and its word, as large as a title."""

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self.light = Light.NM
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, light: Light, pixels: int) -> None:
        """Show a light, in letters of so many pixels."""
        self.light, self._pixels = light, pixels
        self.setAccessibleName(sign(light).word)
        self.updateGeometry()
        self.update()

    def _font(self) -> QFont:
        font = QFont(theme.FAMILY)
        font.setPixelSize(self._pixels)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._font()).horizontalAdvance(sign(self.light).word)
        return QSize(round(words + self._pixels * 2.6), round(self._pixels * 1.9))

    def paintEvent(self, event: QPaintEvent) -> None:
        what, side = sign(self.light), self._pixels
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(what.ground.name.lower()))
        painter.drawRoundedRect(self.rect(), 10, 10)
        shape = signs.drawn(what.shape, what.tone, side * 1.1, self.height() / 2, side * 0.85)
        chart.draw(painter, shape, 1)
        painter.setFont(self._font())
        painter.setPen(theme.colour(what.tone.name.lower()))
        painter.drawText(
            self.rect().adjusted(round(side * 1.9), 0, 0, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            what.word,
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The system may go dark while it hangs on the wall.
        if event.type() is QEvent.Type.PaletteChange:
            self.update()
