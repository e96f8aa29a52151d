"""What tenants at the table see: what is new to them, the agreements, what they asked, and the
topics that they put up. A text that nobody shared with them yet is not among it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import IntEnum
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, selectinload

from desktop.agreements.model import (
    AgendaItem,
    Agreement,
    Clause,
    Commitment,
    Cycle,
    Indicator,
    Measurement,
    Meeting,
    Party,
    Reply,
    Seat,
    TenantInput,
)
from desktop.agreements.queries.detail import AgreementView
from desktop.agreements.queries.meetings import OF_TENANTS, MeetingLine, meetings
from desktop.agreements.queries.versions import ClauseLine, PositionLine
from desktop.agreements.rules.lifecycle import OUT
from desktop.agreements.states import CycleState
from desktop.language.format import AMSTERDAM
from desktop.store.found import found


class NewsKind(IntEnum):
    """What happened, in the order in which it is told of one day."""

    TEXT = 1
    SIGNED = 2
    DONE = 3
    MEASURED = 4
    ANSWERED = 5


@dataclass(frozen=True)
class News:
    """Something that is new to a party: about an agreement, or a question (its number is
    `input_id`). `words` are those of people: who did what, or the answer."""

    on: date
    kind: NewsKind
    title: str
    words: str
    agreement_id: int | None = None
    input_id: int | None = None


@dataclass(frozen=True)
class TenantParty:
    """A party of tenants at the table, and when it looked at the agreements last."""

    id: int
    name: str
    called: str
    seen_on: date | None


@dataclass(frozen=True)
class Draft:
    """What a party said to a text at the table, and has not settled yet."""

    agreement_id: int
    code: str
    title: str
    said: PositionLine


@dataclass(frozen=True)
class Topic:
    """A topic that a party put up for a meeting of a day."""

    held_on: date
    title: str
    accepted: bool | None
    reason: str


def tenant_parties(session: Session, cycle_id: int) -> tuple[TenantParty, ...]:
    """The tenants' organisations at the table of a cycle, and then its residents' committees."""
    parties = session.scalars(
        select(Party)
        .join(Seat, Seat.party_id == Party.id)
        .where(Seat.cycle_id == cycle_id, Party.kind.in_(OF_TENANTS))
    )
    ordered = sorted(parties, key=lambda one: (OF_TENANTS.index(one.kind), one.name))
    return tuple(TenantParty(one.id, one.name, one.called, one.seen_on) for one in ordered)


def news(session: Session, cycle_id: int, since: date) -> tuple[News, ...]:
    """What happened from a day on, the newest first. What happened on that day itself may have
    been before the visit: it is told twice rather than never."""
    start = datetime.combine(since, time.min, AMSTERDAM)
    told = [
        *_texts(session, cycle_id, since),
        *_done(session, cycle_id, since),
        *_measured(session, cycle_id, start),
        *_answered(session, cycle_id, since),
    ]
    return tuple(sorted(told, key=lambda one: (-one.on.toordinal(), one.kind, one.title)))


def _of_cycle(cycle_id: int) -> tuple[Any, ...]:
    return Agreement.cycle_id == cycle_id, Agreement.state.not_in(OUT)


def _texts(session: Session, cycle_id: int, since: date) -> list[News]:
    rows = session.execute(
        select(Agreement.id, Agreement.title, Clause.shared_on, Clause.in_force_on, Party)
        .join(Clause, Clause.agreement_id == Agreement.id)
        .join(Party, Clause.author_id == Party.id)
        .where(*_of_cycle(cycle_id), or_(Clause.shared_on >= since, Clause.in_force_on >= since))
        .order_by(Clause.id)
    )
    last: dict[int, News] = {}
    for id, title, shared_on, in_force_on, author in rows:
        is_signed = in_force_on is not None and in_force_on >= since
        on = in_force_on if is_signed else shared_on
        if on is not None:
            kind = NewsKind.SIGNED if is_signed else NewsKind.TEXT
            last[id] = News(on, kind, title, author.called, id)
    return list(last.values())


def _done(session: Session, cycle_id: int, since: date) -> list[News]:
    rows = session.execute(
        select(Agreement.id, Agreement.title, Commitment.done_on, Commitment.what, Party)
        .join(Commitment, Commitment.agreement_id == Agreement.id)
        .join(Party, Commitment.party_id == Party.id)
        .where(*_of_cycle(cycle_id), Commitment.done_on >= since)
    )
    return [
        News(done_on, NewsKind.DONE, title, f"{party.called} {what}", id)
        for id, title, done_on, what, party in rows
        if done_on is not None
    ]


def _measured(session: Session, cycle_id: int, start: datetime) -> list[News]:
    rows = session.execute(
        select(Agreement.id, Agreement.title, func.max(Measurement.measured_on))
        .join(Indicator, Indicator.agreement_id == Agreement.id)
        .join(Measurement, Measurement.indicator_id == Indicator.id)
        .where(*_of_cycle(cycle_id), Measurement.entered_at >= start)
        .group_by(Agreement.id, Agreement.title)
    )
    return [News(day, NewsKind.MEASURED, title, "", id) for id, title, day in rows]


def _answered(session: Session, cycle_id: int, since: date) -> list[News]:
    rows = session.execute(
        select(TenantInput.id, TenantInput.text, Reply.replied_on, Reply.reason)
        .join(Reply, Reply.input_id == TenantInput.id)
        .where(TenantInput.cycle_id == cycle_id, Reply.replied_on >= since)
    )
    return [
        News(day, NewsKind.ANSWERED, text, reason, input_id=id) for id, text, day, reason in rows
    ]


def shown_clause(view: AgreementView, party_id: int) -> ClauseLine | None:
    """The newest text that a party may read: in force, shared with it, or its own; None when there
    is none yet."""
    seen = [
        clause
        for clause in view.clauses
        if clause.in_force_on or clause.shared_on or clause.author_id == party_id
    ]
    return seen[-1] if seen else None


def may_say(view: AgreementView, clause: ClauseLine | None) -> bool:
    """Whether a party can still say something to a text: it is the newest, and not in force."""
    return (
        clause is not None
        and view.newest is not None
        and clause.id == view.newest.id
        and clause.in_force_on is None
        and view.cycle_state is not CycleState.CLOSED
    )


def drafts(session: Session, cycle_id: int, party_id: int) -> tuple[Draft, ...]:
    """What a party said at the table and has not settled yet, of the newest texts."""
    newest = (
        select(func.max(Clause.id))
        .join(Agreement, Clause.agreement_id == Agreement.id)
        .where(*_of_cycle(cycle_id))
        .group_by(Clause.agreement_id)
    )
    clauses = session.scalars(
        select(Clause)
        .where(Clause.id.in_(newest), Clause.in_force_on.is_(None))
        .options(selectinload(Clause.positions), selectinload(Clause.agreement))
        .order_by(Clause.agreement_id)
    )
    return tuple(
        Draft(
            clause.agreement_id,
            clause.agreement.code,
            clause.agreement.title,
            PositionLine(
                one.id, one.version, one.party_id, one.value, one.remark, one.given_on, None
            ),
        )
        for clause in clauses
        for one in clause.positions
        if one.party_id == party_id and one.settled_on is None
    )


def next_meetings(session: Session, cycle_id: int, today: date) -> tuple[MeetingLine, ...]:
    """The meetings that are still to come, for which a topic can be put up."""
    return tuple(line for line in meetings(session, cycle_id, today) if line.held_on >= today)


def topics(session: Session, cycle_id: int, party_id: int) -> tuple[Topic, ...]:
    """The topics that a party put up in a cycle, those of the last meeting first."""
    rows = session.execute(
        select(Meeting.held_on, AgendaItem)
        .join(AgendaItem, AgendaItem.meeting_id == Meeting.id)
        .where(Meeting.cycle_id == cycle_id, AgendaItem.proposed_by_id == party_id)
        .order_by(Meeting.held_on.desc(), AgendaItem.position)
    )
    return tuple(
        Topic(held_on, item.title, item.accepted, item.refusal_reason) for held_on, item in rows
    )


def year_of(session: Session, cycle_id: int) -> int:
    """The year that the agreements of a cycle are about. Refuses a cycle that is gone."""
    return found(session, Cycle, cycle_id).applies_from.year
