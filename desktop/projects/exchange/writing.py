"""A whole project as a workbook that can be changed and read in again."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy.orm import Session

from desktop.projects.exchange.finding_rows import finding_rows
from desktop.projects.exchange.records import write_project
from desktop.projects.queries.sheets import budget_rows, cost_rows, promise_rows, task_rows


def write_whole_project(session: Session, path: Path, project_id: int) -> int:
    """Write tasks, findings, promises, budget and costs. Returns how many rows there are."""
    return write_project(
        path,
        task_rows(session, project_id),
        finding_rows(session, project_id),
        promise_rows(session, project_id),
        budget_rows(session, project_id),
        cost_rows(session, project_id),
    )
