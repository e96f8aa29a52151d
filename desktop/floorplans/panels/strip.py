"""The furniture to choose from, by room, under the drawing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from desktop.floorplans.catalogue import Item, item, items, items_for
from desktop.floorplans.plan import RoomType
from desktop.floorplans.wording import room_word
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.fields import ChoiceInput

# A thing in the strip, in pixels of normal print: all of it, its picture, its letters.
WIDE, HIGH, PICTURE, NAME_PX = 122, 90, 48, 12
WRAPPED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
Index = QModelIndex | QPersistentModelIndex
KEY = Qt.ItemDataRole.UserRole
# The pictures are drawn on white paper; on a dark screen they take its colours.
DRAWN_LINE, DRAWN_GROUND = "#5b6875", "#ffffff"


class FurnitureStrip(QFrame):
    """`chosen` tells the `Item` that is taken in hand."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        rooms = [type for type in RoomType if items_for(type)]
        self.rooms = ChoiceInput(
            [(None, _("For all rooms")), *((type, room_word(type)) for type in rooms)]
        )
        self.rooms.setAccessibleName(_("Furniture by room"))
        self.rooms.setFixedWidth(theme.scaled(150))
        self.rooms.changed.connect(self._show)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Furniture"))
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setFlow(QListView.Flow.LeftToRight)
        self.list.setWrapping(False)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.list.setItemDelegate(_Painter(self.list))
        self.list.setFixedHeight(theme.scaled(HIGH + 14))
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.currentItemChanged.connect(self._tell)
        # At the press: a drag begins with it, also of what was in hand before.
        self.list.itemPressed.connect(self._tell)
        # Beside each other: the drawing above keeps the height.
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 0)
        row.setSpacing(theme.SMALL)
        beside = QVBoxLayout()
        beside.setSpacing(theme.SMALL)
        beside.addWidget(self.rooms)
        beside.addLayout(self._arrows())
        beside.addStretch(1)
        row.addLayout(beside)
        row.addWidget(self.list, 1)
        self._show()

    def _arrows(self) -> QHBoxLayout:
        """Two buttons for a finger: a drag along the things would take one of them."""
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        for way, icon, words in (
            (-1, "chevron-left", _("Furniture before")),
            (1, "chevron-right", _("More furniture")),
        ):
            button = secondary("", partial(self._turn, way))
            button.show_icon(icon, words)
            row.addWidget(button, 1)
        return row

    def _turn(self, way: int) -> None:
        """On to the things beside those on view."""
        bar = self.list.horizontalScrollBar()
        bar.setValue(bar.value() + way * (self.list.viewport().width() - theme.scaled(WIDE)))

    def _show(self) -> None:
        room = self.rooms.value()
        shown = items() if room is None else items_for(room)
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for one in shown:
            entry = QListWidgetItem(QIcon(_picture(one, self.devicePixelRatioF())), one.title)
            entry.setData(KEY, one.key)
            size = _("{width} by {depth} cm").format(
                width=round(one.width_mm / 10), depth=round(one.depth_mm / 10)
            )
            entry.setToolTip(f"{one.title}, {size}")
            self.list.addItem(entry)
        self.list.blockSignals(blocked)

    def _tell(self, entry: QListWidgetItem | None) -> None:
        if entry is not None:
            self.chosen.emit(item(entry.data(KEY)))


class _Painter(QStyledItemDelegate):
    """The picture of a thing, and below it what it is called, over as many lines as that takes."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(theme.scaled(WIDE), theme.scaled(HIGH))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        box = QRect(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        if state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            chosen = bool(state & QStyle.StateFlag.State_Selected)
            painter.setBrush(theme.colour("brand_soft" if chosen else "canvas"))
            painter.drawRoundedRect(box, 6, 6)
        side = theme.scaled(PICTURE)
        picture = QRect(box.center().x() - side // 2, box.top() + 2, side, side)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, picture)
        painter.setPen(theme.colour("ink"))
        painter.setFont(theme.font(NAME_PX))
        painter.drawText(words_box(box), WRAPPED, index.data())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)
        painter.restore()


def words_box(box: QRect) -> QRect:
    """Where the words of a thing go."""
    return box.adjusted(2, theme.scaled(PICTURE) + 4, -2, 0)


def _picture(one: Item, scale: float) -> QPixmap:
    """The drawing of a thing in a square, in the colours of the screen."""
    side = theme.scaled(PICTURE)
    made = QPixmap(QSize(side, side) * scale)
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    source = one.picture.read_text("utf-8")
    source = source.replace(DRAWN_LINE, theme.colours().soft).replace(
        DRAWN_GROUND, theme.colours().paper
    )
    renderer = QSvgRenderer(source.encode())
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter = QPainter(made)
    renderer.render(painter)
    painter.end()
    return made
