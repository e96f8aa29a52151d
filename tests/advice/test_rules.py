"""The terms of the Overlegwet, art. 5 and 5a: the oracles of the statutes, and property 7."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.advice.rules import (
    AdviceDays,
    advice_term,
    earliest_start,
    reasons_term,
    stands,
    start_after_reasons,
)
from desktop.advice.states import AdviceDecision, AdviceState
from desktop.refused import Refused
from desktop.terms.counting import MOST_WEEKS
from desktop.terms.holidays import next_working_day

DAYS = st.dates(date(2015, 7, 1), date(2040, 12, 31))
DUE = date(2016, 3, 14)
LATER = date(2016, 6, 1)
ASKED = AdviceDays(DUE)


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        (date(2016, 2, 1), DUE),
        (date(2026, 9, 1), date(2026, 10, 13)),
        (date(2026, 11, 13), date(2026, 12, 28)),  # not on Christmas
    ],
)
def test_tenants_have_six_weeks_for_their_advice(sent: date, last: date) -> None:
    assert advice_term(sent, 6).last == last


def test_four_weeks_are_refused_with_the_first_day_that_is_possible() -> None:
    with pytest.raises(Refused) as refused:
        advice_term(date(2016, 2, 1), 4)
    assert refused.value.sentence == (
        "De huurdersorganisatie heeft ten minste zes weken voor advies (Wohv artikel 5, lid 1). "
        "De eerste datum die kan is 14 maart 2016."
    )
    assert refused.value.field == "weeks"


@given(DAYS, st.integers(6, 52))
def test_the_term_ends_after_so_many_weeks_or_on_the_next_working_day(
    sent: date, weeks: int
) -> None:
    plain = sent + timedelta(weeks=weeks)
    moves = weeks <= MOST_WEEKS  # Algemene termijnenwet, art. 4
    assert advice_term(sent, weeks).last == (next_working_day(plain) if moves else plain)


@given(DAYS, st.integers(-10, 5))
def test_fewer_than_six_weeks_are_always_refused(sent: date, weeks: int) -> None:
    with pytest.raises(Refused):
        advice_term(sent, weeks)


@pytest.mark.parametrize("weeks", [53, 600, 10**12])
def test_more_than_a_year_is_a_typing_error(weeks: int) -> None:
    with pytest.raises(Refused) as refused:
        advice_term(date(2026, 9, 1), weeks)
    assert refused.value.field == "weeks"


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2016, 3, 10), date(2016, 3, 24)),
        (date(2026, 10, 6), date(2026, 10, 20)),
        (date(2026, 11, 6), date(2026, 11, 20)),
    ],
)
def test_reasons_follow_within_fourteen_days(received: date, last: date) -> None:
    assert reasons_term(received).last == last


def test_three_days_after_the_reasons_the_plan_may_start_also_on_good_friday() -> None:
    assert start_after_reasons(date(2016, 3, 22)) == date(2016, 3, 25)


def test_without_objection_the_plan_may_start_at_once() -> None:
    days = replace(ASKED, no_objection_on=date(2016, 2, 20))
    assert earliest_start(days, date(2016, 2, 20)) == date(2016, 2, 20)


def test_while_the_term_runs_the_plan_waits() -> None:
    assert earliest_start(ASKED, DUE) is None


def test_without_advice_the_plan_may_start_on_the_day_after_the_term() -> None:
    assert earliest_start(ASKED, LATER) == date(2016, 3, 15)
    assert earliest_start(AdviceDays(date(2026, 12, 28)), date(2027, 1, 5)) == date(2026, 12, 29)


def test_an_advice_in_time_holds_the_plan_until_the_reasons_came() -> None:
    advised = replace(ASKED, received_on=date(2016, 3, 10), decision=AdviceDecision.PARTLY)
    assert earliest_start(advised, LATER) is None
    told = replace(advised, reasons_received_on=date(2016, 3, 22))
    assert earliest_start(told, LATER) == date(2016, 3, 25)


def test_an_advice_after_the_term_holds_nothing() -> None:
    late = replace(ASKED, received_on=date(2016, 3, 15))
    assert earliest_start(late, LATER) == date(2016, 3, 15)


def test_an_advice_that_is_followed_waits_for_the_end_of_the_term() -> None:
    followed = replace(ASKED, received_on=date(2016, 3, 1), decision=AdviceDecision.FOLLOWED)
    assert earliest_start(followed, DUE) is None
    assert earliest_start(followed, LATER) == date(2016, 3, 15)


def test_service_costs_wait_for_consent_however_long_it_takes() -> None:
    asked = replace(ASKED, consent_required=True)
    assert earliest_start(asked, LATER) is None
    assert earliest_start(replace(asked, no_objection_on=LATER), LATER) == LATER


@given(
    sent=DAYS,
    received=st.none() | st.integers(0, 90),
    no_objection=st.none() | st.integers(0, 90),
    decision=st.sampled_from([None, *AdviceDecision]),
    told=st.none() | st.integers(0, 120),
    today=st.integers(0, 200),
)
def test_a_plan_never_starts_before_the_first_open_way(
    sent: date,
    received: int | None,
    no_objection: int | None,
    decision: AdviceDecision | None,
    told: int | None,
    today: int,
) -> None:
    def day(n: int | None) -> date | None:
        return None if n is None else sent + timedelta(days=n)

    due = advice_term(sent, 6).last
    days = AdviceDays(due, day(received), day(no_objection), decision, day(told))
    start = earliest_start(days, sent + timedelta(days=today))
    ways = [day(no_objection), due + timedelta(days=1)]
    if told is not None:
        ways.append(sent + timedelta(days=told + 3))
    if start is not None:
        assert start >= min(way for way in ways if way is not None)


@pytest.mark.parametrize(
    ("state", "days", "today", "shown"),
    [
        (AdviceState.SENT, ASKED, DUE, AdviceState.SENT),
        (AdviceState.SENT, ASKED, LATER, AdviceState.TERM_PASSED),
        (
            AdviceState.REASONS_SENT,
            replace(
                ASKED,
                received_on=date(2016, 3, 10),
                decision=AdviceDecision.NOT,
                reasons_received_on=date(2016, 3, 22),
            ),
            date(2016, 3, 25),
            AdviceState.EXECUTABLE,
        ),
    ],
)
def test_time_brings_a_request_further(
    state: AdviceState, days: AdviceDays, today: date, shown: AdviceState
) -> None:
    assert stands(state, days, today) is shown
