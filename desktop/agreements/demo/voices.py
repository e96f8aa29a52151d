"""What tenants of the demo world asked, what they heard back, the advice of their organisation,
and what it once did not agree with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.advice.states import AdviceDecision
from desktop.agreements.actions import advices, disputes, voices
from desktop.agreements.demo.story import Story
from desktop.agreements.states import DisputeKind, InputChannel, ReplyDecision


def tell(story: Story) -> None:
    for one in story.values["input"]:
        asked: dict[str, int] = {}
        story.on(one["on"], _ask, story, one, asked)
        if "decision" in one:
            story.on(one["replied_on"], _reply, story, one, asked)
        if "told" in one:
            story.on(one["told"][0], _tell_tenants, story, one, asked)
    dispute = story.values["dispute"]
    opened: dict[str, int] = {}
    story.on(dispute["arisen_on"], _disagree, story, dispute, opened)
    story.on(dispute["ended_on"], _agree_again, story, dispute, opened)
    advice = story.values["advice"]
    made: dict[str, int] = {}
    story.on(advice["sent_on"], _ask_advice, story, advice, made)
    story.on(advice["received_on"], _advice_received, story, advice, made)
    story.on(advice["decided_on"], _decide, story, advice, made)
    story.on(advice["reasons_received_on"], _reasons, story, advice, made)


def _ask(story: Story, one: Mapping[str, Any], asked: dict[str, int]) -> None:
    talks = int(one.get("talks", 2025)) + story.shift
    agreement = one.get("agreement")
    asked["id"] = voices.add_input(
        story.store,
        story.who,
        story.cycles[talks],
        one["text"],
        InputChannel(one["channel"]),
        story.day(one["on"]),
        one.get("place", ""),
        story.themes[one["theme"]],
        may_quote=one.get("may_quote", False),
        agreement_ids=[story.agreements[talks, agreement]] if agreement else [],
        meeting_id=story.meetings.get(story.day(one["on"])),
    )


def _reply(story: Story, one: Mapping[str, Any], asked: Mapping[str, int]) -> None:
    voices.reply_to(
        story.store,
        story.who,
        asked["id"],
        ReplyDecision(one["decision"]),
        one.get("reason", ""),
        story.parties[one["by"]],
    )


def _tell_tenants(story: Story, one: Mapping[str, Any], asked: Mapping[str, int]) -> None:
    voices.told(story.store, story.who, asked["id"], None, one["told"][1])


def _disagree(story: Story, one: Mapping[str, Any], opened: dict[str, int]) -> None:
    opened["id"] = disputes.open_dispute(
        story.store,
        story.who,
        story.cycles[story.year - 1],
        DisputeKind.CONSULTATION_ACT,
        story.day(one["arisen_on"]),
        one["points"],
        one["mediation"],
    )


def _agree_again(story: Story, one: Mapping[str, Any], opened: Mapping[str, int]) -> None:
    disputes.end_dispute(story.store, story.who, opened["id"], one["outcome"])


def _ask_advice(story: Story, one: Mapping[str, Any], made: dict[str, int]) -> None:
    made["id"] = advices.ask_advice(
        story.store,
        story.who,
        story.cycles[story.year],
        story.parties["H"],
        one["subject"],
        one["reasons"],
        one["consequences"],
        topic=one["topic"],
        sent_on=story.day(one["sent_on"]),
    )


def _advice_received(story: Story, one: Mapping[str, Any], made: Mapping[str, int]) -> None:
    on = story.day(one["received_on"])
    advices.advice_received(story.store, story.who, made["id"], on, one["advice"])


def _decide(story: Story, one: Mapping[str, Any], made: Mapping[str, int]) -> None:
    advices.decide_advice(
        story.store,
        story.who,
        made["id"],
        AdviceDecision(one["decision"]),
        one["decision_reasons"],
        on=story.day(one["decided_on"]),
    )


def _reasons(story: Story, one: Mapping[str, Any], made: Mapping[str, int]) -> None:
    on = story.day(one["reasons_received_on"])
    advices.reasons_received(story.store, story.who, made["id"], on)
