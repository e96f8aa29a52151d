"""The tenancies of one dwelling: who lives there, and who did."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.estate.queries import DwellingLine, TenancyLine
from desktop.language import _
from desktop.language.format import day_year
from desktop.settings.tenancy_dialog import ask_change_of_tenancy, ask_new_tenancy
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage


class Tenancies(QWidget):
    """The newest first; Enter changes a tenancy, such as to fill in its last day."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._dwelling: DwellingLine | None = None
        self._lines: dict[int, TenancyLine] = {}
        self.page = TablePage(
            "tenancies",
            [Column(_("Name"), 0), Column(_("First day"), 130), Column(_("Last day"), 130)],
            _("Residents"),
            Empty(_("No resident is known here")),
            of_row=[secondary(_("Change resident…"), self._change)],
            others=[secondary(_("New resident…"), self._add)],
            menu=lambda _id: [(_("Change resident…"), self._change)],
        )
        self.page.table.activated_row.connect(lambda _id: self._change())
        self._card = self.page.in_card("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._card)

    def show_tenancies(self, dwelling: DwellingLine, lines: Sequence[TenancyLine]) -> None:
        """Show the tenancies of a dwelling."""
        self._dwelling = dwelling
        self._lines = {line.id: line for line in lines}
        self._card.set_title(_("Residents of {address}").format(address=dwelling.address))
        self.page.show_rows([_row(line) for line in lines])

    def _add(self) -> None:
        if self._dwelling is not None:
            ask_new_tenancy(self._desk, self._dwelling, self)

    def _change(self) -> None:
        line = self._lines.get(self.page.table.chosen_id or 0)
        if self._dwelling is not None and line is not None:
            ask_change_of_tenancy(self._desk, self._dwelling, line, self)


def _row(line: TenancyLine) -> TableRow:
    facts = line.facts
    return TableRow(line.id, (Cell(facts.name, bold=True), _day(facts.since), _day(facts.until)))


def _day(day: date | None) -> Cell:
    return Cell("" if day is None else day_year(day), sort=day)
