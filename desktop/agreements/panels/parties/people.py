"""The parties at the left; right the chosen one with its checks and who speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QMenu, QVBoxLayout, QWidget

from desktop.agreements.actions.cycles import seat_party, unseat_party
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.parties import dialogs
from desktop.agreements.panels.parties.visitation import visitation_card
from desktop.agreements.queries.parties import ContactLine, PartyCard
from desktop.agreements.states import PartyKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.fold import fold
from desktop.language.format import day_plain, day_year
from desktop.widgets import theme
from desktop.widgets.beside import lay_beside
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card, HeaderCard
from desktop.widgets.chip import Chip
from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.menu_button import add_entry, menu_button
from desktop.widgets.swapped import Swapped
from desktop.widgets.table import Cell, Column, TableRow
from desktop.widgets.table_page import Entries, TablePage
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words


class PeoplePage(QWidget):
    """`show_parties` fills it; the parties of the year come first."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk = desk
        self.cards: Sequence[PartyCard] = ()
        self.list = ChoiceList(
            self._matching,
            _("Search party"),
            _("Parties"),
            empty=Empty(_("No parties yet")),
            nothing_found=_("Nothing found. Try fewer letters."),
        )
        self.list.add_at_foot(secondary(_("New party…"), self._add))
        self.party = PartyScreen(desk, cycle)
        lay_beside(self, self.list, self.party, _("Choose a party at the left"))
        self.list.chosen.connect(self._show)

    def show_parties(self, cards: Sequence[PartyCard]) -> None:
        """Show these parties; the chosen one stays."""
        self.cards = cards
        self.list.reload()
        self.list.choose_first()
        if self.list.chosen_id is not None:
            self._show(self.list.chosen_id)

    def _matching(self, words: str) -> Sequence[ListRow]:
        asked = fold(words).split()
        return [
            _list_row(card)
            for card in self.cards
            if all(one in fold(f"{card.name} {card.short_name}") for one in asked)
        ]

    def _show(self, party_id: int) -> None:
        card = next((card for card in self.cards if card.id == party_id), None)
        if card is not None:
            self.party.show_party(card)

    def _add(self) -> None:
        dialogs.new_party(self._desk, self.window(), self.list.choose)


class PartyScreen(QWidget):
    """One party."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        self.card: PartyCard | None = None
        self.change = secondary(_("Change…"), self._change)
        self.seat = secondary(_("Takes part in this year"), self._seat)
        self.header = HeaderCard(actions=[self.seat, self.change])
        self._checks_place = Swapped()
        self.checks = Card(_("What the Overlegwet asks"), _("Art. 1(1)f and g"))
        self.checks.add(self._checks_place)
        self._visitation, self.report = visitation_card(desk)
        self.contacts = ContactsPage(desk)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(self.header)
        column.addWidget(self.checks)
        column.addWidget(self._visitation)
        column.addWidget(self.contacts.in_card(_("Who speaks for them")), 1)

    def show_party(self, card: PartyCard) -> None:
        """Show this party."""
        self.card = card
        self.header.set_title(card.name, _about(card))
        self.seat.setText(
            _("Does not take part after all") if card.seated else _("Takes part in this year")
        )
        self.checks.setVisible(card.is_of_tenants)
        if card.is_of_tenants:
            self._checks_place.show_content(_checks(card))
        self._visitation.setVisible(card.visited_on is not None and card.seated)
        if card.visited_on is not None and card.seated:
            self.report.show_cycle(self._cycle.number)
        self.contacts.show_party(card)

    def _change(self) -> None:
        if self.card is not None:
            dialogs.change(self._desk, self.card, self.window())

    def _seat(self) -> None:
        card, desk = self.card, self._desk
        if card is not None:
            act = unseat_party if card.seated else seat_party
            desk.did(partial(act, desk.store, desk.who, self._cycle.number, card.id), self)


class ContactsPage(TablePage):
    """Who speaks for a party, by function. Enter changes one."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.card: PartyCard | None = None
        self.further = menu_button(_("More"), self._fill)
        super().__init__(
            "party-contacts",
            [
                Column(_("Function"), 0),
                Column(_("Name"), 200),
                Column(_("E-mail"), 240),
                Column(_("Left"), 120),
            ],
            _("Who speaks for them"),
            Empty(
                _("Nobody yet"),
                _("A function is enough; a name is not needed."),
                _("Contact…"),
                self._add,
            ),
            (self.further,),
            (secondary(_("Contact…"), self._add),),
            lambda _id: [(words, do) for words, do in self._entries()],
        )
        self.table.activated_row.connect(lambda _id: self._change())

    def show_party(self, card: PartyCard) -> None:
        """Show the contacts of this party."""
        self.card = card
        self.show_rows([_contact_row(line) for line in card.contacts])

    @property
    def chosen(self) -> ContactLine | None:
        """The contact that the cursor is on."""
        contacts = self.card.contacts if self.card is not None else ()
        return next((line for line in contacts if line.id == self.table.chosen_id), None)

    def _add(self) -> None:
        if self.card is not None:
            dialogs.new_contact(self._desk, self.card, self.window())

    def _change(self) -> None:
        if self.chosen is not None:
            dialogs.correct_contact(self._desk, self.chosen, self.window())

    def _entries(self) -> Entries:
        line, desk, parent = self.chosen, self._desk, self.window()
        if line is None:
            return []
        return [
            (_("Change…"), self._change),
            (_("Left…"), partial(dialogs.left, desk, line, parent)),
            (_("Erase the name…"), partial(dialogs.forget, desk, line, parent)),
        ]

    def _fill(self, menu: QMenu) -> None:
        for words, do in self._entries():
            add_entry(menu, words, do)


