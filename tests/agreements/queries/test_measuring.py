"""The rows of a round of measuring, and the story of an indicator."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.measuring import correct, measure, yesno_done
from desktop.agreements.model import Agreement
from desktop.agreements.queries.measuring import (
    RowToMeasure,
    readings_of_cycle,
    rows_to_measure,
    story_of,
)
from desktop.agreements.states import AgreementState
from desktop.store import Actor, Store
from tests.support.agreements import BASELINE_ON, MORGENVELD_2026
from tests.support.clock import Clock
from tests.support.measured import Year, measurements, morgenveld

JULY_1, OCTOBER_1, NEW_YEARS_EVE = date(2026, 7, 1), date(2026, 10, 1), date(2026, 12, 31)


@pytest.fixture
def year(any_store: Store) -> Year:
    return morgenveld(any_store)


def rows(store: Store, year: Year, on: date) -> dict[str, RowToMeasure]:
    with store.reading() as session:
        return {row.light.code: row for row in rows_to_measure(session, year.cycle, on)}


def test_every_indicator_is_in_the_round_in_the_order_of_the_themes(
    any_store: Store, year: Year
) -> None:
    assert list(rows(any_store, year, OCTOBER_1)) == [row.code for row in MORGENVELD_2026]


def test_a_row_has_what_was_measured_last_and_what_is_expected_on_the_day(
    any_store: Store, year: Year
) -> None:
    row = rows(any_store, year, OCTOBER_1)["VER-01"]
    # 274 of 365 days of the way from 640 to 560
    assert (row.light.reckoned.measured, row.expected) == (Decimal(610), Decimal(580))
    assert (row.source, row.is_yesno, row.here) == ("halfjaarbericht", False, None)


def test_a_day_that_was_measured_shows_what_stands_there(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    [first] = measurements(any_store, year.indicators["VER-01"])
    second = correct(any_store, any_who, first.id, Decimal(598))
    here = rows(any_store, year, JULY_1)["VER-01"].here
    assert here is not None
    assert (here.id, here.value, here.entered_by) == (second, Decimal(598), "Noor de Vries")


def test_what_is_due_follows_from_how_often_is_measured(any_store: Store, year: Year) -> None:
    in_october = rows(any_store, year, OCTOBER_1)
    assert in_october["PAR-03"].is_due  # in January for the last time
    assert in_october["LEE-01"].is_due  # never
    assert not in_october["VER-01"].is_due  # in July


def test_at_the_end_everything_is_due_until_it_was_measured(
    any_store: Store, any_who: Actor, year: Year, clock: Clock
) -> None:
    assert rows(any_store, year, NEW_YEARS_EVE)["VER-01"].is_due
    clock.move_on(days=48)
    measure(any_store, any_who, year.indicators["VER-01"], NEW_YEARS_EVE, Decimal(560), "")
    assert not rows(any_store, year, date(2027, 1, 10))["VER-01"].is_due


def test_a_deed_is_asked_until_it_is_done(any_store: Store, any_who: Actor, year: Year) -> None:
    row = rows(any_store, year, JULY_1)["VER-03"]
    assert (row.is_yesno, row.is_due, row.expected) == (True, True, None)
    yesno_done(any_store, any_who, row.id, JULY_1)
    assert not rows(any_store, year, JULY_1)["VER-03"].is_due


def test_what_lapsed_is_not_measured(any_store: Store, any_who: Actor, year: Year) -> None:
    with any_store.act(any_who, "test.lapse") as act:
        agreement = act.session.get_one(Agreement, year.agreements["VER-01"])
        agreement.state = AgreementState.LAPSED
    assert "VER-01" not in rows(any_store, year, OCTOBER_1)


def test_the_story_shows_corrections_beside_what_they_correct(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    measure(any_store, any_who, id, OCTOBER_1, Decimal(590), "telling", provisional=True)
    [first, _second] = measurements(any_store, id)
    third = correct(any_store, any_who, first.id, Decimal(598), remark="telfout")
    with any_store.reading() as session:
        story = story_of(session, id)
    assert [line.value for line in story] == [Decimal(610), Decimal(598), Decimal(590)]
    assert [line.counts for line in story] == [False, True, True]
    assert (story[0].corrected_by, story[1].supersedes_id) == (third, first.id)
    assert (story[1].remark, story[2].provisional) == ("telfout", True)


def test_what_counts_up_to_a_day_ends_with_what_the_light_rests_on(
    any_store: Store, any_who: Actor, year: Year
) -> None:
    id = year.indicators["VER-01"]
    [first] = measurements(any_store, id)
    correct(any_store, any_who, first.id, Decimal(598))
    measure(any_store, any_who, id, OCTOBER_1, Decimal(590), "telling")
    with any_store.reading() as session:
        until_july = readings_of_cycle(session, year.cycle, JULY_1)
        until_october = readings_of_cycle(session, year.cycle, OCTOBER_1)
        before = readings_of_cycle(session, year.cycle, BASELINE_ON)
    assert [reading.value for reading in until_july[id]] == [Decimal(598)]
    assert [reading.value for reading in until_october[id]] == [Decimal(598), Decimal(590)]
    assert before == {}
