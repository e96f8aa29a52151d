"""A page with one table: what can be done above it, and the first step while there is nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button
from desktop.widgets.card import Card
from desktop.widgets.empty import Empty
from desktop.widgets.flow import flowing
from desktop.widgets.table import Column, Table, TableRow
from desktop.widgets.words import Words

Entries = Sequence[tuple[str, Callable[[], object]]]


class TablePage(QWidget):
    """`of_row` are the buttons about the row that the cursor is on; `others` are about none. The
    cursor begins on the first row. Without rows the first step is there once: a button of that
    name, and those about a row, are away until there is one. `hint` is a sentence under the table,
    such as about that row."""

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
        self._buttons = (*of_row, *others)
        self.table = Table(key, columns, name, menu=menu)
        self.hint = Words("", "soft", wraps=True)
        self.hint.hide()
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        if self._buttons:
            column.addLayout(flowing(*self._buttons))
        column.addWidget(self.table, 1)
        column.addWidget(self.hint)
        self._empty = empty
        self._stack = QStackedWidget()
        self._stack.addWidget(empty)
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.table.chosen.connect(lambda _id: self.offer())

    def in_card(self, title: str, subtitle: str = "") -> Card:
        """A card with this page, and its buttons beside the title."""
        card = Card(title, subtitle, actions=self._buttons)
        card.add(self, 1)
        return card

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show these rows; the first step when there are none."""
        self.table.show_rows(rows)
        self.table.choose_first()
        self._stack.setCurrentIndex(1 if rows else 0)
        for button in self._buttons:
            needs_rows = button in self._of_row or button.text() == self._empty.step
            button.setVisible(bool(rows) or not needs_rows)
        self.offer()

    def tell(self, words: str) -> None:
        """Show a sentence under the table; nothing when there are no words."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))

    def offer(self) -> None:
        """Switch the buttons of a row on or off."""
        reason = None if self.table.chosen_id is not None else _("Choose a row first.")
        for button in self._of_row:
            button.set_reason(reason)
