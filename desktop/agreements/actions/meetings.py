"""Meetings of the parties: when and where, their papers and what was said."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.agreements.model import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Cycle,
    Measurement,
    Meeting,
    MeetingDecision,
    Override,
    TenantInput,
)
from desktop.agreements.states import MeetingKind
from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.store import stale

STARTS = re.compile(r"([01][0-9]|2[0-3]):[0-5][0-9]")
BELONGS_TO_IT = (
    AgendaItem, Attendance, MeetingDecision, ActionPoint, TenantInput, Measurement, Override,
)  # fmt: skip
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


def call_off(store: Store, who: Actor, meeting_id: int) -> None:
    """A meeting that was planned does not come. Refuses one whose papers went out, and one to which
    something belongs already: topics, who was there, decisions, measurements, a report."""
    with store.act(who, "agreements.meeting.call_off", undo=_("Call off a meeting")) as act:
        session = act.session
        meeting = found(session, Meeting, meeting_id)
        belongs = (
            session.scalar(select(kind.id).where(kind.meeting_id == meeting_id).limit(1))
            for kind in BELONGS_TO_IT
        )
        if meeting.papers_sent_on or meeting.minutes or meeting.snapshot_id or any(belongs):
            raise Refused(
                _(
                    "This meeting has papers, topics, decisions or measurements. Take the topics "
                    "away first, or move the meeting to another day."
                )
            )
        session.delete(meeting)


def papers_sent(store: Store, who: Actor, meeting_id: int, on: date | None = None) -> None:
    """The papers of a meeting went out, on a day or today (None). Refuses a day to come and one
    after the meeting."""
    sent_on = day_of(store, on)
    with store.act(who, "agreements.meeting.papers", undo=_("Send papers")) as act:
        meeting = found(act.session, Meeting, meeting_id)
        _check_order(sent_on, meeting.held_on, "on")
        meeting.papers_sent_on = sent_on


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
