"""The lights of a cycle as they are read: corrections, what people decided, and who objects."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.agreements.model import (
    Agreement,
    Cycle,
    Indicator,
    Measurement,
    Objection,
    Override,
    Party,
    Theme,
)
from desktop.agreements.queries.lights import AgreementLight, light_of, lights_of_cycle
from desktop.agreements.states import Direction, Light, PartyKind
from desktop.store import Store
from desktop.store.audit import PROGRAM

ON = date(2016, 7, 15)
HALF_WAY = date(2016, 7, 1)  # 30 of 60 dwellings are expected (agreements, 2.4: O1 to O3)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "samenspraak.db")
    with store.act(PROGRAM, "test.agreement") as act:
        party = Party(name="Huurdersvereniging", kind=PartyKind.TENANTS)
        theme = Theme(code="BES", name="Beschikbaarheid", position=1)
        act.session.add_all([party, theme])
        act.session.flush()
        cycle = Cycle(
            year=2015,
            municipality_id=party.id,
            applies_from=date(2016, 1, 1),
            applies_to=date(2016, 12, 31),
        )
        act.session.add(cycle)
        act.session.flush()
        agreement = Agreement(
            cycle_id=cycle.id, theme_id=theme.id, code="BES-01", lineage="1", title="60 woningen"
        )
        act.session.add(agreement)
        act.session.flush()
        indicator = Indicator(
            agreement_id=agreement.id,
            code="BES-01",
            name="opgeleverde woningen",
            unit="aantal",
            direction=Direction.UP,
            cumulative=True,
            baseline=Decimal(0),
            baseline_on=date(2015, 12, 31),
            goal=Decimal(60),
            goal_on=date(2016, 12, 31),
            source="opleverlijst",
        )
        act.session.add(indicator)
    yield store
    store.close()


def measure(store: Store, value: int, on: date = HALF_WAY, supersedes: int | None = None) -> int:
    with store.act(PROGRAM, "test.measure") as act:
        row = Measurement(
            indicator_id=1,
            measured_on=on,
            value=Decimal(value),
            source="opleverlijst",
            entered_at=datetime(2016, 7, 2, tzinfo=UTC),
            supersedes_id=supersedes,
        )
        act.session.add(row)
        act.session.flush()
        return row.id


def read(store: Store, on: date = ON) -> AgreementLight:
    with store.reading() as session:
        return lights_of_cycle(session, 1, on)[1]


def test_an_agreement_without_a_measurement_is_not_measurable(store: Store) -> None:
    assert read(store).light is Light.NM


def test_the_last_measurement_up_to_the_day_counts(store: Store) -> None:
    measure(store, 30, date(2016, 6, 1))
    measure(store, 24)
    measure(store, 60, date(2016, 8, 1))
    light = read(store)
    assert (light.light, light.indicators[0].reckoned.measured) == (Light.RISK, Decimal(24))


def test_a_measurement_that_was_corrected_counts_no_more_and_stays(store: Store) -> None:
    wrong = measure(store, 30)
    measure(store, 23, supersedes=wrong)
    assert read(store).light is Light.OFF
    with store.reading() as session:
        assert session.get_one(Measurement, wrong).value == Decimal(30)


def test_what_people_decided_holds_until_its_day_beside_what_was_computed(store: Store) -> None:
    measure(store, 23)
    with store.act(PROGRAM, "test.override") as act:
        override = Override(
            agreement_id=1,
            light=Light.RISK,
            reason="Vijf woningen zijn al toegewezen.",
            party_id=1,
            decided_on=date(2016, 7, 9),
            valid_until=date(2016, 7, 31),
        )
        act.session.add(override)
        act.session.flush()
        act.session.add(
            Objection(override_id=override.id, party_id=1, text="Nee.", made_on=date(2016, 7, 9))
        )
    light = read(store)
    assert (light.light, light.computed) == (Light.RISK, Light.OFF)
    assert light.override is not None
    assert light.override.objections == (("Huurdersvereniging", "Nee."),)
    assert read(store, date(2016, 8, 1)).light is Light.OFF


def test_one_agreement_reads_as_in_its_cycle(store: Store) -> None:
    measure(store, 30)
    with store.reading() as session:
        assert light_of(session, 1, ON) == lights_of_cycle(session, 1, ON)[1]
