"""What tenants wait for, on Vandaag: answers, promises, invitations and reports; the gatherings of
the week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from desktop.feature import Due, Figure, Place, Urgency, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import AMSTERDAM, day_short, local
from desktop.projects.model import Project, Promise, Proposal, TenantSession
from desktop.projects.queries.places import EVENING
from desktop.projects.queries.voices import UNANSWERED
from desktop.projects.rules.voices import ANSWER_DAYS, SETTLED
from desktop.projects.states import ProjectState, ProposalState
from desktop.projects.wording import word
from desktop.urgency import begin_of, end_of, urgency

TAB = "projects"
RESTING = (ProjectState.CLOSED, ProjectState.HALTED)
# What somebody took over by name goes on after the project.
PROMISED = Project.state.not_in(RESTING) | (
    (Project.state == ProjectState.CLOSED) & (Promise.handed_to != "")
)
INVITE_DAYS = 21  # a working agreement: people have three weeks to make room
TELL_DAYS = 14  # and hear an answer within two weeks after it was given
AHEAD_DAYS = 14


def due(session: Session, now: datetime) -> list[Due]:
    """Everything that tenants wait for, in no order."""
    today = local(now).date()
    return [
        *_answers(session, now),
        *_answers_to_tell(session, now),
        *_promises(session, now, today),
        *_gatherings(session, now, today),
    ]


def _answers(session: Session, now: datetime) -> Iterator[Due]:
    rows = session.execute(
        select(Project.id, Project.name, func.count(), func.min(Proposal.raised_on))
        .join(Proposal, Proposal.project_id == Project.id)
        .where(Proposal.state.in_(UNANSWERED), Project.state.not_in(RESTING))
        .group_by(Project.id, Project.name)
    )
    for project_id, name, count, first in rows:
        last = end_of(first + timedelta(days=ANSWER_DAYS))
        title = ngettext("Answer {n} proposal", "Answer {n} proposals", count).format(n=count)
        yield Due(
            str(count) if count < 100 else "99+",
            title,
            name,
            urgency(last, now),
            _("Answer"),
            Place(TAB, "project", project_id, "residents"),
            last,
        )


def _answers_to_tell(session: Session, now: datetime) -> Iterator[Due]:
    """Answers that tenants did not hear of yet."""
    rows = session.execute(
        select(Project.id, Project.name, func.count(), func.min(Proposal.answered_on))
        .join(Proposal, Proposal.project_id == Project.id)
        .where(Proposal.state == ProposalState.ANSWERED, Project.state.not_in(RESTING))
        .group_by(Project.id, Project.name)
    )
    for project_id, name, count, first in rows:
        assert first is not None, "an answer has its day"
        last = end_of(first + timedelta(days=TELL_DAYS))
        words = ngettext("Tell tenants {n} answer", "Tell tenants {n} answers", count)
        yield Due(
            str(count) if count < 100 else "99+",
            words.format(n=count),
            name,
            urgency(last, now),
            _("Tell tenants"),
            Place(TAB, "project", project_id, "residents"),
            last,
        )


def _promises(session: Session, now: datetime, today: date) -> Iterator[Due]:
    rows = session.scalars(
        select(Promise)
        .options(joinedload(Promise.project))
        .join(Project, Project.id == Promise.project_id)
        .where(
            Promise.state.not_in(SETTLED),
            Promise.due_on <= today + timedelta(days=AHEAD_DAYS),
            PROMISED,
        )
        .order_by(Promise.due_on)
    )
    for promise in rows:
        last = end_of(promise.due_on)
        yield Due(
            "!",
            _("Keep a promise: {what}").format(what=promise.what),
            f"{promise.project.name} · {promise.handed_to or promise.owner}",
            urgency(last, now),
            _("Open the promise"),
            Place(TAB, "promise", promise.id),
            last,
        )


def _gatherings(session: Session, now: datetime, today: date) -> Iterator[Due]:
    rows = session.scalars(
        select(TenantSession)
        .options(joinedload(TenantSession.project))
        .join(Project, Project.id == TenantSession.project_id)
        .where(TenantSession.cancelled_on.is_(None), Project.state.not_in(RESTING))
    )
    for one in rows:
        place = Place(TAB, "project_session", one.id)
        named = one.title or word(one.kind)
        detail = f"{one.project.name} · {named}, {day_short(one.held_on)}"
        if one.held_on > today and one.invited_on is None:
            last = begin_of(one.held_on - timedelta(days=INVITE_DAYS))
            if one.held_on - today <= timedelta(days=INVITE_DAYS + AHEAD_DAYS):
                yield Due(
                    "@",
                    _("Send the invitations"),
                    detail,
                    urgency(last, now),
                    _("Open the gathering"),
                    place,
                    last,
                )
        elif one.held_on == today and not one.present:
            yield Due(
                "!",
                _("Hold the gathering of today"),
                detail,
                Urgency.TODAY,
                _("Begin the evening"),
                Place(TAB, "project_session", one.id, EVENING),
                _begins(one),
            )
        elif one.held_on < today and one.present is None:
            yield Due(
                "?",
                _("Write down how the gathering was"),
                detail,
                urgency(end_of(one.held_on), now),
                _("Open the gathering"),
                place,
                end_of(one.held_on),
            )
        elif one.present and one.minutes_sent_on is None:
            last = end_of(one.held_on + timedelta(days=AHEAD_DAYS))
            yield Due(
                "@",
                _("Send tenants the report"),
                detail,
                urgency(last, now),
                _("Open the gathering"),
                place,
                last,
            )


def week(session: Session, first: date, last: date) -> list[WeekItem]:
    """The gatherings of these days."""
    rows = session.scalars(
        select(TenantSession)
        .options(joinedload(TenantSession.project))
        .where(TenantSession.held_on.between(first, last), TenantSession.cancelled_on.is_(None))
    )
    return [
        WeekItem(
            _begins(one),
            f"{one.title or word(one.kind)} · {one.project.name}",
            Place(TAB, "project_session", one.id),
        )
        for one in rows
    ]


def figures(session: Session, now: datetime) -> list[Figure]:
    """How many promises are late; nothing while none is."""
    today = local(now).date()
    count = session.scalar(
        select(func.count(Promise.id))
        .join(Project, Project.id == Promise.project_id)
        .where(
            Promise.state.not_in(SETTLED),
            Promise.due_on < today,
            PROMISED,
        )
    )
    if not count:
        return []
    meaning = ngettext("promise to tenants is late", "promises to tenants are late", count)
    return [Figure(str(count), meaning, Place(TAB), "red")]


def _begins(one: TenantSession) -> datetime:
    """When a gathering begins; the first minute of its day while no hour is set."""
    hour = time.fromisoformat(one.starts) if one.starts else time(0)
    return datetime.combine(one.held_on, hour, tzinfo=AMSTERDAM)
