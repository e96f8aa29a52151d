"""The years of agreements, who sits at the table, and where a year stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Agreement,
    Cycle,
    Indicator,
    Measurement,
    Meeting,
    Party,
    Seat,
)
from desktop.agreements.rules.next_step import CycleFacts, NextStep, next_step
from desktop.agreements.states import (
    AgreementState,
    CycleState,
    PartyKind,
    PartyRole,
)
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


def own_seat(seats: Iterable[SeatLine]) -> int | None:
    """The party whose people work with this program, the corporation: what is written down is
    its own until somebody chooses another party. None when it is not at the table."""
    return next((s.party_id for s in seats if s.kind is PartyKind.CORPORATION), None)


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
    next: NextStep


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


def cycle_view(session: Session, cycle_id: int, today: date) -> CycleView:
    """Where a cycle stands and what comes next. Refuses a cycle that is gone."""
    cycle = found(session, Cycle, cycle_id)
    seats = seats_of(session, cycle_id)
    states = session.execute(
        select(Agreement.id, Agreement.state).where(Agreement.cycle_id == cycle_id)
    ).all()
    open_ones = (AgreementState.IDEA, AgreementState.DRAFT, AgreementState.TALKS)
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
