"""The papers of a residents' budget, from the screen: the same as the command line prints."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.projects.queries.budgets import BudgetView
from desktop.widgets.desk import Desk


def ballot(desk: Desk, view: BudgetView) -> Callable[[Session], Paper]:
    """What a household fills in."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import sharing

        return sharing.ballot.make(session, view.id, desk.now())

    return make


def two_ballots(desk: Desk, view: BudgetView) -> Callable[[Session], Paper]:
    """The same for two households, on a sheet that is cut."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import sharing

        return sharing.ballot.two_to_a_sheet(session, view.id, desk.now())

    return make


def result(desk: Desk, view: BudgetView) -> Callable[[Session], Paper]:
    """What everybody who voted hears."""

    def make(session: Session) -> Paper:
        from desktop.projects.documents import sharing

        return sharing.budget_result.make(session, view.id, desk.now())

    return make
