"""The state chip: a word on a soft ground. Colour never stands alone."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.widgets import theme
from desktop.widgets.theme import Tone

SIDE = 10


def chip_font() -> QFont:
    return theme.font(12, QFont.Weight.DemiBold)


def chip_size(text: str) -> QSize:
    return QSize(QFontMetrics(chip_font()).horizontalAdvance(text) + 2 * SIDE, theme.scaled(20))


def paint_chip(painter: QPainter, box: QRect, text: str, tone: Tone) -> None:
    """Draw a chip in the box; text that does not fit ends in an ellipsis."""
    ink, ground = theme.tone_colours(tone)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(ink)
    painter.setFont(chip_font())
    shown = painter.fontMetrics().elidedText(
        text, Qt.TextElideMode.ElideRight, box.width() - 2 * SIDE + 4
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()


class Chip(QWidget):
    """A chip as a widget."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.GREY, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: Tone = Tone.GREY) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        return self._text

    def sizeHint(self) -> QSize:
        return chip_size(self._text)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chip(QPainter(self), self.rect(), self._text, self._tone)
