"""Entities as the rules see them. Actions and screens use the same facts, so that a button and
the refusal behind it never disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.language import _, language
from desktop.language.format import day_plain, local
from desktop.viewings.model import (
    Candidate,
    Complaint,
    Decision,
    Host,
    Invitation,
    Offer,
    PolicyVersion,
    Shift,
    Vacancy,
    Viewing,
)
from desktop.viewings.rules.hosts import Duty, HostFacts, Relation, Seeker, Turn
from desktop.viewings.rules.order import OrderRow, PassCode, Standing, order_table
from desktop.viewings.rules.policy import PolicyFacts
from desktop.viewings.rules.priority import follow_up_from, shown_consequence
from desktop.viewings.rules.retention import USUAL_WEEKS, wipe_day
from desktop.viewings.rules.visits import Plan
from desktop.viewings.states import (
    Answer,
    ComplaintState,
    DecisionState,
    OfferAnswer,
    Presence,
    ShiftRole,
    ShiftState,
    VacancyState,
    ViewingKind,
    ViewingState,
)

# Living forms (VERA WOONVORM) in which residents truly share rooms: group and community living.
SHARING = frozenset({"GRO", "GEC"})
# A shift that counts as planned or held effort.
COUNTED = frozenset({ShiftState.PROPOSED, ShiftState.ASKED, ShiftState.CONFIRMED, ShiftState.HELD})


def standing(candidate: Candidate) -> Standing:
    """A candidate as the order sees it. What hosts entered is not in it."""
    last_offer = candidate.offers[-1] if candidate.offers else None
    return Standing(
        id=candidate.id,
        number=candidate.number,
        rank=candidate.rank,
        priority=candidate.priority,
        protected=candidate.protected,
        adapted=bool(candidate.visit_need),
        state=candidate.state,
        invited=any(i.cancelled_on is None for i in candidate.invitations),
        skip=candidate.skips[-1].code if candidate.skips else None,
        want=candidate.want,
        offer_code=last_offer.reason if last_offer is not None else "",
        offer_expired=last_offer is not None and last_offer.answer is OfferAnswer.EXPIRED,
    )


def candidates_of(session: Session, vacancy_id: int) -> Sequence[Candidate]:
    """The candidates of a vacancy by rank, with what their standing needs, in four reads."""
    return session.scalars(
        select(Candidate)
        .where(Candidate.vacancy_id == vacancy_id)
        .options(
            selectinload(Candidate.offers),
            selectinload(Candidate.skips),
            selectinload(Candidate.invitations),
        )
        .order_by(Candidate.rank)
    ).all()


def standings(session: Session, vacancy_id: int) -> list[Standing]:
    """All candidates of a vacancy as the order sees them."""
    return [standing(candidate) for candidate in candidates_of(session, vacancy_id)]


def came(session: Session, vacancy_id: int) -> dict[int, bool]:
    """Who came to a viewing (by candidate), of those whose presence is recorded."""
    recorded: dict[int, bool] = {}
    for candidate in candidates_of(session, vacancy_id):
        seen = {i.presence for i in candidate.invitations} - {Presence.UNKNOWN}
        if seen:
            recorded[candidate.id] = bool(seen & {Presence.PRESENT, Presence.LATE})
    return recorded


def seeker(candidate: Candidate) -> Seeker:
    """A candidate by the names that a conflict of interest is looked for with."""
    name = " ".join(p for p in (candidate.first_name, candidate.prefix, candidate.last_name) if p)
    return Seeker(candidate.id, name, candidate.last_name)


def seekers(session: Session, vacancy_id: int) -> list[Seeker]:
    """Everybody on the list of a vacancy, for the conflict check."""
    return [seeker(candidate) for candidate in candidates_of(session, vacancy_id)]


def policy_facts(policy: PolicyVersion) -> PolicyFacts:
    """A policy version as the rules see it."""
    return PolicyFacts(
        level=policy.level,
        urgency=policy.urgency,
        points=len(policy.points),
        criteria=len(policy.criteria),
        advert=policy.advert_nl,
        participation_required=policy.participation_required,
        alternatives=tuple(policy.alternatives),
        min_hosts=policy.min_hosts,
        answer_hours=policy.answer_hours,
        day_budget=policy.day_budget,
        hosts_trained_on=policy.hosts_trained_on,
        corporation_agreed_on=policy.corporation_agreed_on,
        tenants_agreed_on=policy.tenants_agreed_on,
        jurist_name=policy.jurist_name,
        jurist_on=policy.jurist_on,
        municipality_agreed_on=policy.municipality_agreed_on,
        consequence_known=policy.consequence_id is not None,
        top_n=policy.top_n,
        shares_living_space=policy.complex.living_form in SHARING,
        sharing_ground=policy.sharing_ground,
    )


def _duty(shift: Shift) -> Duty:
    viewing = shift.viewing
    planned = int((viewing.ends_at - viewing.starts_at).total_seconds() // 60)
    came_somebody = any(
        i.presence in (Presence.PRESENT, Presence.LATE) for i in viewing.invitations
    )
    return Duty(
        at=viewing.starts_at,
        minutes=shift.minutes or planned,
        lead=shift.role is ShiftRole.LEAD,
        visited=shift.state is not ShiftState.HELD or came_somebody,
    )


def host_facts(host: Host, but_not: int | None = None) -> HostFacts:
    """A host as the rules see one. `but_not` leaves out the shift at one viewing, to judge a host
    who already stands there."""
    return HostFacts(
        id=host.id,
        name=host.name,
        household=host.household_id,
        state=host.state,
        instructed_on=host.instructed_on,
        secrecy_on=host.secrecy_on,
        stairwell=host.stairwell,
        availability=tuple(host.availability),
        away=tuple((date.fromisoformat(a), date.fromisoformat(b)) for a, b in host.away),
        max_per_month=host.max_per_month,
        relations=tuple(Relation(r.kind, r.person, r.declared_on) for r in host.relations),
        duties=tuple(
            _duty(shift)
            for shift in host.shifts
            if shift.state in COUNTED
            and shift.viewing.state is not ViewingState.CANCELLED
            and shift.viewing_id != but_not
        ),
        last_name=host.last_name,
    )


def hosts_of(session: Session, complex_id: int) -> Sequence[Host]:
    """The hosts of a complex with their shifts and declarations."""
    return session.scalars(
        select(Host)
        .where(Host.complex_id == complex_id)
        .options(
            selectinload(Host.relations),
            selectinload(Host.shifts).joinedload(Shift.viewing).selectinload(Viewing.invitations),
        )
        .order_by(Host.id)
    ).all()


def plan_of(viewing: Viewing) -> Plan:
    """A viewing as the rules of planning see it."""
    return Plan(
        viewing.starts_at, viewing.ends_at, viewing.slot_minutes, viewing.capacity, viewing.kind
    )


def by_staff_alone(viewing: Viewing) -> bool:
    """Whether staff receive one household at a time: the only way for somebody who is protected
    (C2)."""
    return viewing.staff_hosts and viewing.capacity == 1 and viewing.kind is not ViewingKind.GROUP


def unrecorded(viewing: Viewing) -> list[Invitation]:
    """Those who were expected and of whom it is not recorded whether they came."""
    return [
        i
        for i in viewing.invitations
        if i.cancelled_on is None
        and i.presence is Presence.UNKNOWN
        and i.answer is not Answer.NOT_COMING
    ]


def proposed_turn(shift: Shift) -> Turn | None:
    """Why the rota proposed the host of a shift; None when it was not asked."""
    return None if shift.shifts_before is None else Turn(shift.shifts_before, shift.stairwell)


def current_shifts(viewing: Viewing) -> list[Shift]:
    """The shifts that stand: not declined and not replaced."""
    return [s for s in viewing.shifts if s.state in COUNTED]


def confirmed_hosts(viewing: Viewing) -> int:
    """How many hosts said yes."""
    return sum(s.state in (ShiftState.CONFIRMED, ShiftState.HELD) for s in viewing.shifts)


def first_viewing_day(vacancy: Vacancy) -> date | None:
    """The day of the first viewing that was not cancelled, on the Dutch calendar."""
    moments: Iterable[Viewing] = (
        v for v in vacancy.viewings if v.state is not ViewingState.CANCELLED
    )
    return min((local(v.starts_at).date() for v in moments), default=None)


def policy_in_force(session: Session, complex_id: int, day: date) -> PolicyVersion | None:
    """The fixed version of a complex on a day; the newest when several are."""
    return session.scalar(
        select(PolicyVersion)
        .where(
            PolicyVersion.complex_id == complex_id,
            PolicyVersion.fixed_on.is_not(None),
            (PolicyVersion.valid_from.is_(None)) | (PolicyVersion.valid_from <= day),
            (PolicyVersion.valid_to.is_(None)) | (PolicyVersion.valid_to > day),
        )
        .order_by(PolicyVersion.number.desc())
        .limit(1)
    )


def consequence_shown(candidate: Candidate) -> str:
    """The sentence that is shown before a refusal or no-show of somebody with priority."""
    policy = candidate.vacancy.policy
    consequence = policy.consequence if policy is not None else None
    opening = _("This candidate has priority.")
    ending = _("Was it because of the viewing? A colleague reads along.")
    if consequence is None:
        return f"{opening} {ending}"
    text = consequence.text_nl if language() == "nl" else consequence.text_en
    shown = shown_consequence(text, consequence.source, day_plain(consequence.read_on))
    return f"{opening} {shown} {ending}"


def open_complaints(session: Session, vacancy_id: int) -> int:
    """How many complaints of a vacancy are not closed."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Complaint)
            .where(Complaint.vacancy_id == vacancy_id, Complaint.state == ComplaintState.OPEN)
        )
        or 0
    )


