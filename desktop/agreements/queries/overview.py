"""The cycles, where the chosen one stands, and its agreements with their lights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Agreement,
    Clause,
    Commitment,
    Cycle,
    Indicator,
    Measurement,
    Meeting,
    Party,
    Position,
    Seat,
    Theme,
)
from desktop.agreements.queries.history import rounds
from desktop.agreements.queries.lights import AgreementLight, lights_of_cycle
from desktop.agreements.rules.changes import ChangeKind, change_kind
from desktop.agreements.rules.next_step import CycleFacts, NextStep, next_step
from desktop.agreements.states import (
    AgreementState,
    CycleState,
    LightReason,
    PartyKind,
    PartyRole,
    PositionValue,
)
from desktop.language.fold import fold
from desktop.store.found import found


@dataclass(frozen=True)
class CycleChoice:
    """A cycle to choose from; `applies_in` is the year that its agreements are about."""

    id: int
    year: int
    applies_in: int
    municipality: str
    state: CycleState


@dataclass(frozen=True)
class SeatLine:
    """A party at the table. An adviser speaks but does not sign."""

    party_id: int
    name: str
    called: str
    kind: PartyKind
    role: PartyRole

    @property
    def signs(self) -> bool:
        return self.role is PartyRole.MEMBER


@dataclass(frozen=True)
class CycleView:
    """Where a cycle stands, with the days of its six steps as far as they are known."""

    id: int
    version: int
    year: int
    applies_from: date
    applies_to: date
    municipality_id: int
    municipality: str
    state: CycleState
    policy_id: int | None
    policy_received_on: date | None
    parties: tuple[SeatLine, ...]
    bid_sent_on: date | None
    talks_from: date | None
    talks_to: date | None
    signed_on: date | None
    last_measured_on: date | None
    looked_back_on: date | None
    agreements: int
    not_agreed: int
    to_look_back: int
    next: NextStep


@dataclass(frozen=True)
class AgreementRow:
    """One agreement in the list: `parties` who do something for it, `next_on` the first day on
    which something must be done, `change` what became of its light since the last report. `words`
    are what the filter looks in."""

    id: int
    code: str
    title: str
    theme_id: int
    theme: str
    state: AgreementState
    light: AgreementLight
    parties: tuple[str, ...]
    next_on: date | None
    agreed: bool
    change: ChangeKind | None
    words: str

    @property
    def is_measured(self) -> bool:
        """Whether its light says something: before the year begins there is nothing to know."""
        reasons = {indicator.reckoned.reason for indicator in self.light.indicators}
        return self.light.override is not None or bool(reasons - {LightReason.NOT_STARTED})


@dataclass(frozen=True)
class ThemeLine:
    """A theme with how many agreements of the cycle it has."""

    id: int
    code: str
    name: str
    agreements: int


def cycles(session: Session) -> list[CycleChoice]:
    """All cycles, the newest first."""
    rows = session.execute(
        select(Cycle.id, Cycle.year, Cycle.applies_from, Party.name, Cycle.state)
        .join(Party, Cycle.municipality_id == Party.id)
        .order_by(Cycle.year.desc(), Party.name, Cycle.id.desc())
    )
    return [
        CycleChoice(id, year, applies_from.year, name, state)
        for id, year, applies_from, name, state in rows
    ]


def cycle_of_today(choices: Sequence[CycleChoice]) -> int | None:
    """The cycle to begin with: the one that runs or is signed, else the newest."""
    running = (CycleState.RUNNING, CycleState.SIGNED)
    first = next((c for c in choices if c.state in running), None) or next(iter(choices), None)
    return first.id if first is not None else None


def cycle_of_agreement(session: Session, agreement_id: int) -> int:
    """The cycle that an agreement belongs to. Refuses an agreement that is gone."""
    return found(session, Agreement, agreement_id).cycle_id


def cycle_view(session: Session, cycle_id: int, today: date) -> CycleView:
    """Where a cycle stands and what comes next. Refuses a cycle that is gone."""
    cycle = found(session, Cycle, cycle_id)
    seats = seats_of(session, cycle_id)
    states = session.execute(
        select(Agreement.id, Agreement.state).where(Agreement.cycle_id == cycle_id)
    ).all()
    open_ones = (AgreementState.IDEA, AgreementState.DRAFT, AgreementState.TALKS)
    running = (AgreementState.ADOPTED, AgreementState.RUNNING)
    not_agreed = sum(state in open_ones for _id, state in states)
    talks_from, talks_to = session.execute(
        select(func.min(Meeting.held_on), func.max(Meeting.held_on)).where(
            Meeting.cycle_id == cycle_id,
            Meeting.held_on <= cycle.applies_from,
        )
    ).one()
    bid_sent_on = cycle.bid.sent_on if cycle.bid is not None else None
    steps = {step.state: step.taken_on for step in cycle.steps}
    facts = CycleFacts(
        state=cycle.state,
        policy_received=cycle.policy_received_on is not None,
        bid_sent=bid_sent_on is not None,
        agreements=len(states),
        not_agreed=not_agreed,
        has_begun=cycle.applies_from <= today,
        is_over=cycle.applies_to < today,
    )
    return CycleView(
        id=cycle.id,
        version=cycle.version,
        year=cycle.year,
        applies_from=cycle.applies_from,
        applies_to=cycle.applies_to,
        municipality_id=cycle.municipality_id,
        municipality=cycle.municipality.name,
        state=cycle.state,
        policy_id=cycle.policy_id,
        policy_received_on=cycle.policy_received_on,
        parties=seats,
        bid_sent_on=bid_sent_on,
        talks_from=talks_from,
        talks_to=talks_to,
        signed_on=steps.get(CycleState.SIGNED),
        last_measured_on=_last_measured(session, cycle_id, today),
        looked_back_on=steps.get(CycleState.EVALUATED),
        agreements=len(states),
        not_agreed=not_agreed,
        to_look_back=sum(state in running for _id, state in states),
        next=next_step(facts),
    )


def seats_of(session: Session, cycle_id: int) -> tuple[SeatLine, ...]:
    """The parties of a cycle: municipality, corporation and tenants first."""
    order = list(PartyKind)
    parties = session.scalars(
        select(Party).join(Seat, Seat.party_id == Party.id).where(Seat.cycle_id == cycle_id)
    ).all()
    return tuple(
        SeatLine(p.id, p.name, p.called, p.kind, p.role)
        for p in sorted(parties, key=lambda p: (order.index(p.kind), p.name))
    )


def _last_measured(session: Session, cycle_id: int, today: date) -> date | None:
    return session.scalar(
        select(func.max(Measurement.measured_on))
        .join(Indicator, Measurement.indicator_id == Indicator.id)
        .join(Agreement, Indicator.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id, Measurement.measured_on <= today)
    )


def agreement_rows(session: Session, cycle_id: int, on: date) -> list[AgreementRow]:
    """The agreements of a cycle by theme and code, with their lights on a day."""
    lights = lights_of_cycle(session, cycle_id, on)
    promised = _promised(session, cycle_id)
    agreed = _agreed(session, cycle_id)
    reported = next(iter(rounds(session, cycle_id, on, last=1)), None)
    before = reported.lights if reported is not None else {}
    agreements = session.execute(
        select(
            Agreement.id,
            Agreement.code,
            Agreement.title,
            Agreement.short_title,
            Agreement.theme_id,
            Theme.name.label("theme"),
            Agreement.state,
            Agreement.district,
        )
        .join(Theme, Agreement.theme_id == Theme.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Theme.position, Agreement.code)
    )
    return [
        AgreementRow(
            id=a.id,
            code=a.code,
            title=a.title,
            theme_id=a.theme_id,
            theme=a.theme,
            state=a.state,
            light=lights[a.id],
            parties=tuple(dict.fromkeys(one.called for one in promised[a.id])),
            next_on=min((one.open_on for one in promised[a.id] if one.open_on), default=None),
            agreed=agreed.get(a.id, False),
            change=change_kind(before.get(a.code, lights[a.id].light), lights[a.id].light),
            words=_words(a, promised[a.id]),
        )
        for a in agreements
    ]


class Promised(NamedTuple):
    """What a party does for an agreement: `open_on` is the day by which, while it is not done."""

    party: str
    called: str
    open_on: date | None


def _promised(session: Session, cycle_id: int) -> Mapping[int, Sequence[Promised]]:
    rows = session.execute(
        select(
            Commitment.agreement_id,
            Party.name,
            Party.short_name,
            Commitment.due_on,
            Commitment.done_on,
        )
        .join(Party, Commitment.party_id == Party.id)
        .join(Agreement, Commitment.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .order_by(Commitment.id)
    )
    promised: dict[int, list[Promised]] = defaultdict(list)
    for agreement_id, name, short_name, due_on, done_on in rows:
        open_on = due_on if done_on is None else None
        promised[agreement_id].append(Promised(name, short_name or name, open_on))
    return promised


def _words(agreement: Any, promised: Iterable[Promised]) -> str:
    own = (agreement.code, agreement.title, agreement.short_title, agreement.theme)
    return fold(" ".join((*own, agreement.district, *(one.party for one in promised))))


def _agreed(session: Session, cycle_id: int) -> Mapping[int, bool]:
    """Of each agreement whether every party that signs agrees to its newest version."""
    must = {seat.party_id for seat in seats_of(session, cycle_id) if seat.signs}
    newest = (
        select(func.max(Clause.id))
        .join(Agreement, Clause.agreement_id == Agreement.id)
        .where(Agreement.cycle_id == cycle_id)
        .group_by(Clause.agreement_id)
    )
    rows = session.execute(
        select(Clause.agreement_id, Position.party_id)
        .join(Position, Position.clause_id == Clause.id)
        .where(
            Clause.id.in_(newest),
            Position.value == PositionValue.AGREES,
            Position.settled_on.is_not(None),
        )
    )
    said: dict[int, set[int]] = defaultdict(set)
    for agreement_id, party_id in rows:
        said[agreement_id].add(party_id)
    return {agreement_id: bool(must) and must <= who for agreement_id, who in said.items()}


def themes(session: Session, cycle_id: int | None = None) -> list[ThemeLine]:
    """All themes in their order, with their agreements in this cycle."""
    counts: dict[int, int] = {}
    if cycle_id is not None:
        rows = session.execute(
            select(Agreement.theme_id, func.count())
            .where(Agreement.cycle_id == cycle_id)
            .group_by(Agreement.theme_id)
        )
        counts = {theme_id: n for theme_id, n in rows}  # noqa: C416 - rows are no pairs to mypy
    return [
        ThemeLine(t.id, t.code, t.name, counts.get(t.id, 0))
        for t in session.scalars(select(Theme).order_by(Theme.position, Theme.code))
    ]
