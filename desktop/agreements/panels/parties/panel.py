"""Partijen: who makes the agreements, the policy that they answer to, and the themes."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desktop.agreements.panels.chosen_cycle import ChosenCycle, KeepingUp
from desktop.agreements.panels.parties.people import PeoplePage
from desktop.agreements.panels.parties.policy import PolicyPage, ThemesPage
from desktop.agreements.queries.parties import parties, policies, priorities, theme_cards
from desktop.language import _
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.segments import Segments

PAGES = ("people", "policy", "themes")


class PartiesPanel(QWidget):
    """Three pages; each reads with the others, so that a change shows everywhere."""

    def __init__(self, desk: Desk, cycle: ChosenCycle) -> None:
        super().__init__()
        self._desk, self._cycle = desk, cycle
        words = (_("Parties"), _("Policy of the municipality"), _("Themes and priorities"))
        self.pages = Segments(list(zip(PAGES, words, strict=True)), _("Pages of the parties"))
        self.people = PeoplePage(desk, cycle)
        self.policy = PolicyPage(desk)
        self.themes = ThemesPage(desk)
        self._stack = QStackedWidget()
        for page in (self.people, self.policy, self.themes):
            self._stack.addWidget(page)
        row = QHBoxLayout()
        row.addWidget(self.pages)
        row.addStretch(1)
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
        self.people.show_parties(cards)
        self.policy.show_policies(documents, cards)
        self.themes.show_themes(themes, known)

    def show_page(self, key: str) -> None:
        """Go to one of the pages."""
        self.pages.choose(key)
