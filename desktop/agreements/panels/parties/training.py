"""Training of the board of a tenants' organisation, and what else it may do."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QMenu, QWidget

from desktop.agreements.actions.means import remove_training
from desktop.agreements.panels.parties import means_dialogs as dialogs
from desktop.agreements.queries.means import MeansView, MemberLine, PowerLine
from desktop.agreements.wording.means import days_words
from desktop.language import _
from desktop.language.format import day_year
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

BESIDE = 2  # members on one line


class TrainingCard(Card):
    """What each member of the board had of what it has a right to, and every training."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeansView | None = None
        self.days = TablePage(
            "training-days",
            [
                Column(_("Day"), 110),
                Column(_("Who"), 130),
                Column(_("Training"), 0),
                Column(_("How long"), 90, Align.RIGHT),
            ],
            _("Training"),
            Empty(_("No training yet this year")),
        )
        remove = secondary(_("Remove"), self._remove)
        super().__init__(
            _("Training"),
            _("Overlegwet, art. 5e"),
            [remove, secondary(_("Training…"), self._add)],
        )
        self._remove_button = remove
        self._members = Swapped()
        self.add(self._members)
        self.add(self.days, 1)

    def show_view(self, view: MeansView) -> None:
        """Show the training of this year."""
        self.view = view
        self.set_title(_("Training"), _right(view))
        self._members.show_content(_members(view))
        self.days.show_rows(
            [
                TableRow(
                    one.id,
                    (
                        Cell(day_year(one.held_on), sort=one.held_on),
                        one.member,
                        Cell(one.subject, bold=True),
                        Cell(days_words(one.half_days), sort=one.half_days),
                    ),
                )
                for one in view.training
            ]
        )
        none = None if view.training else _("There is no training to remove.")
        self._remove_button.set_reason(none)

    def _add(self) -> None:
        if self.view is not None:
            dialogs.new_training(self._desk, self.view, self.window())

    def _remove(self) -> None:
        chosen, desk = self.days.table.chosen_id, self._desk
        if chosen is not None:
            desk.did(partial(remove_training, desk.store, desk.who, chosen), self)


class PowersPage(TablePage):
    """The powers that were agreed beyond those of the law."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.view: MeansView | None = None
        self.further = menu_button(_("More"), self._fill)
        super().__init__(
            "extra-powers",
            [Column(_("What they may do"), 0), Column(_("Agreed on"), 110), Column("", 140)],
            _("More powers"),
            Empty(
                _("No more powers than the law gives"),
                _("Such as consent with the demolition of a complex, agreed in writing."),
                _("Power…"),
                self._add,
            ),
            (self.further,),
            (secondary(_("Power…"), self._add),),
            lambda _id: self._entries(),
        )

    def show_view(self, view: MeansView) -> None:
        """Show the powers of who speaks for tenants; they are of no year."""
        self.view = view
        self.show_rows([_power_row(line) for line in view.powers])

    @property
    def chosen(self) -> PowerLine | None:
        """The power that the cursor is on."""
        powers = self.view.powers if self.view is not None else ()
        return next((line for line in powers if line.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self.view is not None:
            dialogs.new_power(self._desk, self.view, self.window())

    def _entries(self) -> Entries:
        line, desk, parent = self.chosen, self._desk, self.window()
        if line is None:
            return []
        entries: list[tuple[str, partial[None]]] = []
        if line.document_name:
            entries.append((_("Save the page…"), partial(dialogs.save_page, desk, line, parent)))
        else:
            entries.append((_("Add the page…"), partial(dialogs.add_page, desk, line, parent)))
        if line.ended_on is None:
            entries.append((_("Ended…"), partial(dialogs.end, desk, line, parent)))
        return entries

    def _fill(self, menu: QMenu) -> None:
        for words, do in self._entries():
            add_entry(menu, words, do)


def _members(view: MeansView) -> QWidget:
    """Of each member how much training it had, two on a line."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SMALL)
    grid.setVerticalSpacing(theme.TIGHT)
    for at, line in enumerate(view.members):
        row, side = divmod(at, BESIDE)
        grid.addWidget(_used(line), row, side * 2)
        grid.addWidget(Words(line.function, wraps=True), row, side * 2 + 1)
    if not view.members:
        none = _("Write down the members of the board under Parties, at who speaks for them.")
        grid.addWidget(Words(none, "soft", wraps=True), 0, 0, 1, BESIDE * 2)
    for side in range(BESIDE):
        grid.setColumnStretch(side * 2 + 1, 1)
    return made


def _used(line: MemberLine) -> Chip:
    words = _("{used} of {right} days").format(
        used=days_words(line.used, bare=True), right=days_words(line.right, bare=True)
    )
    if line.is_over:
        return Chip(words, Tone.AMBER)
    return Chip(words, Tone.GREEN if line.used else Tone.GREY)


def _right(view: MeansView) -> str:
    """How many days each member has a right to."""
    if view.agreed_days is None:
        return _("at least 3 days a member (Overlegwet, art. 5e)")
    return _("{n} days a member (Overlegwet, art. 5e)").format(n=view.agreed_days)


def _power_row(line: PowerLine) -> TableRow:
    if line.ended_on is not None:
        state = Cell(_("until {day}").format(day=day_year(line.ended_on)), Tone.GREY)
    elif line.document_name:
        state = Cell(_("page is here"), Tone.GREEN, note=line.document_name)
    else:
        state = Cell(_("page is missing"), Tone.AMBER)
    agreed = Cell(day_year(line.agreed_on), sort=line.agreed_on)
    return TableRow(line.id, (Cell(line.what.replace("\n", " "), bold=True), agreed, state))
