"""The plan of a project as people change it."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from sqlalchemy import select

from desktop.projects.actions.baselines import keep_plan
from desktop.projects.actions.projects import change_project, start_project
from desktop.projects.actions.tasks import (
    add_task,
    bring_task,
    change_task,
    link_tasks,
    move_task,
    remove_task,
    stretch_task,
    unlink_tasks,
)
from desktop.projects.model import BaselineTask, Task
from desktop.projects.queries.plan import baselines_of, plan_of, task_view
from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.tasks import TaskState
from desktop.projects.rules.timeline.plan import Plan, PlanBar
from desktop.projects.states import Participation, ProjectKind
from desktop.refused import Refused
from desktop.store import Actor, Store

TODAY = date(2026, 11, 23)


@pytest.fixture
def oracle(store: Store, who: Actor) -> dict[str, int]:
    """The plan of the oracle (projects, "Rules"), from Monday 7 September 2026."""
    project = start_project(
        store, who, "Orakel", ProjectKind.MAINTENANCE, Participation.INFORM, date(2026, 9, 7)
    )
    with store.reading() as session:
        before = session.scalars(select(Task.id).where(Task.project_id == project)).all()
    for id in reversed(before):
        remove_task(store, who, id)
    days = {"A": 5, "B": 3, "C": 10, "D": 4, "E": 2, "F": 6}
    ids = {name: add_task(store, who, project, name=name, days=n) for name, n in days.items()}
    for first, then in ("AB", "AC", "BD", "CE", "DE", "BF"):
        link_tasks(store, who, ids[first], ids[then])
    return {"project": project, **ids}


def planned(store: Store, project: int) -> Plan:
    with store.reading() as session:
        return plan_of(session, project)


def bar(plan: Plan, name: str) -> PlanBar:
    return next(one for one in plan.bars if one.name == name)


def test_the_oracle_ends_after_seventeen_working_days(store: Store, oracle: dict[str, int]) -> None:
    plan = planned(store, oracle["project"])
    assert {b.name: b.slack for b in plan.bars} == {"A": 0, "B": 3, "C": 0, "D": 3, "E": 0, "F": 3}
    assert [b.name for b in plan.bars if b.is_critical] == ["A", "C", "E"]
    assert (bar(plan, "A").start, plan.end) == (date(2026, 9, 7), date(2026, 9, 29))


def test_tasks_that_wait_for_each_other_are_named(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    with pytest.raises(Refused, match="A → C → A"):
        link_tasks(store, who, oracle["C"], oracle["A"])
    assert len(planned(store, oracle["project"]).links) == 6


def test_a_task_below_0_days_is_refused(store: Store, who: Actor, oracle: dict[str, int]) -> None:
    with pytest.raises(Refused, match="U vulde −3 in"):
        change_task(store, who, oracle["A"], days=-3)


def test_a_moved_task_takes_those_after_it_along(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    move_task(store, who, oracle["C"], date(2026, 9, 21))
    plan = planned(store, oracle["project"])
    assert bar(plan, "C").start == date(2026, 9, 21)
    assert plan.end == date(2026, 10, 6)
    move_task(store, who, oracle["C"], None)
    assert planned(store, oracle["project"]).end == date(2026, 9, 29)


def test_a_stretched_task_is_longer(store: Store, who: Actor, oracle: dict[str, int]) -> None:
    stretch_task(store, who, oracle["C"], 11)
    assert planned(store, oracle["project"]).end == date(2026, 9, 30)
    change_task(store, who, oracle["C"], parent_id=oracle["D"])
    with pytest.raises(Refused, match="Een groep duurt zo lang als de taken erin"):
        stretch_task(store, who, oracle["D"], 5)


def test_a_plan_stays_within_the_years_of_which_the_holidays_are_known(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    known = planned(store, oracle["project"])
    far = date(2150, 1, 1)
    with pytest.raises(Refused, match="feestdagen"):
        move_task(store, who, oracle["C"], far)
    with pytest.raises(Refused, match="feestdagen"):
        add_task(store, who, oracle["project"], name="Ooit", not_before=far)
    for task in "ABD":
        stretch_task(store, who, oracle[task], 5_000)
    with pytest.raises(Refused, match="feestdagen"):
        stretch_task(store, who, oracle["E"], 5_000)
    for _stretched in "ABD":
        store.undo(who)
    with pytest.raises(Refused, match="feestdagen"):
        change_project(store, who, oracle["project"], starts_on=date(1926, 9, 1))
    with pytest.raises(Refused, match="feestdagen"):
        start_project(
            store, who, "X", ProjectKind.RENOVATION, Participation.ADVISE, date(1026, 9, 1)
        )
    assert planned(store, oracle["project"]) == known


def test_what_began_stays_and_what_took_longer_pushes_the_rest(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    change_task(store, who, oracle["A"], started_on=date(2026, 9, 8), finished_on=date(2026, 9, 16))
    plan = planned(store, oracle["project"])
    assert (bar(plan, "A").start, bar(plan, "A").finish) == (date(2026, 9, 8), date(2026, 9, 16))
    assert bar(plan, "B").start == date(2026, 9, 17)
    with pytest.raises(Refused):
        move_task(store, who, oracle["A"], date(2026, 9, 9))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"started_on": date(2026, 11, 24)}, "started_on"),
        ({"finished_on": date(2026, 9, 9)}, "started_on"),
        ({"started_on": date(2026, 9, 9), "finished_on": date(2026, 9, 8)}, "finished_on"),
        ({"percent_done": 101}, "percent_done"),
        ({"name": ""}, "name"),
    ],
)
def test_progress_that_cannot_be_is_refused(
    store: Store, who: Actor, oracle: dict[str, int], facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        change_task(store, who, oracle["A"], **facts)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_board_begins_and_ends_tasks_today(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    def view() -> tuple[date | None, date | None, int]:
        with store.reading() as session:
            task = task_view(session, oracle["A"])
        return task.started_on, task.finished_on, task.percent_done

    bring_task(store, who, oracle["A"], TaskState.UNDER_WAY)
    assert view() == (TODAY, None, 0)
    bring_task(store, who, oracle["A"], TaskState.DONE)
    assert view() == (TODAY, TODAY, 100)
    bring_task(store, who, oracle["A"], TaskState.TO_DO)
    assert view() == (None, None, 0)


def test_a_summary_takes_its_days_from_what_is_in_it(
    store: Store, who: Actor, oracle: dict[str, int]
) -> None:
    whole = add_task(store, who, oracle["project"], name="Alles")
    for name in "CD":
        change_task(store, who, oracle[name], parent_id=whole)
    plan = planned(store, oracle["project"])
    assert bar(plan, "Alles").start == min(bar(plan, "C").start, bar(plan, "D").start)
    assert bar(plan, "Alles").finish == max(bar(plan, "C").finish, bar(plan, "D").finish)
    with pytest.raises(Refused):
        change_task(store, who, whole, parent_id=oracle["C"])
    with pytest.raises(Refused):
        remove_task(store, who, whole)


def test_links_of_all_kinds_with_lag(store: Store, who: Actor, oracle: dict[str, int]) -> None:
    late = add_task(store, who, oracle["project"], name="G", days=1)
    link = link_tasks(store, who, oracle["A"], late, LinkKind.START_START, 2)
    assert bar(planned(store, oracle["project"]), "G").start == date(2026, 9, 9)
    with pytest.raises(Refused):
        link_tasks(store, who, oracle["A"], late)
    unlink_tasks(store, who, link)
    assert bar(planned(store, oracle["project"]), "G").start == date(2026, 9, 7)


def test_a_kept_plan_never_changes(store: Store, who: Actor, oracle: dict[str, int]) -> None:
    keep_plan(store, who, oracle["project"], "Zoals besproken")
    stretch_task(store, who, oracle["C"], 20)
    plan = planned(store, oracle["project"])
    baseline = bar(plan, "C").baseline
    assert baseline is not None
    assert (baseline.start, baseline.finish) == (date(2026, 9, 14), date(2026, 9, 25))
    assert plan.end > date(2026, 9, 29)
    with store.reading() as session:
        assert [b.end for b in baselines_of(session, oracle["project"])] == [date(2026, 9, 29)]
    with (
        pytest.raises(ValueError, match="kept as it was"),
        store.act(who, "test.change") as act,
    ):
        act.session.scalars(select(BaselineTask)).first().name = "X"  # type: ignore[union-attr]


def test_a_plan_of_a_renovation_is_in_the_order_of_its_phases(
    store: Store, renovation: int
) -> None:
    phases = [b.phase for b in planned(store, renovation).bars]
    changes = [one for one, other in pairwise(phases) if one != other]
    assert len(changes) == len(set(phases)) - 1
