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
    Slot,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QMenu,
    QTableView,
    QWidget,
)

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.remembered import remembered
from desktop.widgets.table_rows import (
    Align,
    Cell,
    CellPainter,
    Column,
    TableModel,
    TableRow,
    needed_widths,
)

WIDEST = 340  # what a column asks for its words when room is scarce, in pixels of normal print
ARROW = 18  # beside the heading that the rows are sorted by, in pixels


class Table(QTableView):
    """Columns have their own widths and the open one takes what is left; where the words need more
    than there is, columns give room to each other, and after that the table scrolls sideways.
    Widths that the user chose stay.

    `key` names the table where these are remembered, for each size of text. `chosen` tells the
    id of the row that the cursor is on, `activated_row` of the row that Enter or a double click
    opens. `menu` gives, for a row's id, the entries of its context menu as (words, what to do)."""

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
        self._key = f"table/{key}/{theme.text_px()}"
        self._menu = menu
        self._placing = False
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
        heading.setMinimumSectionSize(theme.scaled(28))
        heading.setFixedHeight(theme.scaled(36))
        self._open = next((n for n, column in enumerate(columns) if not column.width), None)
        self._given: list[TableRow] = []
        # Measured once for the rows on view: a screen is laid out several times before it shows.
        self._needed = [0] * len(columns)
        kept = remembered().value(self._key)
        self._has_own_widths = isinstance(kept, QByteArray) and heading.restoreState(kept)
        heading.sortIndicatorChanged.connect(self._sort)
        heading.sortIndicatorChanged.connect(self._place_columns)
        heading.sectionResized.connect(self._remember)

    # Widths ----------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_columns()

    @Slot()
    def _place_columns(self) -> None:
        """Give each column its width; the open one takes what the others leave."""
        heading = self.horizontalHeader()
        needs = [
            max(self.heading_width(place), min(width, theme.scaled(WIDEST)))
            for place, width in enumerate(self._needed)
        ]
        if self._has_own_widths:
            widths = [heading.sectionSize(place) for place in range(heading.count())]
        else:
            widths = self._shared_widths(needs)
        if self._open is not None:
            others = sum(widths) - widths[self._open]
            widths[self._open] = max(needs[self._open], self.viewport().width() - others)
        self._placing = True
        for place, width in enumerate(widths):
            heading.resizeSection(place, width)
        self._placing = False

    def heading_width(self, place: int) -> int:
        """The width in which a heading is not cut, in pixels. Qt's own hint keeps room for the
        arrow of the order in every heading; only one has it."""
        heading, title = self.horizontalHeader(), self._rows.columns[place].title
        words = QFontMetrics(theme.font(13, QFont.Weight.Medium)).horizontalAdvance(title)
        arrow = ARROW if heading.sortIndicatorSection() == place else 0
        return max(heading.minimumSectionSize(), words + 2 * theme.SMALL + 2 + arrow)

    def _shared_widths(self, needs: Sequence[int]) -> list[int]:
        """What each column needs, and of what is over its share of what it would like."""
        likes = [
            max(0, theme.scaled(column.width) - need)
            for column, need in zip(self._rows.columns, needs, strict=True)
        ]
        over = max(0, self.viewport().width() - sum(needs))
        share = min(1.0, over / max(1, sum(likes)))
        return [need + int(like * share) for need, like in zip(needs, likes, strict=True)]

    # Rows ------------------------------------------------------------------------------------

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows in place of the old ones; sorting and choice stay."""
        chosen = self.chosen_id
        self._given = list(rows)
        blocked = self.selectionModel().blockSignals(True)
        self._rows.show(self._given)
        self._sort()
        self._place_columns()
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

    def choose_first(self) -> None:
        """Put the cursor on the first row, unless it is on one already."""
        if self.chosen_id is None and self._rows.rows:
            self.choose(self.id_at(0))

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
        self._needed = needed_widths(self._rows)
        if chosen is not None:
            self.choose(chosen)

    def _remember(self) -> None:
        if not self._placing and self.isVisible():
            self._has_own_widths = True
            self._place_columns()
            remembered().setValue(self._key, self.horizontalHeader().saveState())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # A dialog around the table would press the button of the one that Enter just opened.
            event.accept()

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
