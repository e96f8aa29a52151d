"""Asking the tenants for advice, until the plan may start (Overlegwet, art. 4 to 5a)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.agreements.actions.advices import (
    advice_received,
    ask_advice,
    decide_advice,
    no_objection,
    reasons_received,
)
from desktop.agreements.queries.advices import AdviceLine, advices
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import Talks, begin_talks

SENT = date(2026, 9, 1)
DUE = date(2026, 10, 13)
ADVISED = date(2026, 10, 6)
TODAY = date(2026, 11, 23)

Ask = Callable[..., int]


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    return begin_talks(store, who, clock)


@pytest.fixture
def ask(talks: Talks) -> Ask:
    def asked(**facts: object) -> int:
        usual = {
            "party_id": talks.tenants,
            "subject": "Woonlastenregeling na isolatie",
            "reasons": "De huur gaat omhoog, de energie omlaag.",
            "consequences": "De woonlasten blijven gelijk.",
            "sent_on": SENT,
        }
        return ask_advice(talks.store, talks.who, talks.cycle, **{**usual, **facts})  # type: ignore[arg-type]

    return asked


def line(talks: Talks, today: date = TODAY) -> AdviceLine:
    with talks.store.reading() as session:
        (one,) = advices(session, talks.cycle, today)
        return one


def test_the_term_of_a_request_is_six_weeks(talks: Talks, ask: Ask) -> None:
    ask()
    assert line(talks, DUE).due_on == DUE
    assert line(talks, DUE).state is AdviceState.SENT


def test_four_weeks_are_refused(ask: Ask) -> None:
    with pytest.raises(Refused, match="13 oktober 2026"):
        ask(weeks=4)


@pytest.mark.parametrize("field", ["subject", "reasons", "consequences"])
def test_a_plan_is_sent_with_its_reasons_and_consequences(ask: Ask, field: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(**{field: " \n"})
    assert refused.value.field == field


def test_the_municipality_gives_no_advice(talks: Talks, ask: Ask) -> None:
    with pytest.raises(Refused):
        ask(party_id=talks.municipality)


@pytest.mark.parametrize("topic", ["m", "ab", "?"])
def test_a_topic_is_a_letter_of_the_act(ask: Ask, topic: str) -> None:
    with pytest.raises(Refused):
        ask(topic=topic)


def test_an_advice_asks_for_an_answer_within_fourteen_days(talks: Talks, ask: Ask) -> None:
    advice_received(talks.store, talks.who, ask(), ADVISED, "Leg het vast.")
    assert line(talks).state is AdviceState.ADVICE_RECEIVED
    assert line(talks).reasons_by == date(2026, 10, 20)
    assert line(talks).starts_on is None


def test_what_is_not_followed_needs_reasons(talks: Talks, ask: Ask) -> None:
    advice = ask()
    advice_received(talks.store, talks.who, advice, ADVISED)
    with pytest.raises(Refused) as refused:
        decide_advice(talks.store, talks.who, advice, AdviceDecision.PARTLY, " ")
    assert refused.value.field == "reasons"


def test_three_days_after_the_reasons_the_plan_may_start(talks: Talks, ask: Ask) -> None:
    advice = ask()
    advice_received(talks.store, talks.who, advice, ADVISED)
    decide_advice(
        talks.store, talks.who, advice, AdviceDecision.PARTLY, "Dat is te duur.", date(2026, 10, 16)
    )
    assert line(talks).state is AdviceState.REASONS_SENT
    reasons_received(talks.store, talks.who, advice, date(2026, 10, 19))
    assert line(talks).starts_on == date(2026, 10, 22)
    assert line(talks, date(2026, 10, 21)).state is AdviceState.REASONS_SENT
    assert line(talks, date(2026, 10, 22)).state is AdviceState.EXECUTABLE


def test_an_advice_that_is_followed_needs_no_reasons(talks: Talks, ask: Ask) -> None:
    advice = ask()
    advice_received(talks.store, talks.who, advice, ADVISED)
    decide_advice(talks.store, talks.who, advice, AdviceDecision.FOLLOWED, on=ADVISED)
    assert line(talks, ADVISED).state is AdviceState.DECIDED
    assert line(talks).starts_on == date(2026, 10, 14)
    with pytest.raises(Refused):
        reasons_received(talks.store, talks.who, advice, TODAY)


def test_without_objection_the_plan_may_start_at_once(talks: Talks, ask: Ask) -> None:
    advice = ask()
    no_objection(talks.store, talks.who, advice, ADVISED)
    assert line(talks, ADVISED).state is AdviceState.NO_OBJECTION
    assert line(talks, ADVISED).starts_on == ADVISED
    decide_advice(talks.store, talks.who, advice, on=ADVISED)
    assert line(talks, ADVISED).state is AdviceState.EXECUTABLE


def test_while_the_term_runs_nothing_is_decided(talks: Talks, ask: Ask) -> None:
    with pytest.raises(Refused, match="13 oktober 2026"):
        decide_advice(talks.store, talks.who, ask(), on=DUE)


def test_when_no_advice_came_the_plan_goes_on(talks: Talks, ask: Ask) -> None:
    advice = ask()
    assert line(talks, date(2026, 10, 14)).state is AdviceState.TERM_PASSED
    decide_advice(talks.store, talks.who, advice, on=date(2026, 10, 14))
    assert line(talks).starts_on == date(2026, 10, 14)


def test_without_advice_there_is_nothing_to_follow(talks: Talks, ask: Ask) -> None:
    with pytest.raises(Refused):
        decide_advice(talks.store, talks.who, ask(), AdviceDecision.FOLLOWED, on=TODAY)


def test_an_advice_is_followed_partly_or_not(talks: Talks, ask: Ask) -> None:
    advice = ask()
    advice_received(talks.store, talks.who, advice, ADVISED)
    with pytest.raises(Refused):
        decide_advice(talks.store, talks.who, advice, None, "Daarom.")


def test_service_costs_wait_for_consent(talks: Talks, ask: Ask) -> None:
    advice = ask(consent_required=True)
    with pytest.raises(Refused, match="5a"):
        decide_advice(talks.store, talks.who, advice, on=TODAY)
    assert line(talks).starts_on is None
    no_objection(talks.store, talks.who, advice, TODAY)
    assert line(talks).starts_on == TODAY


@pytest.mark.parametrize("day", [date(2026, 8, 31), date(2026, 11, 24)])
def test_an_advice_comes_after_the_question_and_not_tomorrow(
    talks: Talks, ask: Ask, day: date
) -> None:
    with pytest.raises(Refused):
        advice_received(talks.store, talks.who, ask(), day)


def test_a_decision_is_not_before_the_advice(talks: Talks, ask: Ask) -> None:
    advice = ask()
    advice_received(talks.store, talks.who, advice, ADVISED)
    with pytest.raises(Refused):
        decide_advice(talks.store, talks.who, advice, AdviceDecision.FOLLOWED, on=SENT)


def test_after_the_decision_no_advice_is_recorded(talks: Talks, ask: Ask) -> None:
    advice = ask()
    decide_advice(talks.store, talks.who, advice, on=TODAY)
    for late in (advice_received, no_objection, decide_advice):
        with pytest.raises(Refused):
            late(talks.store, talks.who, advice)
