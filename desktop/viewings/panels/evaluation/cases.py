"""The dwellings behind a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.feature import Place
from desktop.language import _, ngettext
from desktop.viewings.queries.evaluation.results import Case
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.words import Words


class CasesDialog(QDialog):
    """A list of dwellings with what each adds to the figure; Enter or a double click opens one."""

    def __init__(
        self, desk: Desk, title: str, figure: str, cases: Sequence[Case], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = Table(
            "evaluation-cases",
            [Column(_("Dwelling"), 0), Column(_("Code"), 170), Column(_("Counts as"), 160)],
            title,
        )
        self.table.show_rows(
            [
                TableRow(case.vacancy_id, (Cell(case.address, bold=True), case.code, case.words))
                for case in cases
            ]
        )
        self.table.activated_row.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(theme.MEDIUM)
        column.addWidget(Words(title, "heading", wraps=True))
        counted = ngettext("{n} dwelling", "{n} dwellings", len(cases)).format(n=len(cases))
        column.addWidget(Words(f"{figure} · {counted}", "soft", wraps=True))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(secondary(_("Close"), self.reject))
        column.addLayout(row)
        self.resize(theme.scaled(620), theme.scaled(520))

    def _open(self, vacancy_id: int) -> None:
        self.accept()
        self._desk.open(Place("viewings", "vacancy", vacancy_id))
