"""Who did what in a project, and when."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.model import (
    AdviceRequest,
    BudgetIdea,
    BudgetLine,
    ConsentNote,
    ConsentTenancy,
    ConsentVisit,
    Finding,
    Inspection,
    Phase,
    Project,
    Promise,
    Proposal,
    Task,
    TenantSession,
)
from desktop.store.trail import TrailRow, removed
from desktop.store.trail import trail as rows_about

# What names a row to people.
NAMES = (
    AdviceRequest.subject,
    BudgetIdea.name,
    BudgetLine.name,
    Finding.place,
    Inspection.route,
    Phase.name,
    Promise.what,
    Proposal.text,
    Task.name,
    TenantSession.title,
)
LONGEST = 60  # letters of a name


def trail(session: Session, project_id: int) -> list[TrailRow]:
    """The entries that touched a project or anything of it, also what was taken away, newest
    first."""
    subjects = _rows(session, project_id)
    for table, gone in removed(session, "project_id", project_id).items():
        subjects.setdefault(table, set()).update(gone)
    return rows_about(session, subjects, _names(session, subjects))


def _rows(session: Session, project_id: int) -> dict[str, set[int]]:
    """All rows of a project, by table: each table names the project itself, or first of all
    something that is of one."""
    own = {mapper.local_table for mapper in Project.registry.mappers}
    of_project = {Project.__tablename__: select(Project.id).where(Project.id == project_id)}
    # What is named comes before what names it.
    for table in Project.metadata.sorted_tables:
        named = _owner(table) if table in own else None
        if named is not None:
            [key] = named.foreign_keys
            within = of_project[key.column.table.name]
            of_project[table.name] = select(table.c.id).where(named.in_(within))
    return {table: set(session.scalars(rows)) for table, rows in of_project.items()}


def _owner(table: Table) -> Column[Any] | None:
    """The column that says whose the rows of a table are. A photo may be of many things."""
    if "project_id" in table.c:
        return table.c.project_id
    return next((column for column in table.c if column.foreign_keys), None)


def _names(session: Session, subjects: dict[str, set[int]]) -> dict[str, dict[int, str]]:
    """What the rows are called that people know by a name."""
    found: dict[str, dict[int, str]] = {}
    for name in NAMES:
        kind = name.class_
        rows = session.execute(
            select(kind.id, name).where(kind.id.in_(subjects[kind.__tablename__]))
        )
        found[kind.__tablename__] = {id: words[:LONGEST] for id, words in rows}
    return found | _homes(session, subjects)


def _homes(session: Session, subjects: dict[str, set[int]]) -> dict[str, dict[int, str]]:
    """The address of what was asked of a household."""
    tenancies = session.scalars(
        select(ConsentTenancy)
        .options(joinedload(ConsentTenancy.dwelling))
        .where(ConsentTenancy.id.in_(subjects[ConsentTenancy.__tablename__]))
    )
    homes = {one.id: one.dwelling.address for one in tenancies}
    found = {ConsentTenancy.__tablename__: homes}
    for kind in (ConsentNote, ConsentVisit):
        rows = session.execute(select(kind.id, kind.tenancy_id).where(kind.tenancy_id.in_(homes)))
        found[kind.__tablename__] = {id: homes[tenancy] for id, tenancy in rows}
    return found
