"""The plan of a project: its tasks with the days that follow from the rules and from what was
done, its links, and the plan that was kept to compare with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.language.format import day_plain
from desktop.projects.model import Baseline, BaselineTask, Phase, Project, Task, TaskLink
from desktop.projects.rules.schedule import Link, LinkKind
from desktop.projects.rules.tasks import DONE, TaskState, task_state
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar, Span
from desktop.projects.rules.timeline.replanning import Replanning
from desktop.projects.rules.working_days import WorkingDays
from desktop.projects.wording import word
from desktop.store.found import found
from desktop.terms.holidays import ONE_DAY

TaskRow = Row[*tuple[Any, ...]]  # with TASK_COLUMNS
TASK_COLUMNS = (
    Task.id,
    Task.phase_id,
    Task.parent_id,
    Task.number,
    Task.position,
    Task.name,
    Task.days,
    Task.not_before,
    Task.started_on,
    Task.finished_on,
    Task.percent_done,
    Task.owner,
)


@dataclass(frozen=True)
class WaitsFor:
    """A link to a task that this one waits for."""

    id: int
    before_id: int
    number: int
    name: str
    kind: LinkKind
    lag: int


@dataclass(frozen=True)
class TaskView:
    """A task with all that can be changed of it, and the days that follow."""

    id: int
    version: int
    project_id: int
    number: int
    name: str
    phase_id: int | None
    parent_id: int | None
    is_summary: bool
    days: int
    not_before: date | None
    started_on: date | None
    finished_on: date | None
    percent_done: int
    owner: str
    decision: bool
    state: TaskState
    start: date
    finish: date
    waits_for: tuple[WaitsFor, ...]


@dataclass(frozen=True)
class BaselineLine:
    """A plan that was kept."""

    id: int
    number: int
    name: str
    kept_on: date
    end: date


def plan_of(session: Session, project_id: int, baseline_id: int | None = None) -> Plan:
    """The whole plan in the order of the screen: by phase, a summary before what is in it. It is
    compared with the given baseline, the newest one when none is given."""
    project = found(session, Project, project_id)
    phases = {phase.id: phase for phase in _phases(session, project_id)}
    tasks = _tasks(session, project_id)
    begins = _begins(project, tasks)
    days = WorkingDays(begins, not project.works_on_5_may)
    kept = _kept(session, project_id, baseline_id)
    parents = {task.parent_id for task in tasks}
    bars = tuple(
        _bar(task, depth, task.id in parents, phases, days, kept)
        for task, depth in _in_order(tasks, phases)
    )
    links = tuple(
        Link(str(before), str(after), kind, lag)
        for before, after, kind, lag in _links(session, project_id)
    )
    plan = Plan(begins, bars, links, not project.works_on_5_may)
    return Replanning(plan, days).as_planned() if bars else plan


def task_view(session: Session, task_id: int) -> TaskView:
    """One task. Refuses one that is gone."""
    task = found(session, Task, task_id)
    bar = next(b for b in plan_of(session, task.project_id).bars if b.id == str(task_id))
    before = session.execute(
        select(TaskLink, Task.number, Task.name)
        .join(Task, Task.id == TaskLink.before_id)
        .where(TaskLink.after_id == task_id)
        .order_by(Task.number)
    )
    return TaskView(
        id=task.id,
        version=task.version,
        project_id=task.project_id,
        number=task.number,
        name=task.name,
        phase_id=task.phase_id,
        parent_id=task.parent_id,
        is_summary=bar.kind is BarKind.SUMMARY,
        days=task.days,
        not_before=task.not_before,
        started_on=task.started_on,
        finished_on=task.finished_on,
        percent_done=task.percent_done,
        owner=task.owner,
        decision=task.decision,
        state=task_state(task.started_on, task.finished_on),
        start=bar.start,
        finish=bar.finish,
        waits_for=tuple(
            WaitsFor(link.id, link.before_id, number, name, link.kind, link.lag)
            for link, number, name in before
        ),
    )


def baselines_of(session: Session, project_id: int) -> list[BaselineLine]:
    """The kept plans, the newest first."""
    rows = session.scalars(
        select(Baseline).where(Baseline.project_id == project_id).order_by(Baseline.number.desc())
    )
    return [
        BaselineLine(
            row.id,
            row.number,
            row.name,
            row.kept_on,
            max((task.finish for task in row.tasks), default=row.kept_on),
        )
        for row in rows
    ]


def _phases(session: Session, project_id: int) -> Sequence[Phase]:
    return session.scalars(
        select(Phase).where(Phase.project_id == project_id).order_by(Phase.position, Phase.id)
    ).all()


def _tasks(session: Session, project_id: int) -> Sequence[TaskRow]:
    """The tasks as bare columns: of a thousand of them, whole entities take twice the time."""
    return session.execute(
        select(*TASK_COLUMNS).where(Task.project_id == project_id).order_by(Task.position, Task.id)
    ).all()


def _links(session: Session, project_id: int) -> Sequence[Row[*tuple[Any, ...]]]:
    inside = select(Task.id).where(Task.project_id == project_id)
    return session.execute(
        select(TaskLink.before_id, TaskLink.after_id, TaskLink.kind, TaskLink.lag)
        .where(TaskLink.after_id.in_(inside))
        .order_by(TaskLink.id)
    ).all()


def _begins(project: Project, tasks: Sequence[TaskRow]) -> date:
    """The day from which is counted: what began before the planned start counts along."""
    begun: list[date] = [task.started_on for task in tasks if task.started_on is not None]
    return min([project.starts_on, *begun])


def _in_order(
    tasks: Sequence[TaskRow], phases: Mapping[int, Phase]
) -> Iterator[tuple[TaskRow, int]]:
    inside: dict[int | None, list[TaskRow]] = {}
    for task in tasks:
        inside.setdefault(task.parent_id, []).append(task)
    last = len(phases) + 1

    def place(task: TaskRow) -> tuple[int, int, int]:
        phase = phases.get(task.phase_id) if task.phase_id is not None else None
        return (phase.position if phase is not None else last, task.position, task.id)

    def walk(parent: int | None, depth: int) -> Iterator[tuple[TaskRow, int]]:
        for task in sorted(inside.get(parent, ()), key=place):
            yield task, depth
            yield from walk(task.id, depth + 1)

    yield from walk(None, 0)


def _kept(session: Session, project_id: int, baseline_id: int | None) -> dict[int, Span]:
    newest = (
        select(Baseline.id)
        .where(Baseline.project_id == project_id)
        .order_by(Baseline.number.desc())
        .limit(1)
    )
    id = baseline_id if baseline_id is not None else session.scalar(newest)
    if id is None:
        return {}
    rows = session.execute(
        select(BaselineTask.task_number, BaselineTask.start, BaselineTask.finish).where(
            BaselineTask.baseline_id == id
        )
    )
    return {number: Span(start, finish) for number, start, finish in rows}


def _bar(
    task: TaskRow,
    depth: int,
    is_summary: bool,
    phases: Mapping[int, Phase],
    days: WorkingDays,
    kept: Mapping[int, Span],
) -> PlanBar:
    kind = BarKind.TASK if task.days else BarKind.MILESTONE
    phase = phases.get(task.phase_id) if task.phase_id is not None else None
    percent, took, fixed = task.percent_done, task.days, ""
    if task.started_on is not None and not is_summary:
        fixed = _("This began on {day}: its first day stays.").format(
            day=day_plain(task.started_on)
        )
        if task.finished_on is not None:
            percent = DONE
            spent = days.number(task.finished_on + ONE_DAY) - days.number(task.started_on)
            took = max(spent, 1) if task.days else 0
    return PlanBar(
        id=str(task.id),
        name=task.name,
        start=task.started_on or task.not_before or days.day(0),
        finish=task.finished_on or task.started_on or days.day(0),
        days=took,
        kind=BarKind.SUMMARY if is_summary else kind,
        phase=phase.name if phase is not None else "",
        depth=depth,
        percent=percent,
        not_before=task.not_before,
        baseline=kept.get(task.number),
        state=word(task_state(task.started_on, task.finished_on)),
        owner=task.owner,
        fixed=fixed,
    )
