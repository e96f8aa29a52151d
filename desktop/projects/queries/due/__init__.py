"""What Beheer adds to Vandaag: a part for each subject, put together here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.feature import Due, Figure, WeekItem
from desktop.projects.queries.due import consulting, inspections, projects, sharing, tasks, voices

DUE: Sequence[Callable[[Session, datetime], Sequence[Due]]] = (
    projects.due,
    tasks.due,
    voices.due,
    consulting.due,
    inspections.due,
    sharing.due,
)
WEEK: Sequence[Callable[[Session, date, date], Sequence[WeekItem]]] = (voices.week, consulting.week)
FIGURES: Sequence[Callable[[Session, datetime], Sequence[Figure]]] = (
    projects.figures,
    voices.figures,
    inspections.figures,
)


def due(session: Session, now: datetime) -> list[Due]:
    """Everything in Beheer that somebody must do, in no order; Vandaag sorts."""
    return [one for part in DUE for one in part(session, now)]


def week(session: Session, first: date, last: date) -> list[WeekItem]:
    """What happens in these days."""
    return [one for part in WEEK for one in part(session, first, last)]


def figures(session: Session, now: datetime) -> list[Figure]:
    """The numbers at the side."""
    return [one for part in FIGURES for one in part(session, now)]
