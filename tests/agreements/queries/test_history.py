"""How lights went, from round to round and from year to year."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.model import Agreement, Cycle
from desktop.agreements.queries.history import over_the_years, rounds
from desktop.agreements.states import Light
from desktop.store import Actor, Store
from tests.support.agreements import MORGENVELD_2026
from tests.support.measured import Year, indicator_of, measurements, morgenveld

JULY_15 = date(2026, 7, 15)


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def test_the_last_four_rounds_are_told_as_they_were_reported(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    days = [date(2026, month, 15) for month in (6, 7, 8, 9, 10)]
    for day in days:
        freeze(any_store, any_who, year.cycle, day)
    measure(any_store, any_who, year.indicators["LEE-01"], JULY_15, Decimal(7), "enquête")
    with any_store.reading() as session:
        last = rounds(session, year.cycle, date(2026, 11, 1))
        earlier = rounds(session, year.cycle, JULY_15)
    assert [one.on for one in last] == days[1:]
    assert [one.lights["LEE-01"] for one in last] == [Light.NM] * 4
    assert [one.on for one in earlier] == days[:2]


def test_a_day_that_was_reported_twice_is_one_round(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    freeze(any_store, any_who, year.cycle, JULY_15)
    [first] = measurements(any_store, year.indicators["VER-01"])
    measure(any_store, any_who, first.indicator_id, JULY_15, Decimal(590), "labels")
    second = freeze(any_store, any_who, year.cycle, JULY_15)
    with any_store.reading() as session:
        [one] = rounds(session, year.cycle, JULY_15)
    assert (one.snapshot_id, one.lights["VER-01"]) == (second, Light.ON)


def test_an_agreement_is_followed_through_the_years(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    [row] = [row for row in MORGENVELD_2026 if row.code == "ZOR-01"]
    with any_store.act(any_who, "test.next_year") as act:
        cycle = Cycle(
            year=2026,
            municipality_id=year.municipality,
            applies_from=date(2027, 1, 1),
            applies_to=date(2027, 12, 31),
        )
        act.session.add(cycle)
        act.session.flush()
        old = act.session.get_one(Agreement, year.agreements["ZOR-01"])
        new = Agreement(
            cycle_id=cycle.id,
            theme_id=old.theme_id,
            code="ZOR-07",
            lineage=old.lineage,
            title=old.title,
        )
        act.session.add(new)
        act.session.flush()
        act.session.add(indicator_of(row, new.id))
        act.session.flush()
        new_id = new.id
    with any_store.reading() as session:
        both = over_the_years(session, new_id, date(2027, 3, 1))
        first_only = over_the_years(session, year.agreements["ZOR-01"], JULY_15)
    assert [(one.year, one.code, one.light) for one in both] == [
        (2026, "ZOR-01", Light.DONE),
        (2027, "ZOR-07", Light.NM),
    ]
    assert both[0].on == date(2027, 1, 31)
    assert [one.year for one in first_only] == [2026]
