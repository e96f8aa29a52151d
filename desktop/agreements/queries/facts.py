"""Facts about a cycle that actions and screens both need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Clause, Commitment, Cycle, Party, Position, Seat
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING
from desktop.agreements.states import PartyRole, PositionValue


def seated_parties(session: Session, cycle_id: int) -> Sequence[Party]:
    """The parties at the table of a cycle, in the order in which they were made."""
    return session.scalars(
        select(Party).join(Seat).where(Seat.cycle_id == cycle_id).order_by(Party.id)
    ).all()


def is_seated(session: Session, cycle_id: int, party_id: int) -> bool:
    """Whether a party is at the table of a cycle."""
    seat = select(Seat.id).where(Seat.cycle_id == cycle_id, Seat.party_id == party_id)
    return session.scalar(seat.limit(1)) is not None


def signing_parties(session: Session, cycle_id: int) -> Sequence[Party]:
    """The parties of a cycle that sign: all members; an adviser speaks but does not sign."""
    seated = seated_parties(session, cycle_id)
    return [party for party in seated if party.role is PartyRole.MEMBER]


def took_part(session: Session, cycle_id: int, party_id: int) -> bool:
    """Whether a party wrote a text, promised something or said what it thinks in a cycle."""
    of_the_party = (
        select(Clause.id).join(Agreement).where(Clause.author_id == party_id),
        select(Commitment.id).join(Agreement).where(Commitment.party_id == party_id),
        select(Position.id).join(Clause).join(Agreement).where(Position.party_id == party_id),
    )
    return any(
        session.scalar(one.where(Agreement.cycle_id == cycle_id).limit(1)) is not None
        for one in of_the_party
    )


def signed_on(cycle: Cycle) -> date | None:
    """The day of the last signature under the agreements of a cycle; None until all signed."""
    if cycle.state in BEFORE_SIGNING or not cycle.seals:
        return None
    return max((one.signed_on for one in cycle.seals[-1].signatures), default=None)


def not_agreed(clause: Clause | None, parties: Iterable[Party]) -> tuple[Party, ...]:
    """Which of the parties did not (yet) agree to exactly this version. Agreeing on a condition
    is not agreeing, and a draft of a position counts when the party settles it."""
    agreed = {
        position.party_id
        for position in (clause.positions if clause is not None else ())
        if settled(position) and position.value is PositionValue.AGREES
    }
    return tuple(party for party in parties if party.id not in agreed)


def settled(position: Position) -> bool:
    """Whether a position is of the party itself, and no draft any more."""
    return position.settled_on is not None
