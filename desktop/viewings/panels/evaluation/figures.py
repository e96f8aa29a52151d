"""Figures side by side: a line for each measure, a column for each complex or type of complex."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.viewings.panels.evaluation.cases import CasesDialog
from desktop.viewings.queries.evaluation.results import Result
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow

FIGURE_WIDTH = 192


class FiguresTable(QWidget):
    """A line for each of `lines` (what was measured, with a result for each column). Enter or a
    double click on a figure shows the dwellings behind it, when it has any."""

    def __init__(
        self,
        desk: Desk,
        key: str,
        name: str,
        columns: Sequence[str],
        lines: Sequence[tuple[str, Sequence[Result]]],
    ) -> None:
        super().__init__()
        self._desk, self._columns, self._lines = desk, columns, lines
        self.table = Table(
            key,
            [Column(_("What we measured"), 0), *(Column(of, FIGURE_WIDTH) for of in columns)],
            name,
        )
        self.table.show_rows(
            [
                TableRow(number, (Cell(label, note=label), *map(_figure, results)))
                for number, (label, results) in enumerate(lines)
            ]
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = len(lines) * theme.scaled(theme.ROW_HEIGHT)
        self.table.setFixedHeight(rows + theme.scaled(36) + 20)
        self.table.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == 0:
            return
        place = index.column() - 1
        label, results = self._lines[self.table.id_at(index.row())]
        result = results[place]
        if not result.cases:
            self._desk.said.emit(_("There are no dwellings behind this figure."))
            return
        title = _("{measure}: {who}").format(measure=label, who=self._columns[place])
        CasesDialog(self._desk, title, result.words, result.cases, self).open()


def _figure(result: Result) -> Cell:
    return Cell(result.words, sort=result.value, note=result.words)
