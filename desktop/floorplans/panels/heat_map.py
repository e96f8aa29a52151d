"""A map of where rooms of one type lie in several drawings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.floorplans.canvas import thumbnail
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.geometry import Derived
from desktop.floorplans.plan import RoomType
from desktop.floorplans.wording import room_word
from desktop.language import _
from desktop.language.format import percent
from desktop.widgets import theme
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.words import Words


class HeatMap(QWidget):
    """Where rooms of one type lie: the darker, the more drawings have it there."""

    def __init__(self, plans: Sequence[Derived]) -> None:
        super().__init__()
        self._plans = plans
        self._box = thumbnail.extent(plans)
        there = [t for t in RoomType if any(r.type is t for p in plans for r in p.rooms)]
        self.choice = ChoiceInput([(t, room_word(t)) for t in there], there[0] if there else None)
        self.choice.changed.connect(self._show)
        self.choice.setAccessibleName(_("Type of room"))
        self._map = _Map(self)
        self._legend = Words("", "soft", wraps=True)
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._map, 1)
        self._show()

    @property
    def type(self) -> RoomType | None:
        """The type of room on view."""
        value = self.choice.value()
        return value if isinstance(value, RoomType) else None

    def _show(self) -> None:
        having = sum(any(r.type is self.type for r in plan.rooms) for plan in self._plans)
        share = percent(having / len(self._plans)) if self._plans else ""
        words = _("{n} of {all} drawings have this room ({share}). The darker, the more.")
        self._legend.setText(words.format(n=having, all=len(self._plans), share=share))
        self._map.setAccessibleName(self._legend.text())
        self._map.update()

    def paint_map(self, painter: QPainter, where: QRectF) -> None:
        """Every drawing adds as much ink; where all have the room it is darkest."""
        if self._box is None:
            return
        painter.drawImage(where, self._ink(where, self._box))
        faint = theme.colour("soft")
        faint.setAlpha(60)
        thumbnail.paint_walls(painter, self._plans[0], where, self._box, faint)

    def _ink(self, where: QRectF, box: thumbnail.Box) -> QImage:
        """The rooms over each other, in fine steps: of a hundred drawings each adds less than one
        of the 256 steps of a screen."""
        scale = self.devicePixelRatioF()
        size = (where.size() * scale).toSize()
        made = QImage(size, QImage.Format.Format_RGBA64_Premultiplied)
        made.setDevicePixelRatio(scale)
        made.fill(Qt.GlobalColor.transparent)
        colour = theme.colour("brand")
        colour.setAlphaF(0.85 / len(self._plans))
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for plan in self._plans:
            rooms = [room.polygon for room in plan.rooms if room.type is self.type]
            thumbnail.paint_polygons(painter, rooms, QRectF(QPointF(), where.size()), box, colour)
        painter.end()
        return made


class _Map(QWidget):
    def __init__(self, heat: HeatMap) -> None:
        super().__init__()
        self._heat = heat

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(inks().ground))
        self._heat.paint_map(painter, QRectF(self.rect()))
        painter.end()
