"""The papers of residents' budgets, and of the look back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.feature import Printable
from desktop.language import _
from desktop.projects.documents.listed.making import printable


def papers() -> Sequence[Printable]:
    """Each is about one budget of a project, or about the project."""
    return (
        printable("budget-ballot", lambda: _("Ballot"), lambda: _made().ballot.make, _rounds),
        printable(
            "budget-ballots",
            lambda: _("Ballots, two to a sheet"),
            lambda: _made().ballot.two_to_a_sheet,
            _rounds,
        ),
        printable(
            "budget-result",
            lambda: _("Result of a residents’ budget"),
            lambda: _made().budget_result.make,
            _rounds,
        ),
        printable(
            "project-look-back",
            lambda: _("Look back at a project"),
            lambda: _made().look_back.make,
            lambda _session, project_id: [project_id],
        ),
    )


def _made() -> Any:
    from desktop.projects.documents import sharing

    return sharing


def _rounds(session: Session, project_id: int) -> Sequence[int]:
    from desktop.projects.model import BudgetRound

    return session.scalars(
        select(BudgetRound.id)
        .where(BudgetRound.project_id == project_id)
        .order_by(BudgetRound.id.desc())
    ).all()
