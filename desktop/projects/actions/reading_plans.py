"""A plan of a planning program that comes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _, ngettext
from desktop.language.format import day_year, local
from desktop.projects.actions.task_writing import TaskWriting
from desktop.projects.model import Baseline, Phase, Project, Proposal, Task, TaskLink
from desktop.projects.queries.phases import phases_of
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.plan_file import LaidOut, PlanFile, PlanTask, laid_out
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.within import Within, trying

DONE = 100  # percent
MOST_TOLD = 20  # days that are other ones here; more nobody reads


@dataclass(frozen=True)
class BroughtPlan:
    """How many tasks a plan brings, whether it takes the place of a plan that nobody worked on,
    and what counts in another way here."""

    tasks: int
    replaces: bool
    remarks: tuple[str, ...]


def look_at_plan(store: Store, who: Actor, project_id: int, plan: PlanFile) -> BroughtPlan:
    """What a plan would bring. Refuses what `take_in_plan` refuses."""
    with trying(store) as tried:
        return _take_in(tried, project_id, plan)


def take_in_plan(store: Store, who: Actor, project_id: int, plan: PlanFile) -> BroughtPlan:
    """Bring a plan in. It takes the place of the tasks that the project began with, as long as
    nobody worked on them; else it comes behind what is there. Its first day becomes that of the
    project in the first case. Refuses tasks that wait for each other, and a project that is
    closed."""
    with store.act(who, "projects.plan.import", undo=_("Read in a plan")) as act:
        return _take_in(Within(store, act), project_id, plan)


def _take_in(store: Within, project_id: int, plan: PlanFile) -> BroughtPlan:
    session = store.running.session
    project = found(session, Project, project_id)
    check_at_work(project.state)
    counted = laid_out(plan, plan.begins or project.starts_on)
    replaces = _is_untouched(session, project_id)
    if replaces:
        _clear(session, project_id)
        project.starts_on = plan.begins or project.starts_on
    writing = TaskWriting(store, project_id)
    names = {task.id: f"file:{task.id}" for task in plan.tasks}
    groups = {task.parent for task in plan.tasks}
    for task, dated in zip(plan.tasks, counted.days, strict=True):
        began = task.done > 0 and task.id not in groups and dated.start <= _today(store)
        writing.write(
            names[task.id],
            {
                "name": task.name or task.id,
                "days": 0 if task.is_milestone else task.days,
                # By the calendar of the file: the free days here may be other ones.
                "not_before": dated.start if _has_bound(task) else None,
                "started_on": dated.start if began else None,
                "percent_done": task.done if began and task.done < DONE else 0,
                "finished_on": min(dated.finish, _today(store))
                if began and task.done >= DONE
                else None,
                "owner": task.owner,
            },
        )
    writing.nest({names[task.id]: names.get(task.parent or "", "") for task in plan.tasks})
    own = [
        type(link)(names[link.before], names[link.after], link.kind, link.lag)
        for link in plan.links
    ]
    writing.link(own, names.values())
    writing.check()
    written = {names[task.id]: writing.tasks[names[task.id]].id for task in plan.tasks}
    remarks = (*counted.remarks, *_moved(session, project_id, plan, counted, written, names))
    return BroughtPlan(len(plan.tasks), replaces, remarks)


def _has_bound(task: PlanTask) -> bool:
    """Whether the file keeps the task from beginning or from being done before a day."""
    return task.not_before is not None or task.finish_not_before is not None


def _today(store: Store) -> date:
    return local(store.now()).date()


def _is_untouched(session: Session, project_id: int) -> bool:
    """Whether nobody worked on the plan yet: no task began, none came of a proposal, and no plan
    was kept."""
    own = select(Task.id).where(Task.project_id == project_id)
    began = own.where(Task.started_on.is_not(None))
    led_to = select(Proposal.id).where(Proposal.task_id.in_(own))
    kept = select(Baseline.id).where(Baseline.project_id == project_id)
    return all(session.scalar(one.limit(1)) is None for one in (began, led_to, kept))


def _clear(session: Session, project_id: int) -> None:
    tasks = session.scalars(select(Task).where(Task.project_id == project_id)).all()
    ids = [task.id for task in tasks]
    for link in session.scalars(select(TaskLink).where(TaskLink.after_id.in_(ids))):
        session.delete(link)
    session.flush()
    for task in tasks:
        session.expire(task)
        session.delete(task)
    session.flush()
    # Money or a message may be of a phase already: such a one stays.
    empty = [line.id for line in phases_of(session, project_id) if not line.holds()]
    for phase in session.scalars(select(Phase).where(Phase.id.in_(empty))):
        session.delete(phase)
    session.flush()


def _moved(
    session: Session,
    project_id: int,
    plan: PlanFile,
    counted: LaidOut,
    written: Mapping[str, int],
    names: Mapping[str, str],
) -> Iterator[str]:
    """The tasks whose days are other ones here, because people work on other days."""
    here = {int(bar.id): bar for bar in plan_of(session, project_id).bars}
    told = 0
    for task, dated in zip(plan.tasks, counted.days, strict=True):
        bar = here[written[names[task.id]]]
        if bar.start == dated.start and bar.finish == dated.finish:
            continue
        told += 1
        if told <= MOST_TOLD:
            yield _(
                "“{task}” is from {start} to {finish} by the calendar of the file; here from "
                "{here} to {there}: this project has other free days."
            ).format(
                task=task.name,
                start=day_year(dated.start),
                finish=day_year(dated.finish),
                here=day_year(bar.start),
                there=day_year(bar.finish),
            )
    if told > MOST_TOLD:
        rest = told - MOST_TOLD
        yield ngettext(
            "{n} more task has other days here.", "{n} more tasks have other days here.", rest
        ).format(n=rest)
