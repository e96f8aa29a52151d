"""What is due in Buren, for Vandaag: every term with what it rests on and its one action."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.feature import Due, Figure, Place, Urgency, WeekItem
from desktop.language import _, ngettext
from desktop.language.format import AMSTERDAM, day_short, local, moment_short, number
from desktop.terms.holidays import add_working_days
from desktop.viewings.model import (
    Candidate,
    Complaint,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    TourQuestion,
    TourReport,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import confirmed_hosts, wipe_day_of
from desktop.viewings.rules.visits import FALLBACK, LOCK, days_added
from desktop.viewings.states import (
    Answer,
    ComplaintState,
    DecisionState,
    GuardState,
    OfferAnswer,
    Presence,
    VacancyState,
    ViewingState,
)

TAB = "viewings"
SOON = timedelta(days=7)
FIGURE_DAYS = 30


def due(session: Session, now: datetime) -> list[Due]:
    """Everything in Buren that somebody must do, in no order; Vandaag sorts."""
    return [
        *_offers(session, now),
        *_guards(session, now),
        *_viewings(session, now),
        *_reports(session, now),
        *_early_steps(session, now),
        *_decisions(session, now),
        *_questions(session, now),
        *_complaints(session, now),
        *_money(session, now),
    ]


def _urgency(when: datetime, now: datetime) -> Urgency:
    if when < now:
        return Urgency.LATE
    if local(when).date() == local(now).date():
        return Urgency.TODAY
    return Urgency.SOON if when - now <= SOON else Urgency.LATER


def _end_of(day: date) -> datetime:
    return datetime.combine(day, time(23, 59), tzinfo=AMSTERDAM)


def _at(vacancy_id: int, part: str = "") -> Place:
    return Place(TAB, "vacancy", vacancy_id, part)


def _offers(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(
        select(Offer)
        .where(Offer.answer == OfferAnswer.OPEN)
        .options(joinedload(Offer.candidate), joinedload(Offer.vacancy))
    )
    for offer in found:
        hours = max(0, int((offer.deadline_at - now).total_seconds() // 3600))
        detail = _("Offer of {moment}").format(moment=moment_short(offer.made_at))
        if offer.candidate.priority:
            detail += " · " + _("priority: a colleague reads along with a refusal")
        yield Due(
            badge=_("{n}h").format(n=hours) if 0 < hours < 100 else "!",
            title=_("{name} decides about {address}").format(
                name=offer.candidate.name, address=offer.vacancy.dwelling.address
            ),
            detail=detail,
            urgency=_urgency(offer.deadline_at, now),
            action=_("Record answer"),
            place=_at(offer.vacancy_id, "offers"),
            when=offer.deadline_at,
            article=_("working agreement: at least 24 hours"),
        )


def _guards(session: Session, now: datetime) -> Iterator[Due]:
    found = session.execute(
        select(ConsequenceGuard, Candidate)
        .join(Candidate, ConsequenceGuard.candidate_id == Candidate.id)
        .where(ConsequenceGuard.state == GuardState.OPEN)
    )
    for guard, candidate in found:
        yield Due(
            badge="2",
            title=_("Read along: candidate {rank} for {address}").format(
                rank=candidate.rank, address=candidate.vacancy.dwelling.address
            ),
            detail=_("A refusal or no-show with priority counts only after a second reader."),
            urgency=Urgency.TODAY,
            action=_("Read along"),
            place=_at(candidate.vacancy_id, "offers"),
            when=guard.opened_at + timedelta(days=1),
            article=_("Huisvestingswet art. 13"),
        )


def _viewings(session: Session, now: datetime) -> Iterator[Due]:
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
        yield from _hosts_missing(viewing, now)
        yield from _to_invite(viewing, now)
        yield from _to_remind(viewing, now)
        yield from _other_appointments(viewing, now)


def _hosts_missing(viewing: Viewing, now: datetime) -> Iterator[Due]:
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
        urgency=_urgency(last, now),
        action=_("Choose host"),
        place=_at(viewing.vacancy_id, "viewings"),
        when=last,
        article=_("working agreement: 48 hours before, staff receive"),
    )


def _to_invite(viewing: Viewing, now: datetime) -> Iterator[Due]:
    if viewing.state is ViewingState.STAFFED and not viewing.invitations:
        yield Due(
            badge="✉",
            title=_("Invite for {address}").format(address=viewing.vacancy.dwelling.address),
            detail=_("Viewing {moment}").format(moment=moment_short(viewing.starts_at)),
            urgency=_urgency(viewing.starts_at - SOON, now),
            action=_("Invite"),
            place=_at(viewing.vacancy_id, "viewings"),
            when=viewing.starts_at,
        )


def _to_remind(viewing: Viewing, now: datetime) -> Iterator[Due]:
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
            place=_at(viewing.vacancy_id, "viewings"),
            when=viewing.starts_at,
            article=_("working agreement: no “did not appear” without a reminder"),
        )


def _other_appointments(viewing: Viewing, now: datetime) -> Iterator[Due]:
    for invitation in viewing.invitations:
        if invitation.cancelled_on is None and invitation.answer is Answer.WANTS_OTHER:
            asked = invitation.answered_on or local(now).date()
            by = _end_of(add_working_days(asked, 2))
            yield Due(
                badge="↻",
                title=_("Other appointment for {name}").format(name=invitation.candidate.name),
                detail=viewing.vacancy.dwelling.address,
                urgency=_urgency(by, now),
                action=_("Plan"),
                place=_at(viewing.vacancy_id, "viewings"),
                when=by,
                article=_("working agreement: within two working days"),
            )


def _reports(session: Session, now: datetime) -> Iterator[Due]:
    held = session.scalars(
        select(Viewing)
        .outerjoin(TourReport)
        .where(
            Viewing.ends_at <= now,
            Viewing.state.in_((ViewingState.STAFFED, ViewingState.INVITED, ViewingState.HELD)),
            TourReport.id.is_(None),
        )
        .options(joinedload(Viewing.vacancy))
    )
    for viewing in held:
        by = viewing.ends_at + LOCK
        yield Due(
            badge="✎",
            title=_("Enter tour report of {address}").format(
                address=viewing.vacancy.dwelling.address
            ),
            detail=_("Viewing {moment}").format(moment=moment_short(viewing.starts_at)),
            urgency=_urgency(by, now),
            action=_("Enter"),
            place=_at(viewing.vacancy_id, "viewings"),
            when=by,
            article=_("working agreement: within 24 hours"),
        )


def _early_steps(session: Session, now: datetime) -> Iterator[Due]:
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
            urgency=Urgency.SOON if until is None else _urgency(_end_of(until), now),
            action=action,
            place=_at(vacancy.id),
            when=None if until is None else _end_of(until),
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
            title=_("Read in the candidates for {address}").format(
                address=vacancy.dwelling.address
            ),
            detail=_("advert closed {day}").format(day=day_short(vacancy.advert_until)),
            urgency=Urgency.TODAY,
            action=_("Read in"),
            place=_at(vacancy.id),
        )


def _decisions(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(
        select(Decision)
        .where(Decision.state != DecisionState.WIPED)
        .options(joinedload(Decision.vacancy))
    )
    for decision in found:
        yield from _decision(session, decision, now)


def _decision(session: Session, decision: Decision, now: datetime) -> Iterator[Due]:
    address = decision.vacancy.dwelling.address
    place = _at(decision.vacancy_id, "decision")
    if decision.state is DecisionState.SUBMITTED:
        yield Due(
            badge="2",
            title=_("Read along with the decision about {address}").format(address=address),
            detail=_("Nobody settles a decision of their own."),
            urgency=Urgency.TODAY,
            action=_("Read along"),
            place=place,
        )
    elif decision.state is DecisionState.RETURNED:
        yield Due(
            badge="?",
            title=_("Your colleague has a question about {address}").format(address=address),
            detail=decision.reader_question,
            urgency=Urgency.TODAY,
            action=_("Open"),
            place=place,
        )
    elif decision.state is DecisionState.SETTLED and decision.read_at is not None:
        days = decision.policy.letters_working_days
        by = _end_of(add_working_days(local(decision.read_at).date(), days))
        yield Due(
            badge="✉",
            title=_("Send the letters about {address}").format(address=address),
            detail=_("Everybody who was invited hears the outcome."),
            urgency=_urgency(by, now),
            action=_("Letters"),
            place=place,
            when=by,
            article=ngettext(
                "working agreement: within {n} working day",
                "working agreement: within {n} working days",
                days,
            ).format(n=days),
        )
    elif decision.state is DecisionState.CLOSED:
        day = wipe_day_of(session, decision)
        if day is not None and day <= local(now).date() + SOON:
            yield Due(
                badge="⌫",
                title=_("Wipe the personal data of {address}").format(address=address),
                detail=_("The order table stays, with numbers in place of names."),
                urgency=_urgency(_end_of(day), now),
                action=_("Wipe"),
                place=place,
                when=_end_of(day),
                article=_("AVG art. 5(1)e"),
            )
    elif (
        decision.state is DecisionState.LETTERS_SENT
        and decision.complaint_until is not None
        and decision.complaint_until < local(now).date()
        and decision.vacancy.state is VacancyState.COMPLETED
    ):
        yield Due(
            badge="✓",
            title=_("Close the decision about {address}").format(address=address),
            detail=_("The term to complain is over."),
            urgency=Urgency.LATER,
            action=_("Close"),
            place=place,
        )


def _questions(session: Session, now: datetime) -> Iterator[Due]:
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
            place=_at(vacancy_id, "viewings"),
        )


def _complaints(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(select(Complaint).where(Complaint.state == ComplaintState.OPEN))
    for complaint in found:
        vacancy = session.get(Vacancy, complaint.vacancy_id)
        assert vacancy is not None  # a complaint is about a vacancy
        by = _end_of(complaint.answer_by)
        yield Due(
            badge="!",
            title=_("Answer the complaint about {address}").format(
                address=vacancy.dwelling.address
            ),
            detail=_("came in {day}").format(day=day_short(complaint.received_on)),
            urgency=_urgency(by, now),
            action=_("Answer"),
            place=_at(vacancy.id, "decision"),
            when=by,
            article=_("working agreement: complaints, by the Algemene termijnenwet"),
        )


def _money(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(
        select(Candidate).where(
            Candidate.money_asked.is_(True), Candidate.money_handled_on.is_(None)
        )
    )
    for candidate in found:
        yield Due(
            badge="€",
            title=_("Somebody asked {name} for money").format(name=candidate.name),
            detail=_("{address}: call the candidate").format(
                address=candidate.vacancy.dwelling.address
            ),
            urgency=Urgency.TODAY,
            action=_("Open"),
            place=_at(candidate.vacancy_id, "candidates"),
        )


def week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    """The viewings between two days, both included."""
    begin = datetime.combine(first, time(0), tzinfo=AMSTERDAM)
    end = datetime.combine(last + timedelta(days=1), time(0), tzinfo=AMSTERDAM)
    found = session.scalars(
        select(Viewing)
        .where(
            Viewing.starts_at >= begin,
            Viewing.starts_at < end,
            Viewing.state != ViewingState.CANCELLED,
        )
        .options(joinedload(Viewing.vacancy))
        .order_by(Viewing.starts_at)
    )
    return [
        WeekItem(
            v.starts_at,
            _("Viewing {address}").format(address=v.vacancy.dwelling.address),
            _at(v.vacancy_id, "viewings"),
        )
        for v in found
    ]


def figures(session: Session, now: datetime) -> Sequence[Figure]:
    """Days empty of what was let in the last 30 days, with what the viewing added; and how many
    viewings were received by residents."""
    today = local(now).date()
    since = today - timedelta(days=FIGURE_DAYS)
    let = session.scalars(
        select(Vacancy)
        .where(Vacancy.contract_on >= since, Vacancy.old_lease_ends_on.is_not(None))
        .options(selectinload(Vacancy.viewings))
    ).all()
    made: list[Figure] = []
    empty = [
        (v.contract_on - v.old_lease_ends_on).days
        for v in let
        if v.contract_on is not None and v.old_lease_ends_on is not None
    ]
    if empty:
        added = [_added(v) for v in let]
        mean = sum(empty) / len(empty)
        made.append(
            Figure(
                ngettext("{n} day", "{n} days", round(mean)).format(n=number(mean, 0)),
                _("empty on average ({n} let in 30 days)\nof which {added} by the viewing").format(
                    n=len(empty), added=number(sum(added) / len(added), 1)
                ),
                Place(TAB, "vacancy", let[0].id),
            )
        )
    made.extend(_shown_up(session, now))
    return made


def _added(vacancy: Vacancy) -> int:
    days = [local(v.starts_at).date() for v in vacancy.viewings]
    return days_added(vacancy.baseline_viewing_on, min(days, default=None))


def _shown_up(session: Session, now: datetime) -> Iterator[Figure]:
    rows = session.execute(
        select(Invitation.presence, func.count())
        .join(Viewing)
        .where(
            Viewing.starts_at >= now - timedelta(days=FIGURE_DAYS),
            Viewing.starts_at < now,
            Invitation.cancelled_on.is_(None),
        )
        .group_by(Invitation.presence)
    ).all()
    counts: dict[Presence, int] = {row[0]: row[1] for row in rows}
    came = counts.get(Presence.PRESENT, 0) + counts.get(Presence.LATE, 0)
    recorded = sum(counts.values()) - counts.get(Presence.UNKNOWN, 0)
    if recorded:
        yield Figure(
            _("{n} of {all}").format(n=came, all=recorded),
            _("invited candidates came in 30 days"),
            Place(TAB),
        )
