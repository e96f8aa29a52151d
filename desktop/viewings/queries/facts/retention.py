"""When the personal data of a vacancy may go (R14)."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.viewings.model import Complaint, Decision, Vacancy
from desktop.viewings.rules.retention import USUAL_WEEKS, wipe_day
from desktop.viewings.states import ComplaintState, VacancyState


def open_complaints(session: Session, vacancy_id: int) -> int:
    """How many complaints of a vacancy are not closed."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Complaint)
            .where(Complaint.vacancy_id == vacancy_id, Complaint.state == ComplaintState.OPEN)
        )
        or 0
    )


def wipe_day_of(session: Session, decision: Decision) -> date | None:
    """The day from which the personal data of a decided vacancy may go; None before the lease."""
    closed = session.scalars(
        select(Complaint.closed_on).where(
            Complaint.vacancy_id == decision.vacancy_id, Complaint.closed_on.is_not(None)
        )
    ).all()
    return wipe_day(
        decision.vacancy.contract_on,
        decision.complaint_until,
        [day for day in closed if day is not None],
        decision.policy.retention_weeks,
    )


def wipe_day_of_withdrawn(vacancy: Vacancy) -> date | None:
    """The day from which the personal data of a withdrawn vacancy may go: the weeks of its policy
    version, or the usual four, after it was withdrawn. None for a vacancy that was not."""
    if vacancy.state is not VacancyState.WITHDRAWN or vacancy.completed_on is None:
        return None
    weeks = vacancy.policy.retention_weeks if vacancy.policy is not None else USUAL_WEEKS
    return vacancy.completed_on + timedelta(weeks=weeks)
