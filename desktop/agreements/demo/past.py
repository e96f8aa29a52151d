"""The year that is over in the demo world: what was agreed, how it ended, and what was learnt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.cycles import look_back
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.measuring.values import measure
from desktop.agreements.demo.bidding import tell_bid
from desktop.agreements.demo.running import wish
from desktop.agreements.demo.story import Story
from desktop.agreements.demo.talking import agree_all, write
from desktop.agreements.demo.year import add, begin, deliver, move, sign_all
from desktop.agreements.queries.lights import light_of
from desktop.agreements.states import AgreementState, CycleState, Light, PathShape


def tell(story: Story) -> None:
    """Days are as written in the file."""
    talks = story.year - 2
    listed = [one for one in story.values["agreement"] if "before" in one]
    story.on(date(2024, 3, 11), begin, story, talks)
    for one in listed:
        story.on(date(2024, 4, 15), _add_measured, story, talks, one)
        story.on(date(2024, 9, 12), write, story, talks, one)
        story.on(date(2026, 1, 20), _measure, story, talks, one)
        story.on(date(2026, 3, 9), _look_back, story, talks, one)
    tell_bid(story, talks, date(2024, 6, 28))
    story.on(date(2024, 9, 5), move, story, talks, CycleState.TALKS)
    story.on(date(2024, 10, 31), move, story, talks, CycleState.DRAFT)
    story.on(date(2024, 11, 7), agree_all, story, talks)
    story.on(date(2024, 11, 21), move, story, talks, CycleState.DECIDING)
    story.on(date(2024, 12, 5), sign_all, story, talks)
    story.on(date(2024, 12, 11), deliver, story, talks)
    story.on(date(2025, 1, 2), move, story, talks, CycleState.RUNNING)
    story.on(date(2026, 3, 9), move, story, talks, CycleState.EVALUATED)
    story.on(date(2026, 3, 9), _close, story, talks)


def _add_measured(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    """Measured as in the year that runs, but with the goal of that year and without a baseline:
    only the outcome at the end is known."""
    add(story, talks, one)
    now = wish(story, one)
    goal, _outcome = one["before"]
    then = replace(
        now,
        goal=Decimal(goal) if goal else None,
        goal_on=date(talks + 1, 12, 31),
        baseline=None,
        baseline_on=None,
        path=PathShape.LINEAR,
        steps=(),
    )
    agreement = story.agreements[talks, one["code"]]
    story.indicators[talks, one["code"]] = add_indicator(story.store, story.who, agreement, then)


def _measure(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    _goal, outcome = one["before"]
    indicator = story.indicators[talks, one["code"]]
    measure(story.store, story.who, indicator, date(talks + 1, 12, 31), Decimal(outcome), "")


def _look_back(story: Story, talks: int, one: Mapping[str, Any]) -> None:
    agreement = story.agreements[talks, one["code"]]
    with story.store.reading() as session:
        reached = light_of(session, agreement, date(talks + 2, 1, 20)).light is Light.DONE
    told = story.values["past"]
    result = told["reached"] if reached else told["missed"]
    cause, lesson = ("", "") if reached else (told["cause"], told["lesson"])
    look_back(story.store, story.who, agreement, result, cause, lesson, goes_on=True)
    state = AgreementState.ACHIEVED if reached else AgreementState.MISSED
    move_agreement(story.store, story.who, agreement, state)


def _close(story: Story, talks: int) -> None:
    move(story, talks, CycleState.CLOSED)