def _list_row(card: PartyCard) -> ListRow:
    chip = ("", Tone.GREY) if card.seated else (_("not this year"), Tone.GREY)
    lacks = card.is_of_tenants and card.seated and (card.is_small or not all(card.checks))
    if lacks:
        chip = (_("look at the checks"), Tone.AMBER)
    return ListRow(card.id, card.name, chip[0], chip[1], f"{word(card.kind)} · {word(card.role)}")


def _about(card: PartyCard) -> str:
    seen = ""
    if card.seen_on is not None:
        seen = _("looked at the agreements on {day}").format(day=day_plain(card.seen_on))
    visited = ""
    if card.visited_on is not None:
        visited = _("last visitation {day}").format(day=day_plain(card.visited_on))
    parts = (
        word(card.kind),
        word(card.role),
        card.short_name,
        _("complex {name}").format(name=card.complex) if card.complex else "",
        card.phone,
        visited,
        seen,
    )
    return " · ".join(part for part in parts if part)


def _checks(card: PartyCard) -> QWidget:
    """What is asked of it, the yearly meeting and the days of training."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.SMALL)
    grid.setVerticalSpacing(theme.TIGHT)
    for at, (_key, words, yes) in enumerate(dialogs.check_words(card)):
        chip = Chip(_("yes"), Tone.GREEN) if yes else Chip(_("not looked at"), Tone.AMBER)
        grid.addWidget(chip, at // 2, at % 2 * 2)
        grid.addWidget(Words(words, wraps=True), at // 2, at % 2 * 2 + 1)
    grid.addWidget(
        Words(_meeting(card), "amber" if card.meeting_due else "", wraps=True), 2, 0, 1, 2
    )
    if card.kind is PartyKind.TENANTS:
        days = _("Training days a year: {n}").format(
            n="–" if card.training_days is None else card.training_days
        )
        grid.addWidget(Words(days), 2, 2, 1, 2)
    elif card.is_small:
        small = _("Its complex has fewer than 25 dwellings (art. 1(1)c)")
        grid.addWidget(Words(small, "amber", wraps=True), 2, 2, 1, 2)
    grid.setColumnStretch(1, 1)
    grid.setColumnStretch(3, 1)
    return made


def _meeting(card: PartyCard) -> str:
    if card.last_annual_meeting_on is None:
        return _("When was the last meeting with tenants?")
    last = _("Last meeting with tenants: {day}").format(day=day_plain(card.last_annual_meeting_on))
    return last + " · " + _("longer than a year ago") if card.meeting_due else last


def _contact_row(line: ContactLine) -> TableRow:
    gone = Cell(day_year(line.left_on), Tone.GREY) if line.left_on is not None else Cell("")
    return TableRow(line.id, (Cell(line.function, bold=True), line.display_name, line.email, gone))
