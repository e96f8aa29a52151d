"""Of which project something is, for whoever wants to see it."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy.orm import Session

from desktop.projects.model import (
    AdviceRequest,
    BudgetRound,
    ConsentRound,
    Finding,
    Inspection,
    Project,
    Promise,
    Proposal,
    Task,
    TenantSession,
)
from desktop.store.found import found

EVENING = "evening"  # the part of a place where a gathering is held
PROJECT_OF: dict[str, Callable[[Session, int], int]] = {
    "project": lambda session, id: found(session, Project, id).id,
    "project_task": lambda session, id: found(session, Task, id).project_id,
    "project_session": lambda session, id: found(session, TenantSession, id).project_id,
    "project_proposal": lambda session, id: found(session, Proposal, id).project_id,
    "promise": lambda session, id: found(session, Promise, id).project_id,
    "project_advice": lambda session, id: found(session, AdviceRequest, id).project_id,
    "consent_round": lambda session, id: found(session, ConsentRound, id).project_id,
    "inspection": lambda session, id: found(session, Inspection, id).project_id,
    "finding": lambda session, id: found(session, Finding, id).inspection.project_id,
    "budget_round": lambda session, id: found(session, BudgetRound, id).project_id,
}


def project_of(session: Session, kind: str, row_id: int) -> int:
    """The project that a thing is of. Refuses what is gone."""
    return PROJECT_OF[kind](session, row_id)
