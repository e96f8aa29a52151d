"""The accounts of a tenants' organisation: what its budget of a year was spent on, and the training
of its board (Overlegwet, art. 5e and 7(2))."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable
from sqlalchemy.orm import Session

from desktop.agreements.model import TenantsBudget
from desktop.agreements.queries.means import BudgetView, MeansView, means_view
from desktop.agreements.states import Expense
from desktop.agreements.wording import word
from desktop.agreements.wording.means import days_words
from desktop.documents import letter
from desktop.documents.dated import heading, paper
from desktop.documents.flowables import Box, text
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from desktop.language import _
from desktop.language.format import day_plain, day_year, money
from desktop.store.found import found

AMOUNT, DAY, KIND = 30 * mm, 30 * mm, 34 * mm


def make(session: Session, budget_id: int, now: datetime) -> Paper:
    """The accounts of the year of a budget. Refuses a budget that is gone."""
    row = found(session, TenantsBudget, budget_id)
    view = means_view(session, row.party_id, row.year)
    return paper(
        session,
        "tenants-accounts",
        lambda: _("Accounts of {party} over {year}").format(party=view.of.name, year=view.year),
        lambda: list(_story(view)),
        now,
    )


def _story(view: MeansView) -> Iterator[Flowable]:
    title = _("Accounts of {party} over {year}")
    yield text(title.format(party=view.of.name, year=view.year), "title")
    budget = view.budget
    assert budget is not None, "the paper is made of a budget"
    yield Box([(text(words, "box label"), text(value, "box")) for words, value in _totals(budget)])
    yield heading(_("What the budget was spent on"))
    if budget.expenses:
        rows = [
            [day_year(one.spent_on), one.what, word(one.kind), money(one.cents)]
            for one in budget.expenses
        ]
        heads = [_("Day"), _("What"), _("Kind"), _("Amount")]
        yield table(heads, rows, [DAY, letter.WIDTH - DAY - KIND - AMOUNT, KIND, AMOUNT])
    else:
        yield text(_("Nothing was spent."))
    yield heading(_("Training of the board"))
    if view.training:
        rows = [
            [day_year(one.held_on), one.subject, one.member, days_words(one.half_days)]
            for one in view.training
        ]
        heads = [_("Day"), _("Training"), _("Who"), _("How long")]
        yield table(heads, rows, [DAY, letter.WIDTH - DAY - KIND - AMOUNT, KIND, AMOUNT])
    else:
        yield text(_("Nobody had training."))
    going = [one for one in view.powers if one.ended_on is None]
    if going:
        yield heading(_("More powers than the law gives (Overlegwet, art. 6)"))
        rows = [[day_year(one.agreed_on), one.what] for one in going]
        yield table([_("Agreed on"), _("What")], rows, [DAY, letter.WIDTH - DAY])


def _totals(budget: BudgetView) -> Iterator[tuple[str, str]]:
    settled = budget.settled
    yield _("Agreed amount"), money(settled.amount)
    yield _("Spent"), money(settled.spent)
    for kind in Expense:
        yield word(kind), money(budget.spent_on(kind))
    if settled.over:
        yield _("Beyond it, for the corporation"), money(settled.of_landlord)
        yield _("Beyond it, for the tenants"), money(settled.of_tenants)
    else:
        yield _("Still left"), money(settled.left)
    if budget.accounted_on is not None:
        yield _("Accounts received on"), day_plain(budget.accounted_on)
    elif budget.due_on is not None:
        yield _("Accounts at the latest on"), day_plain(budget.due_on)
