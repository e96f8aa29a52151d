"""What was measured in the year that runs, and what people said about its lights."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.agreements.actions.measuring.explanations import explain, explained_done
from desktop.agreements.actions.measuring.overrides import object_to, override_light
from desktop.agreements.actions.measuring.values import measure, yesno_done
from desktop.agreements.actions.snapshots import freeze
from desktop.agreements.demo.story import Story
from desktop.agreements.states import Light

# What is entered, the day for which it holds, and the day on which somebody enters it.
ROUNDS = (
    ("winter", date(2026, 1, 31), date(2026, 2, 3)),
    ("spring", date(2026, 4, 1), date(2026, 4, 8)),
    ("value", date(2026, 7, 1), date(2026, 7, 9)),
    ("autumn", date(2026, 10, 1), date(2026, 10, 14)),
)
# Reports that were frozen: of which day.
REPORTS = (date(2026, 4, 15), date(2026, 7, 9), date(2026, 10, 15))


def tell(story: Story) -> None:
    for key, held_on, entered_on in ROUNDS:
        story.on(entered_on, _measure, story, key, story.day(held_on))
    for one in story.values["agreement"]:
        if "done_on" in one:
            story.on(one["done_on"], _yesno_done, story, one)
    for one in story.values["explanation"]:
        explained: dict[str, int] = {}
        story.on(date(2026, 7, 9), _explain, story, one, explained)
        if "done_on" in one:
            story.on(one["done_on"], _explained_done, story, one, explained)
    story.on(story.values["override"]["on"], _override, story)
    for day in REPORTS:
        story.on(day, _freeze, story, story.day(day))


def _measure(story: Story, key: str, held_on: date) -> None:
    for one in story.values["agreement"]:
        if key in one:
            indicator = story.indicators[story.year - 1, one["code"]]
            measure(story.store, story.who, indicator, held_on, Decimal(one[key]), "")


def _yesno_done(story: Story, one: Mapping[str, Any]) -> None:
    indicator = story.indicators[story.year - 1, one["code"]]
    yesno_done(story.store, story.who, indicator, story.day(one["done_on"]))


def _explain(story: Story, one: Mapping[str, Any], explained: dict[str, int]) -> None:
    explained["id"] = explain(
        story.store,
        story.who,
        story.agreements[story.year - 1, one["code"]],
        story.day(date(2026, 7, 9)),
        one["cause"],
        one["measure"],
        one["who"],
        story.day(one["due_on"]),
    )


def _explained_done(story: Story, one: Mapping[str, Any], explained: Mapping[str, int]) -> None:
    explained_done(story.store, story.who, explained["id"], story.day(one["done_on"]))


def _override(story: Story) -> None:
    one = story.values["override"]
    override = override_light(
        story.store,
        story.who,
        story.agreements[story.year - 1, one["code"]],
        Light(one["light"]),
        one["reason"],
        story.parties[one["party"]],
        story.day(one["until"]),
        meeting_id=story.meetings[story.day(one["on"])],
        decided_on=story.day(one["on"]),
    )
    objection = one["objection"]
    object_to(
        story.store, story.who, override, story.parties[objection["party"]], objection["text"]
    )


def _freeze(story: Story, day: date) -> None:
    freeze(story.store, story.who, story.cycles[story.year - 1], day)
