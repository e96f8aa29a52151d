"""The complexes: where residents can set up a committee, and what the corporation must do there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.agreements.panels.parties import dialogs
from desktop.agreements.queries.complexes import ComplexLine
from desktop.agreements.rules.committees import LEAST_DWELLINGS, Duty
from desktop.agreements.wording.duties import duty_words
from desktop.language import _
from desktop.language.format import day_plain
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class ComplexesPage(QWidget):
    """The complexes, and under them what the Overlegwet asks for the chosen one. `show_party` goes
    to a committee."""

    def __init__(self, desk: Desk, show_party: Callable[[int], object]) -> None:
        super().__init__()
        self._desk, self._show_party = desk, show_party
        self.lines: Sequence[ComplexLine] = ()
        self.committee = secondary(_("Show the committee"), self._show)
        self.page = TablePage(
            "committee-complexes",
            [
                Column(_("Complex"), 0),
                Column(_("Place"), 150),
                Column(_("Dwellings"), 100, Align.RIGHT),
                Column(_("Residents’ committee"), 270),
                Column("", 200),
            ],
            _("Complexes"),
            Empty(
                _("No complexes yet"),
                _("Complexes come from the settings, or from a file that is read in."),
            ),
            (self.committee, secondary(_("New committee…"), self._add)),
        )
        self._duties = Swapped()
        shown = self.page.in_card(_("Complexes"))
        shown.add(self._duties)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(shown)
        self.page.table.chosen.connect(lambda _id: self._tell())
        self.page.table.activated_row.connect(lambda _id: self._show())

    def show_complexes(self, lines: Sequence[ComplexLine]) -> None:
        """Show these complexes."""
        self.lines = lines
        self.page.show_rows([_row(line) for line in lines])
        self._tell()

    @property
    def chosen(self) -> ComplexLine | None:
        """The complex that the cursor is on."""
        return next((line for line in self.lines if line.id == self.page.table.chosen_id), None)

    def _tell(self) -> None:
        line = self.chosen
        self._duties.setVisible(line is not None)
        if line is None:
            return
        self._duties.show_content(_duties(line, self._desk.today().year))
        none = None if line.committees else _("There is no committee here yet.")
        self.committee.set_reason(none)

    def _show(self) -> None:
        line = self.chosen
        if line is not None and line.committees:
            self._show_party(line.committees[0].party_id)

    def _add(self) -> None:
        if self.chosen is not None:
            dialogs.new_committee(self._desk, self.chosen, self.window())


def _row(line: ComplexLine) -> TableRow:
    names = ", ".join(one.name for one in line.committees)
    return TableRow(
        line.id,
        (
            Cell(line.name, bold=True),
            line.city,
            Cell(str(line.dwellings), sort=line.dwellings),
            names,
            _state(line),
        ),
    )


def _state(line: ComplexLine) -> Cell:
    if not line.is_housing_complex:
        return Cell(_("fewer than {n}").format(n=LEAST_DWELLINGS), Tone.GREY)
    if not line.committees:
        return Cell(_("can set one up"), Tone.BLUE)
    if not all(one.as_asked for one in line.committees):
        return Cell(_("look at the checks"), Tone.AMBER)
    if not line.talked():
        return Cell(_("no talk yet this year"), Tone.AMBER)
    return Cell(_("in order"), Tone.GREEN)


def _duties(line: ComplexLine, year: int) -> QWidget:
    """What the corporation must do for a complex, each with its article and, where the program
    knows it, whether it was done."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SMALL)
    grid.setVerticalSpacing(theme.TIGHT)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Words(_title(line), "strong", wraps=True), 0, 0, 1, 2)
    for at, duty in enumerate(line.duties, start=1):
        grid.addWidget(Words(f"•  {duty_words(duty)}", wraps=True), at, 0)
        chip = _done(line, duty, year)
        if chip is not None:
            grid.addWidget(chip, at, 1, Qt.AlignmentFlag.AlignLeft)
    return made


def _title(line: ComplexLine) -> str:
    if not line.is_housing_complex:
        return _(
            "{complex} has fewer than {n} dwellings. By itself it is no housing complex of the "
            "Overlegwet (art. 1(1)c); together with dwellings nearby it may be one."
        ).format(complex=line.name, n=LEAST_DWELLINGS)
    if not line.committees:
        words = _("Residents of {complex} can set up a committee. The corporation then must:")
    else:
        words = _("For the committee of {complex} the corporation must:")
    return words.format(complex=line.name)


def _done(line: ComplexLine, duty: Duty, year: int) -> Chip | None:
    if duty is Duty.TALK:
        talks = [one.talked_on for one in line.committees if one.talked_on is not None]
        if not line.talked():
            return Chip(_("not yet in {year}").format(year=year), Tone.AMBER)
        return Chip(_("talked on {day}").format(day=day_plain(max(talks))), Tone.GREEN)
    if duty is Duty.BID:
        seated = all(one.seated for one in line.committees)
        return (
            Chip(_("takes part this year"), Tone.GREEN)
            if seated
            else Chip(_("not at the table"), Tone.AMBER)
        )
    return None
