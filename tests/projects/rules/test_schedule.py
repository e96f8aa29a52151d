"""When tasks can be done: the example of the paper, and what holds for every plan."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.projects.rules.schedule import Link, LinkKind, Planned, Task, schedule
from desktop.refused import Refused

TASKS = [Task("A", "A", 5), Task("B", "B", 3), Task("C", "C", 10), Task("D", "D", 4),
         Task("E", "E", 2), Task("F", "F", 6)]  # fmt: skip
LINKS = [Link("A", "B"), Link("A", "C"), Link("B", "D"), Link("C", "E"), Link("D", "E"),
         Link("B", "F")]  # fmt: skip


def by_id(tasks: list[Task], links: list[Link]) -> dict[str, Planned]:
    return {one.task.id: one for one in schedule(tasks, links)}


def test_the_example_has_the_days_of_the_paper():
    plan = by_id(TASKS, LINKS)
    assert {id: (p.earliest_start, p.earliest_finish) for id, p in plan.items()} == {
        "A": (0, 5), "B": (5, 8), "C": (5, 15), "D": (8, 12), "E": (15, 17), "F": (8, 14),
    }  # fmt: skip
    assert {id: p.slack for id, p in plan.items()} == {
        "A": 0, "B": 3, "C": 0, "D": 3, "E": 0, "F": 3,
    }  # fmt: skip
    assert [id for id, p in plan.items() if p.is_critical] == ["A", "C", "E"]


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (LinkKind.FINISH_START, 6),
        (LinkKind.START_START, 1),
        (LinkKind.FINISH_FINISH, 4),
        (LinkKind.START_FINISH, 0),
    ],
)
def test_each_kind_of_link_with_a_lag_of_one_day(kind: LinkKind, start: int):
    plan = by_id([Task("A", "A", 5), Task("B", "B", 2)], [Link("A", "B", kind, 1)])
    assert plan["B"].earliest_start == start


def test_tasks_that_wait_for_each_other_are_named():
    tasks = [Task("1", "Slopen", 2), Task("2", "Bouwen", 2), Task("3", "Schilderen", 2)]
    links = [Link("1", "2"), Link("2", "1"), Link("2", "3")]
    with pytest.raises(Refused, match="Slopen → Bouwen → Slopen"):
        schedule(tasks, links)


def test_a_task_of_less_than_no_days_is_refused():
    with pytest.raises(Refused, match="−3"):
        schedule([Task("1", "Slopen", -3)], [])


def test_a_link_to_a_task_that_is_not_there_is_refused():
    with pytest.raises(Refused, match="99"):
        schedule([Task("7", "Bouwen", 3)], [Link("99", "7")])


def test_no_tasks_make_an_empty_plan():
    assert schedule([], []) == ()


@st.composite
def plans(draw: st.DrawFn) -> tuple[list[Task], list[Link]]:
    days = draw(st.lists(st.integers(0, 20), min_size=1, max_size=12))
    tasks = [Task(str(n), f"T{n}", length) for n, length in enumerate(days)]
    pairs = [(a, b) for b in range(len(days)) for a in range(b)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=20)) if pairs else []
    links = [
        Link(str(a), str(b), draw(st.sampled_from(LinkKind)), draw(st.integers(-3, 5)))
        for a, b in chosen
    ]
    return tasks, links


@given(plans(), st.integers(0, 1000))
@settings(max_examples=150)
def test_any_order_of_entering_gives_the_same_days(plan: tuple[list[Task], list[Link]], seed: int):
    tasks, links = plan
    mixed_tasks, mixed_links = list(tasks), list(links)
    chance = random.Random(seed)
    chance.shuffle(mixed_tasks)
    chance.shuffle(mixed_links)
    assert by_id(tasks, links) == by_id(mixed_tasks, mixed_links)


@given(plans())
@settings(max_examples=150)
def test_nothing_has_less_than_no_room_and_the_plan_is_as_long_as_its_critical_path(
    plan: tuple[list[Task], list[Link]],
):
    tasks, links = plan
    planned = by_id(tasks, links)
    end = max(one.earliest_finish for one in planned.values())
    assert all(one.slack >= 0 for one in planned.values())
    critical = {id: one for id, one in planned.items() if one.is_critical}
    # Back from a last task, each critical one is held by a critical one, up to the first day.
    at = next(one for one in critical.values() if one.earliest_finish == end)
    while at.earliest_start > 0:
        held_by = [
            critical[link.before]
            for link in links
            if link.after == at.task.id
            and link.before in critical
            and link.first_day(critical[link.before], at.task.days) == at.earliest_start
        ]
        assert held_by, f"nothing critical holds {at}"
        at = held_by[0]


@given(plans(), st.data())
@settings(max_examples=150)
def test_a_longer_task_never_gives_an_earlier_end(
    plan: tuple[list[Task], list[Link]], data: st.DataObject
):
    tasks, links = plan
    only_finish_start = [Link(link.before, link.after) for link in links]
    number = data.draw(st.integers(0, len(tasks) - 1))
    longer = [
        Task(task.id, task.name, task.days + (3 if place == number else 0))
        for place, task in enumerate(tasks)
    ]
    ends = [
        max(one.earliest_finish for one in schedule(several, only_finish_start))
        for several in (tasks, longer)
    ]
    assert ends[1] >= ends[0]
