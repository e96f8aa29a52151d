"""Taking a step: the state changes, and that it did stays on view. Part of other actions."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, AgreementStep, Cycle, CycleStep
from desktop.agreements.rules.lifecycle import check_agreement, check_cycle
from desktop.agreements.states import AgreementState, CycleState


def step_cycle(
    session: Session, cycle: Cycle, state: CycleState, on: date, reason: str = ""
) -> None:
    """Bring a cycle to another state. Refuses a step that does not follow."""
    check_cycle(cycle.state, state, reason)
    cycle.state = state
    session.add(CycleStep(cycle_id=cycle.id, state=state, taken_on=on, reason=reason))


def step_agreement(
    session: Session, agreement: Agreement, state: AgreementState, on: date, reason: str = ""
) -> None:
    """Bring an agreement to another state. Refuses a step that does not follow."""
    check_agreement(agreement.state, state, reason)
    agreement.state = state
    session.add(AgreementStep(agreement_id=agreement.id, state=state, taken_on=on, reason=reason))
