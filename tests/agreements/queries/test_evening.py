"""What the evening of measuring knows beforehand: what was measured, what the path asks, and which
lights still ask for an explanation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import explain, measure
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.queries.evening import Evening, Known, evening, known
from desktop.agreements.states import Light
from desktop.language.format import AMSTERDAM
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreements import MORGENVELD_2026
from tests.support.clock import Clock
from tests.support.measured import Year, morgenveld

WINTER, ROUND, TODAY = date(2026, 1, 10), date(2026, 7, 1), date(2026, 7, 15)


@pytest.fixture
def year(store: Store, clock: Clock) -> Year:
    clock.move_to(datetime(2026, 7, 15, 19, 30, tzinfo=AMSTERDAM))
    return morgenveld(store, tuple(replace(row, measured_on=WINTER) for row in MORGENVELD_2026))


def read(store: Store, year: Year, meeting: int | None, on: date | None = None) -> Evening:
    with store.reading() as session:
        return evening(session, year.cycle, meeting, TODAY, on)


def test_a_round_holds_for_the_first_day_of_the_quarter_unless_people_say_otherwise(
    store: Store, year: Year
) -> None:
    assert read(store, year, year.meeting).measured_on == ROUND
    assert read(store, year, None).measured_on == ROUND
    assert read(store, year, None, date(2026, 6, 30)).measured_on == date(2026, 6, 30)


def test_the_measurement_before_the_round_stays_beside_the_new_one(
    store: Store, who: Actor, year: Year
) -> None:
    measure(store, who, year.indicators["BES-02"], ROUND, Decimal(56), "telling")
    rows = {row.asked.agreement_code: row for row in read(store, year, year.meeting).rows}
    row = rows["BES-02"]
    assert (row.before.measured, row.before.measured_on) == (Decimal(57), WINTER)
    assert row.light.reckoned.measured == Decimal(56)
    assert row.asked.here is not None
    assert row.asked.expected == Decimal(56)


def test_a_meeting_that_is_gone_is_refused(store: Store, year: Year) -> None:
    with pytest.raises(Refused):
        read(store, year, 999)


def test_a_red_light_asks_until_somebody_explains_it(store: Store, who: Actor, year: Year) -> None:
    agreement = year.agreements["BES-02"]

    def now() -> Known:
        with store.reading() as session:
            return known(session, year.cycle, TODAY)[agreement]

    assert now().asks(Light.OFF)
    assert not now().asks(Light.ON)
    explain(store, who, agreement, TODAY)
    assert now().asks(Light.OFF)
    assert now().put_off
    explain(store, who, agreement, TODAY, "Er kwamen minder woningen vrij.", "Voorrang.")
    assert not now().asks(Light.OFF)


def test_what_was_said_of_orange_does_not_explain_red(store: Store, who: Actor, year: Year) -> None:
    agreement = year.agreements["VER-02"]
    explain(store, who, agreement, date(2026, 3, 1), "Het regende.", "We isoleren sneller.")
    freeze(store, who, year.cycle, date(2026, 4, 1))
    with store.reading() as session:
        one = known(session, year.cycle, TODAY)[agreement]
    assert one.reported is not None
    assert one.asks(Light.OFF) == (one.reported is not Light.OFF)
