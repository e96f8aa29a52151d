"""The papers about a whole project: its card, its plan, and what tenants asked and were
promised."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy.orm import Session

from desktop.feature import Printable
from desktop.language import _
from desktop.projects.documents.listed.making import Make, printable


def papers() -> Sequence[Printable]:
    """Each is about one project."""

    def of_project(key: str, title: Callable[[], str], make: Callable[[], Make]) -> Printable:
        return printable(key, title, make, _itself)

    return (
        of_project("project-card", lambda: _("Project card"), lambda: _made().card.make),
        of_project("project-plan", lambda: _("Planning on A3"), lambda: _made().planning.make),
        of_project(
            "project-answers",
            lambda: _("What tenants asked, what we do"),
            lambda: _made().asked_and_done.make,
        ),
        of_project(
            "project-answers-poster",
            lambda: _("What tenants asked, what we do, as a poster"),
            lambda: _made().asked_and_done.poster,
        ),
        of_project(
            "project-promises", lambda: _("List of promises"), lambda: _made().promise_list.make
        ),
    )


def _made() -> Any:
    from desktop.projects.documents import whole

    return whole


def _itself(_session: Session, project_id: int) -> Sequence[int]:
    return (project_id,)
