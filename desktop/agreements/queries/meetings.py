"""Meetings: were the papers in time, what is on the agenda, and what is still to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.agreements.model import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Meeting,
    MeetingDecision,
)
from desktop.agreements.rules.answering import papers_late, papers_term
from desktop.agreements.states import MeetingKind, PartyKind
from desktop.store.found import found

OF_TENANTS = (PartyKind.TENANTS, PartyKind.RESIDENTS)


@dataclass(frozen=True)
class MeetingLine:
    """A meeting in the list. `papers_due_on` is the last day to send papers in time, and
    `papers_days` how many days before the meeting they went out; `papers_late` also when they did
    not while that day has passed. `waiting` counts the topics that nobody accepted or refused."""

    id: int
    version: int
    cycle_id: int
    held_on: date
    starts: str
    kind: MeetingKind
    place: str
    measured_on: date | None
    papers_due_on: date
    papers_sent_on: date | None
    papers_late: bool
    is_over: bool
    topics: int
    waiting: int

    @property
    def papers_days(self) -> int | None:
        if self.papers_sent_on is None:
            return None
        return (self.held_on - self.papers_sent_on).days


@dataclass(frozen=True)
class TopicLine:
    """A topic of the agenda. One `of_tenants` was put up by the tenants' organisation or a
    residents' committee; `accepted` is None until somebody decides."""

    id: int
    version: int
    position: int
    title: str
    proposed_by_id: int | None
    proposed_by: str
    of_tenants: bool
    accepted: bool | None
    refusal_reason: str


@dataclass(frozen=True)
class AttendanceLine:
    """Somebody of a party, by function."""

    id: int
    party_id: int
    party: str
    function: str
    present: bool
    expert: bool
    notified_on: date | None


@dataclass(frozen=True)
class DecisionLine:
    """What was decided, about an agreement (its code) or in general."""

    id: int
    version: int
    text: str
    agreement_id: int | None
    agreement: str


@dataclass(frozen=True)
class ActionLine:
    """What a party will do after the meeting of a day; `days_left` until it is due, below zero
    when that day has passed, None when it is done or no day was agreed."""

    id: int
    version: int
    meeting_id: int
    agreed_on: date
    text: str
    party_id: int
    party: str
    agreement_id: int | None
    agreement: str
    due_on: date | None
    done_on: date | None
    days_left: int | None

    @property
    def is_late(self) -> bool:
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class MeetingView:
    """One meeting with all that belongs to it."""

    line: MeetingLine
    topics: tuple[TopicLine, ...]
    attendance: tuple[AttendanceLine, ...]
    decisions: tuple[DecisionLine, ...]
    actions: tuple[ActionLine, ...]
    minutes: str


def meetings(session: Session, cycle_id: int, today: date) -> tuple[MeetingLine, ...]:
    """The meetings of a cycle, in order of day."""
    return _meetings(session, Meeting.cycle_id == cycle_id, today)


def meetings_without_papers(session: Session, today: date) -> tuple[MeetingLine, ...]:
    """The meetings of every cycle that are to come and whose papers did not go out yet."""
    return _meetings(session, (Meeting.held_on >= today) & Meeting.papers_sent_on.is_(None), today)


def meeting_view(session: Session, meeting_id: int, today: date) -> MeetingView:
    """One meeting. Refuses one that is gone."""
    found(session, Meeting, meeting_id)
    meeting = session.scalars(
        select(Meeting)
        .where(Meeting.id == meeting_id)
        .options(
            selectinload(Meeting.agenda).joinedload(AgendaItem.proposed_by),
            selectinload(Meeting.attendance).joinedload(Attendance.party),
            selectinload(Meeting.decisions).joinedload(MeetingDecision.agreement),
        )
    ).one()
    return MeetingView(
        line=_line(meeting, today),
        topics=tuple(_topic(item) for item in meeting.agenda),
        attendance=tuple(_attendance(one) for one in meeting.attendance),
        decisions=tuple(_decision(one) for one in meeting.decisions),
        actions=_actions(session, ActionPoint.meeting_id == meeting_id, today),
        minutes=meeting.minutes,
    )


