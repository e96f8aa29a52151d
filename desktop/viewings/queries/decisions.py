"""The order table and the trail of a vacancy, for the second reader and the auditor."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.language import _
from desktop.store.found import found
from desktop.store.trail import TrailRow
from desktop.store.trail import trail as rows_about
from desktop.viewings.model import (
    Candidate,
    ConsequenceGuard,
    Decision,
    Invitation,
    Nomination,
    Nominee,
    Offer,
    Shift,
    Vacancy,
    Viewing,
)
from desktop.viewings.queries.facts import order_rows, was_settled
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
    """The order table of a decision: as it was frozen, or as the facts stand while it is not.
    Nothing when its time was over (R14)."""
    decision = found(session, Decision, decision_id)
    if was_settled(decision):
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


def trail(session: Session, vacancy_id: int) -> list[TrailRow]:
    """The entries that touched a vacancy or anything of it, newest first."""
    people = _people(session, vacancy_id)
    subjects = {
        Vacancy.__tablename__: [vacancy_id],
        Viewing.__tablename__: _ids(session, Viewing.id, vacancy_id, Viewing.vacancy_id),
        Decision.__tablename__: _ids(session, Decision.id, vacancy_id, Decision.vacancy_id),
        Nomination.__tablename__: _ids(session, Nomination.id, vacancy_id, Nomination.vacancy_id),
        **{table: list(names) for table, names in people.items()},
    }
    return rows_about(session, subjects, people)


def _people(session: Session, vacancy_id: int) -> dict[str, dict[int, str]]:
    """The rows of a vacancy that are about one person: by table and id, who that is."""
    names: dict[str, dict[int, str]] = {}
    reads = {
        Candidate: select(Candidate.id, Candidate.rank),
        Invitation: select(Invitation.id, Candidate.rank).join(Invitation.candidate),
        Offer: select(Offer.id, Candidate.rank).join(Offer.candidate),
        Nominee: select(Nominee.id, Candidate.rank).join(Nominee.candidate),
        ConsequenceGuard: select(ConsequenceGuard.id, Candidate.rank).join(
            Candidate, ConsequenceGuard.candidate_id == Candidate.id
        ),
    }
    for kind, read in reads.items():
        names[kind.__tablename__] = {
            row: _("candidate {rank}").format(rank=rank)
            for row, rank in session.execute(read.where(Candidate.vacancy_id == vacancy_id))
        }
    shifts = session.scalars(
        select(Shift)
        .join(Shift.viewing)
        .where(Viewing.vacancy_id == vacancy_id)
        .options(joinedload(Shift.host))
    )
    names[Shift.__tablename__] = {shift.id: shift.host.name for shift in shifts}
    return names


def _ids(session: Session, column: object, vacancy_id: int, owner: object) -> list[int]:
    return list(session.scalars(select(column).where(owner == vacancy_id)))  # type: ignore[call-overload]
