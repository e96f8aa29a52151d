"""The papers of walks through the neighbourhood."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Printable
from desktop.language import _
from desktop.projects.documents.listed.making import printable


def papers() -> Sequence[Printable]:
    """The report, of the newest walk of a project."""
    return (
        printable(
            "walk-report", lambda: _("Report of a walk"), lambda: _made().report.make, _walks
        ),
    )


def _made() -> Any:
    from desktop.projects.documents import walks

    return walks


def _walks(session: Session, project_id: int) -> Sequence[int]:
    from desktop.projects.model import Inspection

    return session.scalars(
        select(Inspection.id)
        .where(Inspection.project_id == project_id)
        .order_by(Inspection.held_on.desc(), Inspection.id.desc())
    ).all()
