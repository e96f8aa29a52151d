"""The residents' budget of the demo world: ideas, ballots, and the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.projects.actions.ballots import cast_ballot, fix_result
from desktop.projects.actions.budgets import (
    add_idea,
    carry_out_idea,
    judge_idea,
    open_voting,
    start_budget,
)
from desktop.projects.demo.story import Story

CENTS = 100


def tell(story: Story) -> None:
    one = story.values["residents_budget"]
    made: dict[str, int] = {}
    story.on(one["begun"], _begin, story, one, made)
    story.on(one["tested"], _test, story, one, made)
    for days, ballots in one["ballots"].items():
        story.on(int(days), _vote, story, ballots, made)
    story.on(one["result"], fix_result_of, story, made)
    story.on(one["result"] + 1, _carry_out, story, one, made)


def fix_result_of(story: Story, made: Mapping[str, int]) -> None:
    """The result stands."""
    fix_result(story.store, story.who, made["round"])


def _begin(story: Story, one: Mapping[str, Any], made: dict[str, int]) -> None:
    made["round"] = start_budget(
        story.store,
        story.who,
        story.projects[one["project"]],
        one["name"],
        one["amount"] * CENTS,
        one["households"],
        one["rules"],
        story.day(one["until"]),
    )
    for idea in one["idea"]:
        made[idea["key"]] = add_idea(
            story.store, story.who, made["round"], idea["name"], idea["what"]
        )


def _test(story: Story, one: Mapping[str, Any], made: Mapping[str, int]) -> None:
    for idea in one["idea"]:
        cost = idea.get("cost", 0) * CENTS or None
        judge_idea(
            story.store,
            story.who,
            made[idea["key"]],
            cost,
            "why_not" not in idea,
            idea.get("why_not", ""),
        )
    open_voting(story.store, story.who, made["round"])


def _vote(story: Story, ballots: list[list[Any]], made: Mapping[str, int]) -> None:
    for first, last, *keys in ballots:
        for number in range(first, last + 1):
            cast_ballot(
                story.store, story.who, made["round"], str(number), [made[key] for key in keys]
            )


def _carry_out(story: Story, one: Mapping[str, Any], made: Mapping[str, int]) -> None:
    for idea in one["idea"]:
        if "owner" in idea:
            carry_out_idea(
                story.store,
                story.who,
                made[idea["key"]],
                idea["owner"],
                story.day(idea["due"]),
                done=False,
            )
