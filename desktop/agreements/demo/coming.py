"""The talks about the next year in the demo world: what goes on, what changes, who agrees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from desktop.agreements.actions.cycles import policy_received, start_cycle
from desktop.agreements.actions.indicators import change_indicator
from desktop.agreements.demo.bidding import tell_bid
from desktop.agreements.demo.running import wish
from desktop.agreements.demo.story import Story
from desktop.agreements.demo.talking import agree_all, share_newest, write
from desktop.agreements.demo.year import move
from desktop.agreements.model import Agreement, Indicator
from desktop.agreements.states import CycleState, PathShape

AUTHOR = "C"  # of what changes only because another year begins


def tell(story: Story) -> None:
    """Days are as written in the file."""
    talks = story.year
    changed = {one["code"]: one for one in story.values["next"]}
    story.on(date(2026, 3, 16), _begin, story, talks)
    tell_bid(story, talks, date(2026, 6, 29))
    story.on(date(2026, 8, 27), move, story, talks, CycleState.TALKS)
    for one in story.values["agreement"]:
        if one["code"] in changed:
            story.on(date(2026, 9, 17), _propose, story, talks, one, changed[one["code"]])
        elif "{year}" in one["text"] + one["plain"]:
            story.on(date(2026, 9, 3), write, story, talks, {**one, "author": AUTHOR})
        else:
            story.on(date(2026, 9, 3), share_newest, story, talks, one["code"])
    story.on(date(2026, 11, 2), move, story, talks, CycleState.DRAFT)
    story.on(date(2026, 11, 5), agree_all, story, talks, changed)


def _begin(story: Story, talks: int) -> None:
    """All agreements of the year that runs go on, until the parties decide otherwise."""
    running = story.cycles[talks - 1]
    going = [id for (year, _code), id in story.agreements.items() if year == talks - 1]
    story.cycles[talks] = start_cycle(
        story.store,
        story.who,
        talks,
        story.parties["G"],
        story.parties.values(),
        copy_from=running,
        copy=going,
    )
    received_on = story.day(story.values["policy"]["received_on"])
    policy_received(story.store, story.who, story.cycles[talks], received_on, story.policy)
    with story.store.reading() as session:
        agreements = select(Agreement).where(Agreement.cycle_id == story.cycles[talks])
        for agreement in session.scalars(agreements):
            story.agreements[talks, agreement.code] = agreement.id
        indicators = (
            select(Indicator).join(Agreement).where(Agreement.cycle_id == story.cycles[talks])
        )
        for indicator in session.scalars(indicators):
            story.indicators[talks, indicator.code] = indicator.id


def _propose(
    story: Story, talks: int, running: Mapping[str, Any], change: Mapping[str, Any]
) -> None:
    """Another text and another goal, of which not every party says yes yet."""
    # The file writes {next} for the year that these talks are about.
    proposed = {
        key: value.replace("{year}", "{past}").replace("{next}", "{year}")
        if isinstance(value, str)
        else value
        for key, value in change.items()
    }
    write(story, talks, proposed)
    now = wish(story, running)
    ends = date(talks + 1, 12, 31)
    wanted = replace(
        now,
        goal=Decimal(change["goal"]),
        goal_on=ends,
        baseline=Decimal(change.get("baseline", "0")),
        baseline_on=date(talks, 12, 31),
        path=PathShape.LINEAR,
        steps=(),
    )
    change_indicator(story.store, story.who, story.indicators[talks, running["code"]], wanted)
