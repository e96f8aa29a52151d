"""The findings of a project as the rows of a list, which can be read in again."""

from __future__ import annotations

from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.exchange.records import FindingRow
from desktop.projects.model import Finding, Inspection

OF_THE_WALK = ("route", "held_on")
FIELDS = tuple(one.name for one in fields(FindingRow) if one.name not in (*OF_THE_WALK, "number"))


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
