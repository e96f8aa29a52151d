"""The list at the left: filter as you type, two lines a row with a chip, arrows to choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets import theme
from desktop.widgets.chip import chip_size, paint_chip
from desktop.widgets.empty import Empty
from desktop.widgets.filter_line import FilterLine
from desktop.widgets.theme import Tone

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
ROWS_AT_ONCE = 200


@dataclass(frozen=True)
class ListRow:
    """One row: title with a chip on the first line, detail and something at the right under it."""

    id: int
    title: str
    chip_text: str = ""
    chip_tone: Tone = Tone.GREY
    detail: str = ""
    right_text: str = ""


class _Rows(QAbstractListModel):
    """All rows are at hand, but the view learns of more only as somebody scrolls: laying out
    thousands at each keystroke would be slow."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[ListRow] = ()
        self._known = 0

    def show(self, rows: Sequence[ListRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self._known = min(len(rows), ROWS_AT_ONCE)
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        return self._known < len(self.rows)

    def fetchMore(self, parent: Index) -> None:
        self.learn(self._known + ROWS_AT_ONCE)

    def learn(self, count: int) -> None:
        """Let the view know of at least so many rows."""
        known = min(count, len(self.rows))
        if known > self._known:
            self.beginInsertRows(QModelIndex(), self._known, known - 1)
            self._known = known
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._known

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (row.title, row.chip_text, row.detail, row.right_text)
            return ", ".join(p for p in parts if p)
        return None


class _Painter(QStyledItemDelegate):
    """Draws a row; only the rows on view are ever drawn."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(200, theme.scaled(64))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ListRow = index.data(ROW)
        state = option.state
        box: QRect = option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("brand_soft"))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, theme.colour("canvas"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(14, theme.scaled(9), -12, -theme.scaled(9))
        half = inside.height() // 2
        top = QRect(inside.left(), inside.top(), inside.width(), half)
        bottom = QRect(inside.left(), inside.top() + half, inside.width(), half)
        self._first_line(painter, top, row)
        self._second_line(painter, bottom, row)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def _first_line(self, painter: QPainter, box: QRect, row: ListRow) -> None:
        room = box.width()
        title_font = theme.font(13, QFont.Weight.DemiBold)
        if row.chip_text:
            size = chip_size(row.chip_text)
            title = QFontMetrics(title_font).horizontalAdvance(row.title) + theme.SMALL
            # A long title keeps at least half of the line.
            width = min(size.width(), max(box.width() - title, box.width() // 2))
            chip = QRect(box.right() - width, box.top(), width, size.height())
            paint_chip(painter, chip, row.chip_text, row.chip_tone)
            room -= width + theme.SMALL
        painter.setFont(title_font)
        painter.setPen(theme.colour("ink"))
        _draw_elided(painter, QRect(box.left(), box.top(), room, theme.scaled(20)), row.title)

    def _second_line(self, painter: QPainter, box: QRect, row: ListRow) -> None:
        painter.setPen(theme.colour("soft"))
        painter.setFont(theme.font(12))
        right = QFontMetrics(painter.font()).horizontalAdvance(row.right_text)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, row.right_text
        )
        painter.setFont(theme.font(13))
        room = QRect(box.left(), box.top(), box.width() - right - theme.SMALL, box.height())
        _draw_elided(painter, room, row.detail, Qt.AlignmentFlag.AlignBottom)


def _draw_elided(
    painter: QPainter,
    box: QRect,
    words: str,
    upright: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | upright, shown)


class ChoiceList(QFrame):
    """`rows` is asked for each filter text; `chosen` tells the id of the row that is chosen.

    `empty` stands there while there is nothing at all, `nothing_found` while the filter finds
    nothing. Use `reload` after a change: the choice stays where it was.
    """

    chosen = Signal(int)

    def __init__(
        self,
        rows: Callable[[str], Sequence[ListRow]],
        filter_hint: str,
        name: str,
        empty: QWidget | None = None,
        nothing_found: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(_width_in(0))
        self._ask = rows
        self._chosen: int | None = None
        self.filter = FilterLine(filter_hint)
        self.filter.textChanged.connect(self.reload)
        self.filter.left.connect(self._go_in)
        self.view = QListView()
        self.view.setAccessibleName(name)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Rows()
        self.view.setModel(self._model)
        self.view.setItemDelegate(_Painter(self.view))
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._nothing = Empty(nothing_found)
        self._empty = empty or self._nothing
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        if empty is not None:
            self._stack.addWidget(empty)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 10, 10, 10)
        self._column.setSpacing(10)
        self._column.addWidget(self.filter)
        self._column.addLayout(self._stack, 1)
        self.reload()

    def add_under_filter(self, widget: QWidget) -> None:
        """Another filter, between the words and the rows."""
        self._column.insertWidget(1, widget)

    def add_at_foot(self, widget: QWidget) -> None:
        """A button under the list, such as the one that makes a new row."""
        self._column.addWidget(widget)

    def reload(self) -> None:
        """Ask the rows again; what was chosen stays chosen when it is still there."""
        words = self.filter.text()
        rows = self._ask(words)
        blocked = self.view.selectionModel().blockSignals(True)
        self._model.show(rows)
        self.view.selectionModel().blockSignals(blocked)
        if rows:
            self._stack.setCurrentWidget(self.view)
        else:
            self._stack.setCurrentWidget(self._nothing if words.strip() else self._empty)
        self._mark()

    @property
    def chosen_id(self) -> int | None:
        return self._chosen

    @property
    def rows(self) -> Sequence[ListRow]:
        return self._model.rows

    def choose(self, row_id: int | None) -> None:
        """Choose a row by its id, also one that the filter hides; tells `chosen` when it is
        another one than before."""
        before, self._chosen = self._chosen, row_id
        self._mark()
        if row_id is not None and row_id != before:
            self.chosen.emit(row_id)

    def choose_first(self) -> None:
        """Choose the first row, when nothing is chosen yet and there is one."""
        if self._chosen is None and self._model.rows:
            self.choose(self._model.rows[0].id)

    def _mark(self) -> None:
        selection = self.view.selectionModel()
        at = next((n for n, row in enumerate(self._model.rows) if row.id == self._chosen), None)
        blocked = selection.blockSignals(True)
        if at is None:
            selection.clear()
        else:
            self._model.learn(at + 1)
            index = self._model.index(at)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.view.scrollTo(index)
        selection.blockSignals(blocked)
        self.view.viewport().update()

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.choose(self._model.rows[current.row()].id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        beside = self.parentWidget()
        if beside is not None:
            beside.installEventFilter(self)
            self.setFixedWidth(_width_in(beside.width()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is (beside := self.parentWidget()) and beside is not None:
            if event.type() is QEvent.Type.Resize:
                self.setFixedWidth(_width_in(beside.width()))
            return False
        return super().eventFilter(watched, event)

    def _go_in(self) -> None:
        self.view.setFocus()
        if self._model.rows and not self.view.currentIndex().isValid():
            self.choose(self._model.rows[0].id)


def _width_in(room: int) -> int:
    """How wide a list is in a part of the screen, in pixels. In large print and on a small screen
    what is chosen needs the room more."""
    return min(theme.scaled(340), 380, max(theme.scaled(220), round(room * 0.285)))
