"""Which state follows which."""

from __future__ import annotations

from itertools import pairwise

import pytest

from desktop.agreements.rules.lifecycle import (
    AGREEMENT,
    AGREEMENT_BACK,
    BEFORE_SIGNING,
    CYCLE,
    CYCLE_BACK,
    ENDED,
    check_agreement,
    check_cycle,
    check_joining,
    check_open,
)
from desktop.agreements.states import AgreementState, CycleState
from desktop.refused import Refused

C, A = CycleState, AgreementState

YEAR = [
    C.PREPARING, C.BID_SENT, C.TALKS, C.DRAFT, C.DECIDING, C.SIGNED, C.RUNNING, C.EVALUATED,
    C.CLOSED,
]  # fmt: skip
LIFE = [A.IDEA, A.DRAFT, A.TALKS, A.AGREED, A.ADOPTED, A.RUNNING]


def test_every_state_says_what_follows() -> None:
    assert set(CYCLE) == set(C)
    assert set(AGREEMENT) == set(A)


@pytest.mark.parametrize(("now", "then"), list(pairwise(YEAR)))
def test_a_year_goes_step_by_step(now: CycleState, then: CycleState) -> None:
    check_cycle(now, then, "")


@pytest.mark.parametrize(("now", "then"), list(pairwise(LIFE)))
def test_an_agreement_goes_step_by_step(now: AgreementState, then: AgreementState) -> None:
    check_agreement(now, then, "")


@pytest.mark.parametrize("end", [A.ACHIEVED, A.MISSED])
def test_what_runs_is_achieved_or_not(end: AgreementState) -> None:
    check_agreement(A.RUNNING, end, "")


@pytest.mark.parametrize(("now", "then"), sorted(CYCLE_BACK, key=str))
def test_a_step_back_of_a_year_has_its_reason(now: CycleState, then: CycleState) -> None:
    with pytest.raises(Refused) as refused:
        check_cycle(now, then, " ")
    assert refused.value.field == "reason"
    check_cycle(now, then, "De gemeente vroeg uitstel.")


@pytest.mark.parametrize(("now", "then"), sorted(AGREEMENT_BACK, key=str))
def test_a_step_back_of_an_agreement_has_its_reason(
    now: AgreementState, then: AgreementState
) -> None:
    with pytest.raises(Refused) as refused:
        check_agreement(now, then, "")
    assert refused.value.field == "reason"


@pytest.mark.parametrize("now", [C.SIGNED, C.RUNNING, C.EVALUATED, C.CLOSED])
def test_after_signing_there_is_no_way_back(now: CycleState) -> None:
    assert CYCLE[now].isdisjoint(BEFORE_SIGNING)


@pytest.mark.parametrize("then", [A.LAPSED, A.CARRIED_OVER])
def test_what_is_dropped_or_put_off_has_its_reason(then: AgreementState) -> None:
    with pytest.raises(Refused) as refused:
        check_agreement(A.TALKS, then, "")
    assert refused.value.field == "reason"


def test_talks_that_fail_have_their_reason() -> None:
    with pytest.raises(Refused):
        check_cycle(C.TALKS, C.NO_AGREEMENT, "")
    check_cycle(C.TALKS, C.NO_AGREEMENT, "Over de huren werden we het niet eens.")


@pytest.mark.parametrize("now", [C.PREPARING, C.BID_SENT, C.TALKS])
def test_a_year_may_turn_out_to_be_without_policy(now: CycleState) -> None:
    check_cycle(now, C.NO_POLICY, "")


def test_without_policy_parties_may_still_talk() -> None:
    check_cycle(C.NO_POLICY, C.TALKS, "")


def test_only_the_year_that_was_decided_on_is_signed() -> None:
    assert [state for state in C if C.SIGNED in CYCLE[state]] == [C.DECIDING]


def test_what_ended_goes_nowhere() -> None:
    assert all(not AGREEMENT[state] for state in ENDED)


@pytest.mark.parametrize("state", C, ids=str)
def test_no_state_follows_itself(state: CycleState) -> None:
    with pytest.raises(Refused) as refused:
        check_cycle(state, state, "Zomaar.")
    assert refused.value.field == "state"


def test_a_closed_year_stays_as_it_is() -> None:
    with pytest.raises(Refused):
        check_open(C.CLOSED)
    check_open(C.RUNNING)


@pytest.mark.parametrize("state", C, ids=str)
def test_nothing_joins_a_year_that_was_signed(state: CycleState) -> None:
    if state in BEFORE_SIGNING:
        check_joining(state)
    else:
        with pytest.raises(Refused):
            check_joining(state)
