"""The one next thing to do for a dwelling, from notice to wipe (viewings, section 14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.viewings.rules.steps import NextStep, VacancyFacts, ViewingFacts, next_step
from desktop.viewings.states import DecisionState, VacancyState, ViewingState

V, W, D, N = VacancyState, ViewingState, DecisionState, NextStep


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (VacancyFacts(V.ANNOUNCED), N.CHOOSE_POLICY),
        (VacancyFacts(V.PREPARED), N.PUBLISH),
        (VacancyFacts(V.PUBLISHED), N.IMPORT_CANDIDATES),
        (VacancyFacts(V.CLOSED), N.PLAN_VIEWING),
        (VacancyFacts(V.VIEWING, ViewingFacts(W.DRAFT)), N.CHOOSE_HOSTS),
        (VacancyFacts(V.VIEWING, ViewingFacts(W.DRAFT, shifts=2)), N.HOSTS_ANSWER),
        (VacancyFacts(V.VIEWING, ViewingFacts(W.STAFFED, shifts=2)), N.INVITE),
        (VacancyFacts(V.VIEWING, ViewingFacts(W.INVITED, shifts=2)), N.ANSWERS),
        (
            VacancyFacts(V.VIEWING, ViewingFacts(W.INVITED, shifts=2, soon=True, to_remind=3)),
            N.REMIND,
        ),
        (VacancyFacts(V.VIEWING, ViewingFacts(W.INVITED, shifts=2, begun=True)), N.REPORT),
        (VacancyFacts(V.VIEWING, viewing_closed=True), N.OFFER),
        (VacancyFacts(V.OFFERING), N.OFFER),
        (VacancyFacts(V.OFFERING, offer_open=True), N.OFFER_ANSWER),
        (VacancyFacts(V.OFFERING, offer_open=True, guard_open=True), N.GUARD),
        (VacancyFacts(V.OFFERING, offer_accepted=True), N.DRAFT_DECISION),
        (VacancyFacts(V.OFFERING, offer_accepted=True, decision=D.DRAFT), N.SUBMIT_DECISION),
        (VacancyFacts(V.OFFERING, decision=D.SUBMITTED), N.READ_DECISION),
        (VacancyFacts(V.OFFERING, decision=D.RETURNED), N.DRAFT_DECISION),
        (VacancyFacts(V.DECIDED, decision=D.SETTLED), N.LETTERS),
        (VacancyFacts(V.DECIDED, decision=D.LETTERS_SENT), N.LEASE),
        (VacancyFacts(V.CONTRACT, decision=D.LETTERS_SENT, keys_over=True), N.COMPLETE),
        (VacancyFacts(V.COMPLETED, decision=D.LETTERS_SENT), N.WAIT_FOR_COMPLAINTS),
        (
            VacancyFacts(V.COMPLETED, decision=D.LETTERS_SENT, complaint_term_over=True),
            N.CLOSE_DECISION,
        ),
        (VacancyFacts(V.COMPLETED, decision=D.CLOSED), N.WAIT_FOR_WIPE),
        (VacancyFacts(V.COMPLETED, decision=D.CLOSED, wipe_due=True), N.WIPE),
        (VacancyFacts(V.COMPLETED, decision=D.WIPED), N.NOTHING),
        (VacancyFacts(V.WITHDRAWN), N.NOTHING),
    ],
    ids=lambda x: x.value if isinstance(x, NextStep) else "",
)
def test_the_usual_road_has_one_step_at_a_time(facts, expected):
    assert next_step(facts) is expected


@given(
    st.builds(
        VacancyFacts,
        state=st.sampled_from(V),
        viewing=st.one_of(
            st.none(),
            st.builds(
                ViewingFacts,
                state=st.sampled_from(W),
                shifts=st.integers(0, 3),
                begun=st.booleans(),
                soon=st.booleans(),
                to_remind=st.integers(0, 3),
            ),
        ),
        viewing_closed=st.booleans(),
        offer_open=st.booleans(),
        offer_accepted=st.booleans(),
        guard_open=st.booleans(),
        decision=st.one_of(st.none(), st.sampled_from(D)),
        keys_over=st.booleans(),
        complaint_term_over=st.booleans(),
        wipe_due=st.booleans(),
    )
)
def test_C3_while_a_colleague_must_read_along_nothing_else_comes_first(facts):
    assert (next_step(facts) is N.GUARD) == facts.guard_open
