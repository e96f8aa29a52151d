"""Two to six drawings side by side, over each other, or as a map of where rooms lie."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.floorplans.canvas import thumbnail
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.plan import RoomType
from desktop.floorplans.queries import SketchView
from desktop.floorplans.titles import title_of
from desktop.floorplans.wording import floor_area, room_word
from desktop.language import _
from desktop.language.format import percent
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.fields import ChoiceInput
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

# In this order, so that two drawings over each other differ in more than colour: the legend
# names each, and the lines of the second are dashed by its place.
OVERLAY_INKS = ("brand", "amber", "blue", "red", "green", "grey")
TITLE_PX = 22


class Comparison(QDialog):
    """A window with the chosen drawings, all to one scale; the lowest storey of each."""

    def __init__(self, desk: Desk, views: Sequence[SketchView], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._views = desk, views
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Compare drawings"))
        self.setObjectName("canvas")
        names = [title_of(view.line) for view in views]
        plans = [derive_home(view.home)[0] for view in views]
        self.beside = SideBySide(names, plans)
        self.over = Overlaid(names, plans)
        self.heat = HeatMap(plans)
        self.parts = Segments(
            [("beside", _("Side by side")), ("over", _("Over each other")), ("heat", _("Where"))],
            _("Ways to compare"),
        )
        self._stack = QStackedWidget()
        for part in (self.beside, self.over, self.heat):
            self._stack.addWidget(part)
        self.parts.chosen.connect(
            lambda key: self._stack.setCurrentIndex(["beside", "over", "heat"].index(key))
        )
        top = QHBoxLayout()
        top.addWidget(self.parts)
        top.addStretch(1)
        top.addWidget(secondary(_("Close"), self.close))
        top.addWidget(primary(_("Print"), self._print))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        column.setSpacing(theme.MEDIUM)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self.resize(parent.size() - QSize(80, 80))

    def _print(self) -> None:
        from desktop.floorplans.documents.papers import comparison_paper

        ids, now = [view.line.id for view in self._views], self._desk.now()
        self._desk.show_paper(lambda session: comparison_paper(session, ids, now))


class SideBySide(QWidget):
    """Every drawing in its own field of a grid, to one scale."""

    def __init__(self, names: Sequence[str], plans: Sequence[Derived]) -> None:
        super().__init__()
        self._names, self._plans = names, plans
        self._box = _same_size(plans)
        self.setAccessibleName(_("Side by side") + ": " + ", ".join(names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        columns = ceil(sqrt(len(self._plans)))
        rows = ceil(len(self._plans) / columns)
        width, height = self.width() / columns, self.height() / rows
        for n, (name, plan) in enumerate(zip(self._names, self._plans, strict=True)):
            at = QRectF((n % columns) * width, (n // columns) * height, width, height)
            field = at.adjusted(4, 4, -4, -4)
            painter.fillRect(field, QColor(inks().ground))
            title = QRectF(field.left() + 10, field.top() + 4, field.width() - 20, TITLE_PX)
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("ink"))
            words = f"{name} · {floor_area(plan.usable_mm2)}"
            painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
            if self._box is not None:
                own = thumbnail.extent([plan])
                box = self._box if own is None else _around(own, self._box)
                where = field.adjusted(0, TITLE_PX + 4, 0, 0)
                thumbnail.paint(painter, plan, where, box)
        painter.end()


class Overlaid(QWidget):
    """The walls of all drawings over each other, each in its own colour, with a legend."""

    def __init__(self, names: Sequence[str], plans: Sequence[Derived]) -> None:
        super().__init__()
        self._names, self._plans = names, plans
        self._box = thumbnail.extent(plans)
        self.setAccessibleName(_("Over each other") + ": " + ", ".join(names))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(inks().ground))
        legend = theme.scaled(220)
        paper = QRectF(self.rect()).adjusted(0, 0, -legend, 0)
        painter.setFont(theme.font(13))
        for n, (name, plan) in enumerate(zip(self._names, self._plans, strict=True)):
            colour = theme.colour(OVERLAY_INKS[n % len(OVERLAY_INKS)])
            at = QRectF(paper.right() + 12, 16 + n * theme.scaled(28), legend - 24, TITLE_PX)
            painter.fillRect(QRectF(at.left(), at.top() + 4, 14, 14), colour)
            painter.setPen(theme.colour("ink"))
            painter.drawText(
                at.adjusted(22, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, f"{n + 1}  {name}"
            )
            if self._box is not None:
                colour.setAlpha(120)
                thumbnail.paint_walls(painter, plan, paper, self._box, colour)
        painter.end()


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
        colour = theme.colour("brand")
        colour.setAlphaF(0.85 / len(self._plans))
        for plan in self._plans:
            rooms = [room.polygon for room in plan.rooms if room.type is self.type]
            thumbnail.paint_polygons(painter, rooms, where, self._box, colour)
        faint = theme.colour("soft")
        faint.setAlpha(60)
        thumbnail.paint_walls(painter, self._plans[0], where, self._box, faint)


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


def _same_size(plans: Sequence[Derived]) -> thumbnail.Box | None:
    """A box in which the largest of the drawings fits."""
    boxes = [box for plan in plans if (box := thumbnail.extent([plan])) is not None]
    if not boxes:
        return None
    wide = max(right - left for left, _bottom, right, _top in boxes)
    high = max(top - bottom for _left, bottom, _right, top in boxes)
    return 0.0, 0.0, wide, high


def _around(own: thumbnail.Box, size: thumbnail.Box) -> thumbnail.Box:
    """A box of that size around the middle of a drawing."""
    x, y = (own[0] + own[2]) / 2, (own[1] + own[3]) / 2
    half_wide, half_high = (size[2] - size[0]) / 2, (size[3] - size[1]) / 2
    return x - half_wide, y - half_high, x + half_wide, y + half_high
