"""What came of a meeting: who was there, what was decided, and who does what."""

from __future__ import annotations

from datetime import date
from typing import TypedDict, Unpack

from sqlalchemy.orm import Session

from desktop.agreements.model import (
    ActionPoint,
    Agreement,
    Attendance,
    Meeting,
    MeetingDecision,
    Party,
)
from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale


class AttendanceChange(TypedDict, total=False):
    """What can change of somebody who was there. `function` is never a name."""

    party_id: int
    function: str
    present: bool
    expert: bool
    notified_on: date | None


class DecisionChange(TypedDict, total=False):
    """What can change of a decision."""

    text: str
    agreement_id: int | None


class ActionChange(TypedDict, total=False):
    """What can change of what a party will do."""

    text: str
    party_id: int
    due_on: date | None
    agreement_id: int | None


def note_attendance(
    store: Store,
    who: Actor,
    meeting_id: int,
    party_id: int,
    function: str,
    present: bool = True,
    expert: bool = False,
    notified_on: date | None = None,
) -> int:
    """Somebody of a party was there, or was not, by function and without a name. An expert is
    announced beforehand, on `notified_on` (Overlegwet, art. 5b(5))."""
    function = written(Attendance, "function", function, needed=True)
    with store.act(who, "agreements.meeting.attendance", undo=_("Note who was there")) as act:
        found(act.session, Meeting, meeting_id)
        found(act.session, Party, party_id)
        attendance = Attendance(
            meeting_id=meeting_id,
            party_id=party_id,
            function=function,
            present=present,
            expert=expert,
            notified_on=notified_on,
        )
        act.session.add(attendance)
        act.session.flush()
        return attendance.id


def change_attendance(
    store: Store,
    who: Actor,
    attendance_id: int,
    shown: AttendanceChange | None = None,
    **facts: Unpack[AttendanceChange],
) -> None:
    """Write somebody who was there down otherwise. `shown` is the row as it was on the screen: so
    small a row has no version. Refuses (Conflict) what somebody else changed since."""
    with store.act(
        who, "agreements.meeting.attendance.change", undo=_("Change who was there")
    ) as act:
        row = found(act.session, Attendance, attendance_id)
        _check_as_shown(row, shown or {}, facts)
        if "function" in facts:
            written(Attendance, "function", facts["function"], needed=True)
        if "party_id" in facts:
            found(act.session, Party, facts["party_id"])
        fill(row, facts, AttendanceChange.__annotations__)


def remove_attendance(store: Store, who: Actor, attendance_id: int) -> None:
    """This person was not meant: the row goes. Who was invited but absent stays, as absent."""
    with store.act(
        who, "agreements.meeting.attendance.remove", undo=_("Take away who was there")
    ) as act:
        act.session.delete(found(act.session, Attendance, attendance_id))


def add_decision(
    store: Store, who: Actor, meeting_id: int, text: str, agreement_id: int | None = None
) -> int:
    """The meeting decided something, about an agreement or in general."""
    text = written(MeetingDecision, "text", text, needed=True)
    with store.act(who, "agreements.meeting.decision", undo=_("Write down a decision")) as act:
        found(act.session, Meeting, meeting_id)
        _check_agreement(act.session, agreement_id)
        decision = MeetingDecision(meeting_id=meeting_id, agreement_id=agreement_id, text=text)
        act.session.add(decision)
        act.session.flush()
        return decision.id


def change_decision(
    store: Store,
    who: Actor,
    decision_id: int,
    version: int | None = None,
    **facts: Unpack[DecisionChange],
) -> None:
    """Write a decision in other words, or about another agreement; `version` is the one that was
    shown."""
    with store.act(who, "agreements.meeting.decision.change", undo=_("Change a decision")) as act:
        decision = found(act.session, MeetingDecision, decision_id)
        stale(decision, version, dict(facts))
        if "text" in facts:
            written(MeetingDecision, "text", facts["text"], needed=True)
        _check_agreement(act.session, facts.get("agreement_id"))
        fill(decision, facts, DecisionChange.__annotations__)


def remove_decision(store: Store, who: Actor, decision_id: int) -> None:
    """The meeting did not decide this: the row goes."""
    with store.act(
        who, "agreements.meeting.decision.remove", undo=_("Take away a decision")
    ) as act:
        act.session.delete(found(act.session, MeetingDecision, decision_id))


def add_action(
    store: Store,
    who: Actor,
    meeting_id: int,
    text: str,
    party_id: int,
    due_on: date | None = None,
    agreement_id: int | None = None,
) -> int:
    """A party will do something, by a day when one was agreed. Refuses a day before the meeting."""
    text = written(ActionPoint, "text", text, needed=True)
    with store.act(who, "agreements.meeting.action", undo=_("Write down an action")) as act:
        session = act.session
        meeting = found(session, Meeting, meeting_id)
        found(session, Party, party_id)
        _check_agreement(session, agreement_id)
        _check_due(meeting, due_on)
        action = ActionPoint(
            meeting_id=meeting_id,
            agreement_id=agreement_id,
            party_id=party_id,
            text=text,
            due_on=due_on,
        )
        session.add(action)
        session.flush()
        return action.id


def change_action(
    store: Store,
    who: Actor,
    action_id: int,
    version: int | None = None,
    **facts: Unpack[ActionChange],
) -> None:
    """Change what a party will do, which party, or by when; `version` is the one that was shown.
    Refused as `add_action`."""
    with store.act(who, "agreements.meeting.action.change", undo=_("Change an action")) as act:
        session = act.session
        action = found(session, ActionPoint, action_id)
        stale(action, version, dict(facts))
        if "text" in facts:
            written(ActionPoint, "text", facts["text"], needed=True)
        if "party_id" in facts:
            found(session, Party, facts["party_id"])
        _check_agreement(session, facts.get("agreement_id"))
        _check_due(found(session, Meeting, action.meeting_id), facts.get("due_on"))
        fill(action, facts, ActionChange.__annotations__)


def remove_action(store: Store, who: Actor, action_id: int) -> None:
    """No party will do this: the row goes."""
    with store.act(who, "agreements.meeting.action.remove", undo=_("Take away an action")) as act:
        act.session.delete(found(act.session, ActionPoint, action_id))


def action_done(store: Store, who: Actor, action_id: int, on: date | None) -> None:
    """What a party would do is done on a day; None takes that back. Refuses a day to come."""
    with store.act(who, "agreements.meeting.action.done", undo=_("Finish an action")) as act:
        action = found(act.session, ActionPoint, action_id)
        action.done_on = None if on is None else day_of(store, on)


def _check_agreement(session: Session, agreement_id: int | None) -> None:
    if agreement_id is not None:
        found(session, Agreement, agreement_id)


def _check_due(meeting: Meeting, due_on: date | None) -> None:
    if due_on is not None and due_on < meeting.held_on:
        sentence = _("The meeting is on {day}. Choose that day or a later one.")
        raise Refused(sentence.format(day=day_plain(meeting.held_on)), "due_on")


def _check_as_shown(row: Attendance, shown: AttendanceChange, mine: AttendanceChange) -> None:
    theirs = {
        name: getattr(row, name)
        for name, was in shown.items()
        if getattr(row, name) not in (was, mine.get(name, was))
    }
    if theirs:
        raise Conflict(
            _("Somebody else changed this while you were typing. Choose which value stays."),
            Attendance.__tablename__,
            theirs,
            {name: mine.get(name) for name in theirs},
        )
