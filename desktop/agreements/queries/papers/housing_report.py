"""What the yearly housing report of a corporation says of the agreements: how they were carried
out, the talks with the municipality, and the talks with tenants (Btiv 2015, art. 32(1)a, c, d)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.advice.states import AdviceDecision
from desktop.agreements.model import Advice, Agreement, Attendance, Cycle, Meeting, Theme
from desktop.agreements.queries.facts import signed_on
from desktop.agreements.queries.monitor import Monitor, monitor
from desktop.agreements.queries.voices import InputCounts, count, inputs
from desktop.agreements.states import AgreementState, MeetingKind
from desktop.store.found import found

WITH_MUNICIPALITY = (MeetingKind.TRIPARTITE, MeetingKind.EVALUATION)
WITH_TENANTS = (MeetingKind.TENANTS, MeetingKind.EVENING)


@dataclass(frozen=True)
class Lapsed:
    """An agreement that the parties signed and that lapsed after that."""

    code: str
    words: str


@dataclass(frozen=True)
class Talk:
    """A meeting that was held, with which parties were there and what was decided. A decision
    that is about an agreement, or names one, is not in it: the report tells of each agreement
    once."""

    held_on: date
    kind: MeetingKind
    place: str
    parties: tuple[str, ...]
    decisions: tuple[str, ...]


@dataclass(frozen=True)
class AdviceAsked:
    """Advice that was asked of a tenants' organisation. Days after the day of the report are not
    in it."""

    subject: str
    party: str
    sent_on: date
    received_on: date | None
    decided_on: date | None
    decision: AdviceDecision | None


@dataclass(frozen=True)
class HousingReport:
    """The three chapters. Talks and advice are those of the year in which the agreements hold,
    also when they were about the next one."""

    monitor: Monitor
    policy: str
    signed_on: date | None
    lapsed: tuple[Lapsed, ...]
    with_municipality: tuple[Talk, ...]
    with_tenants: tuple[Talk, ...]
    advices: tuple[AdviceAsked, ...]
    asked: InputCounts


def housing_report(session: Session, cycle_id: int, on: date) -> HousingReport:
    """The report of a year up to and including a day. Refuses a year that is gone."""
    cycle = found(session, Cycle, cycle_id)
    questions = inputs(session, cycle_id, on).lines
    shown = monitor(session, cycle_id, on)
    codes = tuple(row.code for row in shown.rows)
    return HousingReport(
        monitor=shown,
        policy=cycle.policy.title if cycle.policy else "",
        signed_on=signed_on(cycle),
        lapsed=_lapsed(session, cycle_id),
        with_municipality=tuple(
            _talk(meeting, codes) for meeting in _meetings(session, cycle, on, WITH_MUNICIPALITY)
        ),
        with_tenants=tuple(
            _talk(meeting, codes) for meeting in _meetings(session, cycle, on, WITH_TENANTS)
        ),
        advices=_advices(session, cycle, on),
        asked=count(line for line in questions if line.received_on <= on),
    )


def _lapsed(session: Session, cycle_id: int) -> tuple[Lapsed, ...]:
    rows = session.scalars(
        select(Agreement)
        .join(Theme)
        .where(Agreement.cycle_id == cycle_id, Agreement.state == AgreementState.LAPSED)
        .options(selectinload(Agreement.clauses))
        .order_by(Theme.position, Agreement.code)
    )
    return tuple(
        Lapsed(row.code, row.in_force.plain_text or row.title) for row in rows if row.in_force
    )


def _meetings(
    session: Session, cycle: Cycle, on: date, kinds: Collection[MeetingKind]
) -> Sequence[Meeting]:
    return session.scalars(
        select(Meeting)
        .join(Cycle)
        .where(
            Cycle.municipality_id == cycle.municipality_id,
            Meeting.kind.in_(kinds),
            Meeting.held_on.between(cycle.applies_from, min(cycle.applies_to, on)),
        )
        .options(
            selectinload(Meeting.attendance).joinedload(Attendance.party),
            selectinload(Meeting.decisions),
        )
        .order_by(Meeting.held_on, Meeting.id)
    ).all()


def _talk(meeting: Meeting, codes: Collection[str]) -> Talk:
    about_more = (
        one.text
        for one in meeting.decisions
        if one.agreement_id is None and not any(code in one.text for code in codes)
    )
    return Talk(
        meeting.held_on,
        meeting.kind,
        meeting.place,
        _parties(meeting.attendance),
        tuple(about_more),
    )


def _parties(attendance: Iterable[Attendance]) -> tuple[str, ...]:
    """Each party that was there, once."""
    return tuple(dict.fromkeys(one.party.called for one in attendance if one.present))


def _advices(session: Session, cycle: Cycle, on: date) -> tuple[AdviceAsked, ...]:
    of_the_year: ColumnElement[bool] = Advice.sent_on.between(
        cycle.applies_from, min(cycle.applies_to, on)
    )
    rows = session.scalars(
        select(Advice)
        .join(Cycle)
        .where(Cycle.municipality_id == cycle.municipality_id, of_the_year)
        .options(joinedload(Advice.party))
        .order_by(Advice.sent_on, Advice.id)
    )
    return tuple(_advice(row, on) for row in rows)


def _advice(row: Advice, on: date) -> AdviceAsked:
    decided = row.decided_on if row.decided_on and row.decided_on <= on else None
    received = row.advice_received_on
    return AdviceAsked(
        subject=row.subject,
        party=row.party.called,
        sent_on=row.sent_on,
        received_on=received if received and received <= on else None,
        decided_on=decided,
        decision=row.decision if decided else None,
    )
