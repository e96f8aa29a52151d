"""Partijen: who makes the agreements, where residents can have a committee, what tenants have to do
their task with, the policy that the agreements answer to, and the themes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from sqlalchemy.orm import Session

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.papers import paper_of_year
from desktop.agreements.panels.parties.complexes import ComplexesPage
from desktop.agreements.panels.parties.means import MeansPage
from desktop.agreements.panels.parties.people import PeoplePage
from desktop.agreements.panels.parties.policy import PolicyPage, ThemesPage
from desktop.agreements.queries.complexes import complex_lines
from desktop.agreements.queries.parties import parties, policies, priorities, theme_cards
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.keeping_up import KeepingUp
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack

PAGES = ("people", "complexes", "means", "policy", "themes")


class PartiesPanel(QWidget):
    """Five pages; each reads with the others, so that a change shows everywhere."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        words = (
            _("Parties"),
            _("Complexes"),
            _("Training and budget"),
            _("Policy of the municipality"),
            _("Themes and priorities"),
        )
        self.pages = Segments(list(zip(PAGES, words, strict=True)), _("Pages of the parties"))
        self.people = PeoplePage(desk, cycle)
        self.complexes = ComplexesPage(desk, self._show_party)
        self.means = MeansPage(desk)
        self.policy = PolicyPage(desk)
        self.themes = ThemesPage(desk)
        self._stack = Stack()
        for page in (self.people, self.complexes, self.means, self.policy, self.themes):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addStretch(1)
        row.addWidget(secondary(_("Print"), self._print))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self.pages.chosen.connect(lambda key: self._stack.setCurrentIndex(PAGES.index(key)))
        KeepingUp(self, desk, cycle, self._read)

    def _read(self) -> None:
        cycle_id, today = self._cycle.number, self._desk.today()
        with self._desk.reading() as session:
            cards = parties(session, cycle_id, today)
            documents = policies(session, cycle_id)
            themes = theme_cards(session, cycle_id)
            known = priorities(session, cycle_id)
            lines = complex_lines(session, cycle_id, today)
        self.people.show_parties(cards)
        self.complexes.show_complexes(lines)
        self.means.read()
        self.policy.show_policies(documents, cards)
        self.themes.show_themes(themes, known)

    def _show_party(self, party_id: int) -> None:
        self.show_page("people")
        self.people.list.choose(party_id)

    def print_what(self) -> Callable[[Session], Paper] | None:
        """The accounts of the tenants on their page, when there is a budget; else the list of
        parties."""
        accounts = self.means.print_what() if self.pages.current == "means" else None
        return accounts or paper_of_year(self._desk, self._cycle, "agreements-parties")

    def _print(self) -> None:
        make = self.print_what()
        if make is not None:
            self._desk.show_paper(make)

    def show_page(self, key: str) -> None:
        """Go to one of the pages."""
        self.pages.choose(key)
