"""What tenants of the demo world were told, said and were promised."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from desktop.estate.model import Dwelling
from desktop.projects.actions.promises import keep_promise, make_promise
from desktop.projects.actions.proposals import answer_proposals, raise_proposal, tell_answers
from desktop.projects.actions.sessions import (
    change_session,
    invitations_sent,
    minutes_sent,
    note_message,
    plan_session,
)
from desktop.projects.demo.story import Story
from desktop.projects.model import Phase
from desktop.projects.states import MessageChannel, ProposalAnswer, SessionKind

PLANNED_DAYS = 20  # before the gathering
INVITED_DAYS = 15


def tell(story: Story) -> None:
    for one in story.values["message"]:
        story.on(one["on"], _message, story, one)
    for one in story.values["session"]:
        story.on(one["on"] - PLANNED_DAYS, _plan, story, one)
        story.on(one["on"] - INVITED_DAYS, _invite, story, one)
        story.on(one["on"], _hold, story, one)
        if "report" in one:
            story.on(one["report"], _report, story, one)
    for one in story.values["answer"]:
        story.on(one["on"], _answer, story, one)
        if "told" in one:
            story.on(one["told"], _tell, story, one)
    for one in story.values["promise"]:
        made: list[int] = []
        story.on(one["on"], _promise, story, one, made)
        if "kept" in one:
            story.on(one["kept"], _keep, story, one, made)


def _message(story: Story, one: Mapping[str, Any]) -> None:
    project = story.projects[one["project"]]
    with story.store.reading() as session:
        phase = session.scalar(
            select(Phase.id).where(Phase.project_id == project, Phase.name == one["phase"])
        )
    note_message(
        story.store,
        story.who,
        project,
        one["subject"],
        MessageChannel(one["channel"]),
        phase_id=phase,
    )


def _plan(story: Story, one: Mapping[str, Any]) -> None:
    story.sessions[one["project"], one["key"]] = plan_session(
        story.store,
        story.who,
        story.projects[one["project"]],
        kind=SessionKind(one["kind"]),
        title=one["title"],
        held_on=story.day(one["on"]),
        starts=one["starts"],
        ends=one["ends"],
        place=one["place"],
        question=one["question"],
    )


def _invite(story: Story, one: Mapping[str, Any]) -> None:
    invitations_sent(
        story.store,
        story.who,
        story.sessions[one["project"], one["key"]],
        invited=one["invited"],
    )


def _hold(story: Story, one: Mapping[str, Any]) -> None:
    session_id = story.sessions[one["project"], one["key"]]
    change_session(
        story.store, story.who, session_id, present=one["present"], notes=one.get("notes", "")
    )
    for number, theme, support, text in one.get("said", ()):
        story.proposals[one["project"], number] = raise_proposal(
            story.store,
            story.who,
            story.projects[one["project"]],
            text,
            session_id,
            theme,
            support,
        )


def _report(story: Story, one: Mapping[str, Any]) -> None:
    minutes_sent(story.store, story.who, story.sessions[one["project"], one["key"]])


def _answer(story: Story, one: Mapping[str, Any]) -> None:
    answer_proposals(
        story.store,
        story.who,
        [story.proposals[one["project"], one["number"]]],
        ProposalAnswer(one["answer"]),
        one["reason"],
        one["by"],
        task_id=story.tasks.get((one["project"], one.get("task", ""))),
    )


def _tell(story: Story, one: Mapping[str, Any]) -> None:
    told = story.proposals[one["project"], one["number"]]
    tell_answers(story.store, story.who, [told], one["via"])


def _promise(story: Story, one: Mapping[str, Any], made: list[int]) -> None:
    dwelling = None
    if "address" in one:
        street, number = one["address"]
        with story.store.reading() as session:
            dwelling = session.scalar(
                select(Dwelling.id).where(
                    Dwelling.street == street, Dwelling.house_number == number
                )
            )
    made.append(
        make_promise(
            story.store,
            story.who,
            story.projects[one["project"]],
            one["what"],
            one["owner"],
            story.day(one["due"]),
            one.get("to_whom", ""),
            dwelling,
            story.sessions.get((one["project"], one.get("session", ""))),
        )
    )


def _keep(story: Story, one: Mapping[str, Any], made: list[int]) -> None:
    keep_promise(story.store, story.who, made[0], one["evidence"])
