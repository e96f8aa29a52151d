"""The requests for advice of a project, with their terms and the day on which it may start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.advice.rules import advice_term, earliest_start, reasons_term, stands
from desktop.advice.states import WITH_REASONS, AdviceDecision, AdviceState
from desktop.advice.steps import days_of
from desktop.projects.model import AdviceRequest
from desktop.projects.rules.advice_points import Point
from desktop.store.found import found


@dataclass(frozen=True)
class AdviceView:
    """A request for advice. A draft has no `sent_on` and no state. `due_on` ends the term of the
    tenants and `reasons_by` that of the landlord; `due_why` and `reasons_why` say how these terms
    came to their day; `reasons_late` when it passed and tenants still wait. `starts_on` is the
    first day on which the plan may be carried out; None while it may not."""

    id: int
    version: int
    project_id: int
    project: str
    leader: str
    asked_of: str
    subject: str
    topic: str
    reasons: str
    consequences: str
    consent_required: bool
    weeks: int
    sent_on: date | None
    due_on: date | None
    due_why: tuple[str, ...]
    state: AdviceState | None
    received_on: date | None
    advice: str
    no_objection_on: date | None
    decided_on: date | None
    decision: AdviceDecision | None
    decision_reasons: str
    points: tuple[Point, ...]
    reasons_sent_on: date | None
    reasons_by: date | None
    reasons_why: tuple[str, ...]
    reasons_received_on: date | None
    reasons_late: bool
    starts_on: date | None


def advices(session: Session, project_id: int, today: date) -> tuple[AdviceView, ...]:
    """The requests of a project, the first one first."""
    rows = session.scalars(
        select(AdviceRequest)
        .options(selectinload(AdviceRequest.points))
        .where(AdviceRequest.project_id == project_id)
        .order_by(AdviceRequest.id)
    )
    return tuple(_view(row, today) for row in rows)


def advice_view(session: Session, request_id: int, today: date) -> AdviceView:
    """One request. Refuses one that is gone."""
    return _view(found(session, AdviceRequest, request_id), today)


def _view(row: AdviceRequest, today: date) -> AdviceView:
    term = advice_term(row.sent_on, row.weeks) if row.sent_on is not None else None
    days = days_of(row) if row.sent_on is not None else None
    received = row.advice_received_on
    answer = reasons_term(received) if received is not None else None
    return AdviceView(
        id=row.id,
        version=row.version,
        project_id=row.project_id,
        project=row.project.name,
        leader=row.project.leader,
        asked_of=row.asked_of,
        subject=row.subject,
        topic=row.topic,
        reasons=row.reasons,
        consequences=row.consequences,
        consent_required=row.consent_required,
        weeks=row.weeks,
        sent_on=row.sent_on,
        due_on=term.last if term is not None else None,
        due_why=term.reasons if term is not None else (),
        state=stands(row.state, days, today) if row.state is not None and days else None,
        received_on=received,
        advice=row.advice,
        no_objection_on=row.no_objection_on,
        decided_on=row.decided_on,
        decision=row.decision,
        decision_reasons=row.decision_reasons,
        points=tuple(Point(one.text, one.decision, one.reason) for one in row.points),
        reasons_sent_on=row.reasons_sent_on,
        reasons_by=answer.last if answer is not None else None,
        reasons_why=answer.reasons if answer is not None else (),
        reasons_received_on=row.reasons_received_on,
        reasons_late=_owes_reasons(row) and answer is not None and today > answer.last,
        starts_on=earliest_start(days, today) if days is not None else None,
    )


def _owes_reasons(row: AdviceRequest) -> bool:
    """Whether the tenants wait for an answer to their advice, or for the reasons of one."""
    if row.decided_on is None:
        return row.advice_received_on is not None
    return row.decision in WITH_REASONS and row.reasons_sent_on is None
