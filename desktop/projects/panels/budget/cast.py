"""The households of which a ballot was entered: to look one up, correct it or take it away."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.language import _
from desktop.language.format import moment_short
from desktop.projects.panels.dialogs.ballots import ask_change, ask_removal
from desktop.projects.queries.ballots import BallotLine, ballots_of
from desktop.projects.queries.budgets import BudgetView
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage


class CastBallots(QWidget):
    """The newest first. Typing a number goes to its household; Enter changes its ballot, Delete
    takes it away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: BudgetView | None = None
        self.lines: dict[int, BallotLine] = {}
        self.page = TablePage(
            "ballots",
            [Column(_("Household"), 0), Column(_("Entered on"), 150)],
            _("Ballots that were entered"),
            Empty(
                _("No ballots yet"),
                _("Enter a ballot. After that you see here which households voted."),
            ),
            of_row=[secondary(_("Change…"), self._change), secondary(_("Remove…"), self._remove)],
            menu=self._entries,
        )
        table = self.page.table
        table.activated_row.connect(lambda _id: self._change())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), table, self._remove)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)

    def show_ballots(self, view: BudgetView) -> None:
        """Show what was entered for a budget."""
        self._view = view
        with self._desk.reading() as session:
            lines = ballots_of(session, view.id)
        self.lines = {line.id: line for line in lines}
        self.page.show_rows([_row(line) for line in lines])

    def choose(self, household: str) -> None:
        """Put the cursor on a household that voted."""
        for line in self.lines.values():
            if line.household == household:
                self.page.table.choose(line.id)

    def _line(self) -> BallotLine | None:
        chosen = self.page.table.chosen_id
        return self.lines.get(chosen) if chosen is not None else None

    def _change(self) -> None:
        line = self._line()
        if line is not None and self._view is not None:
            ask_change(self._desk, self._view, line, self)

    def _remove(self) -> None:
        line = self._line()
        if line is not None:
            ask_removal(self._desk, line, self)

    def _entries(self, _ballot_id: int) -> Entries:
        return [(_("Change…"), self._change), (_("Remove…"), self._remove)]


def _row(line: BallotLine) -> TableRow:
    return TableRow(
        line.id,
        (
            Cell(line.household, bold=True),
            Cell(moment_short(line.cast_at), sort=line.cast_at),
        ),
    )
