"""What is put before the parties to sign: every agreement with its text, what each party does and
what it is measured by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, func, select, true
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import Agreement, Clause, Commitment, Indicator, Party, Seal
from desktop.agreements.rules.lifecycle import OUT
from desktop.agreements.rules.signing import SealedClause

Entry = dict[str, Any]

PROMISED = ("party_id", "what", "kind", "due_on")
MEASURED = (
    "name",
    "unit",
    "direction",
    "baseline",
    "baseline_on",
    "goal",
    "goal_on",
    "low",
    "high",
)


def newest_content(session: Session, cycle_id: int) -> list[Entry]:
    """The document with the newest version of every text, by code of agreement. Agreements that
    lapsed or went to another year are not in it."""
    return _content(session, cycle_id, true())


def binding_content(session: Session, cycle_id: int) -> list[Entry]:
    """As `newest_content`, with the versions that bind the parties."""
    return _content(session, cycle_id, Clause.in_force_on.is_not(None))


def clauses(content: Iterable[Mapping[str, Any]]) -> tuple[SealedClause, ...]:
    """What is hashed of a document. Names of parties may change: the party is its number."""
    return tuple(
        SealedClause(
            code=entry["code"],
            text=entry["text"],
            title=entry["title"],
            plain_text=entry["plain_text"],
            promises=tuple(tuple(p[key] for key in PROMISED) for p in entry["promises"]),
            goals=tuple(tuple(g[key] for key in MEASURED) for g in entry["goals"]),
        )
        for entry in content
    )


def newest_seal(session: Session, cycle_id: int) -> Seal | None:
    """The text that was put before the parties last."""
    return session.scalars(
        select(Seal)
        .where(Seal.cycle_id == cycle_id)
        .options(joinedload(Seal.cycle), selectinload(Seal.signatures))
        .order_by(Seal.number.desc())
        .limit(1)
    ).first()


def _content(session: Session, cycle_id: int, counts: ColumnElement[bool]) -> list[Entry]:
    """Read by columns: the whole document is looked at whenever somebody looks at the signing."""
    of_cycle = (Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT))
    last = (
        select(Clause.agreement_id, func.max(Clause.number).label("number"))
        .where(counts)
        .group_by(Clause.agreement_id)
        .subquery()
    )
    rows = session.execute(
        select(
            Agreement.id,
            Agreement.code,
            Agreement.title,
            Clause.id.label("clause_id"),
            Clause.number,
            Clause.text,
            Clause.plain_text,
        )
        .outerjoin(last, last.c.agreement_id == Agreement.id)
        .outerjoin(Clause, (Clause.agreement_id == Agreement.id) & (Clause.number == last.c.number))
        .where(*of_cycle)
        .order_by(Agreement.code)
    )
    promises = session.execute(
        select(
            Commitment.agreement_id,
            Party.name.label("party"),
            *(getattr(Commitment, name) for name in PROMISED),
        )
        .join(Agreement, Commitment.agreement_id == Agreement.id)
        .join(Party, Commitment.party_id == Party.id)
        .where(*of_cycle)
        .order_by(Commitment.id)
    )
    goals = session.execute(
        select(Indicator.agreement_id, *(getattr(Indicator, name) for name in MEASURED))
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(*of_cycle)
        .order_by(Indicator.code)
    )
    promised = _by_agreement(promises, ("party", *PROMISED))
    measured = _by_agreement(goals, MEASURED)
    return [
        {
            "agreement_id": row.id,
            "code": row.code,
            "title": row.title,
            "clause_id": row.clause_id,
            "number": row.number or 0,
            "text": row.text or "",
            "plain_text": row.plain_text or "",
            "promises": promised[row.id],
            "goals": measured[row.id],
        }
        for row in rows
    ]


def _by_agreement(
    rows: Iterable[Row[Any]], names: tuple[str, ...]
) -> defaultdict[int, list[dict[str, str]]]:
    found: defaultdict[int, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        found[row.agreement_id].append({name: _plain(getattr(row, name)) for name in names})
    return found


def _plain(value: Any) -> str:
    """A value as it is hashed: a number in one way of writing, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "value", value))
