"""The one next thing to do in a year of agreements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.agreements.rules.next_step import STEP_OF, CycleFacts, NextStep, next_step
from desktop.agreements.states import CycleState

C, N = CycleState, NextStep
READY = CycleFacts(
    state=C.PREPARING,
    policy_received=True,
    bid_sent=True,
    agreements=18,
    not_agreed=0,
    has_begun=True,
    is_over=False,
)


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (C.PREPARING, N.BID_IS_OUT),
        (C.NO_POLICY, N.ASK_POLICY),
        (C.BID_SENT, N.START_TALKS),
        (C.TALKS, N.DRAFT),
        (C.DRAFT, N.DECIDE),
        (C.DECIDING, N.SIGN),
        (C.SIGNED, N.BEGIN),
        (C.RUNNING, N.MEASURE),
        (C.EVALUATED, N.NEXT_CYCLE),
        (C.CLOSED, N.NOTHING),
        (C.NO_AGREEMENT, N.NOTHING),
    ],
)
def test_when_all_is_ready_the_year_goes_on(state: CycleState, step: NextStep) -> None:
    assert next_step(replace(READY, state=state)) is step


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (replace(READY, policy_received=False), N.ASK_POLICY),
        (replace(READY, bid_sent=False), N.SEND_BID),
        (replace(READY, state=C.TALKS, agreements=0), N.ADD_AGREEMENT),
        (replace(READY, state=C.TALKS, not_agreed=2), N.POSITIONS),
        (replace(READY, state=C.DRAFT, not_agreed=2), N.POSITIONS),
        (replace(READY, state=C.SIGNED, has_begun=False), N.WAIT_FOR_YEAR),
        (replace(READY, state=C.RUNNING, is_over=True), N.LOOK_BACK),
    ],
)
def test_what_is_missing_comes_first(facts: CycleFacts, step: NextStep) -> None:
    assert next_step(facts) is step


def test_every_state_stands_at_one_of_the_six_steps_or_after_them() -> None:
    assert set(STEP_OF) == set(CycleState)
    assert set(STEP_OF.values()) <= set(range(7))
