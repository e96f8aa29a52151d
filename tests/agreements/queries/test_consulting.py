"""Agreements of which the theme asks for the advice of tenants."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.advices import ask_advice
from desktop.agreements.actions.consulting import advice_is_about, no_advice_needed
from desktop.agreements.actions.cycles import start_cycle
from desktop.agreements.actions.themes import change_theme
from desktop.agreements.queries.consulting import Consulting, consulting_of, unasked
from desktop.agreements.queries.signing import Subject, checks_before_signing
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table

TODAY = date(2025, 11, 3)


@pytest.fixture(autouse=True)
def _rents(store: Store, who: Actor, table: Table) -> None:
    """The theme of the agreement is about letting and rents."""
    change_theme(store, who, table.theme("BES"), consultation_topic="ec")


def shown(table: Table) -> Consulting:
    with table.store.reading() as session:
        return consulting_of(session, table.agreement, TODAY)


def codes(table: Table) -> list[str]:
    with table.store.reading() as session:
        return [one.code for one in unasked(session, table.cycle)]


def ask(table: Table, agreement: int | None = None) -> int:
    return ask_advice(
        table.store, table.who, table.cycle, table.tenants, "Voorrang", "Daarom.", "Geen.",
        date(2026, 11, 2), agreement_id=agreement,
    )  # fmt: skip


def test_a_theme_of_the_overlegwet_asks_for_advice_and_says_by_when(table: Table) -> None:
    one = shown(table)
    assert (one.topics, one.is_open, one.needs_consent) == ("ce", True, False)
    assert one.due_if_today == date(2025, 12, 15)
    assert codes(table) == ["BES-01"]


def test_a_theme_of_another_kind_asks_for_nothing(store: Store, who: Actor, table: Table) -> None:
    change_theme(store, who, table.theme("BES"), consultation_topic="l")
    assert not shown(table).is_open
    assert codes(table) == []


def test_once_advice_is_asked_about_it_nothing_is_open(table: Table) -> None:
    request = ask(table, table.agreement)
    assert [one.id for one in shown(table).asked] == [request]
    assert not shown(table).is_open
    assert codes(table) == []


def test_a_request_that_was_there_can_be_about_it(store: Store, who: Actor, table: Table) -> None:
    request = ask(table)
    assert shown(table).is_open
    advice_is_about(store, who, request, table.agreement)
    assert not shown(table).is_open


def test_a_request_of_another_year_is_about_another_agreement(
    store: Store, who: Actor, table: Table
) -> None:
    later = start_cycle(store, who, 2026, table.municipality, table.parties)
    request = ask_advice(store, who, later, table.tenants, "Voorrang", "Daarom.", "Geen.")
    with pytest.raises(Refused) as refused:
        advice_is_about(store, who, request, table.agreement)
    assert refused.value.field == "agreement"


def test_why_no_advice_is_needed_is_said(store: Store, who: Actor, table: Table) -> None:
    with pytest.raises(Refused) as refused:
        no_advice_needed(store, who, table.agreement, "  ")
    assert refused.value.field == "without_advice"
    no_advice_needed(store, who, table.agreement, "Het beleid blijft zoals het is.")
    assert (shown(table).is_open, shown(table).without) == (
        False,
        "Het beleid blijft zoals het is.",
    )
    ask(table, table.agreement)
    assert shown(table).without == ""
    with pytest.raises(Refused):
        no_advice_needed(store, who, table.agreement, "Toch niet.")


def test_before_signing_it_is_good_to_know_and_stops_nothing(table: Table) -> None:
    with table.store.reading() as session:
        told = [
            check
            for check in checks_before_signing(session, table.cycle)
            if check.subject is Subject.ADVICE
        ]
    assert [(check.ok, check.stops, check.place.id) for check in told] == [
        (False, False, table.agreement)
    ]
