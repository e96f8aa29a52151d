"""A table with light headings, chips, sorting by heading and widths that are remembered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QByteArray,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.remembered import remembered
from desktop.widgets.table_rows import Align, Cell, CellPainter, Column, TableModel, TableRow


class Table(QTableView):
    """`key` names the table where its widths are remembered. `chosen` tells the id of the row
    that the cursor is on, `activated_row` of the row that Enter or a double click opens.

    `menu` gives, for a row's id, the entries of its context menu as (words, what to do)."""

    chosen = Signal(int)
    activated_row = Signal(int)

    def __init__(
        self,
        key: str,
        columns: Sequence[Column],
        name: str,
        menu: Callable[[int], Sequence[tuple[str, Callable[[], object]]]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._key = f"table/{key}"
        self._menu = menu
        self._restoring = False
        self._rows = TableModel(columns)
        self.setModel(self._rows)
        self.setItemDelegate(CellPainter(self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.scaled(theme.ROW_HEIGHT))
        self._prepare_headings(columns)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._open_menu)
        self.selectionModel().currentRowChanged.connect(self._row_changed)
        self.activated.connect(lambda index: self.activated_row.emit(self.id_at(index.row())))

    def _prepare_headings(self, columns: Sequence[Column]) -> None:
        heading = self.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setSortIndicatorShown(True)
        heading.setSortIndicatorClearable(True)
        heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        heading.setSectionsClickable(True)
        heading.setMinimumSectionSize(theme.scaled(36))
        heading.setFixedHeight(theme.scaled(36))
        self._restoring = True
        for place, column in enumerate(columns):
            if column.width:
                heading.resizeSection(place, theme.scaled(column.width))
            else:
                heading.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        kept = remembered().value(self._key)
        if isinstance(kept, QByteArray):
            heading.restoreState(kept)
        self._restoring = False
        self._given: list[TableRow] = []
        heading.sortIndicatorChanged.connect(self._sort)
        heading.sectionResized.connect(self._remember)

    # Rows ------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows in place of the old ones; sorting and choice stay."""
        chosen = self.chosen_id
        self._given = list(rows)
        blocked = self.selectionModel().blockSignals(True)
        self._rows.show(self._given)
        self._sort()
        self.selectionModel().blockSignals(blocked)
        if chosen is not None:
            self.choose(chosen)

    @property
    def ids(self) -> list[int]:
        """The ids as they stand on the screen, from top to bottom."""
        return [row.id for row in self._rows.rows]

    def id_at(self, row: int) -> int:
        return self._rows.rows[row].id

    @property
    def chosen_id(self) -> int | None:
        current = self.currentIndex()
        return self.id_at(current.row()) if current.isValid() else None

    def choose(self, row_id: int) -> None:
        """Put the cursor on a row, when it is there."""
        for at, row in enumerate(self._rows.rows):
            if row.id == row_id:
                self.selectionModel().setCurrentIndex(
                    self._rows.index(at, 0),
                    QItemSelectionModel.SelectionFlag.ClearAndSelect
                    | QItemSelectionModel.SelectionFlag.Rows,
                )
                return

    def selected_ids(self) -> list[int]:
        """The ids of all selected rows, from top to bottom."""
        return [self.id_at(at) for at in sorted({i.row() for i in self.selectedIndexes()})]

    def _row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self.id_at(current.row()))

    # Sorting, copying, menu -------------------------------------------------------------------

    def _sort(self) -> None:
        heading = self.horizontalHeader()
        column = heading.sortIndicatorSection()
        chosen = self.chosen_id
        self._rows.rows = list(self._given)
        if 0 <= column < len(self._rows.columns):
            self._rows.sort(column, heading.sortIndicatorOrder())
        else:
            self._rows.layoutChanged.emit()
        if chosen is not None:
            self.choose(chosen)

    def _remember(self) -> None:
        if not self._restoring and self.isVisible():
            remembered().setValue(self._key, self.horizontalHeader().saveState())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, cells apart by tabs: fits a spreadsheet."""
        lines = []
        for at in sorted({i.row() for i in self.selectedIndexes()}):
            row = self._rows.rows[at]
            lines.append("\t".join(row.cell(c).text for c in range(len(row.cells))))
        QApplication.clipboard().setText("\n".join(lines))

    def _open_menu(self, at: QPoint) -> None:
        index = self.indexAt(at)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, do in self._menu(self.id_at(index.row())) if self._menu else ():
            menu.addAction(words).triggered.connect(lambda _checked=False, do=do: do())
        menu.addAction(_("Copy"), self.copy)
        menu.popup(self.viewport().mapToGlobal(at))


__all__ = ["Align", "Cell", "Column", "Table", "TableRow"]
