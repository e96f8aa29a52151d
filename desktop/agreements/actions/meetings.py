"""Meetings of the parties: papers, agenda, who was there, what was decided and who does what."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sqlalchemy import func, select

from desktop.agreements.actions.texts import day_of, written
from desktop.agreements.model import (
    ActionPoint,
    AgendaItem,
    Agreement,
    Attendance,
    Cycle,
    Meeting,
    MeetingDecision,
    Party,
)
from desktop.agreements.states import MeetingKind, PartyKind
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

STARTS = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
EDITABLE = frozenset({"held_on", "starts", "kind", "place", "measured_on"})


def plan_meeting(
    store: Store,
    who: Actor,
    cycle_id: int,
    held_on: date,
    kind: MeetingKind,
    place: str = "",
    starts: str = "",
    measured_on: date | None = None,
) -> int:
    """Plan a meeting, or write down one that was held. `starts` is as 19:30; `measured_on` the day
    for which measurements are entered there, if any."""
    place, starts = written(Meeting, "place", place), _time(starts)
    with store.act(who, "agreements.meeting.plan", undo=_("Plan a meeting")) as act:
        found(act.session, Cycle, cycle_id)
        meeting = Meeting(
            cycle_id=cycle_id,
            held_on=held_on,
            kind=kind,
            place=place,
            starts=starts,
            measured_on=measured_on,
        )
        act.session.add(meeting)
        act.session.flush()
        return meeting.id


def change_meeting(
    store: Store, who: Actor, meeting_id: int, version: int | None = None, **facts: Any
) -> None:
    """Change when, where or what a meeting is: `facts` by column, of `EDITABLE`. `version` is the
    one that was shown. Refuses a day before the papers went out."""
    if unknown := set(facts) - EDITABLE:
        raise ValueError(f"not for editing: {sorted(unknown)}")
    if "place" in facts:
        facts["place"] = written(Meeting, "place", facts["place"])
    if "starts" in facts:
        facts["starts"] = _time(facts["starts"])
    with store.act(who, "agreements.meeting.change", undo=_("Change a meeting")) as act:
        meeting = found(act.session, Meeting, meeting_id)
        stale(meeting, version, facts)
        _check_order(meeting.papers_sent_on, facts.get("held_on", meeting.held_on), "held_on")
        for name, value in facts.items():
            setattr(meeting, name, value)


def papers_sent(store: Store, who: Actor, meeting_id: int, on: date | None = None) -> None:
    """The papers of a meeting went out, on a day or today (None). Refuses a day to come and one
    after the meeting."""
    sent_on = day_of(store, on)
    with store.act(who, "agreements.meeting.papers", undo=_("Send papers")) as act:
        meeting = found(act.session, Meeting, meeting_id)
        _check_order(sent_on, meeting.held_on, "on")
        meeting.papers_sent_on = sent_on


def add_item(
    store: Store, who: Actor, meeting_id: int, title: str, proposed_by_id: int | None = None
) -> int:
    """Put a topic on the agenda. One that a party puts up waits until it is accepted or refused;
    one without a party is the organiser's own and stands."""
    title = written(AgendaItem, "title", title, needed=True)
    with store.act(who, "agreements.agenda.add", undo=_("Add a topic")) as act:
        session = act.session
        found(session, Meeting, meeting_id)
        if proposed_by_id is not None:
            found(session, Party, proposed_by_id)
        last = session.scalar(
            select(func.max(AgendaItem.position)).where(AgendaItem.meeting_id == meeting_id)
        )
        item = AgendaItem(
            meeting_id=meeting_id,
            position=(last or 0) + 1,
            title=title,
            proposed_by_id=proposed_by_id,
            accepted=True if proposed_by_id is None else None,
        )
        session.add(item)
        session.flush()
        return item.id


def accept_item(store: Store, who: Actor, item_id: int) -> None:
    """A topic comes on the agenda."""
    with store.act(who, "agreements.agenda.accept", undo=_("Accept a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        item.accepted, item.refusal_reason = True, ""


def refuse_item(store: Store, who: Actor, item_id: int, reason: str) -> None:
    """A topic does not come on the agenda. Refuses to do so without a reason when the tenants'
    organisation or a residents' committee put it up (Overlegwet, art. 5b(4); E9)."""
    reason = written(AgendaItem, "refusal_reason", reason)
    with store.act(who, "agreements.agenda.refuse", undo=_("Refuse a topic")) as act:
        item = found(act.session, AgendaItem, item_id)
        party = item.proposed_by
        of_tenants = party is not None and party.kind in (PartyKind.TENANTS, PartyKind.RESIDENTS)
        if of_tenants and not reason:
            sentence = _(
                "You can refuse this topic only with a reason (Overlegwet, art. 5b(4)). "
                "Fill in the reason."
            )
            raise Refused(sentence, "reason")
        item.accepted, item.refusal_reason = False, reason


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


def add_decision(
    store: Store, who: Actor, meeting_id: int, text: str, agreement_id: int | None = None
) -> int:
    """The meeting decided something, about an agreement or in general."""
    text = written(MeetingDecision, "text", text, needed=True)
    with store.act(who, "agreements.meeting.decision", undo=_("Write down a decision")) as act:
        found(act.session, Meeting, meeting_id)
        if agreement_id is not None:
            found(act.session, Agreement, agreement_id)
        decision = MeetingDecision(meeting_id=meeting_id, agreement_id=agreement_id, text=text)
        act.session.add(decision)
        act.session.flush()
        return decision.id


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
        if agreement_id is not None:
            found(session, Agreement, agreement_id)
        if due_on is not None and due_on < meeting.held_on:
            sentence = _("The meeting is on {day}. Choose that day or a later one.")
            raise Refused(sentence.format(day=day_plain(meeting.held_on)), "due_on")
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


def action_done(store: Store, who: Actor, action_id: int, on: date | None = None) -> None:
    """What a party would do is done, on a day or today (None). Refuses a day to come."""
    done_on = day_of(store, on)
    with store.act(who, "agreements.meeting.action.done", undo=_("Finish an action")) as act:
        found(act.session, ActionPoint, action_id).done_on = done_on


def write_minutes(
    store: Store, who: Actor, meeting_id: int, text: str, version: int | None = None
) -> None:
    """Write what was said. `version` is the one that was shown: who wrote meanwhile is not lost."""
    text = written(Meeting, "minutes", text)
    with store.act(who, "agreements.meeting.minutes", undo=_("Write minutes")) as act:
        meeting = found(act.session, Meeting, meeting_id)
        stale(meeting, version, {"minutes": text})
        meeting.minutes = text


def _time(starts: str) -> str:
    starts = starts.strip()
    if starts and not STARTS.fullmatch(starts):
        raise Refused(_("This is no time. It looks like 19:30."), "starts")
    return starts


def _check_order(papers_sent_on: date | None, held_on: date, field: str) -> None:
    if papers_sent_on is not None and papers_sent_on > held_on:
        sentence = _("Papers go out before the meeting, which is on {day}. Choose another day.")
        raise Refused(sentence.format(day=day_plain(held_on)), field)
