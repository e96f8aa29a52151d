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
    Decision,
    Host,
    Invitation,
    Offer,
    Shift,
    TourReport,
    Vacancy,
    Viewing,
    Withdrawal,
)
from desktop.viewings.queries.facts import (
    candidates_of,
    consequence_shown,
    decision_that_stands,
    deviations_of,
    first_viewing_day,
    follow_up_day,
    plan_of,
    standing,
    unrecorded,
    wipe_day_of,
    wipe_day_of_withdrawn,
)
from desktop.viewings.queries.listing import days_empty
from desktop.viewings.queries.vacancy.lines import (
    CandidateLine,
    ComplaintLine,
    DecisionLine,
    GuardLine,
    InvitationLine,
    LapsedLine,
    OfferLine,
    PolicyLine,
    QuestionLine,
    ShiftLine,
    VacancyView,
    ViewingLine,
)
from desktop.viewings.rules.order import (
    in_order,
    next_for_offer,
    pass_code,
    skip_that_policy_asks,
)
from desktop.viewings.rules.steps import VacancyFacts, ViewingFacts, next_step
from desktop.viewings.rules.visits import days_added, slots
from desktop.viewings.states import (
    Answer,
    GuardState,
    HostState,
    OfferAnswer,
    Presence,
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
    decisions = tuple(_decision(session, d) for d in vacancy.decisions)
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
    proposed = next_for_offer(orders, required)
    lines = tuple(_viewing_line(v, now) for v in viewings)
    return VacancyView(
        id=vacancy.id,
        version=vacancy.version,
        code=vacancy.code,
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
        state=vacancy.state,
        route=vacancy.route,
        route_reason=vacancy.route_reason,
        model=vacancy.model,
        reactions=vacancy.reactions,
        days_empty=days_empty(vacancy.old_lease_ends_on, vacancy.contract_on, today),
        days_added=days_added(vacancy.baseline_viewing_on, first_viewing_day(vacancy)),
        active_hosts=_active_hosts(session, home.complex_id),
        notice_on=vacancy.notice_on,
        old_lease_ends_on=vacancy.old_lease_ends_on,
        pre_inspection_on=vacancy.pre_inspection_on,
        final_inspection_on=vacancy.final_inspection_on,
        available_on=vacancy.available_on,
        baseline_viewing_on=vacancy.baseline_viewing_on,
        advert_from=vacancy.advert_from,
        advert_until=vacancy.advert_until,
        closed_on=vacancy.closed_on,
        viewing_on=first_viewing_day(vacancy),
        offered_on=first_offer,
        decided_on=(
            local(stands.read_at).date()
            if stands is not None and stands.read_at is not None
            else None
        ),
        contract_on=vacancy.contract_on,
        keys_on=vacancy.keys_on,
        follow_up_on=None if vacancy.followed_up_on else follow_up_day(vacancy),
        policy=_policy_line(vacancy),
        candidates=tuple(
            _candidate_line(by_id[s.id], vacancy, s.id in waiting, required) for s in orders
        ),
        next_offer=proposed.id if proposed is not None else None,
        viewings=lines,
        offers=tuple(_offer_line(o) for o in vacancy.offers),
        guards=tuple(
            GuardLine(
                g.id, rank, g.event, g.caused_by_tour, g.shown, g.author_id, author, g.opened_at
            )
            for g, rank, author in guards
        ),
        complaints=_complaints(session, vacancy_id),
        decisions=decisions,
        wipe_on=wipe_on,
        next=next_step(_facts(vacancy, lines, bool(guards), decision, wipe_on, people, now)),
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


def _policy_line(vacancy: Vacancy) -> PolicyLine | None:
    policy = vacancy.policy
    if policy is None:
        return None
    return PolicyLine(
        id=policy.id,
        number=policy.number,
        level=policy.level,
        urgency=policy.urgency,
        fixed_on=policy.fixed_on,
        participation_required=policy.participation_required,
        min_hosts=policy.min_hosts,
        day_budget=policy.day_budget,
        group_max=policy.group_max,
        slot_minutes=policy.slot_minutes,
        answer_hours=policy.answer_hours,
        points=tuple((p["key"], p["text_nl"], p.get("text_en", "")) for p in policy.points),
        criteria=tuple((c["key"], c["text_nl"], c.get("text_en", "")) for c in policy.criteria),
        permit_needed=policy.permit_needed,
    )


def _candidate_line(
    candidate: Candidate, vacancy: Vacancy, guard_open: bool, required: bool
) -> CandidateLine:
    seen = standing(candidate)
    policy = vacancy.policy
    code = pass_code(seen, required)
    standing_ones = [i for i in candidate.invitations if i.cancelled_on is None]
    return CandidateLine(
        id=candidate.id,
        rank=candidate.rank,
        number=candidate.number,
        name=candidate.name,
        priority=candidate.priority,
        protected=candidate.protected,
        persons=candidate.persons,
        visit_need=candidate.visit_need,
        language=candidate.language,
        registered_on=candidate.registered_on,
        state=candidate.state,
        want=candidate.want,
        skip=seen.skip,
        skip_asked=(
            skip_that_policy_asks(seen, policy.urgency, vacancy.for_priority)
            if policy is not None
            else None
        ),
        invitation=_invitation_line(standing_ones[-1]) if standing_ones else None,
        passed=code.name if code is not None else None,
        money_alarm=bool(candidate.money_asked) and candidate.money_handled_on is None,
        guard_open=guard_open,
        wiped=candidate.wiped_on is not None,
    )


def _invitation_line(invitation: Invitation) -> InvitationLine:
    return InvitationLine(
        id=invitation.id,
        version=invitation.version,
        viewing_id=invitation.viewing_id,
        slot_at=invitation.slot_at,
        kind=invitation.viewing.kind,
        sent_on=invitation.sent_on,
        answer=invitation.answer,
        answer_until=invitation.answer_until,
        reminders=tuple(invitation.reminders),
        presence=invitation.presence,
        points=len(invitation.visit.points) if invitation.visit is not None else 0,
        ics_sequence=invitation.ics_sequence,
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


def _viewing_line(viewing: Viewing, now: datetime) -> ViewingLine:
    standing_ones = [i for i in viewing.invitations if i.cancelled_on is None]
    coming = [i for i in standing_ones if i.answer is Answer.COMING]
    return ViewingLine(
        id=viewing.id,
        version=viewing.version,
        kind=viewing.kind,
        state=viewing.state,
        starts_at=viewing.starts_at,
        ends_at=viewing.ends_at,
        slot_minutes=viewing.slot_minutes,
        capacity=viewing.capacity,
        companions=viewing.companions,
        place=viewing.place,
        staff_hosts=viewing.staff_hosts,
        staff_on_call_id=viewing.staff_on_call_id,
        shifts=tuple(
            ShiftLine(s.id, s.host_id, s.host.name, s.role, s.state, s.reason)
            for s in viewing.shifts
            if s.state is not ShiftState.REPLACED
        ),
        seats=len(slots(plan_of(viewing))) * viewing.capacity,
        invited=len(standing_ones),
        coming=len(coming),
        came=sum(i.presence in (Presence.PRESENT, Presence.LATE) for i in standing_ones),
        to_remind=tuple(i.id for i in coming if not i.reminders),
        has_report=viewing.report is not None,
        unrecorded=len(unrecorded(viewing)),
        cancel_reason=viewing.cancel_reason,
        questions=(
            tuple(
                QuestionLine(q.id, q.question, q.answer, q.answered_on)
                for q in viewing.report.questions
                if q.question
            )
            if viewing.report is not None
            else ()
        ),
    )


def _offer_line(offer: Offer) -> OfferLine:
    candidate = offer.candidate
    return OfferLine(
        id=offer.id,
        number=offer.number,
        candidate_id=candidate.id,
        rank=candidate.rank,
        name=candidate.name,
        priority=candidate.priority,
        made_at=offer.made_at,
        deadline_at=offer.deadline_at,
        answer=offer.answer,
        reason=offer.reason,
        facts=offer.facts,
        reader=offer.reader.name if offer.reader is not None else "",
        deviations=deviations_of(offer),
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
    return tuple(
        ComplaintLine(c.id, c.about, c.received_on, c.answer_by, c.summary, c.state, c.outcome)
        for c in rows
    )


def _decision(session: Session, decision: Decision) -> DecisionLine:
    return DecisionLine(
        id=decision.id,
        number=decision.number,
        state=decision.state,
        author_id=decision.author_id,
        author=decision.author.name if decision.author is not None else "",
        reader=decision.reader.name if decision.reader is not None else "",
        question=decision.reader_question,
        motivation=decision.motivation,
        permit_checked=decision.permit_checked,
        chosen_rank=decision.chosen.rank,
        letters_on=decision.letters_on,
        letters_by_working_days=decision.policy.letters_working_days,
        read_at=decision.read_at,
        complaint_until=decision.complaint_until,
        wipe_on=wipe_day_of(session, decision),
        wiped_on=decision.wiped_on,
        deviations=deviations_of(decision),
        lapsed=_lapsed(decision.withdrawal),
    )


def _lapsed(withdrawal: Withdrawal | None) -> LapsedLine | None:
    if withdrawal is None:
        return None
    staff = withdrawal.staff.name if withdrawal.staff is not None else ""
    return LapsedLine(withdrawal.by, withdrawal.code, withdrawal.told_on, staff)


def _facts(
    vacancy: Vacancy,
    viewings: tuple[ViewingLine, ...],
    guard_open: bool,
    decision: DecisionLine | None,
    wipe_on: date | None,
    people: Sequence[Candidate],
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
