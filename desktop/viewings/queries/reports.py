"""What the tour report asks, with what was entered before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.store.found import found
from desktop.viewings.model import Candidate, HostCriterion, Viewing
from desktop.viewings.queries.facts import consequence_shown, current_shifts
from desktop.viewings.states import CriterionAnswer, DefectPlace, Presence, Want


@dataclass(frozen=True)
class Visitor:
    """One invited candidate. `consequence` is what a no or a no-show means with priority (C3);
    empty for others."""

    invitation_id: int
    candidate_id: int
    rank: int
    name: str
    slot_at: datetime
    presence: Presence
    points: tuple[str, ...]
    want: Want | None
    want_reason: str
    money_asked: bool | None
    switched: bool
    received_by_id: int | None
    consequence: str


@dataclass(frozen=True)
class ReportForm:
    """The card of a viewing: `points` as (key, Dutch, English), `hosts` as (id, name)."""

    points: tuple[tuple[str, str, str], ...]
    hosts: tuple[tuple[int, str], ...]
    visitors: tuple[Visitor, ...]
    defects: tuple[tuple[DefectPlace, str], ...]
    questions: tuple[tuple[int | None, str], ...]
    incident_number: str


def report_form(session: Session, viewing_id: int) -> ReportForm:
    """The card with what was entered already. Refuses a viewing that is gone."""
    viewing = found(session, Viewing, viewing_id)
    policy = viewing.vacancy.policy
    report = viewing.report
    return ReportForm(
        points=tuple(
            (p["key"], p["text_nl"], p.get("text_en", ""))
            for p in (policy.points if policy is not None else ())
        ),
        hosts=tuple((s.host_id, s.host.name) for s in current_shifts(viewing)),
        visitors=tuple(
            Visitor(
                invitation_id=i.id,
                candidate_id=i.candidate_id,
                rank=i.candidate.rank,
                name=i.candidate.name,
                slot_at=i.slot_at,
                presence=i.presence,
                points=tuple(i.visit.points) if i.visit is not None else (),
                want=i.candidate.want,
                want_reason=i.candidate.want_reason,
                money_asked=i.candidate.money_asked,
                switched=i.switched,
                received_by_id=i.received_by_id,
                consequence=_consequence(i.candidate),
            )
            for i in viewing.invitations
            if i.cancelled_on is None
        ),
        defects=tuple((d.place, d.note) for d in report.defects) if report is not None else (),
        questions=(
            tuple((q.candidate_id, q.question) for q in report.questions)
            if report is not None
            else ()
        ),
        incident_number=report.incident_number if report is not None else "",
    )


def _consequence(candidate: Candidate) -> str:
    return consequence_shown(candidate) if candidate.priority else ""


def criteria_answers(
    session: Session, invitation_id: int, host_id: int
) -> dict[str, CriterionAnswer]:
    """What one host answered about one visit, by criterion."""
    rows = session.scalars(
        select(HostCriterion).where(
            HostCriterion.invitation_id == invitation_id,
            HostCriterion.host_id == host_id,
            # In an older copy that was put back, an answer that was wiped is empty.
            HostCriterion.answer.in_(list(CriterionAnswer)),
        )
    )
    return {row.criterion: row.answer for row in rows}
