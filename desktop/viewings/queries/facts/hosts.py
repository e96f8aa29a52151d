"""Hosts and their shifts as the rules of the rota see them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from desktop.viewings.model import Candidate, Host, Shift, Viewing
from desktop.viewings.queries.facts.order import candidates_of
from desktop.viewings.rules.hosts import Duty, HostFacts, Relation, Seeker, Turn
from desktop.viewings.states import Presence, ShiftRole, ShiftState, ViewingState

# A shift that counts as planned or held effort.
COUNTED = frozenset({ShiftState.PROPOSED, ShiftState.ASKED, ShiftState.CONFIRMED, ShiftState.HELD})


def seeker(candidate: Candidate) -> Seeker:
    """A candidate by the names that a conflict of interest is looked for with."""
    name = " ".join(p for p in (candidate.first_name, candidate.prefix, candidate.last_name) if p)
    return Seeker(candidate.id, name, candidate.last_name)


def seekers(session: Session, vacancy_id: int) -> list[Seeker]:
    """Everybody on the list of a vacancy, for the conflict check."""
    return [seeker(candidate) for candidate in candidates_of(session, vacancy_id)]


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


def proposed_turn(shift: Shift) -> Turn | None:
    """Why the rota proposed the host of a shift; None when it was not asked."""
    return None if shift.shifts_before is None else Turn(shift.shifts_before, shift.stairwell)


def current_shifts(viewing: Viewing) -> list[Shift]:
    """The shifts that stand: not declined and not replaced."""
    return [s for s in viewing.shifts if s.state in COUNTED]


def confirmed_hosts(viewing: Viewing) -> int:
    """How many hosts said yes."""
    return sum(s.state in (ShiftState.CONFIRMED, ShiftState.HELD) for s in viewing.shifts)
