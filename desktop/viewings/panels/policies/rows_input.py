"""A list of texts that people fill in row by row, in an order that they choose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import Button, secondary
from desktop.widgets.fields import Input
from desktop.widgets.icons import icon
from desktop.widgets.swapped import Swapped


class RowsInput(Input):
    """`columns` are (name in the row, words). The value is a list of rows, each with a `key` that
    stays with it; rows in which nothing is written are left out."""

    def __init__(
        self,
        columns: Sequence[tuple[str, str]],
        prefix: str,
        add_words: str,
        rows: Sequence[Mapping[str, str]] = (),
    ) -> None:
        super().__init__(QWidget())
        self._columns, self._prefix = columns, prefix
        self._rows: list[dict[str, str]] = []
        self._edits: list[dict[str, QLineEdit]] = []
        column = QVBoxLayout(self.inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        self._place = Swapped()
        column.addWidget(self._place)
        self.add_button = secondary(add_words, self.add_row)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.inner.setFocusProxy(self.add_button)
        self.set_value(rows)

    def value(self) -> list[dict[str, str]]:
        self._take()
        return [dict(row) for row in self._rows if any(row[name] for name, _w in self._columns)]

    def set_value(self, value: Sequence[Mapping[str, str]]) -> None:
        self._rows = [
            {"key": row["key"], **{name: row.get(name, "") for name, _w in self._columns}}
            for row in value
        ]
        self._build()

    def add_row(self) -> None:
        """An empty row at the end, ready to be written in."""
        self._take()
        used = {row["key"] for row in self._rows}
        number = next(n for n in range(1, 1000) if f"{self._prefix}-{n}" not in used)
        empty = {name: "" for name, _w in self._columns}
        self._rows.append({"key": f"{self._prefix}-{number}", **empty})
        self._build()
        self._edits[-1][self._columns[0][0]].setFocus()

    def _move(self, at: int, by: int) -> None:
        self._take()
        to = at + by
        if 0 <= to < len(self._rows):
            self._rows[at], self._rows[to] = self._rows[to], self._rows[at]
            self._build()
            self._edits[to][self._columns[0][0]].setFocus()
            self.changed.emit()

    def _remove(self, at: int) -> None:
        self._take()
        del self._rows[at]
        self._build()
        self.add_button.setFocus()
        self.changed.emit()

    def _take(self) -> None:
        """What stands in the fields into the rows."""
        for row, edits in zip(self._rows, self._edits, strict=True):
            for name, edit in edits.items():
                row[name] = edit.text().strip()

    def _build(self) -> None:
        self._edits = []
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.TIGHT)
        for at, row in enumerate(self._rows):
            self._build_row(grid, at, row)
        self._place.show_content(shown)

    def _build_row(self, grid: QGridLayout, at: int, row: Mapping[str, str]) -> None:
        edits: dict[str, QLineEdit] = {}
        for place, (name, words) in enumerate(self._columns):
            edit = QLineEdit(row[name])
            edit.setPlaceholderText(words)
            edit.setAccessibleName(_("{what}, row {n}").format(what=words, n=at + 1))
            edit.setCursorPosition(0)
            edit.textEdited.connect(self.changed)
            edits[name] = edit
            grid.addWidget(edit, 2 * at + place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._edits.append(edits)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for name, words, do in (
            ("chevron-up", _("Move up"), lambda: self._move(at, -1)),
            ("chevron-down", _("Move down"), lambda: self._move(at, 1)),
            ("close", _("Remove"), lambda: self._remove(at)),
        ):
            button = Button("", do, "plain")
            button.setIcon(icon(name, "soft"))
            button.setIconSize(QSize(16, 16))
            button.setToolTip(words)
            button.setAccessibleName(_("{what}, row {n}").format(what=words, n=at + 1))
            buttons.addWidget(button)
        grid.addLayout(buttons, 2 * at, 2)
