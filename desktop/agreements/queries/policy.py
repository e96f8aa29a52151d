"""The policy that agreements answer to: goals of the municipality, priorities of the minister."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, NationalPriority, PolicyDocument, PolicyGoal


def policies_of(session: Session, municipality_id: int) -> list[tuple[int, str]]:
    """The policy documents of a municipality by number, the newest first."""
    rows = session.execute(
        select(PolicyDocument.id, PolicyDocument.title)
        .where(PolicyDocument.party_id == municipality_id)
        .order_by(PolicyDocument.id.desc())
    )
    return [(id, title) for id, title in rows]


def goals_of_cycle(session: Session, cycle_id: int) -> list[tuple[int, str]]:
    """The goals of the municipality of a cycle, by number: of the policy that the cycle names,
    else of all it has."""
    cycle = session.get_one(Cycle, cycle_id)
    goals = select(PolicyGoal.id, PolicyGoal.words).join(PolicyGoal.document)
    if cycle.policy_id is not None:
        goals = goals.where(PolicyGoal.document_id == cycle.policy_id)
    else:
        goals = goals.where(PolicyDocument.party_id == cycle.municipality_id)
    rows = session.execute(goals.order_by(PolicyGoal.document_id, PolicyGoal.position))
    return [(id, words) for id, words in rows]


def priorities(session: Session) -> list[tuple[int, str]]:
    """The national priorities, by code."""
    rows = session.execute(
        select(NationalPriority.id, NationalPriority.name).order_by(NationalPriority.code)
    )
    return [(id, name) for id, name in rows]
