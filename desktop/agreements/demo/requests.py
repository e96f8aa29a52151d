"""What parties of the demo world wanted to know of the corporation, and what they got."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop.agreements.actions.requests import answer_information, ask_information
from desktop.agreements.demo.story import Story


def tell(story: Story) -> None:
    """Each request on its day, and its answer on a day of its own."""
    for one in story.values["request"]:
        asked: dict[str, int] = {}
        story.on(one["asked_on"], _ask, story, one, asked)
        story.on(one["answered_on"], _answer, story, one, asked)


def _ask(story: Story, one: Mapping[str, Any], asked: dict[str, int]) -> None:
    asked["id"] = ask_information(
        story.store, story.who, story.cycles[story.year], story.parties[one["party"]], one["what"]
    )


def _answer(story: Story, one: Mapping[str, Any], asked: Mapping[str, int]) -> None:
    answer_information(story.store, story.who, asked["id"], one["given"], one["answer"])
