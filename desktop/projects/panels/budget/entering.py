"""While people vote: the entry of ballots, beside it which households voted, and the result."""

from __future__ import annotations

from desktop.language import _
from desktop.projects.actions.ballots import cast_ballot, household_name
from desktop.projects.panels.budget.cast import CastBallots
from desktop.projects.panels.budget.entry import BallotEntry
from desktop.projects.panels.dialogs.ballots import ask_result
from desktop.projects.queries.budgets import BudgetView
from desktop.refused import Refused
from desktop.widgets.buttons import secondary
from desktop.widgets.card import Card
from desktop.widgets.desk import Desk
from desktop.widgets.two_columns import TwoColumns

BESIDE_FROM = 700  # pixels of normal print in which the entry and the list both fit


class EnteringCard(Card):
    """About the budget that was shown last. A household that voted already is pointed at in the
    list, where its ballot can be changed or taken away."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._view: BudgetView | None = None
        super().__init__(_("Enter ballots"), "", [secondary(_("Fix the result…"), self._fix)])
        self.entry = BallotEntry()
        self.entry.cast.connect(self._cast)
        self.ballots = CastBallots(desk)
        self.add(TwoColumns(self.entry, self.ballots, BESIDE_FROM), 1)

    def show_budget(self, view: BudgetView) -> None:
        """Offer the ideas of a budget on which people vote, and show who voted."""
        self._view = view
        self.entry.show_ideas(view)
        self.ballots.show_ballots(view)

    def _cast(self, household: str, ideas: list[int]) -> None:
        view, desk = self._view, self._desk
        if view is None:
            return

        def work() -> None:
            try:
                cast_ballot(desk.store, desk.who, view.id, household, ideas)
            except Refused as refused:
                self.entry.refuse(refused.sentence)
                self.ballots.choose(household_name(household))
            else:
                self.entry.clear()

        desk.did(work, self)

    def _fix(self) -> None:
        if self._view is not None:
            ask_result(self._desk, self._view, self)
