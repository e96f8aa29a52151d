"""The plan of a project: its tasks, what waits for what, and how far each is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, fill, written
from desktop.language import _
from desktop.projects.model import Phase, Project, Proposal, Task, TaskLink
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.tasks import DONE, TaskState, check_days, check_progress, task_state
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale

LONGEST_LAG_DAYS = 1_000


class TaskFacts(TypedDict, total=False):
    """What can be filled in of a task. Days are working days, 0 is a milestone."""

    name: str
    phase_id: int | None
    parent_id: int | None
    days: int
    not_before: date | None
    started_on: date | None
    finished_on: date | None
    percent_done: int
    owner: str
    decision: bool


def add_task(store: Store, who: Actor, project_id: int, **facts: Unpack[TaskFacts]) -> int:
    """A new task at the end of its phase. Refuses one without a name, fewer than 0 days, a phase
    or summary of another project, and a project that is closed."""
    with store.act(who, "projects.task.add", undo=_("New task")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        highest = session.execute(
            select(func.max(Task.number), func.max(Task.position)).where(
                Task.project_id == project_id
            )
        ).one()
        task = Task(
            project_id=project.id,
            number=(highest[0] or 0) + 1,
            position=(highest[1] or 0) + 1,
            days=1,
            percent_done=0,
        )
        fill_task(store, session, task, {"name": "", **facts})
        session.add(task)
        _check_plan(session, task)
        return task.id


def change_task(
    store: Store, who: Actor, task_id: int, version: int | None = None, **facts: Unpack[TaskFacts]
) -> None:
    """Change a task; `version` is the row version that the screen showed. Refuses what `add_task`
    refuses, a summary inside itself, and progress that cannot be."""
    with store.act(who, "projects.task.change", undo=_("Change task")) as act:
        task = _task(act.session, task_id)
        stale(task, version, dict(facts))
        fill_task(store, act.session, task, facts)
        _check_plan(act.session, task)


def move_task(store: Store, who: Actor, task_id: int, not_before: date | None) -> None:
    """Begin a task not before a day; None: as soon as what it waits for allows. Refuses a summary
    and what has begun."""
    with store.act(who, "projects.task.move", undo=_("Move task")) as act:
        task = _task(act.session, task_id)
        _check_movable(act.session, task)
        task.not_before = not_before
        _check_plan(act.session, task)


def stretch_task(store: Store, who: Actor, task_id: int, days: int) -> None:
    """Let a task take so many working days. Refuses fewer than 0, a summary and what is done."""
    with store.act(who, "projects.task.stretch", undo=_("Stretch task")) as act:
        task = _task(act.session, task_id)
        check_days(days)
        if _is_summary(act.session, task):
            raise Refused(_("A summary is as long as its tasks. Stretch one of those."), "days")
        if task.finished_on is not None:
            raise Refused(_("This task is done: the days that it took stay as they are."), "days")
        task.days = days
        _check_plan(act.session, task)


def bring_task(store: Store, who: Actor, task_id: int, state: TaskState) -> None:
    """Bring a task to a column of the board, as of today. Refuses a summary: its tasks say how far
    it is."""
    with store.act(who, "projects.task.bring", undo=_("Move on the board")) as act:
        task = _task(act.session, task_id)
        if _is_summary(act.session, task):
            raise Refused(_("A summary follows its tasks. Move one of those."), "state")
        today = day_of(store, None)
        if state is task_state(task.started_on, task.finished_on):
            return
        if state is TaskState.TO_DO:
            task.started_on, task.finished_on, task.percent_done = None, None, 0
        elif state is TaskState.UNDER_WAY:
            task.started_on, task.finished_on = task.started_on or today, None
            task.percent_done = 0 if task.percent_done == DONE else task.percent_done
        else:
            task.started_on, task.finished_on = task.started_on or today, today
            task.percent_done = DONE


def remove_task(store: Store, who: Actor, task_id: int) -> None:
    """Take a task away with its links. Refuses a summary with tasks in it, and a task that a
    proposal of tenants led to."""
    with store.act(who, "projects.task.remove", undo=_("Remove task")) as act:
        session = act.session
        task = _task(session, task_id)
        if _is_summary(session, task):
            raise Refused(_("Take the tasks inside away first."), "task")
        if session.scalar(select(Proposal.id).where(Proposal.task_id == task_id)) is not None:
            raise Refused(
                _("A proposal of tenants led to this task. Give that another answer first."), "task"
            )
        for link in session.scalars(
            select(TaskLink).where((TaskLink.before_id == task_id) | (TaskLink.after_id == task_id))
        ):
            session.delete(link)
        session.flush()
        session.expire(task)
        session.delete(task)


def link_tasks(
    store: Store,
    who: Actor,
    before_id: int,
    after_id: int,
    kind: LinkKind = LinkKind.FINISH_START,
    lag: int = 0,
) -> int:
    """Let one task wait for another. Refuses a task of another project, a link that is there, and
    tasks that would wait for each other, which are named."""
    with store.act(who, "projects.task.link", undo=_("Link tasks")) as act:
        session = act.session
        before, after = _task(session, before_id), _task(session, after_id)
        if before.project_id != after.project_id:
            raise Refused(_("These tasks are of two projects."), "before")
        if before_id == after_id:
            raise Refused(_("A task cannot wait for itself."), "before")
        if abs(lag) > LONGEST_LAG_DAYS:
            raise Refused(_("Fill in at most {n} days between.").format(n=LONGEST_LAG_DAYS), "lag")
        same = select(TaskLink.id).where(
            TaskLink.before_id == before_id, TaskLink.after_id == after_id
        )
        if session.scalar(same) is not None:
            sentence = _("{after} waits for {before} already.")
            raise Refused(sentence.format(after=after.name, before=before.name), "before")
        link = TaskLink(before_id=before_id, after_id=after_id, kind=kind, lag=lag)
        session.add(link)
        session.flush()
        plan_of(session, after.project_id)
        return link.id


def unlink_tasks(store: Store, who: Actor, link_id: int) -> None:
    """Let a task wait no longer for another."""
    with store.act(who, "projects.task.unlink", undo=_("Unlink tasks")) as act:
        link = found(act.session, TaskLink, link_id)
        _task(act.session, link.after_id)
        act.session.delete(link)


def _task(session: Session, task_id: int) -> Task:
    task = found(session, Task, task_id)
    check_at_work(task.project.state)
    return task


def _check_plan(session: Session, task: Task) -> None:
    """Refuses tasks that wait for each other, and a plan that comes to days of which nobody knows
    the holidays: no screen could show it."""
    session.flush()
    plan_of(session, task.project_id)


def _is_summary(session: Session, task: Task) -> bool:
    inside = select(Task.id).where(Task.parent_id == task.id).limit(1)
    return session.scalar(inside) is not None


def _check_movable(session: Session, task: Task) -> None:
    if _is_summary(session, task):
        raise Refused(_("A summary follows its tasks. Move one of those."), "start")
    if task.started_on is not None:
        raise Refused(_("This task has begun: its first day stays."), "start")


def fill_task(store: Store, session: Session, task: Task, facts: Mapping[str, Any]) -> None:
    """Put facts in a task, within an act that runs. Refuses what `change_task` refuses, but does
    not look whether tasks wait for each other: `plan_of` does."""
    values = dict(facts)
    if "name" in values:
        values["name"] = written(Task, "name", values["name"], needed=True)
    if values.get("phase_id") is not None:
        phase = found(session, Phase, values["phase_id"])
        if phase.project_id != task.project_id:
            raise Refused(_("This phase is of another project."), "phase_id")
    _check_parent(session, task, values.get("parent_id"))
    fill(task, values, TaskFacts.__annotations__)
    check_days(task.days)
    if task.finished_on is not None:
        task.percent_done = DONE
    check_progress(task.started_on, task.finished_on, task.percent_done, day_of(store, None))


def _check_parent(session: Session, task: Task, parent_id: int | None) -> None:
    above = parent_id
    while above is not None:
        if above == task.id:
            raise Refused(_("A summary cannot be inside itself. Choose another one."), "parent_id")
        row = found(session, Task, above)
        if row.project_id != task.project_id:
            raise Refused(_("This task is of another project."), "parent_id")
        above = row.parent_id
