"""One vacancy, read in a fixed number of statements however many candidates it has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.estate.model import StaffUser
from desktop.language.format import local
from desktop.store.found import found
from desktop.viewings.model import (
    Candidate,
    Complaint,
    ConsequenceGuard,
    Host,
    Invitation,
    Shift,
    TourReport,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import (
    agreed_nomination,
    candidates_of,
    consequence_shown,
    decision_that_stands,
    first_viewing_day,
    follow_up_day,
    may_nominate,
    route_words,
    standing,
    welcome_due,
    wipe_day_of_withdrawn,
)
from desktop.viewings.queries.listing import days_empty
from desktop.viewings.queries.vacancy.lines import (
    ComplaintLine,
    DecisionLine,
    VacancyView,
    ViewingLine,
)
from desktop.viewings.queries.vacancy.making import (
    candidate_line,
    decision_line,
    guard_line,
    line_of,
    offer_line,
    policy_line,
    viewing_line,
)
from desktop.viewings.queries.vacancy.nomination import nomination_line
from desktop.viewings.rules.order import (
    in_order,
    next_for_offer,
)
from desktop.viewings.rules.steps import VacancyFacts, ViewingFacts, next_step
from desktop.viewings.states import (
    GuardState,
    HostState,
    OfferAnswer,
    ShiftState,
    VacancyState,
    ViewingState,
)

# A reminder goes out from two days before the viewing.
REMIND_BEFORE = timedelta(days=2)


def vacancy_view(session: Session, vacancy_id: int, now: datetime) -> VacancyView:
    """The whole screen of one vacancy. Refuses one that is gone."""
    vacancy = found(session, Vacancy, vacancy_id)
    today = local(now).date()
    people = candidates_of(session, vacancy_id)
    guards = _guards(session, vacancy_id)
    viewings = _viewings(session, vacancy_id)
    decisions = tuple(decision_line(session, d) for d in vacancy.decisions)
    decision = decisions[-1] if decisions else None
    stands = decision_that_stands(vacancy)
    withdrawn = vacancy.state is VacancyState.WITHDRAWN
    wipe_on = decision.wipe_on if decision and not withdrawn else wipe_day_of_withdrawn(vacancy)
    home = vacancy.dwelling
    waiting = {g.candidate_id for g, _rank, _author in guards}
    orders = in_order([standing(c) for c in people])
    by_id = {c.id: c for c in people}
    policy = vacancy.policy
    required = policy is not None and policy.participation_required
    first_offer = min((local(o.made_at).date() for o in vacancy.offers), default=None)
    proposed = next_for_offer(orders, required, agreed_nomination(vacancy))
    lines = tuple(viewing_line(v) for v in viewings)
    nominates = may_nominate(vacancy, today)
    return line_of(
        VacancyView,
        vacancy,
        address=home.address,
        city=home.city,
        dwelling_code=home.code,
        complex_id=home.complex_id,
        complex_code=home.complex.code,
        complex=home.complex.name,
        meeting_point=home.complex.meeting_point,
        kind=home.kind,
        rooms=home.rooms,
        area_m2=float(str(home.area_m2)) if home.area_m2 is not None else None,
        rent_cents=home.rent_cents,
        energy_label=home.energy_label,
        days_empty=days_empty(vacancy.old_lease_ends_on, vacancy.contract_on, today),
        active_hosts=_active_hosts(session, home.complex_id),
        viewing_on=first_viewing_day(vacancy),
        offered_on=first_offer,
        decided_on=(
            local(stands.read_at).date()
            if stands is not None and stands.read_at is not None
            else None
        ),
        follow_up_on=None if vacancy.followed_up_on else follow_up_day(vacancy),
        welcome_due=welcome_due(vacancy),
        route_reason=route_words(vacancy),
        policy=policy_line(vacancy),
        candidates=tuple(
            candidate_line(by_id[s.id], vacancy, s.id in waiting, required) for s in orders
        ),
        next_offer=proposed.id if proposed is not None else None,
        viewings=lines,
        nominates=nominates,
        nominations=tuple(nomination_line(session, one) for one in vacancy.nominations),
        offers=tuple(offer_line(o) for o in vacancy.offers),
        guards=tuple(guard_line(guard, rank, author) for guard, rank, author in guards),
        complaints=_complaints(session, vacancy_id),
        decisions=decisions,
        wipe_on=wipe_on,
        next=next_step(
            _facts(vacancy, lines, bool(guards), decision, wipe_on, people, nominates, now)
        ),
    )


def _active_hosts(session: Session, complex_id: int) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(Host)
            .where(Host.complex_id == complex_id, Host.state == HostState.ACTIVE)
        )
        or 0
    )


def _viewings(session: Session, vacancy_id: int) -> list[Viewing]:
    return list(
        session.scalars(
            select(Viewing)
            .where(Viewing.vacancy_id == vacancy_id)
            .options(
                selectinload(Viewing.invitations).selectinload(Invitation.visit),
                selectinload(Viewing.shifts).joinedload(Shift.host),
                selectinload(Viewing.report).selectinload(TourReport.questions),
            )
            .order_by(Viewing.starts_at)
        )
    )


def _guards(session: Session, vacancy_id: int) -> list[tuple[ConsequenceGuard, int, str]]:
    found_ones = session.execute(
        select(ConsequenceGuard, Candidate.rank, StaffUser.name)
        .join(Candidate, ConsequenceGuard.candidate_id == Candidate.id)
        .outerjoin(StaffUser, ConsequenceGuard.author_id == StaffUser.id)
        .where(Candidate.vacancy_id == vacancy_id, ConsequenceGuard.state == GuardState.OPEN)
        .order_by(ConsequenceGuard.id)
    ).all()
    return [(guard, rank, author or "") for guard, rank, author in found_ones]


def _complaints(session: Session, vacancy_id: int) -> tuple[ComplaintLine, ...]:
    rows = session.scalars(
        select(Complaint).where(Complaint.vacancy_id == vacancy_id).order_by(Complaint.received_on)
    )
    return tuple(line_of(ComplaintLine, complaint) for complaint in rows)


def _facts(
    vacancy: Vacancy,
    viewings: tuple[ViewingLine, ...],
    guard_open: bool,
    decision: DecisionLine | None,
    wipe_on: date | None,
    people: Sequence[Candidate],
    nominates: bool,
    now: datetime,
) -> VacancyFacts:
    today = local(now).date()
    running = next(
        (v for v in viewings if v.state not in (ViewingState.CLOSED, ViewingState.CANCELLED)), None
    )
    return VacancyFacts(
        state=vacancy.state,
        viewing=_viewing_facts(running, now) if running is not None else None,
        viewing_closed=any(v.state is ViewingState.CLOSED for v in viewings),
        offer_open=any(o.answer is OfferAnswer.OPEN for o in vacancy.offers),
        offer_accepted=any(o.answer is OfferAnswer.ACCEPTED for o in vacancy.offers),
        guard_open=guard_open,
        nominates=nominates,
        nomination=vacancy.nomination.state if vacancy.nomination is not None else None,
        decision=decision.state if decision is not None else None,
        keys_over=vacancy.keys_on is not None,
        complaint_term_over=(
            decision is not None
            and decision.complaint_until is not None
            and today > decision.complaint_until
        ),
        wipe_due=wipe_on is not None and today >= wipe_on,
        persons_kept=any(c.wiped_on is None for c in people),
    )


def _viewing_facts(viewing: ViewingLine, now: datetime) -> ViewingFacts:
    return ViewingFacts(
        state=viewing.state,
        to_ask=sum(s.state is ShiftState.PROPOSED for s in viewing.shifts),
        to_answer=sum(s.state is ShiftState.ASKED for s in viewing.shifts),
        begun=now >= viewing.starts_at,
        reported=viewing.has_report and not viewing.unrecorded,
        soon=viewing.starts_at - now <= REMIND_BEFORE,
        to_remind=len(viewing.to_remind),
    )


def consequence_for(session: Session, candidate_id: int) -> str:
    """What the screen shows before a refusal or no-show of a candidate with priority (C3)."""
    return consequence_shown(found(session, Candidate, candidate_id))
