"""The page with the disputes, and what the request to the minister must hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines import dispute_dialogs
from desktop.agreements.panels.papers import paper_of
from desktop.agreements.panels.table_page import TablePage
from desktop.agreements.queries.disputes import DisputeLine, Requirement, requirements
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_short
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class DisputesPage(QWidget):
    """The disputes, and what the request about the chosen one must hold."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.lines: Sequence[DisputeLine] = ()
        self.further = menu_button(_("Next step"), self._fill)
        self.page = TablePage(
            "disputes",
            [
                Column(_("Kind"), 210),
                Column(_("What about"), 0),
                Column(_("Arisen on"), 110),
                Column(_("File by"), 110),
                Column("", 170),
            ],
            _("Disputes"),
            Empty(
                _("No disputes"),
                _(
                    "When the parties do not come to agreements, each of them can ask the minister "
                    "to decide (Woningwet, art. 44(4))."
                ),
                _("New dispute…"),
                self._begin,
            ),
            (self.further, secondary(_("Print the file"), self._print)),
            (secondary(_("New dispute…"), self._begin),),
        )
        self._needs = Swapped()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.page, 1)
        column.addWidget(self._needs)
        self.page.table.chosen.connect(lambda _id: self._show_needs())

    def show_disputes(self, lines: Sequence[DisputeLine]) -> None:
        """Show these disputes."""
        self.lines = lines
        today = self._desk.today()
        self.page.show_rows([_dispute_row(line, line.is_late(today)) for line in lines])
        if lines and self.page.table.chosen_id is None:
            self.page.table.choose(lines[-1].id)
        self._show_needs()

    @property
    def chosen(self) -> DisputeLine | None:
        """The dispute that the cursor is on."""
        return next((line for line in self.lines if line.id == self.page.table.chosen_id), None)

    def _show_needs(self) -> None:
        line = self.chosen
        self._needs.setVisible(line is not None)
        if line is not None:
            with self._desk.reading() as session:
                self._needs.show_content(_needs(requirements(session, line.id)))

    def _begin(self) -> None:
        dispute_dialogs.begin(self._desk, self._cycle.number, self.window())

    def _print(self) -> None:
        line = self.chosen
        if line is not None:
            self._desk.show_paper(
                paper_of(self._desk, lambda papers: papers.dispute_file.make, line.id)
            )

    def _fill(self, menu: QMenu) -> None:
        line, desk, parent = self.chosen, self._desk, self.window()
        if line is None:
            return
        runs = not line.outcome
        filed = runs and line.filed_on is None
        add_entry(menu, _("Change…"), partial(dispute_dialogs.change, desk, line, parent), runs)
        add_entry(menu, _("Filed…"), partial(dispute_dialogs.lay_before, desk, line, parent), filed)
        add_entry(menu, _("Ended…"), partial(dispute_dialogs.end, desk, line, parent), runs)


def _dispute_row(line: DisputeLine, late: bool) -> TableRow:
    if line.outcome:
        state = Cell(_("Ended"), Tone.GREY, note=line.outcome)
    elif line.filed_on is not None:
        words = _("filed {day}").format(day=day_short(line.filed_on))
        state = Cell(words, Tone.AMBER if late else Tone.BLUE)
    else:
        state = Cell(_("Too late") if late else _("Not filed"), Tone.RED if late else Tone.AMBER)
    by = day_short(line.file_by) if line.file_by is not None else "–"
    about = (line.outcome or line.points).replace("\n", " ")
    arisen = Cell(day_short(line.arisen_on), sort=line.arisen_on)
    return TableRow(line.id, (Cell(word(line.kind), bold=True), about, arisen, by, state))


def _needs(needed: Sequence[Requirement]) -> QWidget:
    """What a request must hold, and whether it is here."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SMALL)
    grid.setVerticalSpacing(theme.TIGHT)
    title = _("What the request must hold (Rtiv, art. 19a to 19d)")
    grid.addWidget(Words(title, "strong"), 0, 0, 1, 4)
    half = (len(needed) + 1) // 2
    for at, one in enumerate(needed):
        row, side = at % half + 1, at // half * 2
        chip = Chip(_("is here"), Tone.GREEN) if one.is_here else Chip(_("missing"), Tone.AMBER)
        grid.addWidget(chip, row, side)
        grid.addWidget(Words(one.what, wraps=True), row, side + 1)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return made
