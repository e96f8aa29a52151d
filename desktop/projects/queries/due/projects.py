"""Projects themselves on Vandaag: those that waited long enough, and how many there are."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.feature import Due, Figure, Place
from desktop.language import _, ngettext
from desktop.language.format import local
from desktop.projects.model import Project
from desktop.projects.states import ProjectState
from desktop.urgency import begin_of, urgency

TAB = "projects"
AT_WORK = (
    ProjectState.PREPARING,
    ProjectState.WITH_TENANTS,
    ProjectState.DECISION,
    ProjectState.WORK,
    ProjectState.AFTERCARE,
)


def due(session: Session, now: datetime) -> list[Due]:
    """Halted projects whose day has come."""
    today = local(now).date()
    halted = session.scalars(
        select(Project).where(Project.state == ProjectState.HALTED, Project.halted_until <= today)
    )
    return [
        Due(
            "!",
            _("{project} can go on").format(project=project.name),
            project.halted_reason,
            urgency(begin_of(project.halted_until), now),
            _("Open the project"),
            Place(TAB, "project", project.id),
            begin_of(project.halted_until),
        )
        for project in halted
        if project.halted_until is not None
    ]


def figures(session: Session, now: datetime) -> list[Figure]:
    """How many projects are at work; nothing while there are none."""
    count = session.scalar(select(func.count(Project.id)).where(Project.state.in_(AT_WORK))) or 0
    if not count:
        return []
    meaning = ngettext("project with tenants", "projects with tenants", count)
    return [Figure(str(count), meaning, Place(TAB))]
