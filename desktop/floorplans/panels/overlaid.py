"""The walls of drawings over each other: what differs is told by colour and by number."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.floorplans.canvas import thumbnail
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.drawing.walls_apart import polygons_in, walls_apart
from desktop.floorplans.geometry import Derived
from desktop.language import _
from desktop.widgets import theme

# Two that lie over each other stay apart; each has its number too, in the drawing and the legend.
OVERLAY_INKS = ("brand", "amber", "blue", "red", "green", "ink")
OVERLAY_ALPHA = 120
WORDS_PX, LEGEND, NUMBER_PX = 22, 220, 17


class Overlaid(QWidget):
    """The walls of all drawings over each other, with a legend: what all have in one place is
    grey, what is different has the colour of its drawing, and its number."""

    def __init__(self, names: Sequence[str], plans: Sequence[Derived]) -> None:
        super().__init__()
        self._names, self._plans = names, plans
        self._box = thumbnail.extent(plans)
        self._walls = walls_apart(plans)
        self.setAccessibleName(_("Over each other") + ": " + ", ".join(names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(inks().ground))
        paper = QRectF(self.rect()).adjusted(0, 0, -theme.scaled(LEGEND), 0)
        painter.setFont(theme.font(13))
        for n, (name, own) in enumerate(zip(self._names, self._walls.own, strict=True)):
            self._explain(painter, n, name)
            colour = theme.colour(OVERLAY_INKS[n])
            colour.setAlpha(OVERLAY_ALPHA)
            self._fill(painter, own, paper, colour)
        grey = theme.colour("grey")
        at = self._explain(painter, len(self._names), _("The same in all"))
        painter.fillRect(QRectF(at.x() - 7, at.y() - 7, 14, 14), grey)
        self._fill(painter, self._walls.shared, paper, grey)
        for n, place in enumerate(self.number_places(paper)):
            if place is not None:
                _paint_number(painter, n, place)
        for n in range(len(self._names)):
            _paint_number(painter, n, self._legend_mark(n))
        painter.end()

    def number_places(self, paper: QRectF) -> list[QPointF | None]:
        """Where the number of each drawing stands, on walls that are its own; None for one that
        has none."""
        box = self._box
        return [
            None if place is None or box is None else thumbnail.on_screen(paper, box, *place)
            for place in self._walls.places
        ]

    def _explain(self, painter: QPainter, row: int, words: str) -> QPointF:
        """The words of a line of the legend; gives the place of its mark."""
        mark = self._legend_mark(row)
        at = QRectF(mark.x() + 18, mark.y() - WORDS_PX / 2, theme.scaled(LEGEND) - 48, WORDS_PX)
        painter.setPen(theme.colour("ink"))
        painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, words)
        return mark

    def _legend_mark(self, row: int) -> QPointF:
        return QPointF(self.width() - theme.scaled(LEGEND) + 20, 27 + row * theme.scaled(28))

    def _fill(
        self, painter: QPainter, shape: shapely.Geometry, where: QRectF, colour: QColor
    ) -> None:
        if self._box is not None:
            thumbnail.paint_polygons(painter, polygons_in(shape), where, self._box, colour)


def _paint_number(painter: QPainter, n: int, at: QPointF) -> None:
    """The number of a drawing in a round of its colour."""
    side = theme.scaled(NUMBER_PX)
    round_ = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
    painter.setPen(QPen(QColor(inks().ground), 1.5))
    painter.setBrush(theme.colour(OVERLAY_INKS[n]))
    painter.drawEllipse(round_)
    painter.setPen(theme.colour("paper"))
    painter.setFont(theme.font(11))
    painter.drawText(round_, Qt.AlignmentFlag.AlignCenter, str(n + 1))
    painter.setFont(theme.font(13))
