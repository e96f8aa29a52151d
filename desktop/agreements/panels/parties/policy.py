"""The policy of the municipality with its goals, and the themes with the priorities."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.agreements.actions.themes import remove_theme
from desktop.agreements.panels.dialogs.policy import new_policy
from desktop.agreements.panels.parties import policy_dialogs as dialogs
from desktop.agreements.queries.parties import (
    GoalLine,
    PartyCard,
    PolicyCard,
    PriorityLine,
    ThemeCard,
)
from desktop.agreements.states import PartyKind
from desktop.agreements.wording import word
from desktop.language import _
from desktop.language.format import day_year
from desktop.widgets import theme
from desktop.widgets.buttons import secondary
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.table import Align, Cell, Column, TableRow
from desktop.widgets.table_page import TablePage
from desktop.widgets.theme import Tone


class PolicyPage(QWidget):
    """Above the documents, under them the goals of the chosen one."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: Sequence[PolicyCard] = ()
        self._parties: Sequence[PartyCard] = ()
        self.documents = TablePage(
            "policies",
            [
                Column(_("Policy"), 0),
                Column(_("Of"), 170),
                Column(_("Kind"), 150),
                Column(_("Holds from"), 120),
                Column(_("Until"), 120),
                Column(_("Received on"), 130),
            ],
            _("Policy of the municipality"),
            Empty(
                _("No policy yet"),
                _("The agreements contribute to the municipality's policy on housing."),
                _("Policy…"),
                self._add,
            ),
            (secondary(_("Change…"), self._change),),
            (secondary(_("Policy…"), self._add),),
        )
        self.goals = TablePage(
            "policy-goals",
            [Column(_("Goal"), 0), Column(_("Agreements"), 120, Align.RIGHT)],
            _("Goals"),
            Empty(_("No goals yet"), "", _("Goal…"), self._add_goal),
            (secondary(_("Other words…"), self._change_goal),),
            (secondary(_("Goal…"), self._add_goal),),
        )
        self.documents.table.activated_row.connect(lambda _id: self._change())
        self.goals.table.activated_row.connect(lambda _id: self._change_goal())
        self.documents.table.chosen.connect(lambda _id: self._show_goals())
        self._below = self.goals.in_card(_("Goals"))
        above = self.documents.in_card(_("Policy of the municipality"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        column.addWidget(above, 1)
        column.addWidget(self._below, 1)

    def show_policies(self, cards: Sequence[PolicyCard], parties: Sequence[PartyCard]) -> None:
        """Show these documents."""
        self.cards, self._parties = cards, parties
        self.documents.show_rows([_policy_row(card) for card in cards])
        self._show_goals()

    @property
    def chosen(self) -> PolicyCard | None:
        """The document that the cursor is on."""
        table = self.documents.table
        return next((card for card in self.cards if card.id == table.chosen_id), None)

    @property
    def goal(self) -> GoalLine | None:
        """The goal that the cursor is on."""
        goals = self.chosen.goals if self.chosen is not None else ()
        return next((goal for goal in goals if goal.id == self.goals.table.chosen_id), None)

    def _show_goals(self) -> None:
        card = self.chosen
        self._below.setVisible(card is not None)
        if card is not None:
            self._below.set_title(_("Goals"), card.title)
            self.goals.show_rows(
                [TableRow(g.id, (g.words, Cell(str(g.agreements), sort=g.agreements)))
                 for g in card.goals]
            )  # fmt: skip

    def _add(self) -> None:
        kind = PartyKind.MUNICIPALITY
        towns = [(party.id, party.name) for party in self._parties if party.kind is kind]
        new_policy(self._desk, towns, self.window())

    def _change(self) -> None:
        if self.chosen is not None:
            dialogs.correct_policy(self._desk, self.chosen, self.window())

    def _add_goal(self) -> None:
        if self.chosen is not None:
            dialogs.new_goal(self._desk, self.chosen, self.window())

    def _change_goal(self) -> None:
        if self.goal is not None:
            dialogs.correct_goal(self._desk, self.goal, self.window())


class ThemesPage(QWidget):
    """Left the themes, right the priorities of the minister."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.cards: Sequence[ThemeCard] = ()
        self.known: Sequence[PriorityLine] = ()
        self.themes = TablePage(
            "themes",
            [
                Column(_("Code"), 70),
                Column(_("Theme"), 0),
                Column(_("Bid"), 70),
                Column(_("Advice"), 80),
                Column(_("Priority of the minister"), 160),
                Column(_("Agreements"), 100, Align.RIGHT),
            ],
            _("Themes"),
            Empty(_("No themes yet"), "", _("Theme…"), self._add),
            (secondary(_("Remove"), self._remove), secondary(_("Change…"), self._change)),
            (secondary(_("Theme…"), self._add),),
        )
        self.priorities = TablePage(
            "priorities",
            [
                Column(_("Priority of the minister"), 0),
                Column(_("Until"), 110),
                Column(_("Agreements"), 100, Align.RIGHT),
            ],
            _("Priorities of the minister"),
            Empty(_("No priorities yet"), "", _("Priority…"), self._add_priority),
            (),
            (secondary(_("Priority…"), self._add_priority),),
        )
        self.themes.table.activated_row.connect(lambda _id: self._change())
        left = self.themes.in_card(_("Themes"))
        right = self.priorities.in_card(_("Priorities of the minister"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP)
        row.addWidget(left, 11)
        row.addWidget(right, 9)

    def show_themes(self, cards: Sequence[ThemeCard], known: Sequence[PriorityLine]) -> None:
        """Show these themes and priorities."""
        self.cards, self.known = cards, known
        today = self._desk.today()
        self.themes.show_rows([_theme_row(card) for card in cards])
        self.priorities.show_rows(
            [_priority_row(one, one.valid_to is not None and one.valid_to < today) for one in known]
        )

    @property
    def chosen(self) -> ThemeCard | None:
        """The theme that the cursor is on."""
        table = self.themes.table
        return next((card for card in self.cards if card.id == table.chosen_id), None)

    def _add(self) -> None:
        dialogs.new_theme(self._desk, self.known, self.window())

    def _change(self) -> None:
        if self.chosen is not None:
            dialogs.correct_theme(self._desk, self.chosen, self.known, self.window())

    def _remove(self) -> None:
        card, desk = self.chosen, self._desk
        if card is not None:
            desk.did(partial(remove_theme, desk.store, desk.who, card.id), self)

    def _add_priority(self) -> None:
        dialogs.new_priority(self._desk, self.window())


def _policy_row(card: PolicyCard) -> TableRow:
    days = (card.valid_from, card.valid_to, card.received_on)
    cells = (Cell(day_year(day) if day else "–", sort=day) for day in days)
    return TableRow(card.id, (Cell(card.title, bold=True), card.party, word(card.kind), *cells))


def _theme_row(card: ThemeCard) -> TableRow:
    count = Cell(str(card.agreements), sort=card.agreements)
    letters, topics = ", ".join(card.bid_letters), ", ".join(card.consultation_topic)
    return TableRow(
        card.id,
        (Cell(card.code, bold=True), card.name, letters, topics, card.priority, count),
    )


def _priority_row(one: PriorityLine, over: bool) -> TableRow:
    until = Cell(day_year(one.valid_to), Tone.GREY if over else None) if one.valid_to else Cell("–")
    tone = Tone.AMBER if not one.agreements and not over else None
    count = Cell(str(one.agreements), tone, sort=one.agreements)
    return TableRow(one.id, (one.name, until, count))
