"""The rows of a table: columns, cells, their order and how they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.language.fold import fold
from desktop.widgets import theme
from desktop.widgets.chip import chip_size, paint_chip
from desktop.widgets.theme import Tone

Index = QModelIndex | QPersistentModelIndex
CELL = Qt.ItemDataRole.UserRole
ROWS_MEASURED = 40
PICTURE = QSize(48, 36)  # in a cell, in pixels of normal print


class Align(Enum):
    LEFT = Qt.AlignmentFlag.AlignLeft
    RIGHT = Qt.AlignmentFlag.AlignRight


@dataclass(frozen=True)
class Column:
    """A heading; `width` in pixels of normal print, 0 for the column that takes what is left."""

    title: str
    width: int = 120
    align: Align = Align.LEFT


@dataclass(frozen=True)
class Cell:
    """Words in a cell: as a chip with a tone, or bold. `sort` is what it sorts by, when that is
    not its words. `note` shows on hover. A `picture` stands in place of the words, which screen
    readers and the clipboard have; it is asked for when the row is on view."""

    text: str = ""
    tone: Tone | None = None
    bold: bool = False
    sort: Any = None
    note: str = ""
    picture: Callable[[], QPixmap] | None = None


@dataclass(frozen=True)
class TableRow:
    """A row by its id. `cells` may be plain words."""

    id: int
    cells: tuple[Cell | str, ...]

    def cell(self, column: int) -> Cell:
        found = self.cells[column]
        return Cell(found) if isinstance(found, str) else found


class TableModel(QAbstractTableModel):
    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: list[TableRow] = []

    def show(self, rows: Sequence[TableRow]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.columns[section].title
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return self.columns[section].align.value | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self.rows[index.row()].cell(index.column())
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return cell.note or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.columns[index.column()].title}: {cell.text}"
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        def key(row: TableRow) -> tuple[bool, Any]:
            cell = row.cell(column)
            if cell.sort is not None:
                return False, cell.sort
            return not cell.text, fold(cell.text)

        self.layoutAboutToBeChanged.emit()
        self.rows.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
        self.layoutChanged.emit()


def needed_widths(rows: TableModel) -> list[int]:
    """How wide each column must be to show the words of its cells, in pixels; by the first rows,
    as many as are ever on view together."""
    shown = rows.rows[:ROWS_MEASURED]
    return [
        max((needed_width(row.cell(place)) for row in shown), default=0)
        for place in range(len(rows.columns))
    ]


def needed_width(cell: Cell) -> int:
    """The width of a column in which the words of this cell are not cut, in pixels."""
    if not cell.text:
        return 0
    if cell.picture is not None:
        return theme.scaled(PICTURE.width()) + 2 * theme.SMALL
    if cell.tone is not None:
        return chip_size(cell.text).width() + 2 * theme.SMALL
    # Letters have broken widths on some screens: one pixel less already cuts the last one.
    return QFontMetrics(_font(cell.bold)).horizontalAdvance(cell.text) + 2 * theme.SMALL + 2


def _font(is_bold: bool) -> QFont:
    return theme.font(13, QFont.Weight.DemiBold if is_bold else QFont.Weight.Normal)


class CellPainter(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: Cell = index.data(CELL)
        box: QRect = option.rect
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.colour("brand_soft"))
        painter.setPen(theme.colour("line"))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(theme.SMALL, 0, -theme.SMALL, 0)
        if cell.picture is not None:
            place = QRect(inside.topLeft(), PICTURE * (theme.scaled(100) / 100))
            place.moveCenter(QPoint(place.center().x(), inside.center().y()))
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place, cell.picture())
        elif cell.tone is not None and cell.text:
            size = chip_size(cell.text)
            chip = QRect(
                inside.left(),
                inside.top() + (inside.height() - size.height()) // 2,
                min(size.width(), inside.width()),
                size.height(),
            )
            paint_chip(painter, chip, cell.text, cell.tone)
        else:
            model = index.model()
            align = (
                model.columns[index.column()].align if isinstance(model, TableModel) else Align.LEFT
            )
            painter.setFont(_font(cell.bold))
            painter.setPen(theme.colour("ink"))
            shown = painter.fontMetrics().elidedText(
                cell.text, Qt.TextElideMode.ElideRight, inside.width()
            )
            painter.drawText(inside, align.value | Qt.AlignmentFlag.AlignVCenter, shown)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.colour("brand"), 2))
            painter.drawRect(box.adjusted(1, 1, -1, -2))
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        # Words that are cut show whole on hover.
        cell: Cell | None = index.data(CELL)
        if cell is None or cell.note or needed_width(cell) <= option.rect.width():
            return super().helpEvent(event, view, option, index)
        QToolTip.showText(event.globalPos(), cell.text, view)
        return True
