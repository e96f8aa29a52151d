"""The advice of the demo world, and the consent of its tenants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from desktop.advice.states import AdviceDecision
from desktop.estate.model import Complex, Dwelling
from desktop.projects.actions.advice import (
    advice_received,
    decide_advice,
    draft_advice,
    send_advice,
)
from desktop.projects.actions.answers import note_answer, note_visit
from desktop.projects.actions.consent import send_proposal, send_result, start_round
from desktop.projects.demo.story import Story
from desktop.projects.model import ConsentTenancy
from desktop.projects.rules.advice_points import Point
from desktop.projects.states import AnswerMeans, ConsentAnswer

GIVEN = {"yes": ConsentAnswer.YES, "no": ConsentAnswer.NO, "thinks": ConsentAnswer.THINKING}


def tell(story: Story) -> None:
    for one in story.values["advice"]:
        made: list[int] = []
        story.on(one["sent"], _ask, story, one, made)
        if "received" in one:
            story.on(one["received"], _receive, story, one, made)
            story.on(one["decided"], _decide, story, one, made)
    for one in story.values["consent"]:
        asked: dict[str, int] = {}
        story.on(one["sent"], _propose, story, one, asked)
        for days, means, given in one["answers"]:
            for word, numbers in given.items():
                answer = GIVEN[word]
                story.on(days, _answer, story, asked, numbers, answer, AnswerMeans(means))
        for days, numbers in one["visits"]:
            story.on(days, _visit, story, asked, numbers)
        if "result" in one:
            story.on(one["result"], _finish, story, asked)


def _ask(story: Story, one: Mapping[str, Any], made: list[int]) -> None:
    made.append(
        draft_advice(
            story.store,
            story.who,
            story.projects[one["project"]],
            asked_of=one["asked_of"],
            subject=one["subject"],
            topic=one["topic"],
            reasons=one["reasons"],
            consequences=one["consequences"],
        )
    )
    send_advice(story.store, story.who, made[0])


def _receive(story: Story, one: Mapping[str, Any], made: list[int]) -> None:
    advice_received(story.store, story.who, made[0], text=one["advice"])


def _decide(story: Story, one: Mapping[str, Any], made: list[int]) -> None:
    points = [
        Point(text, AdviceDecision(decision), reason) for text, decision, reason in one["points"]
    ]
    decide_advice(story.store, story.who, made[0], points=points)


def _propose(story: Story, one: Mapping[str, Any], asked: dict[str, int]) -> None:
    with story.store.reading() as session:
        homes = session.scalars(
            select(Dwelling.id)
            .join(Complex, Complex.id == Dwelling.complex_id)
            .where(Complex.code == one["complex"])
            .order_by(Dwelling.id)
            .limit(one["dwellings"])
        ).all()
    proposal = "\n".join(one["proposal"])
    project = story.projects[one["project"]]
    round_id = start_round(story.store, story.who, project, homes, proposal, one["unit"])
    send_proposal(story.store, story.who, round_id, answer_by=story.day(one["until"]))
    with story.store.reading() as session:
        rows = session.scalars(
            select(ConsentTenancy).where(ConsentTenancy.round_id == round_id)
        ).all()
        asked.update({row.dwelling.house_number: row.id for row in rows})
    asked["round"] = round_id


def _answer(
    story: Story,
    asked: Mapping[str, int],
    numbers: Iterable[int],
    answer: ConsentAnswer,
    means: AnswerMeans,
) -> None:
    for number in numbers:
        note_answer(story.store, story.who, asked[str(number)], answer, means)


def _visit(story: Story, asked: Mapping[str, int], numbers: Iterable[int]) -> None:
    for number in numbers:
        note_visit(story.store, story.who, asked[str(number)], at_home=False)


def _finish(story: Story, asked: Mapping[str, int]) -> None:
    send_result(story.store, story.who, asked["round"])
