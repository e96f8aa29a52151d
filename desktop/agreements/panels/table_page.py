"""A page with one table: what can be done above it, and the first step while there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.empty import Empty
from desktop.widgets.table import Column, Table, TableRow
from desktop.widgets.words import Words

Entries = Sequence[tuple[str, Callable[[], object]]]


class TablePage(QWidget):
    """`of_row` are the buttons about the row that the cursor is on: they are off without one.
    `others` are about none. `hint` is a sentence beside them."""

    def __init__(
        self,
        key: str,
        columns: Sequence[Column],
        name: str,
        empty: Empty,
        of_row: Sequence[Button] = (),
        others: Sequence[Button] = (),
        menu: Callable[[int], Entries] | None = None,
    ) -> None:
        super().__init__()
        self._of_row = tuple(of_row)
        self.table = Table(key, columns, name, menu=menu)
        self.hint = Words("", "soft", wraps=True)
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(self.hint, 1)
        for button in (*of_row, *others):
            row.addWidget(button)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.table.chosen.connect(lambda _id: self.offer())

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the first step when there are none."""
        self.table.show_rows(rows)
        self._stack.setCurrentIndex(1 if rows else 0)
        self.offer()

    def offer(self) -> None:
        """Switch the buttons of a row on or off."""
        reason = None if self.table.chosen_id is not None else _("Choose a row first.")
        for button in self._of_row:
            button.set_reason(reason)
