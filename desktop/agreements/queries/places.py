"""In which cycle something is shown."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Clause, Cycle, Meeting, TenantInput
from desktop.feature import Place
from desktop.store.found import found

OF_A_CYCLE: dict[str, type[Agreement | Meeting | TenantInput]] = {
    kind.__tablename__: kind for kind in (Agreement, Meeting, TenantInput)
}


def cycle_of(session: Session, kind: str, row_id: int | None) -> int | None:
    """The cycle of a thing, by its table and number; None for what belongs to no cycle. Refuses
    what is gone."""
    if row_id is None:
        return None
    if kind == Cycle.__tablename__:
        return found(session, Cycle, row_id).id
    if kind in OF_A_CYCLE:
        return found(session, OF_A_CYCLE[kind], row_id).cycle_id
    return None


def place_of_clause(session: Session, clause_id: int) -> Place:
    """Where a version of a text is read: with its agreement. Refuses one that is gone."""
    return Place("agreements", "agreement", found(session, Clause, clause_id).agreement_id, "text")
