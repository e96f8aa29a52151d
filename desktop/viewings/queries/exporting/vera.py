"""What goes to the allocation system, as VERA messages. Of a person only the reference goes out
that the allocation system gave itself; who was wiped has none any more and stays out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import chain
from pathlib import Path

from sqlalchemy import and_, exists, or_, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.language import in_language
from desktop.viewings import codes
from desktop.viewings.exchange import vera_out
from desktop.viewings.exchange.vera_out import (
    AllocationOut,
    AppointmentOut,
    NoShowOut,
    OfferOut,
    PolicyOut,
)
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.exporting.chosen import published
from desktop.viewings.queries.facts import (
    confirmed_hosts,
    decision_that_stands,
    plan_of,
)
from desktop.viewings.rules.visits import slots
from desktop.viewings.states import (
    DecisionState,
    GuardEvent,
    GuardState,
    Presence,
)
from desktop.viewings.wording import word

PRESENT = (Presence.PRESENT, Presence.LATE)


def export_offers(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Aanbieding: each offer with its status and the viewing that went before."""
    offers = session.scalars(
        select(Offer)
        .join(Offer.candidate)
        .where(Offer.vacancy_id.in_(published(session, numbers)), Candidate.wiped_on.is_(None))
        .options(joinedload(Offer.vacancy), joinedload(Offer.candidate))
        .order_by(Offer.id)
    )
    return vera_out.write_messages(path, map(vera_out.offer_message, map(_offer, offers)))


def export_no_shows(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Puntengebeurtenis NOS: who was not at a viewing that was confirmed. A no-show that does
    not count, because the tour caused it, stays out (C3). One that was taken back goes out with the
    event that takes it back (INS), for the system may know it already."""
    does_not_count = exists().where(
        ConsequenceGuard.invitation_id == Invitation.id,
        ConsequenceGuard.event == GuardEvent.NO_SHOW,
        ConsequenceGuard.state == GuardState.AGREED,
        ConsequenceGuard.counts.is_(False),
    )
    invitations = session.scalars(
        select(Invitation)
        .join(Invitation.candidate)
        .where(
            Candidate.vacancy_id.in_(published(session, numbers)),
            Candidate.wiped_on.is_(None),
            Invitation.cancelled_on.is_(None),
            or_(
                and_(Invitation.presence == Presence.NO_SHOW, ~does_not_count),
                Invitation.excused_at.is_not(None),
            ),
        )
        .options(joinedload(Invitation.candidate).joinedload(Candidate.vacancy))
        .order_by(Invitation.id)
    )
    events = chain.from_iterable(map(_events, invitations))
    return vera_out.write_messages(path, events)


def export_allocations(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Toewijzing: each decision that a second reader settled."""
    decisions = session.scalars(
        select(Decision)
        .join(Decision.chosen)
        .where(
            Decision.vacancy_id.in_(published(session, numbers)),
            Decision.read_at.is_not(None),
            Decision.state != DecisionState.LAPSED,
            Candidate.wiped_on.is_(None),
        )
        .options(joinedload(Decision.vacancy), joinedload(Decision.chosen))
        .order_by(Decision.id)
    )
    made = (_allocation(decision, decision.read_at) for decision in decisions if decision.read_at)
    return vera_out.write_messages(path, map(vera_out.allocation_message, made))


def export_appointments(session: Session, path: Path, numbers: Sequence[str], now: datetime) -> int:
    """VERA Afspraak: each viewing, with slots and hosts as numbers."""
    viewings = session.scalars(
        select(Viewing)
        .where(Viewing.vacancy_id.in_(published(session, numbers)))
        .options(joinedload(Viewing.vacancy), selectinload(Viewing.shifts))
        .order_by(Viewing.id)
    )
    return vera_out.write_messages(
        path, map(vera_out.appointment_message, map(_appointment, viewings))
    )


def _policy(vacancy: Vacancy) -> PolicyOut:
    assert vacancy.policy is not None  # `_of` leaves out the others
    return PolicyOut(vacancy.policy.level, vacancy.policy.number)


def _reference(candidate: Candidate) -> str:
    """That of the allocation system; our own number when the list gave none."""
    return candidate.external_ref or candidate.number


def _offer(offer: Offer) -> OfferOut:
    vacancy, candidate = offer.vacancy, offer.candidate
    settled = decision_that_stands(vacancy) is not None
    seen = [i for i in candidate.invitations if i.presence in PRESENT]
    return OfferOut(
        id=f"{vacancy.code}-A{offer.number}",
        publication=vacancy.code,
        candidate=_reference(candidate),
        status=codes.offer_status(offer.answer, offer.reason, settled),
        made_at=offer.made_at,
        deadline_at=offer.deadline_at,
        policy=_policy(vacancy),
        answered_at=offer.answered_at,
        viewing=_viewing_id(seen[-1].viewing) if seen else "",
    )


def _events(invitation: Invitation) -> Iterator[vera_out.Message]:
    no_show = _no_show(invitation)
    yield vera_out.no_show_message(no_show)
    if invitation.excuse is not None and invitation.excused_at is not None:
        with in_language("nl"):
            reason = word(invitation.excuse)
        yield vera_out.taken_back_message(
            no_show, f"{no_show.id}-INS", invitation.excused_at, reason
        )


def _no_show(invitation: Invitation) -> NoShowOut:
    vacancy = invitation.candidate.vacancy
    return NoShowOut(
        id=f"{vacancy.code}-N{invitation.id}",
        publication=vacancy.code,
        candidate=_reference(invitation.candidate),
        at=invitation.slot_at,
        policy=_policy(vacancy),
    )


def _allocation(decision: Decision, settled_at: datetime) -> AllocationOut:
    vacancy, chosen = decision.vacancy, decision.chosen
    return AllocationOut(
        id=f"{vacancy.code}-T",
        publication=vacancy.code,
        dwelling=vacancy.dwelling.code,
        candidate=_reference(chosen),
        rank=chosen.rank,
        persons=chosen.persons,
        settled_at=settled_at,
        second_reader=decision.reader_id is not None,
        policy=_policy(vacancy),
        rent_cents=vacancy.dwelling.rent_cents,
    )


def _appointment(viewing: Viewing) -> AppointmentOut:
    vacancy = viewing.vacancy
    return AppointmentOut(
        id=_viewing_id(viewing),
        publication=vacancy.code,
        address=vacancy.dwelling.address,
        status=codes.APPOINTMENT[viewing.state],
        kind=viewing.kind,
        starts_at=viewing.starts_at,
        ends_at=viewing.ends_at,
        slots=len(slots(plan_of(viewing))),
        households_per_slot=viewing.capacity,
        hosts=0 if viewing.staff_hosts else confirmed_hosts(viewing),
        policy=_policy(vacancy),
    )


def _viewing_id(viewing: Viewing) -> str:
    return f"{viewing.vacancy.code}-B{viewing.id}"
