"""Beheer, as the window and the command line know it.

Everything loads when it is used: the window is there before the tables of Beheer are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.feature import (
    Drawings,
    Due,
    Exportable,
    Feature,
    Figure,
    Importable,
    Place,
    Printable,
    WeekItem,
)
from desktop.language import _
from desktop.store import Actor, Store
from desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.desk import Desk

KEY = "projects"


def _tab(drawings: Drawings | None, desk: Desk) -> QWidget:
    from desktop.projects.tab import ProjectsTab

    return ProjectsTab(desk, drawings)


def _demo(drawings: Drawings | None, store: Store, who: Actor, today: date) -> None:
    from desktop.projects.demo import make

    make(store, who, today, drawings)


def _due(session: Session, now: datetime) -> Sequence[Due]:
    from desktop.projects.queries import due

    return due.due(session, now)


def _week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    from desktop.projects.queries import due

    return due.week(session, first, last)


def _figures(session: Session, now: datetime) -> Sequence[Figure]:
    from desktop.projects.queries import due

    return due.figures(session, now)


def _sights(session: Session) -> Mapping[str, Place]:
    from desktop.projects.queries.sights import sights

    return sights(session)


def _prints() -> Sequence[Printable]:
    from desktop.projects.documents import printables

    return printables()


def _exports() -> Sequence[Exportable]:
    from desktop.projects.exchange.offered import exportables

    return exportables()


def _imports() -> Sequence[Importable]:
    from desktop.projects.exchange.offered import importables

    return importables()


def _catch_up(store: Store) -> None:
    from desktop.projects.actions.photos import forget_loose_photos

    forget_loose_photos(store)


def _wording() -> Wording:
    from desktop.projects.field_words import WORDING

    return WORDING


def feature(drawings: Drawings | None = None) -> Feature:
    """The tab Beheer with all it offers; `drawings` are those of tenants, of another feature."""
    return Feature(
        key=KEY,
        title=lambda: _("Management"),
        tab=partial(_tab, drawings),
        due=_due,
        week=_week,
        figures=_figures,
        finds={
            "project": lambda: _("Projects"),
            "project_task": lambda: _("Tasks"),
            "project_session": lambda: _("Gatherings"),
            "project_proposal": lambda: _("Proposals of tenants"),
            "promise": lambda: _("Promises"),
            "inspection": lambda: _("Neighbourhood walks"),
            "finding": lambda: _("Findings"),
        },
        sights=_sights,
        prints=_prints,
        exports=_exports,
        imports=_imports,
        demo=partial(_demo, drawings),
        wording=_wording,
        catch_up=_catch_up,
        manual="projects",
    )
