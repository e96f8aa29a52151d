"""Tasks with tasks inside: their days are those of what is inside, and links to them work."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.projects.rules.schedule import Link, LinkKind, Net, Planned, Task, schedule
from desktop.refused import Refused

SS, FF, SF = LinkKind.START_START, LinkKind.FINISH_FINISH, LinkKind.START_FINISH
# Sloop holds Strippen and Afvoeren; Bouw holds Ruwbouw, and Afbouw with Keuken and Bad.
GROUPED = [
    Task("S", "Sloop", 99), Task("s1", "Strippen", 3, parent="S"),
    Task("s2", "Afvoeren", 2, parent="S"), Task("B", "Bouw", 0),
    Task("b1", "Ruwbouw", 4, parent="B"), Task("A", "Afbouw", 0, parent="B"),
    Task("a1", "Keuken", 2, parent="A"), Task("a2", "Bad", 5, parent="A"),
]  # fmt: skip


def by_id(tasks: list[Task], links: list[Link]) -> dict[str, Planned]:
    return {one.task.id: one for one in schedule(tasks, links)}


def span(planned: Planned) -> tuple[int, int]:
    return planned.earliest_start, planned.earliest_finish


def test_a_group_goes_from_its_first_task_to_its_last():
    plan = by_id(GROUPED, [Link("s1", "s2"), Link("s2", "b1"), Link("b1", "a2")])
    assert span(plan["S"]) == (0, 5)
    assert span(plan["A"]) == (0, 14)  # the kitchen waits for nobody, the bath is done last
    assert span(plan["B"]) == (0, 14)
    assert (plan["S"].task.days, plan["B"].task.days) == (5, 14)


def test_what_waits_for_a_group_waits_for_its_last_task():
    plan = by_id(GROUPED, [Link("s1", "s2", lag=1), Link("S", "b1", lag=2)])
    assert span(plan["b1"]) == (8, 12)


def test_a_group_that_waits_lets_everything_inside_wait():
    plan = by_id(GROUPED, [Link("s1", "B")])
    assert {id: span(plan[id]) for id in ("b1", "a1", "a2")} == {
        "b1": (3, 7), "a1": (3, 5), "a2": (3, 8),
    }  # fmt: skip
    assert span(plan["B"]) == (3, 8)


def test_what_waits_for_the_start_of_a_group_waits_for_its_first_task():
    tasks = [*GROUPED, Task("x", "Uitnodigen", 1), Task("y", "Steiger", 4)]
    plan = by_id(tasks, [Link("y", "S"), Link("s2", "s1"), Link("S", "x", SS, 1)])
    assert span(plan["x"]) == (5, 6)
    # Who begins with the group may come as late as the group may.
    assert plan["S"].slack == min(plan[id].slack for id in ("s1", "s2"))


def test_a_group_has_the_least_room_of_what_is_inside():
    plan = by_id(GROUPED, [Link("S", "B")])
    assert {id: plan[id].slack for id in ("b1", "a1", "a2", "A", "B")} == {
        "b1": 1, "a1": 3, "a2": 0, "A": 0, "B": 0,
    }  # fmt: skip


@pytest.mark.parametrize("kind", [FF, SF])
def test_a_link_to_the_finish_of_a_group_is_refused(kind: LinkKind):
    with pytest.raises(Refused, match="Taak S heeft taken in zich"):
        schedule(GROUPED, [Link("b1", "S", kind)])


def test_a_task_that_waits_for_its_own_group_is_named_with_it():
    with pytest.raises(Refused, match="Sloop → Strippen → Sloop"):
        schedule(GROUPED, [Link("S", "s1")])


def test_tasks_that_are_inside_each_other_are_named():
    tasks = [Task("1", "Slopen", 2, parent="2"), Task("2", "Bouwen", 2, parent="1")]
    with pytest.raises(Refused, match="Slopen → Bouwen → Slopen"):
        schedule(tasks, [])


def test_a_part_of_a_task_that_is_not_there_is_refused():
    with pytest.raises(Refused, match="Taak 7 hoort bij taak 99"):
        schedule([Task("7", "Bouwen", 3, parent="99")], [])


@st.composite
def grouped_plans(draw: st.DrawFn) -> tuple[list[Task], list[Link]]:
    """Each task may be inside an earlier one; links run from earlier to later, not in a family."""
    count = draw(st.integers(2, 12))
    parents: list[int | None] = [None]
    for number in range(1, count):
        parents.append(draw(st.one_of(st.none(), st.integers(0, number - 1))))
    families = [{n} for n in range(count)]
    for number, parent in enumerate(parents):
        if parent is not None:
            families[number] |= families[parent]
    groups = {parent for parent in parents if parent is not None}
    tasks = [
        Task(str(n), f"T{n}", draw(st.integers(0, 9)), draw(st.integers(0, 4)),
             None if parents[n] is None else str(parents[n]))
        for n in range(count)
    ]  # fmt: skip
    roots = [min(family) for family in families]
    pairs = [(a, b) for a in range(count) for b in range(count) if roots[a] < roots[b]]
    links = []
    for a, b in draw(st.lists(st.sampled_from(pairs), max_size=12)) if pairs else []:
        kind = draw(st.sampled_from([LinkKind.FINISH_START, SS] if b in groups else LinkKind))
        links.append(Link(str(a), str(b), kind, draw(st.integers(-3, 4))))
    return tasks, links


@given(grouped_plans(), st.integers(0, 99))
@settings(max_examples=120)
def test_every_link_holds_and_no_room_is_less_than_none_in_any_order(
    plan: tuple[list[Task], list[Link]], seed: int
):
    tasks, links = plan
    found = by_id(tasks, links)
    mixed = list(tasks)
    random.Random(seed).shuffle(mixed)
    assert by_id(mixed, links[::-1]) == found
    assert all(one.slack >= 0 for one in found.values())
    assert any(one.is_critical for one in found.values())
    for link in links:
        before, after = found[link.before], found[link.after]
        begun = link.kind in (SS, SF)
        since = before.earliest_start if begun else before.earliest_finish
        until = after.earliest_finish if link.kind in (FF, SF) else after.earliest_start
        assert until >= since + link.lag
    for task in tasks:
        inside = [found[other.id] for other in tasks if other.parent == task.id]
        if inside:
            first, last = span(found[task.id])
            assert first == min(one.earliest_start for one in inside)
            assert last == max(one.earliest_finish for one in inside)


@given(grouped_plans(), st.data())
@settings(max_examples=80)
def test_a_task_that_is_tried_otherwise_gives_the_plan_that_is_made_with_it(
    plan: tuple[list[Task], list[Link]], data: st.DataObject
):
    tasks, links = plan
    number = data.draw(st.integers(0, len(tasks) - 1))
    other = replace(
        tasks[number],
        days=data.draw(st.integers(0, 12)),
        not_before=data.draw(st.integers(0, 12)),
    )
    net = Net(tasks, links)
    assert net.with_task(other) == schedule([*tasks[:number], other, *tasks[number + 1 :]], links)
    assert net.planned() == schedule(tasks, links)
