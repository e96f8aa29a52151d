"""The light of an agreement as a sign: shape, word and colour."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.agreements.charts import pale_words, sign
from desktop.agreements.states import Light
from desktop.documents.charts import signs
from desktop.widgets import chart, theme
from desktop.widgets.chip import SIDE, chip_font

HEIGHT, SHAPE, GAP, RADIUS = 20, 10, 7, 5  # pixels of normal print


def sign_size(light: Light, pale: bool = False) -> QSize:
    """The room that a sign takes."""
    letters = QFontMetrics(chip_font()).horizontalAdvance(_words(light, pale))
    return QSize(_before_words() + letters + SIDE, theme.scaled(HEIGHT))


def paint_sign(painter: QPainter, box: QRectF, light: Light, pale: bool = False) -> None:
    """Draw a sign in a box. A pale one, of an outdated measurement, is an outline."""
    what = sign(light)
    tone, ground = (theme.colour(t.name.lower()) for t in (what.tone, what.ground))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if pale:
        painter.setPen(QPen(theme.colour("field_line"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
    size = theme.scaled(SHAPE)
    middle = box.left() + SIDE - 1 + size / 2
    shape = signs.drawn(what.shape, what.tone, middle, box.center().y(), size, pale)
    chart.draw(painter, shape, 1)
    painter.setFont(chip_font())
    painter.setPen(theme.colour("soft") if pale else tone)
    room = box.adjusted(_before_words(), 0, -SIDE / 2, 0)
    shown = painter.fontMetrics().elidedText(
        _words(light, pale), Qt.TextElideMode.ElideRight, int(room.width())
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def _before_words() -> int:
    return SIDE - 1 + theme.scaled(SHAPE) + GAP


def _words(light: Light, pale: bool) -> str:
    return pale_words(light) if pale else sign(light).word


class LightSign(QWidget):
    """A sign as a widget. A screen reader hears its word."""

    def __init__(self, light: Light, pale: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(light, pale)

    def set(self, light: Light, pale: bool = False) -> None:
        """Show another light; `pale` for the last known one of an outdated measurement."""
        self.light, self.pale = light, pale
        self.setAccessibleName(_words(light, pale))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """The word on the sign."""
        return _words(self.light, self.pale)

    def sizeHint(self) -> QSize:
        return sign_size(self.light, self.pale)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_sign(QPainter(self), QRectF(self.rect()), self.light, self.pale)
