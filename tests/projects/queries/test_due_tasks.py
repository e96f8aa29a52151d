"""Work that is behind is on Vandaag, one line for each project."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select

from desktop.feature import Urgency
from desktop.projects.actions.projects import halt_project, move_project
from desktop.projects.actions.tasks import change_task
from desktop.projects.model import Task
from desktop.projects.queries.due import tasks
from desktop.projects.states import ProjectState
from desktop.store import Actor, Store


def test_tasks_that_should_be_done_stand_in_one_line(
    store: Store, who: Actor, renovation: int
) -> None:
    """On 23 November: two of 15 and 10 days from 1 September, and the plan of 30 days after."""

    def found() -> list[tuple[str, Urgency]]:
        with store.reading() as session:
            return [(one.title, one.urgency) for one in tasks.due(session, store.now())]

    assert found() == []  # an idea is no work yet
    move_project(store, who, renovation, ProjectState.PREPARING)
    assert found() == [("3 taken lopen achter", Urgency.LATE)]
    with store.reading() as session:
        first = session.scalars(select(Task.id).order_by(Task.id)).first()
    assert first is not None
    change_task(store, who, first, started_on=date(2026, 9, 1), finished_on=date(2026, 9, 21))
    assert found() == [("2 taken lopen achter", Urgency.LATE)]
    halt_project(store, who, renovation, "Geen aannemer")
    assert found() == []
