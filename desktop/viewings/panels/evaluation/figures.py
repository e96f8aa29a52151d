"""The figures of one question: a line for each measure, a column for each complex."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.viewings.panels.evaluation.cases import CasesDialog
from desktop.viewings.queries.evaluation import Evaluation
from desktop.viewings.queries.evaluation.results import Result
from desktop.viewings.rules.measures import Question
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow

FIGURE_WIDTH = 192


class FiguresTable(QWidget):
    """Enter or a double click on a figure shows the dwellings behind it, when it has any."""

    def __init__(self, desk: Desk, found: Evaluation, question: Question, name: str) -> None:
        super().__init__()
        self._desk, self._found = desk, found
        self._lines = found.of(question)
        self._complexes = [place for place, c in enumerate(found.columns) if c.is_complex]
        names = [found.columns[place].name for place in self._complexes]
        self.table = Table(
            f"evaluation-{question.value}",
            [Column(_("What we measured"), 0), *(Column(name, FIGURE_WIDTH) for name in names)],
            name,
        )
        self.table.show_rows(
            [
                TableRow(
                    number,
                    (
                        Cell(line.label, note=line.label),
                        *(_figure(line.results[place]) for place in self._complexes),
                    ),
                )
                for number, line in enumerate(self._lines)
            ]
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = len(self._lines) * theme.scaled(theme.ROW_HEIGHT)
        self.table.setFixedHeight(rows + theme.scaled(36) + 20)
        self.table.activated.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def _open(self, index: QModelIndex) -> None:
        if index.column() == 0:
            return
        place = self._complexes[index.column() - 1]
        line = self._lines[self.table.id_at(index.row())]
        result, column = line.results[place], self._found.columns[place]
        if not result.cases:
            self._desk.said.emit(_("There are no dwellings behind this figure."))
            return
        title = _("{measure}: {who}").format(measure=line.label, who=column.name)
        CasesDialog(self._desk, title, result.words, result.cases, self).open()


def _figure(result: Result) -> Cell:
    return Cell(result.words, sort=result.value, note=result.words)
