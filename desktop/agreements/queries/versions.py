"""The versions of a text, with what the parties say to each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.agreements.model import Clause, Position
from desktop.agreements.states import PositionValue


@dataclass(frozen=True)
class PositionLine:
    """What a party says to a version; a draft until the party settles it."""

    id: int
    version: int
    party_id: int
    value: PositionValue
    remark: str
    given_on: date
    settled_on: date | None


@dataclass(frozen=True)
class ClauseLine:
    """A version of the text: who wrote it, when and why, and what the parties say to it."""

    id: int
    number: int
    text: str
    plain_text: str
    author_id: int
    author: str
    staff: str
    made_at: datetime
    reason: str
    shared_on: date | None
    in_force_on: date | None
    positions: tuple[PositionLine, ...]


def clause_line(clause: Clause) -> ClauseLine:
    """A version as the screens show it."""
    return ClauseLine(
        id=clause.id,
        number=clause.number,
        text=clause.text,
        plain_text=clause.plain_text,
        author_id=clause.author_id,
        author=clause.author.called,
        staff=clause.staff.name if clause.staff is not None else "",
        made_at=clause.made_at,
        reason=clause.reason,
        shared_on=clause.shared_on,
        in_force_on=clause.in_force_on,
        positions=tuple(_position(position) for position in clause.positions),
    )


def _position(position: Position) -> PositionLine:
    return PositionLine(
        position.id,
        position.version,
        position.party_id,
        position.value,
        position.remark,
        position.given_on,
        position.settled_on,
    )
