"""The list of agreements: who does what by when, how each goes and what changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.model import Agreement, Commitment, Party
from desktop.agreements.queries.overview import AgreementRow, agreement_rows
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.states import Light
from desktop.store import Actor, Store
from tests.support.agreements import MORGENVELD_2026
from tests.support.measured import Year, morgenveld

JULY_15, OCTOBER_1 = date(2026, 7, 15), date(2026, 10, 1)


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def rows(store: Store, year: Year, on: date = JULY_15) -> dict[str, AgreementRow]:
    with store.reading() as session:
        return {row.code: row for row in agreement_rows(session, year.cycle, on)}


def promise(store: Store, year: Year, party_id: int, due_on: date, done_on: date | None) -> None:
    with store.act(Actor(None, "test"), "test.promise") as act:
        act.session.add(
            Commitment(
                agreement_id=year.agreements["VER-01"],
                party_id=party_id,
                what="bouwt",
                due_on=due_on,
                done_on=done_on,
            )
        )


def test_every_agreement_is_in_the_order_of_the_themes_with_its_light(
    any_store: Store, year: Year
) -> None:
    found = rows(any_store, year)
    assert list(found) == [row.code for row in MORGENVELD_2026]
    assert (found["VER-01"].light.light, found["VER-01"].theme) == (Light.OFF, "Verduurzaming")


def test_a_row_names_each_party_once_and_the_first_day_that_is_not_done(
    any_store: Store, year: Year
) -> None:
    with any_store.act(Actor(None, "test"), "test.name") as act:
        act.session.get_one(Party, year.tenants).short_name = "Samen"
    promise(any_store, year, year.tenants, date(2026, 3, 1), done_on=date(2026, 2, 1))
    promise(any_store, year, year.tenants, date(2026, 9, 1), done_on=None)
    promise(any_store, year, year.municipality, date(2026, 8, 1), done_on=None)
    row = rows(any_store, year)["VER-01"]
    assert row.parties == ("Samen", "Gemeente Morgenveld")
    assert rows(any_store, year)["VER-02"].parties == ()


def test_the_filter_looks_in_the_full_names_of_parties_and_the_district(
    any_store: Store, year: Year
) -> None:
    promise(any_store, year, year.tenants, JULY_15, done_on=None)
    with any_store.act(Actor(None, "test"), "test.district") as act:
        act.session.get_one(Agreement, year.agreements["VER-01"]).district = "Oosterhof"
    words = rows(any_store, year)["VER-01"].words
    assert all(word in words for word in ("ver 01", "verduurzaming", "huurders", "oosterhof"))


def test_a_row_tells_what_changed_since_the_last_report(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    freeze(any_store, any_who, year.cycle, JULY_15)
    measure(any_store, any_who, year.indicators["VER-01"], OCTOBER_1, Decimal(570), "labels")
    found = rows(any_store, year, OCTOBER_1)
    assert (found["VER-01"].change, found["ZOR-01"].change) == (ChangeKind.BETTER, None)
