"""A residents' budget to work with: the example of the domain, € 10.000 and twenty households."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.projects.actions.ballots import cast_ballot
from desktop.projects.actions.budgets import add_idea, judge_idea, open_voting, start_budget
from desktop.projects.actions.projects import start_project
from desktop.projects.queries.budgets import BudgetView, budget_view
from desktop.projects.states import Participation, ProjectKind
from desktop.store import Actor, Store
from tests.support.remembered import remembered

COSTS = {"Bankjes": 300_000, "Groene gevel": 300_000, "Buurtfeest": 400_000, "Verlichting": 400_000}
MAJORITY, MINORITY = ("Bankjes", "Groene gevel", "Buurtfeest"), ("Verlichting",)


@dataclass(frozen=True)
class Dividing:
    """Numbers of what is in the database; ideas by name."""

    store: Store
    who: Actor
    project: int
    round: int
    ideas: Mapping[str, int]

    def view(self) -> BudgetView:
        with self.store.reading() as session:
            return budget_view(session, self.round)

    def vote(self, household: str, names: Sequence[str]) -> int:
        """Enter one ballot."""
        ids = [self.ideas[name] for name in names]
        return cast_ballot(self.store, self.who, self.round, household, ids)

    def vote_all(self) -> None:
        """Twelve households want the first three, eight only the lights."""
        for number in range(1, 21):
            self.vote(str(number), MAJORITY if number <= 12 else MINORITY)


@remembered
def begin_dividing(store: Store, who: Actor, households: int = 24) -> Dividing:
    """Four ideas that can be done and one that cannot; people vote until 4 December 2026."""
    project = start_project(
        store, who, "Wijkbeheer Noord", ProjectKind.NEIGHBOURHOOD, Participation.DECIDE_TOGETHER,
        date(2026, 9, 1), contact="Wijkbeheer Noord, 0500 – 00 00 07",
    )  # fmt: skip
    round = start_budget(
        store, who, project, "Geld voor Noord", 1_000_000, households, "Voor alle bewoners."
    )
    ideas = {name: add_idea(store, who, round, name) for name in (*COSTS, "Zwembad")}
    for name, cost in COSTS.items():
        judge_idea(store, who, ideas[name], cost, True)
    judge_idea(store, who, ideas["Zwembad"], None, False, "Er is geen toezicht.")
    open_voting(store, who, round, date(2026, 12, 4))
    return Dividing(store, who, project, round, ideas)
