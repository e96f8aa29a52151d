"""The meetings of the demo world: their papers, topics, decisions and who was there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from desktop.agreements.actions import agenda, meetings, proceedings
from desktop.agreements.demo.story import Story
from desktop.agreements.states import MeetingKind

PLANNED_DAYS = 60  # before the meeting
BEGUN = date(2024, 3, 17)  # by this day the talks of a year have begun
THERE = {
    "G": ("wethouder wonen", "beleidsadviseur wonen"),
    "C": ("bestuurder", "beleidsadviseur"),
    "H": ("voorzitter", "secretaris"),
}


def tell(story: Story) -> None:
    for one in story.values["meeting"]:
        planned_on = max(one["on"] - timedelta(days=PLANNED_DAYS), BEGUN.replace(year=_talks(one)))
        story.on(planned_on, _plan, story, one)
        if "papers" in one:
            story.on(one["papers"], _papers, story, one)
        done: dict[str, int] = {}
        story.on(one["on"], _hold, story, one, done)
        if "action" in one:
            done_on = one["action"][-1]
            story.on(done_on, _action_done, story, done, done_on)


def _talks(one: Mapping[str, Any]) -> int:
    """The year of the talks that a meeting of the file belongs to."""
    return int(one.get("talks", 2025))


def _plan(story: Story, one: Mapping[str, Any]) -> None:
    store, who = story.store, story.who
    day = story.day(one["on"])
    measures = one.get("measures")
    meeting = story.meetings[day] = meetings.plan_meeting(
        store,
        who,
        story.cycles[_talks(one) + story.shift],
        day,
        MeetingKind(one["kind"]),
        one["place"],
        one["starts"],
        story.day(measures) if measures else None,
    )
    for title, letter in one.get("agenda", ()):
        item = agenda.add_item(
            store, who, meeting, story.words(title), story.parties[letter] if letter else None
        )
        agenda.accept_item(store, who, item)
    if "refused" in one:
        title, letter, reason = one["refused"]
        item = agenda.add_item(store, who, meeting, title, story.parties[letter])
        agenda.refuse_item(store, who, item, reason)


def _papers(story: Story, one: Mapping[str, Any]) -> None:
    meetings.papers_sent(story.store, story.who, story.meetings[story.day(one["on"])])


def _hold(story: Story, one: Mapping[str, Any], done: dict[str, int]) -> None:
    store, who = story.store, story.who
    meeting = story.meetings[story.day(one["on"])]
    for letter, functions in THERE.items():
        for function in functions:
            proceedings.note_attendance(store, who, meeting, story.parties[letter], function)
    for text in one.get("decision", ()):
        proceedings.add_decision(store, who, meeting, story.words(text))
    if "action" in one:
        letter, text, due_on, _done_on = one["action"]
        done["id"] = proceedings.add_action(
            store, who, meeting, story.words(text), story.parties[letter], story.day(due_on)
        )


def _action_done(story: Story, done: Mapping[str, int], on: date) -> None:
    proceedings.action_done(story.store, story.who, done["id"], story.day(on))
