"""The requests for advice of a year, with their terms and the day on which a plan may start."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from desktop.advice.rules import advice_term, earliest_start, reasons_term, stands
from desktop.advice.states import AdviceDecision, AdviceState
from desktop.advice.steps import days_of
from desktop.agreements.model import Advice


@dataclass(frozen=True)
class AdviceLine:
    """A request for advice (Overlegwet, art. 4 to 5a). `due_on` ends the term of the tenants, and
    `reasons_by` that of the landlord, once there is an advice; `due_why` and `reasons_why` say how
    these terms came to their day. `starts_on` is the first day on which the plan may be carried
    out; None while it may not."""

    id: int
    version: int
    party_id: int
    party: str
    subject: str
    topic: str
    reasons: str
    consequences: str
    consent_required: bool
    sent_on: date
    weeks: int
    due_on: date
    due_why: tuple[str, ...]
    state: AdviceState
    received_on: date | None
    advice: str
    no_objection_on: date | None
    decided_on: date | None
    decision: AdviceDecision | None
    decision_reasons: str
    reasons_by: date | None
    reasons_why: tuple[str, ...]
    reasons_received_on: date | None
    starts_on: date | None


def advices(session: Session, cycle_id: int, today: date) -> tuple[AdviceLine, ...]:
    """The requests of a year, the first one first."""
    return advice_lines(session, Advice.cycle_id == cycle_id, today)


def advice_lines(
    session: Session, which: ColumnElement[bool], today: date
) -> tuple[AdviceLine, ...]:
    """Some requests, the first one first."""
    rows = session.scalars(select(Advice).where(which).order_by(Advice.sent_on, Advice.id))
    return tuple(_line(advice, today) for advice in rows)


def _line(advice: Advice, today: date) -> AdviceLine:
    term = advice_term(advice.sent_on, advice.weeks)
    received = advice.advice_received_on
    answer = reasons_term(received) if received is not None else None
    days = days_of(advice)
    return AdviceLine(
        id=advice.id,
        version=advice.version,
        party_id=advice.party_id,
        party=advice.party.name,
        subject=advice.subject,
        topic=advice.topic,
        reasons=advice.reasons,
        consequences=advice.consequences,
        consent_required=advice.consent_required,
        sent_on=advice.sent_on,
        weeks=advice.weeks,
        due_on=term.last,
        due_why=term.reasons,
        state=stands(advice.state, days, today),
        received_on=received,
        advice=advice.advice,
        no_objection_on=advice.no_objection_on,
        decided_on=advice.decided_on,
        decision=advice.decision,
        decision_reasons=advice.decision_reasons,
        reasons_by=answer.last if answer is not None else None,
        reasons_why=answer.reasons if answer is not None else (),
        reasons_received_on=advice.reasons_received_on,
        starts_on=earliest_start(days, today),
    )
