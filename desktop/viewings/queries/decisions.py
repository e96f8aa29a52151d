"""The order table and the trail of a vacancy, for the second reader and the auditor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.store import audit
from desktop.store.found import found
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Invitation,
    Offer,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import order_rows
from desktop.viewings.rules.order import PassCode
from desktop.viewings.states import CandidateState, Want


@dataclass(frozen=True)
class OrderLine:
    """One line of the order table, the same before settling (from the facts) and after (frozen)."""

    rank: int
    number: str
    priority: bool
    invited: bool
    came: bool | None
    wants: Want | None
    offered: bool
    answer: CandidateState
    code: PassCode | None
    vera: str
    chosen: bool


def order_lines(session: Session, decision_id: int) -> list[OrderLine]:
    """The order table of a decision: as it was frozen, or as the facts stand while it is not."""
    decision = found(session, Decision, decision_id)
    if decision.order_table:
        return [
            OrderLine(
                rank=row["rank"],
                number=row["number"],
                priority=row["priority"],
                invited=row["invited"],
                came=row["came"],
                wants=Want[row["wants"]] if row["wants"] else None,
                offered=row["offered"],
                answer=CandidateState(row["answer"]),
                code=PassCode[row["code"]] if row["code"] else None,
                vera=row["vera"],
                chosen=row["chosen"],
            )
            for row in decision.order_table
        ]
    return [
        OrderLine(
            rank=row.rank,
            number=row.number,
            priority=row.priority,
            invited=row.invited,
            came=row.came,
            wants=row.wants,
            offered=row.offered,
            answer=CandidateState(row.answer),
            code=row.code,
            vera=row.vera,
            chosen=row.chosen,
        )
        for row in order_rows(session, decision)
    ]


@dataclass(frozen=True)
class TrailRow:
    """One entry of the trail of a vacancy: who did what when, and how many values changed."""

    seq: int
    at: datetime
    actor: str
    action: str
    values: int


def trail(session: Session, vacancy_id: int) -> list[TrailRow]:
    """The entries that touched a vacancy or anything of it, newest first."""
    subjects = {
        Vacancy.__tablename__: [vacancy_id],
        Candidate.__tablename__: _ids(session, Candidate.id, vacancy_id, Candidate.vacancy_id),
        Viewing.__tablename__: _ids(session, Viewing.id, vacancy_id, Viewing.vacancy_id),
        Offer.__tablename__: _ids(session, Offer.id, vacancy_id, Offer.vacancy_id),
        Decision.__tablename__: _ids(session, Decision.id, vacancy_id, Decision.vacancy_id),
        Invitation.__tablename__: list(
            session.scalars(
                select(Invitation.id).join(Viewing).where(Viewing.vacancy_id == vacancy_id)
            )
        ),
        ConsequenceGuard.__tablename__: list(
            session.scalars(
                select(ConsequenceGuard.id)
                .join(Candidate, ConsequenceGuard.candidate_id == Candidate.id)
                .where(Candidate.vacancy_id == vacancy_id)
            )
        ),
    }
    lines: dict[int, TrailRow] = {}
    for table, ids in subjects.items():
        for line in audit.history(session, table, ids) if ids else ():
            lines[line.seq] = TrailRow(
                line.seq, line.at, line.actor, line.action, len(line.changes)
            )
    return sorted(lines.values(), key=lambda row: -row.seq)


def _ids(session: Session, column: object, vacancy_id: int, owner: object) -> list[int]:
    return list(session.scalars(select(column).where(owner == vacancy_id)))  # type: ignore[call-overload]
