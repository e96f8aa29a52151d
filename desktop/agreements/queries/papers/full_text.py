"""The whole text of the agreements of a year, for the document that the parties sign."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Cycle,
    Indicator,
    NationalPriority,
    Seal,
    Theme,
)
from desktop.agreements.queries.facts import seated_parties
from desktop.agreements.queries.sealed import newest_seal
from desktop.agreements.rules.lifecycle import BEFORE_SIGNING, OUT
from desktop.agreements.states import CommitmentKind, CycleState, Direction, PartyRole
from desktop.store.found import found


@dataclass(frozen=True)
class Deed:
    """What one party does, in words that follow its name."""

    party: str
    what: str
    kind: CommitmentKind
    due_on: date | None


@dataclass(frozen=True)
class Yardstick:
    """How an agreement is measured, with what was agreed about it."""

    code: str
    name: str
    unit: str
    decimals: int
    direction: Direction
    cumulative: bool
    baseline: Decimal | None
    baseline_on: date | None
    goal: Decimal | None
    goal_on: date
    low: Decimal | None
    high: Decimal | None
    steps: tuple[tuple[date, Decimal], ...]
    norm: str
    source: str


@dataclass(frozen=True)
class FullAgreement:
    """One agreement as it stands in the document. `holds` are its own days when they differ from
    those of the year."""

    code: str
    title: str
    text: str
    plain_text: str
    version: int
    place: str
    holds: tuple[date, date] | None
    deeds: tuple[Deed, ...]
    measured: tuple[Yardstick, ...]


@dataclass(frozen=True)
class Chapter:
    """A theme with its agreements."""

    name: str
    colour: str
    agreements: tuple[FullAgreement, ...]


@dataclass(frozen=True)
class Served:
    """A goal of the municipality or a priority of the minister, with the codes of the agreements
    that work on it; none says that too."""

    words: str
    codes: tuple[str, ...]


@dataclass(frozen=True)
class FullText:
    """The document. `seal` is the text that was put before the parties, None while there is none;
    `draft` says that not all of them signed."""

    year: int
    applies_from: date
    applies_to: date
    state: CycleState
    parties: tuple[str, ...]
    advisers: tuple[str, ...]
    policy: str
    chapters: tuple[Chapter, ...]
    goals: tuple[Served, ...]
    priorities: tuple[Served, ...]
    seal: Seal | None
    draft: bool


def full_text(session: Session, cycle_id: int) -> FullText:
    """The document of a year as it stands: the text that binds the parties once they signed, before
    that the newest. Agreements that lapsed or went to another year are not in it."""
    cycle = found(session, Cycle, cycle_id)
    draft = cycle.state in BEFORE_SIGNING
    agreements = _agreements(session, cycle_id)
    parties = seated_parties(session, cycle_id)
    return FullText(
        year=cycle.applies_from.year,
        applies_from=cycle.applies_from,
        applies_to=cycle.applies_to,
        state=cycle.state,
        parties=tuple(p.name for p in parties if p.role is PartyRole.MEMBER),
        advisers=tuple(p.name for p in parties if p.role is PartyRole.ADVISER),
        policy=cycle.policy.title if cycle.policy else "",
        chapters=tuple(_chapters(agreements, draft)),
        goals=tuple(_goals(cycle, agreements)),
        priorities=tuple(_priorities(session, cycle, agreements)),
        seal=newest_seal(session, cycle_id),
        draft=draft,
    )


def _agreements(session: Session, cycle_id: int) -> Sequence[Agreement]:
    return session.scalars(
        select(Agreement)
        .join(Theme)
        .where(Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT))
        .options(
            joinedload(Agreement.theme),
            selectinload(Agreement.clauses),
            selectinload(Agreement.commitments).joinedload(Commitment.party),
            selectinload(Agreement.indicators).selectinload(Indicator.steps),
        )
        .order_by(Theme.position, Agreement.code)
    ).all()


def _chapters(agreements: Iterable[Agreement], draft: bool) -> Iterator[Chapter]:
    for theme, several in groupby(agreements, key=lambda agreement: agreement.theme):
        yield Chapter(theme.name, theme.colour, tuple(_full(one, draft) for one in several))


def _full(agreement: Agreement, draft: bool) -> FullAgreement:
    clause: Clause | None = agreement.newest if draft else agreement.in_force
    own_days = agreement.applies_from or agreement.applies_to
    return FullAgreement(
        code=agreement.code,
        title=agreement.title,
        text=clause.text if clause else "",
        plain_text=clause.plain_text if clause else "",
        version=clause.number if clause else 0,
        place=" ".join(part for part in (agreement.district, agreement.postcode) if part),
        holds=_own_period(agreement) if own_days else None,
        deeds=tuple(Deed(c.party.called, c.what, c.kind, c.due_on) for c in agreement.commitments),
        measured=tuple(_yardstick(indicator) for indicator in agreement.indicators),
    )


def _own_period(agreement: Agreement) -> tuple[date, date]:
    cycle = agreement.cycle
    return agreement.applies_from or cycle.applies_from, agreement.applies_to or cycle.applies_to


def _yardstick(indicator: Indicator) -> Yardstick:
    return Yardstick(
        code=indicator.code,
        name=indicator.name,
        unit=indicator.unit,
        decimals=indicator.decimals,
        direction=indicator.direction,
        cumulative=indicator.cumulative,
        baseline=indicator.baseline,
        baseline_on=indicator.baseline_on,
        goal=indicator.goal,
        goal_on=indicator.goal_on,
        low=indicator.low,
        high=indicator.high,
        steps=tuple((step.due_on, step.value) for step in indicator.steps),
        norm=indicator.norm,
        source=indicator.source,
    )


def _goals(cycle: Cycle, agreements: Collection[Agreement]) -> Iterator[Served]:
    for goal in cycle.policy.goals if cycle.policy else ():
        codes = tuple(one.code for one in agreements if one.goal_id == goal.id)
        yield Served(goal.words, codes)


def _priorities(
    session: Session, cycle: Cycle, agreements: Collection[Agreement]
) -> Iterator[Served]:
    """The priorities that hold in the year; an agreement has its own, or that of its theme."""
    listed = session.scalars(select(NationalPriority).order_by(NationalPriority.id))
    for priority in listed:
        ended = priority.valid_to is not None and priority.valid_to < cycle.applies_from
        if ended or priority.valid_from > cycle.applies_to:
            continue
        codes = tuple(
            one.code
            for one in agreements
            if priority.id == (one.priority_id or one.theme.priority_id)
        )
        yield Served(priority.name, codes)
