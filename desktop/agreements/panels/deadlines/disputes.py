"""The page with the disputes, and what the request to the minister must hold."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadlines import dispute_dialogs
from desktop.agreements.panels.papers import paper_of
from desktop.agreements.queries.disputes import DisputeLine, Requirement, requirements
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_plain, day_short
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
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
        self.page.tell(_told(line) if line is not None else "")
        is_asked = line is not None and not line.outcome
        self._needs.setVisible(is_asked)
        if line is not None and is_asked:
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
        runs, waits = not line.outcome, line.is_with_minister
        can_file = runs and line.filed_on is None
        can_set = waits and not line.times_extended
        can_extend = waits and line.decided_by is not None
        can_decide = runs and line.filed_on is not None
        for words, ask, possible in (
            (_("Change…"), dispute_dialogs.change, runs),
            (_("Filed…"), dispute_dialogs.lay_before, can_file),
            (_("Term of the minister…"), dispute_dialogs.expect, can_set),
            (_("Minister takes longer…"), dispute_dialogs.extend, can_extend),
            (_("Decision…"), dispute_dialogs.decide, can_decide),
            (_("Ended…"), dispute_dialogs.end, runs),
        ):
            add_entry(menu, words, partial(ask, desk, line, parent), possible)


def _dispute_row(line: DisputeLine, late: bool) -> TableRow:
    if line.decided_on is not None:
        words = _("decided {day}").format(day=day_short(line.decided_on))
        state = Cell(words, Tone.GREEN, note=line.outcome)
    elif line.outcome:
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


def _told(line: DisputeLine) -> str:
    """Until when the minister can decide, or what was decided."""
    if line.decided_on is not None:
        words = _("Decided on {day}: {decision}")
        return words.format(day=day_plain(line.decided_on), decision=line.outcome)
    if not line.is_with_minister:
        return line.outcome
    advised = _(
        "A committee of corporations, municipalities and tenants advises first (Btiv, art. 40(1))."
    )
    if line.decided_by is None:
        ask = _("The minister decides. Fill in until when, as soon as the first letter is here.")
        return f"{ask} {advised}"
    words = _("The minister decides on {day} at the latest (Woningwet, art. 44(5)).")
    return " ".join((words.format(day=day_plain(line.decided_by)), *line.decided_why, advised))


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
