"""Policy versions (werkwijzen) as the screens show them, and consequences for priority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.queries import complexes
from desktop.store.found import found
from desktop.viewings.actions.policies import EDITABLE
from desktop.viewings.model import Pilot, PolicyVersion, PriorityConsequence
from desktop.viewings.queries.facts import past_lettings, policy_facts
from desktop.viewings.rules.evaluation import Threshold, thresholds
from desktop.viewings.rules.policy import missing
from desktop.viewings.rules.priority import reserved, share_of
from desktop.viewings.states import Level, PilotRole, UrgencyPolicy


@dataclass(frozen=True)
class PolicyRow:
    """A version in short."""

    id: int
    complex_id: int
    complex: str
    number: int
    level: Level
    urgency: UrgencyPolicy
    valid_from: date | None
    valid_to: date | None
    fixed_on: date | None


@dataclass(frozen=True)
class PolicyView:
    """A version with all that can be edited, by column, and what it still misses (field →
    sentence)."""

    row: PolicyRow
    version: int
    values: dict[str, Any]
    missing: tuple[tuple[str, str], ...]
    share: tuple[int, int]
    next_reserved: bool
    """Of the last lettings how many went to priority, and of how many; whether the next one does
    (U3)."""


@dataclass(frozen=True)
class ConsequenceRow:
    id: int
    region: str
    text_nl: str
    text_en: str
    refusals_allowed: int
    source: str
    read_on: date
    used_by: int
    """How many ways of working use it."""


@dataclass(frozen=True)
class PilotRow:
    id: int
    complex_id: int
    complex: str
    role: PilotRole
    starts_on: date
    ends_on: date | None
    turnover_percent: float
    thresholds: dict[str, Threshold]
    fixed_on: date | None


def policies(session: Session, complex_id: int | None = None) -> list[PolicyRow]:
    """The versions of a complex, or of all; the newest of each complex first."""
    wanted = select(PolicyVersion).order_by(PolicyVersion.complex_id, PolicyVersion.number.desc())
    if complex_id is not None:
        wanted = wanted.where(PolicyVersion.complex_id == complex_id)
    return [_row(policy) for policy in session.scalars(wanted)]


def _row(policy: PolicyVersion) -> PolicyRow:
    return PolicyRow(
        id=policy.id,
        complex_id=policy.complex_id,
        complex=policy.complex.name,
        number=policy.number,
        level=policy.level,
        urgency=policy.urgency,
        valid_from=policy.valid_from,
        valid_to=policy.valid_to,
        fixed_on=policy.fixed_on,
    )


@dataclass(frozen=True)
class ComplexPolicies:
    """A complex with its versions, the newest first; there may be none."""

    id: int
    code: str
    name: str
    versions: tuple[PolicyRow, ...]


def by_complex(session: Session) -> list[ComplexPolicies]:
    """All complexes by name, with their versions."""
    versions: dict[int, list[PolicyRow]] = {}
    for row in policies(session):
        versions.setdefault(row.complex_id, []).append(row)
    return [
        ComplexPolicies(c.id, c.facts.code, c.facts.name, tuple(versions.get(c.id, ())))
        for c in complexes(session)
    ]


def policy_view(session: Session, policy_id: int) -> PolicyView:
    """One version. Refuses one that is gone."""
    policy = found(session, PolicyVersion, policy_id)
    past, window = past_lettings(session, policy), max(1, policy.share_window)
    return PolicyView(
        row=_row(policy),
        version=policy.version,
        values={key: getattr(policy, key) for key in EDITABLE},
        missing=tuple((m.field, m.sentence) for m in missing(policy_facts(policy))),
        share=share_of(past, window),
        next_reserved=reserved(past, policy.share_percent, window),
    )


def consequences(session: Session) -> list[ConsequenceRow]:
    """What a refusal means for priority, by region."""
    rows = session.execute(
        select(PriorityConsequence, func.count(PolicyVersion.id))
        .outerjoin(PolicyVersion, PolicyVersion.consequence_id == PriorityConsequence.id)
        .group_by(PriorityConsequence.id)
        .order_by(PriorityConsequence.region, PriorityConsequence.read_on.desc())
    )
    return [
        ConsequenceRow(
            r.id, r.region, r.text_nl, r.text_en, r.refusals_allowed, r.source, r.read_on, used_by
        )
        for r, used_by in rows
    ]


def pilot_of(session: Session, complex_id: int) -> PilotRow | None:
    """The part of a complex in the pilot; None when it has none."""
    p = session.scalar(select(Pilot).where(Pilot.complex_id == complex_id))
    if p is None:
        return None
    return PilotRow(
        id=p.id,
        complex_id=p.complex_id,
        complex=p.complex.name,
        role=p.role,
        starts_on=p.starts_on,
        ends_on=p.ends_on,
        turnover_percent=p.turnover_percent,
        thresholds=thresholds(p.thresholds),
        fixed_on=p.fixed_on,
    )
