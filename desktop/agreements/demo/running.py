"""The year that runs in the demo world: how its agreements came about and were signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.agreements.actions import commitments
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.demo.bidding import tell_bid
from desktop.agreements.demo.story import Story
from desktop.agreements.demo.talking import agree_all, write
from desktop.agreements.demo.year import add, begin, deliver, move, sign_all
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import CycleState, Direction, Frequency, PathShape


def tell(story: Story) -> None:
    """Days are as written in the file."""
    talks, listed = story.year - 1, story.values["agreement"]
    story.on(date(2025, 3, 10), begin, story, talks)
    for one in listed:
        story.on(date(2025, 4, 14), _add_measured, story, talks, one)
    tell_bid(story, talks, date(2025, 6, 27))
    _tell_texts(story, talks, {one["code"]: one for one in listed})
    story.on(date(2025, 9, 4), move, story, talks, CycleState.TALKS)
    story.on(date(2025, 10, 30), move, story, talks, CycleState.DRAFT)
    story.on(date(2025, 11, 6), agree_all, story, talks)
    story.on(date(2025, 11, 20), move, story, talks, CycleState.DECIDING)
    story.on(date(2025, 12, 4), sign_all, story, talks)
    story.on(date(2025, 12, 10), deliver, story, talks)
    story.on(date(2026, 1, 2), move, story, talks, CycleState.RUNNING)
    for one in listed:
        for letter, done_on in one.get("done", {}).items():
            story.on(done_on, _done, story, talks, one["code"], letter, story.day(done_on))


def _tell_texts(story: Story, talks: int, listed: Mapping[str, Mapping[str, Any]]) -> None:
    drafted = {draft["code"] for draft in story.values["draft"]}
    for code, one in listed.items():
        if code not in drafted:
            story.on(date(2025, 8, 20), write, story, talks, one)
    for draft in story.values["draft"]:
        # The last version has the text of the agreement itself.
        story.on(draft["on"], write, story, talks, {**listed[draft["code"]], **draft})


def _add_measured(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    add(story, talks, one)
    agreement = story.agreements[talks, one["code"]]
    story.indicators[talks, one["code"]] = add_indicator(
        story.store, story.who, agreement, wish(story, one)
    )


def wish(story: Story, one: Mapping[str, Any]) -> IndicatorWish:
    """How an agreement of the file is measured."""
    values = one["indicator"]
    steps = tuple(
        (story.day(step["due_on"]), Decimal(step["value"])) for step in values.get("steps", ())
    )
    frequency = Frequency(values.get("frequency", "half-year"))
    numbers = ("baseline", "goal", "low", "high", "margin_absolute")
    bare = IndicatorWish(
        name=values["name"],
        direction=Direction(values["direction"]),
        goal_on=story.day(values.get("goal_on", date(2026, 12, 31))),
        source=values["source"],
        unit=values["unit"],
        code=one["code"],
        decimals=values.get("decimals", 0),
        cumulative=values.get("cumulative", False),
        baseline_on=story.day(date(2025, 12, 31)) if "baseline" in values else None,
        path=PathShape.SCHEDULE if steps else PathShape.LINEAR,
        steps=steps,
        frequency=frequency,
        max_age_days=values.get("max_age_days"),
        norm=values.get("norm", ""),
        owner_id=story.parties[values["owner"]],
    )
    given: dict[str, Any] = {key: Decimal(values[key]) for key in numbers if key in values}
    return replace(bare, **given)


def _done(story: Story, talks: int, code: str, letter: str, on: date) -> None:
    commitment = story.commitments[talks, code, letter]
    commitments.commitment_done(story.store, story.who, commitment, on)
