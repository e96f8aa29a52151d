"""Keeping the plan as it is now, to compare with later."""

from __future__ import annotations

from sqlalchemy import func, select

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.projects.model import Baseline, BaselineTask, Project, Task
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.lifecycle import check_at_work
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import held


def keep_plan(store: Store, who: Actor, project_id: int, name: str = "") -> int:
    """Keep the days of all tasks as they are planned now; they never change. Refuses a plan
    without tasks."""
    with store.act(who, "projects.baseline.keep", undo=_("Keep the plan")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        plan = plan_of(session, project_id)
        if not plan.bars:
            raise Refused(_("There are no tasks to keep. Add them first."), "tasks")
        last = session.scalar(
            select(func.max(Baseline.number)).where(Baseline.project_id == project_id)
        )
        baseline = Baseline(
            project_id=project_id,
            number=(last or 0) + 1,
            name=written(Baseline, "name", name),
            kept_on=day_of(store, None),
        )
        session.add(baseline)
        session.flush()
        numbers = dict(
            session.execute(select(Task.id, Task.number).where(Task.project_id == project_id)).all()
        )
        session.add_all(
            BaselineTask(
                baseline_id=baseline.id,
                task_number=numbers[int(bar.id)],
                name=bar.name,
                start=bar.start,
                finish=bar.finish,
            )
            for bar in plan.bars
        )
        return baseline.id
