"""The one thing to do next, in each place where a vacancy can be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.viewings.rules.steps import NextStep, VacancyFacts, ViewingFacts, next_step
from desktop.viewings.states import DecisionState, VacancyState, ViewingState

V, W, D, N = VacancyState, ViewingState, DecisionState, NextStep
VIEWING = VacancyFacts(V.VIEWING)
OFFERING = VacancyFacts(V.OFFERING)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (V.ANNOUNCED, N.CHOOSE_POLICY),
        (V.PREPARED, N.PUBLISH),
        (V.PUBLISHED, N.IMPORT_CANDIDATES),
        (V.CLOSED, N.PLAN_VIEWING),
        (V.VIEWING, N.PLAN_VIEWING),
        (V.OFFERING, N.OFFER),
        (V.DECIDED, N.LEASE),
        (V.CONTRACT, N.LEASE),
        (V.COMPLETED, N.NOTHING),
        (V.WITHDRAWN, N.NOTHING),
    ],
)
def test_each_state_has_its_step(state: VacancyState, step: NextStep) -> None:
    assert next_step(VacancyFacts(state)) is step


@pytest.mark.parametrize("state", [v for v in V if v is not V.WITHDRAWN])
def test_c3_what_waits_for_a_colleague_comes_before_everything(state: VacancyState) -> None:
    assert next_step(VacancyFacts(state, guard_open=True)) is N.GUARD


@pytest.mark.parametrize(
    ("viewing", "step"),
    [
        (ViewingFacts(W.DRAFT), N.CHOOSE_HOSTS),
        (ViewingFacts(W.DRAFT, to_ask=2), N.ASK_HOSTS),
        (ViewingFacts(W.DRAFT, to_ask=1, to_answer=1), N.ASK_HOSTS),
        (ViewingFacts(W.DRAFT, to_answer=1), N.HOSTS_ANSWER),
        (ViewingFacts(W.STAFFED), N.INVITE),
        (ViewingFacts(W.INVITED), N.ANSWERS),
        (ViewingFacts(W.INVITED, soon=True), N.ANSWERS),
        (ViewingFacts(W.INVITED, to_remind=3), N.ANSWERS),
        (ViewingFacts(W.INVITED, soon=True, to_remind=3), N.REMIND),
        (ViewingFacts(W.INVITED, begun=True, soon=True, to_remind=3), N.REPORT),
        (ViewingFacts(W.HELD, begun=True), N.REPORT),
        (ViewingFacts(W.HELD, begun=True, reported=True), N.CLOSE_VIEWING),
    ],
)
def test_a_viewing_has_its_step(viewing: ViewingFacts, step: NextStep) -> None:
    assert next_step(replace(VIEWING, viewing=viewing)) is step
    assert next_step(replace(OFFERING, viewing=viewing)) is step


def test_after_the_viewing_comes_the_offer() -> None:
    assert next_step(replace(VIEWING, viewing_closed=True)) is N.OFFER


def test_an_offer_that_runs_waits_for_its_answer() -> None:
    assert next_step(replace(OFFERING, offer_open=True)) is N.OFFER_ANSWER


def test_an_offer_that_was_accepted_asks_for_the_decision() -> None:
    assert next_step(replace(OFFERING, offer_accepted=True)) is N.DRAFT_DECISION


@pytest.mark.parametrize(
    ("decision", "step"),
    [
        (D.DRAFT, N.SUBMIT_DECISION),
        (D.SUBMITTED, N.READ_DECISION),
        (D.RETURNED, N.DRAFT_DECISION),
    ],
)
def test_a_decision_on_its_way_has_its_step(decision: DecisionState, step: NextStep) -> None:
    assert next_step(replace(OFFERING, offer_accepted=True, decision=decision)) is step


@pytest.mark.parametrize("state", [V.DECIDED, V.CONTRACT, V.COMPLETED])
def test_r10_a_settled_decision_is_first_told_to_everybody(state: VacancyState) -> None:
    assert next_step(VacancyFacts(state, decision=D.SETTLED)) is N.LETTERS


def test_after_the_letters_come_lease_and_keys() -> None:
    told = VacancyFacts(V.DECIDED, decision=D.LETTERS_SENT)
    assert next_step(told) is N.LEASE
    signed = replace(told, state=V.CONTRACT)
    assert next_step(signed) is N.LEASE
    assert next_step(replace(signed, keys_over=True)) is N.COMPLETE


def test_then_complaints_have_their_term_and_data_their_time() -> None:
    over = VacancyFacts(V.COMPLETED, decision=D.LETTERS_SENT, keys_over=True)
    assert next_step(over) is N.WAIT_FOR_COMPLAINTS
    assert next_step(replace(over, complaint_term_over=True)) is N.CLOSE_DECISION
    closed = replace(over, decision=D.CLOSED, complaint_term_over=True)
    assert next_step(closed) is N.WAIT_FOR_WIPE
    assert next_step(replace(closed, wipe_due=True)) is N.WIPE
    assert next_step(replace(closed, decision=D.WIPED)) is N.NOTHING


@pytest.mark.parametrize("decision", [D.DRAFT, D.RETURNED])
def test_a_decision_without_somebody_who_accepted_waits_for_the_next_offer(
    decision: D,
) -> None:
    assert next_step(replace(OFFERING, decision=decision)) is N.OFFER
