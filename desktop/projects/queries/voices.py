"""What tenants heard and said, as screens and papers show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.model import (
    Message,
    Proposal,
    SessionPhoto,
    TenantSession,
)
from desktop.projects.rules.voices import ANSWER_DAYS
from desktop.projects.states import (
    MessageChannel,
    ProposalAnswer,
    ProposalState,
    SessionKind,
)
from desktop.store.found import found

UNANSWERED = (ProposalState.RAISED, ProposalState.DISCUSSED)


@dataclass(frozen=True)
class SessionLine:
    """A gathering. `unanswered` counts its proposals that nobody answered yet."""

    id: int
    version: int
    project_id: int
    project: str
    kind: SessionKind
    title: str
    held_on: date
    starts: str
    ends: str
    place: str
    question: str
    invited: int | None
    invited_on: date | None
    present: int | None
    notes: str
    minutes_sent_on: date | None
    cancelled_on: date | None
    proposals: int
    unanswered: int


@dataclass(frozen=True)
class ProposalLine:
    """A proposal with its answer. `due_on` is when tenants hear at the latest (a working
    agreement); `late` that this day has passed without them hearing."""

    id: int
    version: int
    project_id: int
    number: int
    session_id: int | None
    session: str
    raised_on: date
    text: str
    theme: str
    support: int
    state: ProposalState
    answer: ProposalAnswer | None
    reason: str
    answered_on: date | None
    answered_by: str
    task_id: int | None
    task: str
    told_on: date | None
    told_via: str
    due_on: date
    late: bool


@dataclass(frozen=True)
class MessageLine:
    id: int
    sent_on: date
    channel: MessageChannel
    subject: str
    phase: str


def sessions_of(session: Session, project_id: int) -> list[SessionLine]:
    """The gatherings of a project, the newest first."""
    return _sessions(session, TenantSession.project_id == project_id)


def session_line(session: Session, session_id: int) -> SessionLine:
    """One gathering. Refuses one that is gone."""
    found(session, TenantSession, session_id)
    return _sessions(session, TenantSession.id == session_id)[0]


def _sessions(session: Session, which: ColumnElement[bool]) -> list[SessionLine]:
    rows = session.scalars(
        select(TenantSession)
        .options(joinedload(TenantSession.project))
        .where(which)
        .order_by(TenantSession.held_on.desc(), TenantSession.id.desc())
    ).all()
    counted = {
        session_id: (count, open_ones)
        for session_id, count, open_ones in session.execute(
            select(
                Proposal.session_id,
                func.count(),
                func.sum(case((Proposal.state.in_(UNANSWERED), 1), else_=0)),
            )
            .where(Proposal.session_id.in_([row.id for row in rows]))
            .group_by(Proposal.session_id)
        )
    }
    return [
        SessionLine(
            id=row.id,
            version=row.version,
            project_id=row.project_id,
            project=row.project.name,
            kind=row.kind,
            title=row.title,
            held_on=row.held_on,
            starts=row.starts,
            ends=row.ends,
            place=row.place,
            question=row.question,
            invited=row.invited,
            invited_on=row.invited_on,
            present=row.present,
            notes=row.notes,
            minutes_sent_on=row.minutes_sent_on,
            cancelled_on=row.cancelled_on,
            proposals=counted.get(row.id, (0, 0))[0],
            unanswered=counted.get(row.id, (0, 0))[1],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class SessionPhotoLine:
    """A photo of a gathering; `photo_id` is what `whole_photo` and `small_photo` ask for."""

    id: int
    photo_id: int
    width: int
    height: int
    caption: str


def photos_at(session: Session, session_id: int) -> list[SessionPhotoLine]:
    """The photos of a gathering, in the order in which they were added."""
    rows = session.scalars(
        select(SessionPhoto)
        .options(joinedload(SessionPhoto.photo))
        .where(SessionPhoto.session_id == session_id)
        .order_by(SessionPhoto.id)
    )
    return [
        SessionPhotoLine(row.id, row.photo_id, row.photo.width, row.photo.height, row.caption)
        for row in rows
    ]


def proposals_of(session: Session, project_id: int, today: date) -> list[ProposalLine]:
    """The proposals of a project: those without an answer first, then by support."""
    lines = _proposals(session, Proposal.project_id == project_id, today)
    return sorted(
        lines, key=lambda line: (line.state not in UNANSWERED, -line.support, line.number)
    )


def proposals_at(session: Session, session_id: int, today: date) -> list[ProposalLine]:
    """The proposals of a gathering, in the order in which they were said."""
    return _proposals(session, Proposal.session_id == session_id, today)


def _proposals(session: Session, which: ColumnElement[bool], today: date) -> list[ProposalLine]:
    rows = session.scalars(
        select(Proposal)
        .options(joinedload(Proposal.session), joinedload(Proposal.task))
        .where(which)
        .order_by(Proposal.number)
    )
    return [_proposal(row, today) for row in rows]


def _proposal(row: Proposal, today: date) -> ProposalLine:
    due_on = row.raised_on + timedelta(days=ANSWER_DAYS)
    return ProposalLine(
        id=row.id,
        version=row.version,
        project_id=row.project_id,
        number=row.number,
        session_id=row.session_id,
        session=row.session.title if row.session is not None else "",
        raised_on=row.raised_on,
        text=row.text,
        theme=row.theme,
        support=row.support,
        state=row.state,
        answer=row.answer,
        reason=row.reason,
        answered_on=row.answered_on,
        answered_by=row.answered_by,
        task_id=row.task_id,
        task=row.task.name if row.task is not None else "",
        told_on=row.told_on,
        told_via=row.told_via,
        due_on=due_on,
        late=row.state is not ProposalState.REPORTED_BACK and due_on < today,
    )


def messages_of(session: Session, project_id: int) -> list[MessageLine]:
    """What tenants were told, the newest first."""
    rows = session.scalars(
        select(Message)
        .options(joinedload(Message.phase))
        .where(Message.project_id == project_id)
        .order_by(Message.sent_on.desc(), Message.id.desc())
    )
    return [
        MessageLine(
            row.id,
            row.sent_on,
            row.channel,
            row.subject,
            row.phase.name if row.phase is not None else "",
        )
        for row in rows
    ]
