"""Who did what to an agreement, and when."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Agreement,
    AgreementStep,
    Amendment,
    Clause,
    Commitment,
    Explanation,
    Indicator,
    LookBack,
    Measurement,
    Objection,
    Override,
    Party,
    Position,
)
from desktop.language import _
from desktop.store.trail import TrailRow
from desktop.store.trail import trail as rows_about

OWN = (
    AgreementStep,
    Amendment,
    Clause,
    Commitment,
    Explanation,
    Indicator,
    LookBack,
    Override,
)


def trail(session: Session, agreement_id: int) -> list[TrailRow]:
    """The entries that touched an agreement or anything of it, newest first."""
    subjects: dict[str, Iterable[int]] = {Agreement.__tablename__: [agreement_id]}
    for kind in OWN:
        rows = select(kind.id).where(kind.agreement_id == agreement_id)
        subjects[kind.__tablename__] = session.scalars(rows).all()
    names = _names(session, agreement_id)
    subjects |= {table: list(about) for table, about in names.items() if table not in subjects}
    return rows_about(session, subjects, names)


def _names(session: Session, agreement_id: int) -> dict[str, dict[int, str]]:
    """What each row of an agreement is about, by its table and number."""
    number, code = _("version {n}"), Indicator.code
    of_clauses = select(Clause.id, Clause.number).where(Clause.agreement_id == agreement_id)
    positions = (
        select(Position.id, Party.name)
        .join(Position.party)
        .join(Position.clause)
        .where(Clause.agreement_id == agreement_id)
    )
    commitments = (
        select(Commitment.id, Party.name)
        .join(Commitment.party)
        .where(Commitment.agreement_id == agreement_id)
    )
    indicators = select(Indicator.id, code).where(Indicator.agreement_id == agreement_id)
    measurements = (
        select(Measurement.id, code)
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .where(Indicator.agreement_id == agreement_id)
    )
    objections = (
        select(Objection.id, Party.name)
        .join(Objection.party)
        .join(Objection.override)
        .where(Override.agreement_id == agreement_id)
    )
    named: dict[str, Any] = {
        Position.__tablename__: positions,
        Commitment.__tablename__: commitments,
        Indicator.__tablename__: indicators,
        Measurement.__tablename__: measurements,
        Objection.__tablename__: objections,
    }
    found = {
        table: {row.id: row[1] for row in session.execute(rows)} for table, rows in named.items()
    }
    found[Clause.__tablename__] = {
        row.id: number.format(n=row.number) for row in session.execute(of_clauses)
    }
    return found