def wipe_day_of(session: Session, decision: Decision) -> date | None:
    """The day from which the personal data of a decided vacancy may go; None before the lease."""
    closed = session.scalars(
        select(Complaint.closed_on).where(
            Complaint.vacancy_id == decision.vacancy_id, Complaint.closed_on.is_not(None)
        )
    ).all()
    return wipe_day(
        decision.vacancy.contract_on,
        decision.complaint_until,
        [day for day in closed if day is not None],
        decision.policy.retention_weeks,
    )


def wipe_day_of_withdrawn(vacancy: Vacancy) -> date | None:
    """The day from which the personal data of a withdrawn vacancy may go: the weeks of its policy
    version, or the usual four, after it was withdrawn. None for a vacancy that was not."""
    if vacancy.state is not VacancyState.WITHDRAWN or vacancy.completed_on is None:
        return None
    weeks = vacancy.policy.retention_weeks if vacancy.policy is not None else USUAL_WEEKS
    return vacancy.completed_on + timedelta(weeks=weeks)


def accepted_offer(vacancy: Vacancy) -> Offer | None:
    """The offer that was accepted, if one stands."""
    accepted = [o for o in vacancy.offers if o.answer is OfferAnswer.ACCEPTED]
    return accepted[-1] if accepted else None


def decision_that_stands(vacancy: Vacancy) -> Decision | None:
    """The settled decision about a vacancy; None while there is none, or after it lapsed."""
    decision = vacancy.decision
    if decision is None or decision.read_at is None or decision.state is DecisionState.LAPSED:
        return None
    return decision


