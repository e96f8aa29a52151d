"""Many tasks at once, as a list or a plan from a file brings them: within one act, by number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import func, select

from desktop.estate.texts import written
from desktop.language import _
from desktop.projects.actions.tasks import fill_task
from desktop.projects.model import Phase, Task, TaskLink
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.schedule import Link
from desktop.refused import Refused
from desktop.store.within import Within


class TaskWriting:
    """Tasks of a project by the number that a file gives them: that of a task which is there, or
    any words for one that is new."""

    def __init__(self, store: Within, project_id: int) -> None:
        self._store, self._project_id = store, project_id
        self._session = session = store.running.session
        own = Task.project_id == project_id
        rows = session.scalars(select(Task).where(own)).all()
        self.tasks: dict[str, Task] = {str(task.number): task for task in rows}
        self._last = max((task.number for task in rows), default=0)
        self._place = max((task.position for task in rows), default=0)
        phases = session.execute(select(Phase.name, Phase.id).where(Phase.project_id == project_id))
        self._phases: dict[str, int] = dict(phases.all())

    def phase(self, name: str) -> int | None:
        """The phase of this name, made when it is not there; None for no name."""
        if not name:
            return None
        if name not in self._phases:
            last = self._session.scalar(
                select(func.max(Phase.position)).where(Phase.project_id == self._project_id)
            )
            phase = Phase(
                project_id=self._project_id,
                position=(last or 0) + 1,
                name=written(Phase, "name", name, needed=True),
            )
            self._session.add(phase)
            self._session.flush()
            self._phases[name] = phase.id
        return self._phases[name]

    def write(self, number: str, facts: Mapping[str, Any]) -> Task:
        """Change the task with this number, or make it. Refuses what filling it in refuses."""
        task = self.tasks.get(number)
        if task is None:
            self._place += 1
            task = Task(
                project_id=self._project_id,
                number=self._free(number),
                position=self._place,
                days=1,
                percent_done=0,
            )
            self.tasks[number] = task
        fill_task(self._store, self._session, task, facts)
        self._session.add(task)
        return task

    def _free(self, number: str) -> int:
        """The number itself when it is one, else the next."""
        wanted = int(number) if number.isdecimal() and len(number) <= 6 else 0
        taken = {task.number for task in self.tasks.values()}
        if wanted < 1 or wanted in taken:
            wanted = max(self._last, *taken, 0) + 1 if taken else self._last + 1
        self._last = max(self._last, wanted)
        return wanted

    def nest(self, inside: Mapping[str, str]) -> None:
        """Put tasks in others, by their numbers; an empty one stands by itself. Refuses a task
        that would be inside itself."""
        self._session.flush()
        for number, parent in inside.items():
            self.tasks[number].parent_id = self.tasks[parent].id if parent else None
        for number in inside:
            seen, above = {number}, inside[number]
            while above:
                if above in seen:
                    raise Refused(
                        _("A summary cannot be inside itself. Choose another one."), "parent_id"
                    )
                seen.add(above)
                above = inside.get(above, "")

    def link(self, links: Iterable[Link], numbers: Iterable[str]) -> None:
        """Let these tasks wait for what the file says, and for nothing else."""
        session = self._session
        session.flush()
        wanted = {(self.tasks[one.before].id, self.tasks[one.after].id): one for one in links}
        after = [self.tasks[number].id for number in numbers]
        for row in session.scalars(select(TaskLink).where(TaskLink.after_id.in_(after))).all():
            one = wanted.get((row.before_id, row.after_id))
            if one is not None and (one.kind, one.lag) == (row.kind, row.lag):
                del wanted[row.before_id, row.after_id]
            else:
                session.delete(row)
        session.flush()
        session.add_all(
            TaskLink(before_id=before, after_id=after_id, kind=one.kind, lag=one.lag)
            for (before, after_id), one in wanted.items()
        )

    def check(self) -> None:
        """Refuses tasks that wait for each other, which are named."""
        self._session.flush()
        self._session.expire_all()
        plan_of(self._session, self._project_id)
