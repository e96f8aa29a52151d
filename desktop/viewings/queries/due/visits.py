"""What is due around viewings: from choosing the way of working to the report and its questions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import exists, func, select
from sqlalchemy.orm import Session, aliased, joinedload, selectinload

from desktop.feature import Due, Urgency
from desktop.language import _, ngettext
from desktop.language.format import day_short, local, moment_short
from desktop.urgency import SOON, end_of, urgency
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Invitation,
    Shift,
    TourQuestion,
    TourReport,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.due.terms import at, at_viewing, rests_on
from desktop.viewings.queries.facts import confirmed_hosts, unrecorded
from desktop.viewings.rules.visits import FALLBACK, LOCK, another_by
from desktop.viewings.states import (
    Answer,
    CandidateState,
    GuardEvent,
    GuardState,
    Presence,
    ShiftState,
    VacancyState,
    ViewingState,
)

LISTS_BACK = timedelta(days=1)
NOT_SEEN_YET = (CandidateState.CONFIRMED, CandidateState.CANCELLED, CandidateState.NO_SHOW)


def early_steps(session: Session, now: datetime) -> Iterator[Due]:
    words = {
        VacancyState.ANNOUNCED: (_("Choose the way of working for {address}"), _("Choose")),
        VacancyState.PREPARED: (_("Publish {address}"), _("Publish")),
        VacancyState.CLOSED: (_("Plan the viewing of {address}"), _("Plan")),
    }
    found = session.scalars(select(Vacancy).where(Vacancy.state.in_(words)))
    for vacancy in found:
        title, action = words[vacancy.state]
        until = vacancy.baseline_viewing_on or vacancy.available_on
        yield Due(
            badge="→",
            title=title.format(address=vacancy.dwelling.address),
            detail=_("available from {day}").format(day=day_short(vacancy.available_on))
            if vacancy.available_on is not None
            else vacancy.code,
            urgency=Urgency.SOON if until is None else urgency(end_of(until), now),
            action=action,
            place=at(vacancy.id),
            when=None if until is None else end_of(until),
        )
    over = session.scalars(
        select(Vacancy).where(
            Vacancy.state == VacancyState.PUBLISHED, Vacancy.advert_until < local(now).date()
        )
    )
    for vacancy in over:
        assert vacancy.advert_until is not None  # the read asks for it
        yield Due(
            badge="↓",
            title=_("Import the candidates for {address}").format(address=vacancy.dwelling.address),
            detail=_("advert closed {day}").format(day=day_short(vacancy.advert_until)),
            urgency=Urgency.TODAY,
            action=_("Import"),
            place=at(vacancy.id),
        )


def viewings(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(
        select(Viewing)
        .where(
            Viewing.state.in_((ViewingState.DRAFT, ViewingState.STAFFED, ViewingState.INVITED)),
            Viewing.starts_at > now,
        )
        .options(
            joinedload(Viewing.vacancy),
            selectinload(Viewing.shifts),
            selectinload(Viewing.invitations),
        )
    )
    for viewing in found:
        yield from _hosts_missing(session, viewing, now)
        yield from _to_invite(viewing, now)
        yield from _to_remind(session, viewing, now)
        yield from _other_appointments(session, viewing, now)


def _hosts_missing(session: Session, viewing: Viewing, now: datetime) -> Iterator[Due]:
    policy = viewing.vacancy.policy
    if viewing.staff_hosts or policy is None or confirmed_hosts(viewing) >= policy.min_hosts:
        return
    have = confirmed_hosts(viewing)
    last = viewing.starts_at - FALLBACK
    yield Due(
        badge=str(policy.min_hosts - have),
        title=ngettext(
            "One host needed for {address}",
            "{n} hosts needed for {address}",
            policy.min_hosts - have,
        ).format(n=policy.min_hosts - have, address=viewing.vacancy.dwelling.address),
        detail=_("Viewing {moment} · {have} of {all} said yes").format(
            moment=moment_short(viewing.starts_at), have=have, all=policy.min_hosts
        ),
        urgency=urgency(last, now),
        action=_("Choose host"),
        place=at_viewing(viewing.id),
        when=last,
        article=rests_on(session, "staff-receive", now),
    )


def _to_invite(viewing: Viewing, now: datetime) -> Iterator[Due]:
    if viewing.state is ViewingState.STAFFED and not viewing.invitations:
        yield Due(
            badge="✉",
            title=_("Invite for {address}").format(address=viewing.vacancy.dwelling.address),
            detail=_("Viewing {moment}").format(moment=moment_short(viewing.starts_at)),
            urgency=urgency(viewing.starts_at - SOON, now),
            action=_("Invite"),
            place=at_viewing(viewing.id),
            when=viewing.starts_at,
        )


def _to_remind(session: Session, viewing: Viewing, now: datetime) -> Iterator[Due]:
    waiting = [
        i
        for i in viewing.invitations
        if i.cancelled_on is None and i.answer is Answer.COMING and not i.reminders
    ]
    if waiting and viewing.starts_at - now <= timedelta(days=2):
        yield Due(
            badge=str(len(waiting)),
            title=_("Remind candidates for {address}").format(
                address=viewing.vacancy.dwelling.address
            ),
            detail=_("Viewing {moment}").format(moment=moment_short(viewing.starts_at)),
            urgency=Urgency.TODAY,
            action=_("Remind"),
            place=at_viewing(viewing.id),
            when=viewing.starts_at,
            article=rests_on(session, "reminder", now),
        )


def _other_appointments(session: Session, viewing: Viewing, now: datetime) -> Iterator[Due]:
    for invitation in viewing.invitations:
        if invitation.cancelled_on is None and invitation.answer is Answer.WANTS_OTHER:
            asked = invitation.answered_on or local(now).date()
            yield _another_appointment(session, invitation, asked, now)


def missed(session: Session, now: datetime) -> Iterator[Due]:
    """Candidates with priority who missed their visit, and have no other one (U2), also while a
    colleague still reads along. Missing it never costs them the offer."""
    later = aliased(Invitation)
    has_another = exists().where(
        later.candidate_id == Invitation.candidate_id,
        later.cancelled_on.is_(None),
        later.slot_at > Invitation.slot_at,
    )
    is_read = exists().where(
        ConsequenceGuard.invitation_id == Invitation.id,
        ConsequenceGuard.event == GuardEvent.NO_SHOW,
    )
    for invitation in session.scalars(
        select(Invitation)
        .join(Invitation.candidate)
        .join(Candidate.vacancy)
        .where(
            Invitation.presence.in_((Presence.NO_SHOW, Presence.CANCELLED)) | is_read,
            Candidate.priority,
            Candidate.state.in_(NOT_SEEN_YET),
            Vacancy.state.in_((VacancyState.VIEWING, VacancyState.OFFERING)),
            ~has_another,
        )
        .options(joinedload(Invitation.viewing).joinedload(Viewing.vacancy))
    ):
        yield _another_appointment(session, invitation, local(invitation.slot_at).date(), now)


def _another_appointment(
    session: Session, invitation: Invitation, since: date, now: datetime
) -> Due:
    by = end_of(another_by(since))
    return Due(
        badge="↻",
        title=_("Another appointment for {name}").format(name=invitation.candidate.name),
        detail=invitation.viewing.vacancy.dwelling.address,
        urgency=urgency(by, now),
        action=_("Plan"),
        place=at_viewing(invitation.viewing_id),
        when=by,
        article=rests_on(session, "other-appointment", now),
    )


def reports(session: Session, now: datetime) -> Iterator[Due]:
    held = session.scalars(
        select(Viewing)
        .where(
            Viewing.ends_at <= now,
            Viewing.state.in_((ViewingState.STAFFED, ViewingState.INVITED, ViewingState.HELD)),
        )
        .options(
            joinedload(Viewing.vacancy),
            selectinload(Viewing.invitations),
            selectinload(Viewing.report),
        )
    ).all()
    read_along = set(
        session.scalars(
            select(ConsequenceGuard.invitation_id).where(
                ConsequenceGuard.event == GuardEvent.NO_SHOW,
                ConsequenceGuard.state == GuardState.OPEN,
            )
        )
    )
    for viewing in held:
        left = sum(i.id not in read_along for i in unrecorded(viewing))
        if viewing.report is not None and not left:
            continue
        by = viewing.ends_at + LOCK
        yield Due(
            badge="✎",
            title=_("Enter tour report of {address}").format(
                address=viewing.vacancy.dwelling.address
            ),
            detail=" · ".join(_what_is_left(viewing, left)),
            urgency=urgency(by, now),
            action=_("Enter"),
            place=at_viewing(viewing.id),
            when=by,
            article=rests_on(session, "report", now),
        )


def _what_is_left(viewing: Viewing, left: int) -> Iterator[str]:
    yield _("Viewing {moment}").format(moment=moment_short(viewing.starts_at))
    if viewing.report is not None:
        yield ngettext("{n} visitor left", "{n} visitors left", left).format(n=left)


def lists(session: Session, now: datetime) -> Iterator[Due]:
    """Lists of visitors that hosts still have a day after the viewing (R5); none where a tablet
    was used at the door."""
    rows = session.execute(
        select(Viewing, func.count())
        .join(Viewing.shifts)
        .where(
            Viewing.ends_at <= now - LISTS_BACK,
            Shift.state == ShiftState.HELD,
            Shift.list_back_on.is_(None),
            Viewing.tablet_used.is_(False),
        )
        .group_by(Viewing.id)
        .options(joinedload(Viewing.vacancy))
    ).all()
    for viewing, count in rows:
        by = end_of(local(viewing.ends_at + LISTS_BACK).date())
        yield Due(
            badge=str(count),
            title=ngettext(
                "Get a list of visitors of {address} back",
                "Get {n} lists of visitors of {address} back",
                count,
            ).format(n=count, address=viewing.vacancy.dwelling.address),
            detail=_("Viewing {moment} · hosts hand in their list").format(
                moment=moment_short(viewing.starts_at)
            ),
            urgency=urgency(by, now),
            action=_("Record"),
            place=at_viewing(viewing.id),
            when=by,
        )


def questions(session: Session, now: datetime) -> Iterator[Due]:
    rows = session.execute(
        select(Viewing.vacancy_id, func.count())
        .select_from(TourQuestion)
        .join(TourReport, TourQuestion.report_id == TourReport.id)
        .join(Viewing, TourReport.viewing_id == Viewing.id)
        .where(TourQuestion.answered_on.is_(None), TourQuestion.question != "")
        .group_by(Viewing.vacancy_id)
    ).all()
    for vacancy_id, count in rows:
        vacancy = session.get(Vacancy, vacancy_id)
        assert vacancy is not None  # a viewing is of a vacancy
        yield Due(
            badge=str(count),
            title=ngettext(
                "Answer a question about {address}",
                "Answer {n} questions about {address}",
                count,
            ).format(n=count, address=vacancy.dwelling.address),
            detail=_("Asked during the tour"),
            urgency=Urgency.SOON,
            action=_("Answer"),
            place=at(vacancy_id, "viewings"),
        )
