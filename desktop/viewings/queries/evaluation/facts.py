"""The lettings of a pilot as the evaluation counts them: numbers and yes or no, no persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.estate.model import Dwelling
from desktop.language.format import local
from desktop.viewings.model import (
    Candidate,
    Complaint,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    StaffTime,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import decision_that_stands, passed_over
from desktop.viewings.rules.visits import FALLBACK, days_added
from desktop.viewings.states import (
    Answer,
    GuardState,
    OfferAnswer,
    Presence,
    Route,
    ShiftState,
    UrgencyPolicy,
    VacancyState,
    ViewingKind,
    ViewingState,
)

SAID_YES = (ShiftState.CONFIRMED, ShiftState.HELD, ShiftState.ABSENT)
WAS_HELD = (ViewingState.HELD, ViewingState.CLOSED)
ANSWERED = (OfferAnswer.ACCEPTED, OfferAnswer.REFUSED, OfferAnswer.EXPIRED)


@dataclass(frozen=True)
class Seeker:
    """One candidate who was invited or got an offer. `days_to_offer` from the first invitation."""

    priority: bool
    said_yes: bool = False
    no_show: bool = False
    answered_offer: bool = False
    refused: bool = False
    days_to_offer: int | None = None


@dataclass(frozen=True)
class Reception:
    """How the viewing went for which residents were to receive: the first one that was planned
    for a group. `extra_days` over the day on which staff could have shown the dwelling. None for
    what is not known yet."""

    pair_in_time: bool
    as_planned: bool | None
    by_staff: bool
    extra_days: int | None
    within_budget: bool | None
    host_minutes: int


@dataclass(frozen=True)
class Letting:
    """One dwelling from notice to lease. `day` is the day on which it could be shown; `reception`
    is None where residents were not to receive, or have not received yet; `chosen_priority` None
    before the decision."""

    vacancy_id: int
    code: str
    address: str
    complex_id: int
    day: date
    urgency: UrgencyPolicy | None = None
    seekers: tuple[Seeker, ...] = ()
    reception: Reception | None = None
    chosen_priority: bool | None = None
    passed_over: int = 0
    order_removed_on: date | None = None
    priority_lost: int = 0
    complained_on: tuple[date, ...] = ()
    staff_minutes: int | None = None
    usual_minutes: int | None = None
    contract_on: date | None = None
    lease_ended_on: date | None = None

    @property
    def complaints(self) -> int:
        return len(self.complained_on)


@dataclass(frozen=True)
class _Read:
    """What is read of all lettings at once, by vacancy."""

    seekers: Mapping[int, tuple[Seeker, ...]]
    lost: Mapping[int, int]
    complaints: Mapping[int, Sequence[date]]
    minutes: Mapping[int, tuple[int, int]]


def lettings(session: Session, complexes: Sequence[int], now: datetime) -> list[Letting]:
    """Every dwelling of these complexes that was not withdrawn, by the day it could be shown."""
    in_pilot = (
        select(Vacancy.id)
        .join(Dwelling)
        .where(Dwelling.complex_id.in_(complexes), Vacancy.state != VacancyState.WITHDRAWN)
    )
    vacancies = session.scalars(
        select(Vacancy)
        .where(Vacancy.id.in_(in_pilot))
        .options(
            joinedload(Vacancy.policy),
            selectinload(Vacancy.viewings).selectinload(Viewing.shifts),
            selectinload(Vacancy.decisions).joinedload(Decision.chosen),
        )
    ).all()
    read = _Read(
        _seekers(session, in_pilot),
        _lost(session, in_pilot),
        _complaints(session, in_pilot),
        _minutes(session, in_pilot),
    )
    made = (_letting(vacancy, read, now) for vacancy in vacancies)
    return sorted(made, key=lambda letting: (letting.day, letting.code))


def _letting(vacancy: Vacancy, read: _Read, now: datetime) -> Letting:
    decision = decision_that_stands(vacancy)
    minutes = read.minutes.get(vacancy.id)
    return Letting(
        vacancy_id=vacancy.id,
        code=vacancy.code,
        address=vacancy.dwelling.address,
        complex_id=vacancy.dwelling.complex_id,
        day=vacancy.baseline_viewing_on or vacancy.closed_on or vacancy.created_on,
        urgency=vacancy.policy.urgency if vacancy.policy is not None else None,
        seekers=read.seekers.get(vacancy.id, ()),
        reception=_reception(vacancy, now),
        chosen_priority=decision.chosen.priority if decision is not None else None,
        passed_over=passed_over(decision) if decision is not None else 0,
        order_removed_on=decision.order_removed_on if decision is not None else None,
        priority_lost=read.lost.get(vacancy.id, 0),
        complained_on=tuple(read.complaints.get(vacancy.id, ())),
        staff_minutes=minutes[0] if minutes else None,
        usual_minutes=minutes[1] if minutes else None,
        contract_on=vacancy.contract_on,
        lease_ended_on=vacancy.lease_ended_on,
    )


def _reception(vacancy: Vacancy, now: datetime) -> Reception | None:
    """None for what residents were not to show: a complex to compare with, a dwelling that was
    labelled beforehand (U4), direct mediation; and while the viewing has still to come."""
    planned = [v for v in vacancy.viewings if v.kind is ViewingKind.GROUP and v.starts_at < now]
    if not planned or vacancy.policy is None or vacancy.route is Route.DIRECT:
        return None
    if vacancy.policy.urgency is UrgencyPolicy.U4 and vacancy.dwelling.reserved_for_priority:
        return None
    first = planned[0]
    held = next((v for v in planned if v.state in WAS_HELD), None)
    extra = None
    if held is not None and vacancy.baseline_viewing_on is not None:
        extra = days_added(vacancy.baseline_viewing_on, local(held.starts_at).date())
    return Reception(
        pair_in_time=_pair_in_time(first, vacancy.policy.min_hosts),
        as_planned=_as_planned(first),
        by_staff=vacancy.route is Route.STAFF_ONLY or any(v.staff_hosts for v in planned),
        extra_days=extra,
        within_budget=None if extra is None else extra <= vacancy.policy.day_budget,
        host_minutes=sum(shift.minutes for v in planned for shift in v.shifts),
    )


def _as_planned(viewing: Viewing) -> bool | None:
    """Whether residents held it, on the day that was planned; None while its report has still to
    be entered."""
    if viewing.staff_hosts or viewing.sequence or viewing.state is ViewingState.CANCELLED:
        return False
    return True if viewing.state in WAS_HELD else None


def _pair_in_time(viewing: Viewing, least: int) -> bool:
    """Whether enough hosts said yes 48 hours before the start (R12). A host who was there without
    an answer noted was there in time: else staff would have taken over by themselves."""
    latest = local(viewing.starts_at - FALLBACK).date()
    in_time = [
        shift
        for shift in viewing.shifts
        if shift.state in SAID_YES and (shift.answered_on is None or shift.answered_on <= latest)
    ]
    return len(in_time) >= least and not viewing.staff_hosts


def _seekers(session: Session, in_pilot: Select[int]) -> dict[int, tuple[Seeker, ...]]:
    """By vacancy, from their invitations and offers."""
    rows: dict[int, dict[int, _Seen]] = defaultdict(dict)
    invitations = session.execute(
        select(
            Candidate.vacancy_id,
            Candidate.id,
            Candidate.priority,
            Invitation.sent_on,
            Invitation.answer,
            Invitation.presence,
        )
        .join(Invitation, Invitation.candidate_id == Candidate.id)
        .where(Candidate.vacancy_id.in_(in_pilot), Invitation.cancelled_on.is_(None))
    )
    for vacancy, candidate, priority, sent_on, answer, presence in invitations:
        seen = rows[vacancy].setdefault(candidate, _Seen(priority))
        seen.invited_on = min(filter(None, (seen.invited_on, sent_on)), default=None)
        over = presence is not Presence.UNKNOWN
        seen.said_yes = seen.said_yes or (over and answer is Answer.COMING)
        seen.no_show = seen.no_show or presence is Presence.NO_SHOW
    offers = session.execute(
        select(Candidate.vacancy_id, Candidate.id, Candidate.priority, Offer.made_at, Offer.answer)
        .join(Offer, Offer.candidate_id == Candidate.id)
        .where(Candidate.vacancy_id.in_(in_pilot))
        .order_by(Offer.number)
    )
    for vacancy, candidate, priority, made_at, offer_answer in offers:
        seen = rows[vacancy].setdefault(candidate, _Seen(priority))
        seen.offered_on = seen.offered_on or local(made_at).date()
        seen.offer = offer_answer
    return {
        vacancy: tuple(seen.seeker() for seen in people.values())
        for vacancy, people in rows.items()
    }


@dataclass
class _Seen:
    """One candidate, while the rows about them are read."""

    priority: bool
    invited_on: date | None = None
    said_yes: bool = False
    no_show: bool = False
    offered_on: date | None = None
    offer: OfferAnswer | None = None

    def seeker(self) -> Seeker:
        days = None
        if self.invited_on is not None and self.offered_on is not None:
            days = (self.offered_on - self.invited_on).days
        return Seeker(
            self.priority,
            self.said_yes,
            self.no_show,
            self.offer in ANSWERED,
            self.offer in (OfferAnswer.REFUSED, OfferAnswer.EXPIRED),
            days,
        )


def _lost(session: Session, in_pilot: Select[int]) -> dict[int, int]:
    """Refusals and no-shows that a colleague read and that count for somebody's priority."""
    rows = session.execute(
        select(Candidate.vacancy_id, func.count())
        .join(ConsequenceGuard, ConsequenceGuard.candidate_id == Candidate.id)
        .where(
            Candidate.vacancy_id.in_(in_pilot),
            ConsequenceGuard.state == GuardState.AGREED,
            ConsequenceGuard.counts,
        )
        .group_by(Candidate.vacancy_id)
    )
    return dict(rows.all())


def _complaints(session: Session, in_pilot: Select[int]) -> dict[int, list[date]]:
    """By vacancy, the days on which complaints came in."""
    rows = session.execute(
        select(Complaint.vacancy_id, Complaint.received_on).where(
            Complaint.vacancy_id.in_(in_pilot)
        )
    )
    days: dict[int, list[date]] = defaultdict(list)
    for vacancy, received_on in rows:
        days[vacancy].append(received_on)
    return days


def _minutes(session: Session, in_pilot: Select[int]) -> dict[int, tuple[int, int]]:
    """Minutes of staff, and what the usual way would have cost."""
    rows = session.execute(
        select(StaffTime.vacancy_id, func.sum(StaffTime.minutes), func.sum(StaffTime.usual_minutes))
        .where(StaffTime.vacancy_id.in_(in_pilot))
        .group_by(StaffTime.vacancy_id)
    )
    return {vacancy: (minutes, usual) for vacancy, minutes, usual in rows}
