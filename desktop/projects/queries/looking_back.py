"""The look back at a project: what the data show of it, what was learnt, and how satisfied tenants
are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.projects.model import (
    Evaluation,
    Finding,
    Inspection,
    Project,
    Promise,
    Proposal,
    TenantSession,
)
from desktop.projects.queries.standing import FINDING_OPEN, happened
from desktop.projects.rules.ladder import shown
from desktop.projects.rules.looking_back import WORK_DONE, Showed
from desktop.projects.states import ProjectState, PromiseState, ProposalAnswer
from desktop.store.found import found


@dataclass(frozen=True)
class ScoreLine:
    """A question to tenants with their mean, from 1 to 10."""

    id: int
    version: int
    question: str
    answers: int
    mean: Decimal


@dataclass(frozen=True)
class LookBackView:
    """A project to look back at. `id` is None while nobody did: then `showed` is what the data
    show today, else what they showed when people looked back. `can` says whether the work is
    done."""

    id: int | None
    version: int
    project_id: int
    code: str
    project: str
    state: ProjectState
    contact: str
    begun: date
    held_on: date | None
    went_well: str
    lessons: str
    scores: tuple[ScoreLine, ...]
    showed: Showed
    can: bool


def look_back_of(session: Session, project_id: int) -> LookBackView:
    """The look back of a project. Refuses a project that is gone."""
    project = found(session, Project, project_id)
    row = session.scalar(select(Evaluation).where(Evaluation.project_id == project_id))
    return LookBackView(
        id=row.id if row is not None else None,
        version=row.version if row is not None else 0,
        project_id=project_id,
        code=project.code,
        project=project.name,
        state=project.state,
        contact=project.contact,
        begun=project.starts_on,
        held_on=row.held_on if row is not None else None,
        went_well=row.went_well if row is not None else "",
        lessons=row.lessons if row is not None else "",
        scores=tuple(
            ScoreLine(one.id, one.version, one.question, one.answers, one.mean)
            for one in (row.scores if row is not None else ())
        ),
        showed=Showed.from_plain(row.shown) if row is not None else showed(session, project),
        can=project.state in WORK_DONE,
    )


def showed(session: Session, project: Project) -> Showed:
    """What the data show of a project today."""
    was = happened(session, project)
    sessions, people = session.execute(
        select(func.count(), func.coalesce(func.sum(TenantSession.present), 0)).where(
            TenantSession.project_id == project.id,
            TenantSession.present > 0,
            TenantSession.cancelled_on.is_(None),
        )
    ).one()
    answers = _counted(session, Proposal.answer, Proposal.project_id, project.id)
    promises = _counted(session, Promise.state, Promise.project_id, project.id)
    found_here = select(func.count(Finding.id)).where(
        Finding.inspection_id.in_(select(Inspection.id).where(Inspection.project_id == project.id))
    )
    findings = session.scalar(found_here) or 0
    return Showed(
        promised=project.participation,
        shown=shown(project.participation, was).shown,
        happened=was,
        sessions=sessions,
        people=people or 0,
        proposals_done=answers.get(ProposalAnswer.DO, 0),
        proposals_otherwise=answers.get(ProposalAnswer.OTHERWISE, 0),
        proposals_not=answers.get(ProposalAnswer.NOT, 0),
        promises=sum(promises.values()),
        promises_kept=promises.get(PromiseState.KEPT, 0),
        promises_changed=promises.get(PromiseState.CHANGED, 0),
        promises_broken=promises.get(PromiseState.BROKEN, 0),
        findings=findings,
        findings_settled=findings - (session.scalar(found_here.where(FINDING_OPEN)) or 0),
    )


def _counted(
    session: Session,
    state: InstrumentedAttribute[Any],
    project_id: InstrumentedAttribute[int],
    id: int,
) -> dict[Any, int]:
    rows = session.execute(select(state, func.count()).where(project_id == id).group_by(state))
    return dict(rows.all())
