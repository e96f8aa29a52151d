"""What is due around offers and decisions: answers, second readers, letters, complaints, wiping."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, joinedload

from desktop.feature import Due, Urgency
from desktop.language import _
from desktop.language.format import day_short, local, moment_short
from desktop.terms.holidays import add_working_days
from desktop.urgency import SOON, begin_of, end_of, urgency
from desktop.viewings.model import (
    Candidate,
    Complaint,
    ConsequenceGuard,
    Decision,
    Offer,
    PolicyVersion,
    Vacancy,
)
from desktop.viewings.queries.due.terms import at, at_candidate, rests_on
from desktop.viewings.queries.facts import (
    follow_up_day,
    welcome_due,
    wipe_day_of,
    wipe_day_of_withdrawn,
)
from desktop.viewings.states import (
    ComplaintState,
    DecisionState,
    GuardState,
    OfferAnswer,
    UrgencyPolicy,
    VacancyState,
)


def offers(session: Session, now: datetime) -> Iterator[Due]:
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
            urgency=urgency(offer.deadline_at, now),
            action=_("Record answer"),
            place=at(offer.vacancy_id, "offers"),
            when=offer.deadline_at,
            article=rests_on(session, "answer-offer", now),
        )


def guards(session: Session, now: datetime) -> Iterator[Due]:
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
            place=at(candidate.vacancy_id, "offers"),
            when=guard.opened_at + timedelta(days=1),
            article=rests_on(session, "priority-decision", now),
        )


def decisions(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(
        select(Decision)
        .where(Decision.state != DecisionState.WIPED)
        .options(joinedload(Decision.vacancy))
    )
    for decision in found:
        yield from _decision(session, decision, now)


def _decision(session: Session, decision: Decision, now: datetime) -> Iterator[Due]:
    address = decision.vacancy.dwelling.address
    place = at(decision.vacancy_id, "decision")
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
            action=_("Open it"),
            place=place,
        )
    elif decision.state is DecisionState.SETTLED and decision.read_at is not None:
        days = decision.policy.letters_working_days
        by = end_of(add_working_days(local(decision.read_at).date(), days))
        yield Due(
            badge="✉",
            title=_("Send the letters about {address}").format(address=address),
            detail=_("Everybody who was invited hears the outcome."),
            urgency=urgency(by, now),
            action=_("Letters"),
            place=place,
            when=by,
            article=rests_on(session, "letters", now),
        )
    elif decision.state is DecisionState.LAPSED and _waits_for_next(decision):
        assert decision.withdrawal is not None  # that is how a decision lapses
        yield Due(
            badge="→",
            title=_("Offer {address} to the next in order").format(address=address),
            detail=_("the decision lapsed {day}: the chosen candidate does not take it").format(
                day=day_short(decision.withdrawal.told_on)
            ),
            urgency=Urgency.TODAY,
            action=_("Make offer"),
            place=at(decision.vacancy_id, "offers"),
        )
    elif decision.state is DecisionState.CLOSED:
        day = wipe_day_of(session, decision)
        if day is not None and day <= local(now).date() + SOON:
            yield Due(
                badge="⌫",
                title=_("Wipe the personal data of {address}").format(address=address),
                detail=_("The order table stays, with numbers in place of names."),
                urgency=urgency(end_of(day), now),
                action=_("Wipe"),
                place=place,
                when=end_of(day),
                article=rests_on(session, "storage", now),
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


def _waits_for_next(decision: Decision) -> bool:
    """Whether nothing followed on a lapsed decision yet: no offer runs or was accepted."""
    vacancy = decision.vacancy
    return (
        vacancy.state is VacancyState.OFFERING
        and vacancy.decision is decision
        and all(o.answer not in (OfferAnswer.OPEN, OfferAnswer.ACCEPTED) for o in vacancy.offers)
    )


def complaints(session: Session, now: datetime) -> Iterator[Due]:
    found = session.scalars(select(Complaint).where(Complaint.state == ComplaintState.OPEN))
    for complaint in found:
        vacancy = session.get(Vacancy, complaint.vacancy_id)
        assert vacancy is not None  # a complaint is about a vacancy
        by = end_of(complaint.answer_by)
        yield Due(
            badge="!",
            title=_("Answer the complaint about {address}").format(
                address=vacancy.dwelling.address
            ),
            detail=_("came in {day}").format(day=day_short(complaint.received_on)),
            urgency=urgency(by, now),
            action=_("Answer"),
            place=at(vacancy.id, "decision"),
            when=by,
            article=rests_on(session, "complaint", now),
        )


def money(session: Session, now: datetime) -> Iterator[Due]:
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
            action=_("Open it"),
            place=at_candidate(candidate.id),
            when=begin_of(local(now).date()),  # before everything else of today
        )


def follow_ups(session: Session, now: datetime) -> Iterator[Due]:
    """Visits of a host to who had priority and came to live there (U5)."""
    found = session.scalars(
        select(Vacancy)
        .join(Vacancy.policy)
        .where(PolicyVersion.buddy, Vacancy.keys_on.is_not(None), Vacancy.followed_up_on.is_(None))
    )
    for vacancy in found:
        day = follow_up_day(vacancy)
        if day is not None and day <= local(now).date() + SOON:
            yield Due(
                badge="⌂",
                title=_("A host visits the new tenant of {address}").format(
                    address=vacancy.dwelling.address
                ),
                detail=_("six weeks after the keys; nothing of the visit is written down"),
                urgency=urgency(end_of(day), now),
                action=_("Open it"),
                place=at(vacancy.id),
                when=end_of(day),
            )


def welcomes(session: Session, now: datetime) -> Iterator[Due]:
    """Welcome tours by hosts for who had priority and was offered the dwelling outside the round
    (U1)."""
    found = session.scalars(
        select(Vacancy)
        .join(Vacancy.policy)
        .where(
            PolicyVersion.urgency.in_((UrgencyPolicy.U1, UrgencyPolicy.U3)),
            Vacancy.state.in_((VacancyState.DECIDED, VacancyState.CONTRACT)),
            Vacancy.welcomed_on.is_(None),
        )
    )
    for vacancy in found:
        if welcome_due(vacancy):
            yield Due(
                badge="⌂",
                title=_("Welcome tour by hosts at {address}").format(
                    address=vacancy.dwelling.address
                ),
                detail=_("the new tenant accepted; hosts show the building and the rooms"),
                urgency=Urgency.SOON,
                action=_("Open it"),
                place=at(vacancy.id),
            )


def withdrawn(session: Session, now: datetime) -> Iterator[Due]:
    """People of dwellings that were not let after all, when their data may go."""
    found = session.scalars(
        select(Vacancy).where(
            Vacancy.state == VacancyState.WITHDRAWN,
            exists().where(Candidate.vacancy_id == Vacancy.id, Candidate.wiped_on.is_(None)),
        )
    )
    for vacancy in found:
        day = wipe_day_of_withdrawn(vacancy)
        if day is not None and day <= local(now).date() + SOON:
            yield Due(
                badge="⌫",
                title=_("Wipe the personal data of {address}").format(
                    address=vacancy.dwelling.address
                ),
                detail=_("This dwelling was withdrawn."),
                urgency=urgency(end_of(day), now),
                action=_("Wipe"),
                place=at(vacancy.id),
                when=end_of(day),
                article=rests_on(session, "storage", now),
            )
