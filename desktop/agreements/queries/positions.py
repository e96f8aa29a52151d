"""What every party says to the newest text of every agreement: the grid of the talks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.agreements.model import Agreement, Clause, Theme
from desktop.agreements.queries.cycles import SeatLine, seats_of
from desktop.agreements.queries.versions import ClauseLine, PositionLine, clause_line
from desktop.agreements.rules.lifecycle import OUT
from desktop.agreements.states import AgreementState, PositionValue


@dataclass(frozen=True)
class PositionsRow:
    """An agreement with its newest version, None while nobody wrote one, and who said what."""

    agreement_id: int
    code: str
    title: str
    state: AgreementState
    clause: ClauseLine | None
    said: Mapping[int, PositionLine]

    def agrees(self, party_id: int) -> bool:
        """Whether a party agrees for good: without a condition, and no draft."""
        position = self.said.get(party_id)
        return (
            position is not None
            and position.settled_on is not None
            and position.value is PositionValue.AGREES
        )


@dataclass(frozen=True)
class PositionsGrid:
    """The agreements of a cycle against the parties at its table."""

    parties: tuple[SeatLine, ...]
    rows: tuple[PositionsRow, ...]

    def is_agreed(self, row: PositionsRow) -> bool:
        """Whether every party that signs agrees to the newest text."""
        return all(row.agrees(seat.party_id) for seat in self.parties if seat.signs)


def positions_grid(session: Session, cycle_id: int) -> PositionsGrid:
    """The grid of a cycle; what lapsed or moved to a later year is not in it."""
    agreements = session.scalars(
        select(Agreement)
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT))
        .order_by(Theme.position, Agreement.code)
    ).all()
    newest = _newest(session, cycle_id)
    return PositionsGrid(seats_of(session, cycle_id), tuple(_row(a, newest) for a in agreements))


def _newest(session: Session, cycle_id: int) -> Mapping[int, Clause]:
    last = (
        select(func.max(Clause.id))
        .join(Agreement, Clause.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .group_by(Clause.agreement_id)
    )
    clauses = session.scalars(
        select(Clause)
        .where(Clause.id.in_(last))
        .options(
            selectinload(Clause.positions), selectinload(Clause.author), selectinload(Clause.staff)
        )
    )
    return {clause.agreement_id: clause for clause in clauses}


def _row(agreement: Agreement, newest: Mapping[int, Clause]) -> PositionsRow:
    clause = newest.get(agreement.id)
    line = clause_line(clause) if clause is not None else None
    return PositionsRow(
        agreement_id=agreement.id,
        code=agreement.code,
        title=agreement.title,
        state=agreement.state,
        clause=line,
        said={one.party_id: one for one in line.positions} if line is not None else {},
    )
