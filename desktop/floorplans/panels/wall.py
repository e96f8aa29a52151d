"""A wall of small pictures of drawings, to choose from and to open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.floorplans.canvas.thumbnail import thumbnail
from desktop.floorplans.geometry import derive_home, usable_area_mm2
from desktop.floorplans.plan import Home
from desktop.floorplans.queries import SketchView
from desktop.floorplans.titles import title_of
from desktop.floorplans.wording import floor_area
from desktop.widgets import theme

# The size of a picture, in pixels of normal print.
PICTURE = 168, 116
ID = Qt.ItemDataRole.UserRole
# The round that shows what is chosen: its size, and the line of the tick as shares of that.
TICK = 22
TICK_LINE = ((0.27, 0.52), (0.44, 0.69), (0.74, 0.34))
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class _Shown:
    """A drawing as it hangs on the wall: its picture in these colours, and its usable area."""

    home: Home
    look: str
    picture: QPixmap
    usable: str


class DrawingsWall(QListWidget):
    """`opened` tells the drawing that is opened (double click or Enter), `asked` the one whose
    menu is asked and where, `chosen_changed` that others are chosen. With `ticks` a tap chooses one
    more, and a tick shows which are chosen."""

    opened = Signal(int)
    asked = Signal(int, QPoint)
    chosen_changed = Signal()

    def __init__(
        self,
        name: str,
        empty: str = "",
        ticks: bool = False,
    ) -> None:
        super().__init__()
        self._picture = QSize(*(theme.scaled(side) for side in PICTURE))
        self.views: Sequence[SketchView] = ()
        self._empty = empty
        self._shown: dict[int, _Shown] = {}
        self.setAccessibleName(name)
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        if ticks:
            self.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
            self.setItemDelegate(_Ticked(self))
        self.setIconSize(self._picture)
        self.setGridSize(self._grid())
        self.setWordWrap(True)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(ID)))
        self.itemSelectionChanged.connect(self.chosen_changed)

    @property
    def chosen(self) -> list[int]:
        """The drawings that are chosen."""
        return [item.data(ID) for item in self.selectedItems()]

    def show_drawings(self, views: Sequence[SketchView]) -> None:
        """Show these, with those still chosen that were."""
        chosen = set(self.chosen)
        self.views = views
        blocked = self.blockSignals(True)
        self.clear()
        for view in views:
            shown = self._look_at(view)
            words = f"{title_of(view.line)}\n{shown.usable}"
            item = QListWidgetItem(QIcon(shown.picture), words)
            item.setData(ID, view.line.id)
            item.setTextAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            self.addItem(item)
            item.setSelected(view.line.id in chosen)
        self.setAccessibleDescription("" if views else self._empty)
        self.blockSignals(blocked)
        self.chosen_changed.emit()

    def _grid(self) -> QSize:
        wide = max(self._picture.width(), theme.scaled(132)) + theme.scaled(24)
        return QSize(wide, self._picture.height() + theme.scaled(52))

    def _look_at(self, view: SketchView) -> _Shown:
        """What is shown of a drawing, made again only when it changed or the colours did."""
        look = theme.colours().paper
        known = self._shown.get(view.line.id)
        if known is None or known.home != view.home or known.look != look:
            levels = derive_home(view.home)
            known = self._shown[view.line.id] = _Shown(
                view.home,
                look,
                thumbnail(levels[0], self._picture, self.devicePixelRatioF()),
                floor_area(usable_area_mm2(levels)),
            )
        return known

    def _ask(self, where: QPoint) -> None:
        item = self.itemAt(where)
        if item is not None and item.data(ID) is not None:
            self.asked.emit(item.data(ID), self.viewport().mapToGlobal(where))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._empty and not self.views:
            painter = QPainter(self.viewport())
            painter.setPen(theme.colour("soft"))
            where = self.viewport().rect().adjusted(theme.LARGE, theme.LARGE, -theme.LARGE, 0)
            wrapped = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(where, wrapped, self._empty)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Menu and self.currentItem() is not None:
            self._ask(self.visualItemRect(self.currentItem()).center())
        else:
            super().keyPressEvent(event)


class _Ticked(QStyledItemDelegate):
    """A picture with a round in its corner: empty, or with a tick when it is chosen."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        side = theme.scaled(TICK)
        box: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(box, theme.colour("brand_soft"))
        # The picture of a chosen one keeps its own colours.
        option.state &= ~QStyle.StateFlag.State_Selected
        super().paint(painter, option, index)
        at = QRectF(box.left() + theme.TIGHT, box.top() + theme.TIGHT, side, side)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("brand" if chosen else "soft"), 1.5))
        painter.setBrush(theme.colour("brand" if chosen else "paper"))
        painter.drawEllipse(at)
        if chosen:
            painter.setPen(QPen(theme.colour("paper"), 2))
            painter.drawPolyline([at.topLeft() + QPointF(x, y) * side for x, y in TICK_LINE])
        painter.restore()
