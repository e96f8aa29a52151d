"""Two to six drawings side by side, over each other, or as a map of where rooms lie."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from math import ceil, sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.floorplans.canvas import thumbnail
from desktop.floorplans.canvas.inks import inks
from desktop.floorplans.drawing.storey import storey_word
from desktop.floorplans.geometry import Derived, derive_home
from desktop.floorplans.panels.heat_map import HeatMap
from desktop.floorplans.panels.overlaid import Overlaid
from desktop.floorplans.queries import Compared
from desktop.floorplans.titles import title_among
from desktop.floorplans.wording import floor_area
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import primary, secondary
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments
from desktop.widgets.words import Words

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from desktop.floorplans.documents.sheets import Drawn

TITLE_PX = 22


class Comparison(QDialog):
    """A window with two to six drawings, all to one scale, a storey at a time."""

    def __init__(self, desk: Desk, compared: Sequence[Compared], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._compared = desk, compared
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Compare drawings"))
        self.setObjectName("canvas")
        self._names = [title_among(one) for one in compared]
        self._homes = [derive_home(one.home) for one in compared]
        self.parts = Segments(
            [("beside", _("Side by side")), ("over", _("Over each other")), ("heat", _("Where"))],
            _("Ways to compare"),
        )
        self.parts.chosen.connect(lambda _key: self._show())
        highest = max((one.home for one in compared), key=lambda home: len(home.levels))
        self.levels = Segments(
            [(str(n), storey_word(highest, n)) for n in range(len(highest.levels))], _("Storeys")
        )
        self.levels.chosen.connect(lambda _key: self._show())
        self.levels.setVisible(len(highest.levels) > 1)
        self._without = Words("", "soft", wraps=True)
        self.part: QWidget = QWidget()
        top = QHBoxLayout()
        top.setSpacing(theme.LARGE)
        top.addWidget(self.parts)
        top.addWidget(self.levels)
        top.addStretch(1)
        top.addWidget(secondary(_("Close"), self.close))
        top.addWidget(primary(_("Print"), self._print))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.LARGE, theme.LARGE, theme.LARGE, theme.LARGE)
        self._column.setSpacing(theme.MEDIUM)
        self._column.addLayout(top)
        self._column.addWidget(self._without)
        self._column.addWidget(self.part, 1)
        self.resize(parent.size() - QSize(80, 80))
        self._show()

    def _show(self) -> None:
        """The drawings that have the storey on view, in the way that was chosen."""
        level = int(self.levels.current)
        there = [
            (name, home[level])
            for name, home in zip(self._names, self._homes, strict=True)
            if level < len(home)
        ]
        without = [
            name for name, home in zip(self._names, self._homes, strict=True) if level >= len(home)
        ]
        self._without.setText(
            _("Without this storey: {names}").format(names=", ".join(without)) if without else ""
        )
        self._without.setVisible(bool(without))
        names, plans = [name for name, _plan in there], [plan for _name, plan in there]
        part: QWidget
        match self.parts.current:
            case "beside":
                part = SideBySide(names, plans)
            case "over":
                part = Overlaid(names, plans)
            case _where:
                part = HeatMap(plans)
        self._column.replaceWidget(self.part, part)
        self.part.deleteLater()
        self.part = part

    def _print(self) -> None:
        self._desk.show_paper(self.print_what())

    def print_what(self) -> Callable[[Session], Paper]:
        """The sheet of what is on view: side by side all storeys, else the one that was chosen."""
        from desktop.floorplans.documents.comparison import draw_comparison
        from desktop.floorplans.documents.laid_over import draw_rooms, draw_walls
        from desktop.floorplans.documents.papers import compared_paper

        compared, now, level = self._compared, self._desk.now(), int(self.levels.current)
        draw: Callable[[Canvas, Sequence[Drawn]], None]
        match self.part:
            case HeatMap() as heat:
                draw = partial(draw_rooms, level=level, type=heat.type)
            case Overlaid():
                draw = partial(draw_walls, level=level)
            case _beside:
                draw = draw_comparison
        return lambda session: compared_paper(session, compared, now, draw)


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
                thumbnail.paint_names(painter, plan, where, box)
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
