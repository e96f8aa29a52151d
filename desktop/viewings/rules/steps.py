"""The one thing to do next for a vacancy (viewings, section 14), from plain facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.viewings.rules.nomination import UNDER_TEST
from desktop.viewings.states import DecisionState, NominationState, VacancyState, ViewingState

V, W, D = VacancyState, ViewingState, DecisionState


class NextStep(Enum):
    """What comes next; the screen has a button with a verb for each."""

    CHOOSE_POLICY = "choose policy"
    PUBLISH = "publish"
    IMPORT_CANDIDATES = "import candidates"
    PLAN_VIEWING = "plan viewing"
    CHOOSE_HOSTS = "choose hosts"
    ASK_HOSTS = "ask hosts"
    HOSTS_ANSWER = "hosts answer"
    INVITE = "invite"
    REMIND = "remind"
    ANSWERS = "answers"
    REPORT = "report"
    CLOSE_VIEWING = "close viewing"
    NOMINATE = "nominate"
    TEST_NOMINATION = "test nomination"
    READ_NOMINATION = "read nomination"
    OFFER = "offer"
    OFFER_ANSWER = "offer answer"
    GUARD = "guard"
    DRAFT_DECISION = "draft decision"
    SUBMIT_DECISION = "submit decision"
    READ_DECISION = "read decision"
    LETTERS = "letters"
    LEASE = "lease"
    COMPLETE = "complete"
    WAIT_FOR_COMPLAINTS = "wait for complaints"
    CLOSE_DECISION = "close decision"
    WAIT_FOR_WIPE = "wait for wipe"
    WIPE = "wipe"
    NOTHING = "nothing"


@dataclass(frozen=True)
class ViewingFacts:
    """The viewing that asks attention: the first that is not closed or cancelled."""

    state: ViewingState
    to_ask: int = 0  # hosts who were chosen and do not know it yet
    to_answer: int = 0  # hosts who were asked and did not answer yet
    begun: bool = False
    reported: bool = False  # of everybody who was expected it is recorded whether they came
    soon: bool = False  # reminders are due
    to_remind: int = 0  # confirmed candidates without a reminder


@dataclass(frozen=True)
class VacancyFacts:
    """A vacancy as the next step sees it."""

    state: VacancyState
    viewing: ViewingFacts | None = None
    viewing_closed: bool = False
    offer_open: bool = False
    offer_accepted: bool = False
    guard_open: bool = False
    nominates: bool = False  # residents may nominate and have not yet
    nomination: NominationState | None = None
    decision: DecisionState | None = None
    keys_over: bool = False
    complaint_term_over: bool = False
    wipe_due: bool = False
    persons_kept: bool = False  # of a withdrawn vacancy: candidates that are not wiped yet


def next_step(facts: VacancyFacts) -> NextStep:
    """The one next thing to do; `NOTHING` when the vacancy is over."""
    if facts.guard_open:
        return NextStep.GUARD
    early = {
        V.ANNOUNCED: NextStep.CHOOSE_POLICY,
        V.PREPARED: NextStep.PUBLISH,
        V.PUBLISHED: NextStep.IMPORT_CANDIDATES,
        V.CLOSED: NextStep.PLAN_VIEWING,
        V.WITHDRAWN: _of_withdrawn(facts),
    }.get(facts.state)
    if early is not None:
        return early
    if facts.state in (V.VIEWING, V.OFFERING):
        return _before_decision(facts)
    return _after_decision(facts)


def _of_withdrawn(facts: VacancyFacts) -> NextStep:
    if not facts.persons_kept:
        return NextStep.NOTHING
    return NextStep.WIPE if facts.wipe_due else NextStep.WAIT_FOR_WIPE


def _before_decision(facts: VacancyFacts) -> NextStep:
    if facts.decision is D.SUBMITTED:
        return NextStep.READ_DECISION
    if facts.offer_accepted:
        # A draft without somebody who accepted waits: that candidate backed out.
        is_drafted = facts.decision is D.DRAFT
        return NextStep.SUBMIT_DECISION if is_drafted else NextStep.DRAFT_DECISION
    if facts.offer_open:
        return NextStep.OFFER_ANSWER
    if facts.viewing is not None:
        return _of_viewing(facts.viewing)
    if facts.nomination is NominationState.TESTED:
        return NextStep.READ_NOMINATION
    if facts.nomination in UNDER_TEST:
        return NextStep.TEST_NOMINATION
    if facts.nominates and facts.nomination is None:
        return NextStep.NOMINATE
    return (
        NextStep.OFFER
        if facts.state is V.OFFERING or facts.viewing_closed
        else NextStep.PLAN_VIEWING
    )


def _of_viewing(viewing: ViewingFacts) -> NextStep:
    if viewing.begun and viewing.state is not W.DRAFT:
        return NextStep.CLOSE_VIEWING if viewing.reported else NextStep.REPORT
    if viewing.state is W.DRAFT:
        if viewing.to_ask:
            return NextStep.ASK_HOSTS
        return NextStep.HOSTS_ANSWER if viewing.to_answer else NextStep.CHOOSE_HOSTS
    if viewing.state is W.STAFFED:
        return NextStep.INVITE
    if viewing.soon and viewing.to_remind:
        return NextStep.REMIND
    return NextStep.ANSWERS


def _after_decision(facts: VacancyFacts) -> NextStep:
    if facts.decision is D.SETTLED:
        return NextStep.LETTERS
    if facts.state is V.DECIDED:
        return NextStep.LEASE
    if facts.state is V.CONTRACT:
        return NextStep.COMPLETE if facts.keys_over else NextStep.LEASE
    if facts.decision is D.LETTERS_SENT:
        return (
            NextStep.CLOSE_DECISION if facts.complaint_term_over else NextStep.WAIT_FOR_COMPLAINTS
        )
    if facts.decision is D.CLOSED:
        return NextStep.WIPE if facts.wipe_due else NextStep.WAIT_FOR_WIPE
    return NextStep.NOTHING
