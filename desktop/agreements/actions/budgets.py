"""The budget of a tenants' organisation in a calendar year (Overlegwet, art. 7)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.agreements.model import Party, TenantsBudget, TenantsExpense
from desktop.agreements.rules.means import check_cents
from desktop.agreements.states import Expense, PartyKind
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


def agree_budget(store: Store, who: Actor, party_id: int, year: int, amount_cents: int) -> int:
    """Landlord and tenants' organisation agree on the amount of a calendar year (art. 7(2)), in
    whole cents. Refuses another party, a year that has its amount, and no amount."""
    check_cents(amount_cents, "amount")
    with store.act(who, "agreements.budget.agree", undo=_("Budget of the tenants")) as act:
        session = act.session
        if found(session, Party, party_id).kind is not PartyKind.TENANTS:
            raise Refused(
                _("The budget is of a tenants’ organisation (Overlegwet, art. 7)."), "party_id"
            )
        there = select(TenantsBudget.id).where(
            TenantsBudget.party_id == party_id, TenantsBudget.year == year
        )
        if session.scalar(there) is not None:
            sentence = _("The budget of {year} is there already. Change it.")
            raise Refused(sentence.format(year=year), "year")
        budget = TenantsBudget(party_id=party_id, year=year, amount_cents=amount_cents)
        session.add(budget)
        session.flush()
        return budget.id


def change_budget(
    store: Store,
    who: Actor,
    budget_id: int,
    amount_cents: int,
    consented_cents: int = 0,
    version: int | None = None,
) -> None:
    """Another amount, and how much beyond it the landlord consented to pay (art. 7(2)). Refuses no
    amount, less than nothing beyond it, and a change after somebody else's that `version` did not
    show."""
    check_cents(amount_cents, "amount")
    if consented_cents:
        check_cents(consented_cents, "consented")
    with store.act(who, "agreements.budget.change", undo=_("Change budget")) as act:
        budget = found(act.session, TenantsBudget, budget_id)
        stale(budget, version, {"amount_cents": amount_cents, "consented_cents": consented_cents})
        budget.amount_cents, budget.consented_cents = amount_cents, consented_cents


def spend(
    store: Store,
    who: Actor,
    budget_id: int,
    kind: Expense,
    what: str,
    cents: int,
    spent_on: date | None = None,
) -> int:
    """Part of the budget was spent on a day (None is today), in whole cents. Tenants spend as they
    see fit, so what goes beyond the amount is written down too.

    Refuses no words, no amount, a day to come, and a day of another year."""
    check_cents(cents, "cents")
    day = day_of(store, spent_on, "spent_on")
    words = written(TenantsExpense, "what", what, needed=True)
    with store.act(who, "agreements.budget.spend", undo=_("Expense of the tenants")) as act:
        budget = found(act.session, TenantsBudget, budget_id)
        if day.year != budget.year:
            sentence = _("This is the budget of {year}. Fill in a day in that year.")
            raise Refused(sentence.format(year=budget.year), "spent_on")
        expense = TenantsExpense(
            budget_id=budget_id, spent_on=day, kind=kind, what=words, cents=cents
        )
        act.session.add(expense)
        act.session.flush()
        return expense.id


def remove_expense(store: Store, who: Actor, expense_id: int) -> None:
    """What was written down by mistake."""
    with store.act(who, "agreements.budget.remove", undo=_("Remove expense")) as act:
        act.session.delete(found(act.session, TenantsExpense, expense_id))


def account(store: Store, who: Actor, budget_id: int, on: date | None = None) -> None:
    """The tenants' organisation told what the budget was spent on (art. 7(2)). A day after the last
    one is kept as it was: the screen says that it is late. Refuses a day before the year is over
    or still to come."""
    with store.act(who, "agreements.budget.account", undo=_("Accounts of the tenants")) as act:
        budget = found(act.session, TenantsBudget, budget_id)
        day = day_of(store, on)
        last = date(budget.year, 12, 31)
        if day < last:
            sentence = _("The year runs until {day}. The accounts come after it.")
            raise Refused(sentence.format(day=day_plain(last)), "on")
        budget.accounted_on = day