def open_actions(session: Session, cycle_id: int, today: date) -> tuple[ActionLine, ...]:
    """What parties have yet to do in a cycle, what is due first on top; without a day last."""
    lines = _actions(session, (Meeting.cycle_id == cycle_id) & ActionPoint.done_on.is_(None), today)
    return tuple(sorted(lines, key=lambda line: (line.due_on or date.max, line.id)))


def decisions(session: Session, agreement_id: int) -> tuple[tuple[date, DecisionLine], ...]:
    """What meetings decided about an agreement, with the day of the meeting."""
    rows = session.execute(
        select(Meeting.held_on, MeetingDecision)
        .join(MeetingDecision, MeetingDecision.meeting_id == Meeting.id)
        .where(MeetingDecision.agreement_id == agreement_id)
        .order_by(Meeting.held_on, MeetingDecision.id)
    )
    return tuple((held_on, _decision(decision)) for held_on, decision in rows)


def _meetings(session: Session, which: ColumnElement[bool], today: date) -> tuple[MeetingLine, ...]:
    rows = session.scalars(
        select(Meeting)
        .where(which)
        .options(selectinload(Meeting.agenda))
        .order_by(Meeting.held_on, Meeting.starts, Meeting.id)
    )
    return tuple(_line(row, today) for row in rows)


def _line(meeting: Meeting, today: date) -> MeetingLine:
    return MeetingLine(
        id=meeting.id,
        version=meeting.version,
        cycle_id=meeting.cycle_id,
        held_on=meeting.held_on,
        starts=meeting.starts,
        kind=meeting.kind,
        place=meeting.place,
        measured_on=meeting.measured_on,
        papers_due_on=papers_term(meeting.held_on).last,
        papers_sent_on=meeting.papers_sent_on,
        papers_late=papers_late(meeting.held_on, meeting.papers_sent_on, today),
        is_over=meeting.held_on < today,
        topics=sum(item.accepted is not False for item in meeting.agenda),
        waiting=sum(item.accepted is None for item in meeting.agenda),
    )


def _topic(item: AgendaItem) -> TopicLine:
    party = item.proposed_by
    return TopicLine(
        id=item.id,
        version=item.version,
        position=item.position,
        title=item.title,
        proposed_by_id=item.proposed_by_id,
        proposed_by=party.name if party is not None else "",
        of_tenants=party is not None and party.kind in OF_TENANTS,
        accepted=item.accepted,
        refusal_reason=item.refusal_reason,
    )


def _attendance(one: Attendance) -> AttendanceLine:
    return AttendanceLine(
        id=one.id,
        party_id=one.party_id,
        party=one.party.name,
        function=one.function,
        present=one.present,
        expert=one.expert,
        notified_on=one.notified_on,
    )


def _decision(one: MeetingDecision) -> DecisionLine:
    code = one.agreement.code if one.agreement is not None else ""
    return DecisionLine(one.id, one.version, one.text, one.agreement_id, code)


def _actions(session: Session, which: ColumnElement[bool], today: date) -> tuple[ActionLine, ...]:
    rows = session.execute(
        select(ActionPoint, Meeting.held_on)
        .join(Meeting, ActionPoint.meeting_id == Meeting.id)
        .where(which)
        .options(joinedload(ActionPoint.party), joinedload(ActionPoint.agreement))
        .order_by(ActionPoint.id)
    )
    return tuple(_action(action, held_on, today) for action, held_on in rows)


def _action(action: ActionPoint, held_on: date, today: date) -> ActionLine:
    due_on = action.due_on if action.done_on is None else None
    return ActionLine(
        id=action.id,
        version=action.version,
        meeting_id=action.meeting_id,
        agreed_on=held_on,
        text=action.text,
        party_id=action.party_id,
        party=action.party.name,
        agreement_id=action.agreement_id,
        agreement=action.agreement.code if action.agreement is not None else "",
        due_on=action.due_on,
        done_on=action.done_on,
        days_left=(due_on - today).days if due_on is not None else None,
    )
