"""The one next thing to do in a cycle (agreements, 2.2), from the policy to the look back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from desktop.agreements.states import CycleState


class NextStep(Enum):
    """What the button above a cycle does."""

    ASK_POLICY = "ask policy"
    SEND_BID = "send bid"
    BID_IS_OUT = "bid is out"  # after a step back
    START_TALKS = "start talks"
    ADD_AGREEMENT = "add agreement"
    POSITIONS = "positions"
    DRAFT = "draft"
    DECIDE = "decide"
    SIGN = "sign"
    BEGIN = "begin"
    WAIT_FOR_YEAR = "wait for year"
    MEASURE = "measure"
    LOOK_BACK = "look back"
    NEXT_CYCLE = "next cycle"
    NOTHING = "nothing"


# Which of the six steps (bid, talks, sign, carry out, measure, look back) each state is in; beyond
# the last one everything is done.
STEP_OF = {
    CycleState.PREPARING: 0,
    CycleState.NO_POLICY: 0,
    CycleState.BID_SENT: 1,
    CycleState.TALKS: 1,
    CycleState.NO_AGREEMENT: 1,
    CycleState.DRAFT: 1,
    CycleState.DECIDING: 2,
    CycleState.SIGNED: 3,
    CycleState.RUNNING: 3,
    CycleState.EVALUATED: 5,
    CycleState.CLOSED: 6,
}


@dataclass(frozen=True)
class CycleFacts:
    """What decides the next step: the state, and what is there already. `not_agreed` counts the
    agreements that not every party agrees to yet; `has_begun` and `is_over` are about the year of
    the agreements."""

    state: CycleState
    policy_received: bool
    bid_sent: bool
    agreements: int
    not_agreed: int
    has_begun: bool
    is_over: bool


def next_step(facts: CycleFacts) -> NextStep:
    """The next step; NOTHING for a cycle that is closed or in which no agreements were made."""
    match facts.state:
        case CycleState.PREPARING:
            if not facts.policy_received:
                return NextStep.ASK_POLICY
            return NextStep.BID_IS_OUT if facts.bid_sent else NextStep.SEND_BID
        case CycleState.NO_POLICY:
            return NextStep.ASK_POLICY
        case CycleState.BID_SENT:
            return NextStep.START_TALKS
        case CycleState.TALKS | CycleState.DRAFT | CycleState.DECIDING:
            return _in_talks(facts)
        case CycleState.SIGNED:
            return NextStep.BEGIN if facts.has_begun else NextStep.WAIT_FOR_YEAR
        case CycleState.RUNNING:
            return NextStep.LOOK_BACK if facts.is_over else NextStep.MEASURE
        case CycleState.EVALUATED:
            return NextStep.NEXT_CYCLE
        case _:
            return NextStep.NOTHING


def _in_talks(facts: CycleFacts) -> NextStep:
    if facts.agreements == 0:
        return NextStep.ADD_AGREEMENT
    if facts.state is CycleState.DECIDING:
        return NextStep.SIGN
    if facts.not_agreed:
        return NextStep.POSITIONS
    return NextStep.DRAFT if facts.state is CycleState.TALKS else NextStep.DECIDE
