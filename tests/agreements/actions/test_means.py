"""Training, more powers and the budget of who speaks for tenants."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.budgets import (
    account,
    agree_budget,
    change_budget,
    remove_expense,
    spend,
)
from desktop.agreements.actions.contacts import add_contact, contact_left
from desktop.agreements.actions.means import (
    add_power_document,
    end_power,
    grant_power,
    log_training,
    remove_training,
)
from desktop.agreements.queries.means import MeansView, means_view, page_of_power
from desktop.agreements.states import Expense
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table

TODAY = date(2026, 11, 23)
PAGE = b"%PDF-1.7 de afspraak"


@pytest.fixture
def chair(store: Store, who: Actor, table: Table) -> int:
    return add_contact(store, who, table.tenants, "voorzitter")


@pytest.fixture
def budget(store: Store, who: Actor, table: Table) -> int:
    return agree_budget(store, who, table.tenants, 2026, 1_200_000)


def view(table: Table, year: int = 2026) -> MeansView:
    with table.store.reading() as session:
        return means_view(session, table.tenants, year)


def test_training_counts_for_its_member_and_its_year(
    store: Store, who: Actor, table: Table, chair: int
) -> None:
    other = add_contact(store, who, table.tenants, "secretaris")
    log_training(store, who, chair, "Cijfers lezen", 2, date(2026, 3, 14))
    log_training(store, who, chair, "Onderhandelen", 1, date(2026, 9, 5))
    log_training(store, who, chair, "Oud nieuws", 2, date(2025, 9, 5))
    # The table agreed on four days a year.
    assert [(one.contact_id, one.used, one.right) for one in view(table).members] == [
        (chair, 3, 8),
        (other, 0, 8),
    ]
    assert [one.subject for one in view(table).training] == ["Cijfers lezen", "Onderhandelen"]


def test_more_training_than_was_agreed_is_kept_and_told(
    store: Store, who: Actor, table: Table, chair: int
) -> None:
    log_training(store, who, chair, "Een hele week", 10)
    assert view(table).members[0].is_over


def test_who_left_stays_in_the_years_in_which_they_learnt(
    store: Store, who: Actor, table: Table, chair: int
) -> None:
    log_training(store, who, chair, "Cijfers lezen", 2)
    contact_left(store, who, chair, TODAY)
    assert [one.function for one in view(table).members] == ["voorzitter"]
    assert view(table, 2025).members == ()


def test_training_is_for_the_board_of_tenants_and_lasts_some_time(
    store: Store, who: Actor, table: Table, chair: int
) -> None:
    alderman = add_contact(store, who, table.municipality, "wethouder")
    for contact, half_days, on, field in (
        (alderman, 2, TODAY, "contact_id"),
        (chair, 0, TODAY, "half_days"),
        (chair, 21, TODAY, "half_days"),
        (chair, 2, date(2026, 11, 24), "held_on"),
    ):
        with pytest.raises(Refused) as refused:
            log_training(store, who, contact, "Cijfers lezen", half_days, on)
        assert refused.value.field == field


def test_what_was_written_down_by_mistake_goes_and_comes_back(
    store: Store, who: Actor, table: Table, chair: int
) -> None:
    remove_training(store, who, log_training(store, who, chair, "Cijfers lezen", 2))
    assert view(table).training == ()
    store.undo(who)
    assert len(view(table).training) == 1


def test_the_budget_says_what_is_left_by_kind(
    store: Store, who: Actor, table: Table, budget: int
) -> None:
    spend(store, who, budget, Expense.EXPERTS, "Adviseur woonlasten", 450_000, date(2026, 4, 1))
    spend(store, who, budget, Expense.TRAINING, "Cursus", 60_050, date(2026, 3, 14))
    shown = view(table).budget
    assert shown is not None
    assert shown.settled.left == 689_950
    assert shown.spent_on(Expense.TRAINING) == 60_050
    assert [one.what for one in shown.expenses] == ["Cursus", "Adviseur woonlasten"]


def test_what_goes_beyond_the_budget_is_kept_and_needs_consent(
    store: Store, who: Actor, table: Table, budget: int
) -> None:
    spend(store, who, budget, Expense.EXPERTS, "Adviseur", 1_300_000)
    shown = view(table).budget
    assert shown is not None
    assert (shown.settled.of_landlord, shown.settled.of_tenants) == (0, 100_000)
    change_budget(store, who, budget, 1_200_000, 100_000, shown.version)
    settled = view(table).budget
    assert settled is not None
    assert (settled.settled.of_landlord, settled.settled.of_tenants) == (100_000, 0)
    with pytest.raises(Conflict):
        change_budget(store, who, budget, 1_100_000, 0, shown.version)


def test_a_year_has_one_budget_of_a_tenants_organisation(
    store: Store, who: Actor, table: Table, budget: int
) -> None:
    for party, year, cents, field in (
        (table.tenants, 2026, 1_000, "year"),
        (table.municipality, 2027, 1_000, "party_id"),
        (table.tenants, 2027, 0, "amount"),
    ):
        with pytest.raises(Refused) as refused:
            agree_budget(store, who, party, year, cents)
        assert refused.value.field == field


def test_an_expense_is_of_the_year_of_its_budget(
    store: Store, who: Actor, table: Table, budget: int
) -> None:
    with pytest.raises(Refused) as refused:
        spend(store, who, budget, Expense.OTHER, "Zaalhuur", 5_000, date(2025, 12, 31))
    assert refused.value.field == "spent_on"
    remove_expense(store, who, spend(store, who, budget, Expense.OTHER, "Zaalhuur", 5_000))
    shown = view(table).budget
    assert shown is not None
    assert shown.expenses == ()


def test_the_accounts_come_after_the_year_and_by_the_end_of_february(
    store: Store, who: Actor, table: Table, budget: int
) -> None:
    with pytest.raises(Refused) as refused:
        account(store, who, budget, TODAY)
    assert refused.value.field == "on"
    shown = view(table).budget
    assert shown is not None
    assert shown.due_on == date(2027, 2, 28)
    assert not shown.is_late(date(2027, 2, 28))
    assert shown.is_late(date(2027, 3, 1))


def test_more_powers_have_their_page_and_an_end(store: Store, who: Actor, table: Table) -> None:
    power = grant_power(store, who, table.tenants, "Instemming bij de sloop van een complex.")
    with pytest.raises(Refused) as refused:
        add_power_document(store, who, power, b"geen scan", "afspraak.txt")
    assert refused.value.field == "scan"
    add_power_document(store, who, power, PAGE, "afspraak.pdf")
    with store.reading() as session:
        assert page_of_power(session, power) == PAGE
    with pytest.raises(Refused):
        add_power_document(store, who, power, PAGE, "nog een.pdf")
    end_power(store, who, power, TODAY)
    [line] = view(table).powers
    assert (line.ended_on, line.document_name) == (TODAY, "afspraak.pdf")
    with pytest.raises(Refused):
        end_power(store, who, power)


def test_more_powers_go_to_who_speaks_for_tenants(store: Store, who: Actor, table: Table) -> None:
    with pytest.raises(Refused) as refused:
        grant_power(store, who, table.municipality, "Instemming bij alles.")
    assert refused.value.field == "party_id"
