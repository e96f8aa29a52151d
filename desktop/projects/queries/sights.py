"""Where there is most to see of each part, for pictures of the program."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.feature import Place
from desktop.projects.model import (
    BudgetLine,
    BudgetRound,
    ConsentRound,
    Evaluation,
    Inspection,
    Promise,
    Proposal,
    Task,
)

# What fills a part, by its key: the project it is of.
FILLED_BY = {
    "overview": Promise.project_id,
    "plan": Task.project_id,
    "residents": Proposal.project_id,
    "promises": Promise.project_id,
    "consulting": ConsentRound.project_id,
    "inspections": Inspection.project_id,
    "budget": BudgetRound.project_id,
    "money": BudgetLine.project_id,
    "looking-back": Evaluation.project_id,
}


def sights(session: Session) -> dict[str, Place]:
    """Each part of Beheer in the project that has most of what fills it; a part that is empty in
    every project is not there."""
    found = {}
    for part, project_id in FILLED_BY.items():
        most = select(project_id).group_by(project_id).order_by(func.count().desc(), project_id)
        project = session.scalars(most.limit(1)).first()
        if project is not None:
            found[part] = Place("projects", "project", project, part)
    return found
