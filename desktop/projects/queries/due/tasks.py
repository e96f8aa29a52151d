"""Work on Vandaag: tasks of a project that should have begun or been done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Due, Place
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.projects.model import Project
from desktop.projects.queries.due.projects import AT_WORK, TAB
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.tasks import DONE
from desktop.projects.rules.timeline.plan import BarKind, PlanBar
from desktop.urgency import end_of, urgency


def due(session: Session, now: datetime) -> list[Due]:
    """One line for each project with tasks that are behind; it opens the plan."""
    today = local(now).date()
    found = []
    for project in session.scalars(select(Project).where(Project.state.in_(AT_WORK))):
        late = behind(plan_of(session, project.id).bars, today)
        if not late:
            continue
        first = min(late, key=lambda bar: bar.finish)
        words = ngettext("{n} task is behind", "{n} tasks are behind", len(late))
        found.append(
            Due(
                str(min(len(late), 99)),
                words.format(n=len(late)),
                f"{project.name} · {first.name}",
                urgency(end_of(first.finish), now),
                _("Open the plan"),
                Place(TAB, "project_task", int(first.id)),
                end_of(first.finish),
            )
        )
    return found


def behind(bars: Sequence[PlanBar], today: date) -> list[PlanBar]:
    """The tasks that should be done by today and are not."""
    return [
        bar
        for bar in bars
        if bar.kind is not BarKind.SUMMARY and bar.percent < DONE and bar.finish < today
    ]
