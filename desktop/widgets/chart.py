"""A chart on the screen, drawn from the same description as on paper."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.documents import charts
from desktop.documents.charts import Anchor, Block, Dot, Line, Mark, Words
from desktop.widgets import theme

# Charts are laid out in points of paper, where letters are 8.5; on screen they are 12 pixels.
PIXELS_A_POINT = 12 / 8.5


class Chart(QWidget):
    """As wide as its place, as high as its rows. A screen reader hears each row in words."""

    def __init__(self, chart: charts.Chart, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.show_chart(chart)

    def show_chart(self, chart: charts.Chart) -> None:
        """Show another chart."""
        self._chart = chart
        self.setAccessibleDescription(chart.in_words())
        self._lay_out()

    def _scale(self) -> float:
        return PIXELS_A_POINT * theme.text_px() / theme.NORMAL_PX

    def _lay_out(self) -> None:
        self._picture = self._chart.lay_out(max(self.width(), 240) / self._scale())
        self.setFixedHeight(round(self._picture.height * self._scale()) + 4)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._scale(), self._scale())
        for mark in self._picture.marks:
            _draw(painter, mark)


def _draw(painter: QPainter, mark: Mark) -> None:
    colour = theme.colour(mark.tone.name.lower())
    match mark:
        case Line():
            pen = QPen(colour, mark.width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if mark.dashed:
                pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Dot():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(QPointF(mark.x, mark.y), mark.radius, mark.radius)
        case Block():
            painter.fillRect(QRectF(mark.x, mark.y, mark.width, mark.height), colour)
        case Words():
            _write(painter, mark)


def _write(painter: QPainter, words: Words) -> None:
    font = theme.font()
    # A point of the chart is a unit of the scaled painter, whatever the screen's dots.
    font.setPixelSize(max(1, round(words.size)))
    painter.setFont(font)
    painter.setPen(theme.colour(words.tone.name.lower()))
    measure = QFontMetricsF(font)
    shown = measure.elidedText(words.text, Qt.TextElideMode.ElideRight, words.room)
    width = measure.horizontalAdvance(shown)
    left = {
        Anchor.START: words.x,
        Anchor.MIDDLE: words.x - width / 2,
        Anchor.END: words.x - width,
    }[words.anchor]
    painter.drawText(QPointF(left, words.y), shown)
