"""A chart on the screen, drawn from the same description as on paper."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.documents import charts
from desktop.documents.charts import Anchor, Area, Block, Dot, Line, Mark, Trail, Words
from desktop.documents.charts.marks import Places
from desktop.widgets import theme

# Charts are laid out in points of paper, where letters are 8.5; on screen they are 12 pixels.
PIXELS_A_POINT = 12 / 8.5
RING = 1.3  # how thick the ring of a hollow dot is, in points


class Chart(QWidget):
    """As wide as its place, as high as its rows. A screen reader hears each row in words. On a big
    screen everything is drawn `times` larger."""

    def __init__(
        self,
        chart: charts.Chart,
        name: str,
        parent: QWidget | None = None,
        times: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self.times = times
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(name)
        self.show_chart(chart)

    def show_chart(self, chart: charts.Chart) -> None:
        """Show another chart."""
        self._chart = chart
        self._laid_out_for: tuple[int, float] | None = None
        self.setAccessibleDescription(chart.in_words())
        self._lay_out()

    def _scale(self) -> float:
        return PIXELS_A_POINT * self.times * theme.text_px() / theme.NORMAL_PX

    def _lay_out(self) -> None:
        # Qt tells of a new style several times while a screen is put together.
        if self._laid_out_for == (self.width(), self._scale()):
            return
        self._laid_out_for = (self.width(), self._scale())
        self._picture = self._chart.lay_out(max(self.width(), 240) / self._scale())
        self.setFixedHeight(round(self._picture.height * self._scale()) + 4)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters leave less room for all else."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(520, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw(painter, self._picture.marks, self._scale())


def draw(painter: QPainter, marks: Iterable[Mark], scale: float) -> None:
    """Draw marks from the painter's origin on, a point of theirs as `scale` pixels."""
    painter.save()
    painter.scale(scale, scale)
    for mark in marks:
        _draw(painter, mark, scale)
    painter.restore()


def _draw(painter: QPainter, mark: Mark, scale: float) -> None:
    colour = theme.colour(mark.tone.name.lower())
    match mark:
        case Line():
            painter.setPen(_pen(colour, mark.width, mark.dashed))
            painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))
        case Trail():
            painter.setPen(_pen(colour, mark.width, mark.dashed))
            painter.drawPolyline(_polygon(mark.places))
        case Area():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(_polygon(mark.corners))
        case Dot():
            _draw_dot(painter, mark)
        case Block():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            box = QRectF(mark.x, mark.y, mark.width, mark.height)
            painter.drawRoundedRect(box, mark.radius, mark.radius)
        case Words():
            _write(painter, mark, scale)


def _draw_dot(painter: QPainter, dot: Dot) -> None:
    colour = theme.colour(dot.tone.name.lower())
    middle = QPointF(dot.x, dot.y)
    if not dot.hollow:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(middle, dot.radius, dot.radius)
        return
    painter.setPen(QPen(colour, RING))
    painter.setBrush(theme.colour("paper"))
    painter.drawEllipse(middle, dot.radius - RING / 2, dot.radius - RING / 2)


def _pen(colour: QColor, width: float, dashed: bool) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dashed:
        pen.setDashPattern([3 / width, 2 / width])
    return pen


def _polygon(places: Places) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in places])


def _write(painter: QPainter, words: Words, scale: float) -> None:
    """Letters are written in the pixels of the screen, where they are sharp and of the size that
    the look gives them; the places are scaled."""
    font = QFont(theme.FAMILY)
    font.setPixelSize(max(1, round(words.size * scale)))
    font.setWeight(QFont.Weight.DemiBold if words.bold else QFont.Weight.Normal)
    measure = QFontMetricsF(font)
    shown = measure.elidedText(words.text, Qt.TextElideMode.ElideRight, words.room * scale + 1)
    width = measure.horizontalAdvance(shown)
    left = {
        Anchor.START: words.x * scale,
        Anchor.MIDDLE: words.x * scale - width / 2,
        Anchor.END: words.x * scale - width,
    }[words.anchor]
    painter.save()
    painter.scale(1 / scale, 1 / scale)
    painter.setFont(font)
    painter.setPen(theme.colour(words.tone.name.lower()))
    painter.drawText(QPointF(left, words.y * scale), shown)
    painter.restore()