def follow_up_day(vacancy: Vacancy) -> date | None:
    """The day from which a host visits the new tenant (U5); None when nobody does."""
    decision = decision_that_stands(vacancy)
    if decision is None:
        return None
    return follow_up_from(decision.policy.buddy, decision.chosen.priority, vacancy.keys_on)


def order_rows(session: Session, decision: Decision) -> list[OrderRow]:
    """The order table as the facts stand now; after settling, see `Decision.order_table`."""
    offers: list[Offer] = decision.vacancy.offers
    return order_table(
        standings(session, decision.vacancy_id),
        decision.chosen_id,
        decision.policy.participation_required,
        offered={o.candidate_id for o in offers},
        came=came(session, decision.vacancy_id),
        deviations=deviations_of(decision),
    )


def passed_over(decision: Decision) -> int:
    """How many with priority did not get the dwelling and have no code that says why; as it was
    kept when the order table went."""
    if decision.passed_over is not None:
        return decision.passed_over
    return sum(
        row["priority"] and not row["chosen"] and row["code"] is None
        for row in decision.order_table
    )


def was_settled(decision: Decision) -> bool:
    """Whether a colleague settled a decision, so that its order table was frozen, also when that
    went since or the decision lapsed."""
    return bool(decision.order_table) or decision.order_removed_on is not None


def deviations_of(given: Decision | Offer) -> dict[int, PassCode]:
    """The codes that staff gave for passing somebody over, by candidate."""
    return {int(k): PassCode[v] for k, v in given.deviations.items()}


def gets_letter(candidate: Candidate, decision: Decision) -> bool:
    """Whether a candidate is told of the decision: the chosen one, everybody who was invited and
    everybody who got an offer (R10)."""
    return (
        candidate.id == decision.chosen_id or bool(candidate.invitations) or bool(candidate.offers)
    )
