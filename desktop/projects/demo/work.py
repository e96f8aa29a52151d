"""The projects of the demo world themselves: their homes, their plans and their money."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from desktop.estate.demo import make_complex
from desktop.estate.model import Complex
from desktop.projects.actions.baselines import keep_plan
from desktop.projects.actions.money import add_line, book_cost
from desktop.projects.actions.projects import move_project, start_project
from desktop.projects.actions.tasks import change_task
from desktop.projects.demo.story import Story
from desktop.projects.model import Project
from desktop.projects.states import CostKind, Participation, ProjectKind, ProjectState
from desktop.store.found import found

SEED = 4817
CENTS = 100


def tell(story: Story) -> None:
    first = min(one["begun"] for one in story.values["project"])
    story.on(first, _homes, story)
    for one in story.values["project"]:
        story.on(one["begun"], _start, story, one)
        for days, state in one["states"]:
            story.on(days, _move, story, one["key"], ProjectState(state))
        story.on(one["kept"], _keep, story, one["key"])
        for name, began, finished, percent in one["done"]:
            story.on(max(began, finished or began), _work, story, one["key"], name, began,
                     finished, percent)  # fmt: skip
        for line in one.get("line", ()):
            story.on(one["begun"], _line, story, one["key"], line)


def _homes(story: Story) -> None:
    """The complex that is renovated; the others are of the estate."""
    with story.store.act(story.who, "projects.demo") as act:
        chance = random.Random(SEED)
        for values in story.values["complex"]:
            make_complex(act.session, values, story.today, chance)


def _start(story: Story, one: Mapping[str, Any]) -> None:
    with story.store.reading() as session:
        codes = one["complexes"]
        complexes = session.scalars(select(Complex.id).where(Complex.code.in_(codes))).all()
    id = story.projects[one["key"]] = start_project(
        story.store,
        story.who,
        one["name"],
        ProjectKind(one["kind"]),
        Participation(one["participation"]),
        story.day(one["begins"]),
        complexes,
        leader=one["leader"],
        contact=one["contact"],
        may_decide=one["may_decide"],
        may_not_decide=one["may_not_decide"],
        homes=one.get("homes", 0),
        budget_cents=one["budget"] * CENTS,
    )
    with story.store.reading() as session:
        for task in found(session, Project, id).tasks:
            story.tasks[one["key"], task.name] = task.id


def _move(story: Story, key: str, state: ProjectState) -> None:
    move_project(story.store, story.who, story.projects[key], state)


def _keep(story: Story, key: str) -> None:
    keep_plan(story.store, story.who, story.projects[key], story.values["kept_as"])


def _work(
    story: Story, key: str, name: str, began: int, finished: int | None, percent: int
) -> None:
    """What was done of a task; 0 as the last day means that it is still under way."""
    done_on: date | None = story.day(finished) if finished else None
    change_task(
        story.store,
        story.who,
        story.tasks[key, name],
        started_on=story.day(began),
        finished_on=done_on,
        percent_done=percent,
    )


def _line(story: Story, key: str, line: Mapping[str, Any]) -> None:
    id = add_line(
        story.store, story.who, story.projects[key], line["name"], line["planned"] * CENTS, None
    )
    for kind, amount, what in line.get("cost", ()):
        book_cost(story.store, story.who, id, CostKind(kind), amount * CENTS, what)
