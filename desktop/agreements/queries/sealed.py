"""What is put before the parties to sign: every agreement with its text, what each party does and
what it is measured by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import Agreement, Clause, Commitment, Indicator, Seal
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


def newest(agreement: Agreement) -> Clause | None:
    return agreement.newest


def in_force(agreement: Agreement) -> Clause | None:
    return agreement.in_force


def content(
    session: Session, cycle_id: int, version: Callable[[Agreement], Clause | None] = newest
) -> list[Entry]:
    """The document as it stands, by code of agreement, of each one the version that is asked for.
    Agreements that lapsed or went to another year are not in it."""
    return [_entry(agreement, version(agreement)) for agreement in in_document(session, cycle_id)]


def in_document(session: Session, cycle_id: int) -> list[Agreement]:
    """The agreements that the document holds, by code."""
    return list(
        session.scalars(
            select(Agreement)
            .where(Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT))
            .options(
                selectinload(Agreement.clauses),
                selectinload(Agreement.commitments).joinedload(Commitment.party),
                selectinload(Agreement.indicators),
            )
            .order_by(Agreement.code)
        )
    )


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


def _entry(agreement: Agreement, clause: Clause | None) -> Entry:
    return {
        "agreement_id": agreement.id,
        "code": agreement.code,
        "title": agreement.title,
        "clause_id": clause.id if clause is not None else None,
        "number": clause.number if clause is not None else 0,
        "text": clause.text if clause is not None else "",
        "plain_text": clause.plain_text if clause is not None else "",
        "promises": [_promise(commitment) for commitment in agreement.commitments],
        "goals": [_goal(indicator) for indicator in agreement.indicators],
    }


def _promise(commitment: Commitment) -> dict[str, str]:
    return {
        "party": commitment.party.name,
        "party_id": str(commitment.party_id),
        "what": commitment.what,
        "kind": commitment.kind.value,
        "due_on": _plain(commitment.due_on),
    }


def _goal(indicator: Indicator) -> dict[str, str]:
    return {name: _plain(getattr(indicator, name)) for name in MEASURED}


def _plain(value: Any) -> str:
    """A value as it is hashed: a number in one way of writing, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "value", value))
