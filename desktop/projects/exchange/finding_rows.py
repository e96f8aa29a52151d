"""The findings of a project as the rows of a list, which can be read in again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.exchange.records import FINDINGS, FindingRow
from desktop.projects.exchange.sheets import completed
from desktop.projects.model import Finding, Inspection

KNOWN_BY = ("route", "held_on", "number")
FIELDS = tuple(column.field for column in FINDINGS.columns if column.field not in KNOWN_BY)


def finding_rows(session: Session, project_id: int) -> list[FindingRow]:
    """Every finding, walk by walk, the newest walk first. Who reported it is not in them."""
    rows = session.scalars(
        select(Finding)
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .options(joinedload(Finding.inspection))
        .where(Inspection.project_id == project_id)
        .order_by(Inspection.held_on.desc(), Inspection.id.desc(), Finding.number)
    )
    return [finding_row(row) for row in rows]


def finding_row(row: Finding) -> FindingRow:
    """One finding as a row."""
    return FindingRow(
        route=row.inspection.route,
        held_on=row.inspection.held_on,
        number=row.number,
        **{name: getattr(row, name) for name in FIELDS},
    )


@dataclass(frozen=True)
class FoundRow:
    """A row of a list that is new, or other than what is kept."""

    row: FindingRow
    is_new: bool


def compared(kept: Iterable[FindingRow], given: Iterable[FindingRow]) -> list[FoundRow]:
    """What of a list is new or changed; nothing of what is kept as it stands there."""
    known = {(row.route, row.held_on, row.number): row for row in kept}
    changes = []
    for row in given:
        there = known.get((row.route, row.held_on, row.number))
        if there != completed(row, there):
            changes.append(FoundRow(row, there is None))
    return changes
