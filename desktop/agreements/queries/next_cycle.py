"""What the dialog of a new cycle offers: parties, and agreements of a year that can go on."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from desktop.agreements.model import Agreement, Cycle, Party, Seat, Theme
from desktop.agreements.states import MUST_SIGN, AgreementState, PartyKind
from desktop.estate.model import Organisation

ENDED = (AgreementState.LAPSED, AgreementState.ACHIEVED)


@dataclass(frozen=True)
class PartyChoice:
    """A party that can take part, and whether it did the last time."""

    id: int
    name: str
    kind: PartyKind
    took_part: bool


@dataclass(frozen=True)
class Candidate:
    """An agreement that can go on. `goes_on` is what the look back advises; without a look back
    an agreement goes on unless it ended."""

    id: int
    code: str
    title: str
    looked_back: bool
    goes_on: bool


def party_choices(session: Session) -> list[PartyChoice]:
    """All parties, in the order of their kinds."""
    newest = session.scalar(select(func.max(Cycle.id)))
    seated = set(session.scalars(select(Seat.party_id).where(Seat.cycle_id == newest)))
    order = list(PartyKind)
    parties = session.scalars(select(Party)).all()
    return [
        PartyChoice(p.id, p.name, p.kind, p.id in seated or newest is None)
        for p in sorted(parties, key=lambda p: (order.index(p.kind), p.name))
    ]


def names_in_settings(session: Session) -> dict[PartyKind, str]:
    """What the parties that must sign are called in the settings, as far as they stand there: the
    first of each kind."""
    rows = session.execute(
        select(Organisation.kind, Organisation.name).order_by(Organisation.id.desc())
    )
    called = {kind.value: name for kind, name in rows}
    return {kind: called[kind.value] for kind in MUST_SIGN if kind.value in called}


def candidates(session: Session, cycle_id: int) -> list[Candidate]:
    """The agreements of a cycle that the next one can take over."""
    agreements = session.scalars(
        select(Agreement)
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id)
        .options(joinedload(Agreement.look_back))
        .order_by(Theme.position, Agreement.code)
    )
    return [
        Candidate(
            id=a.id,
            code=a.code,
            title=a.title,
            looked_back=a.look_back is not None,
            goes_on=a.look_back.goes_on if a.look_back is not None else a.state not in ENDED,
        )
        for a in agreements
    ]


def first_free_year(session: Session, today_year: int) -> int:
    """The first year without agreements yet, from the next one on."""
    newest = session.scalar(select(func.max(Cycle.year)))
    return max(today_year + 1, newest + 2) if newest is not None else today_year + 1
