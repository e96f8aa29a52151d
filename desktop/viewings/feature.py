"""Buren, as the window and the command line know it.

Everything loads when it is used: the window is there before the tables of Buren are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.feature import (
    Due,
    Exportable,
    Feature,
    Figure,
    Importable,
    Place,
    Printable,
    SettingsPart,
    WeekItem,
)
from desktop.language import _
from desktop.store import Actor, Store
from desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.desk import Desk

KEY = "viewings"


def _tab(desk: Desk) -> QWidget:
    from desktop.viewings.tab import ViewingsTab

    return ViewingsTab(desk)


def _due(session: Session, now: datetime) -> Sequence[Due]:
    from desktop.viewings.queries import due

    return due.due(session, now)


def _week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    from desktop.viewings.queries import due

    return due.week(session, first, last)


def _figures(session: Session, now: datetime) -> Sequence[Figure]:
    from desktop.viewings.queries import due

    return due.figures(session, now)


def _sights(session: Session) -> Mapping[str, Place]:
    from desktop.viewings.queries.sights import sights

    return sights(session)


def _prints() -> Sequence[Printable]:
    from desktop.viewings.documents import printables

    return printables()


def _exports() -> Sequence[Exportable]:
    from desktop.viewings.queries.exporting import exportables

    return exportables()


def _imports() -> Sequence[Importable]:
    from desktop.viewings.exchange.offered import importables

    return importables()


def _settings() -> Sequence[SettingsPart]:
    def consequences(desk: Desk) -> QWidget:
        from desktop.viewings.panels.consequences import ConsequencesPanel

        return ConsequencesPanel(desk)

    return (SettingsPart(lambda: _("Priority per region"), consequences),)


def _demo(store: Store, who: Actor, today: date) -> None:
    from desktop.viewings.demo import make

    make(store, who, today)


def _catch_up(store: Store) -> None:
    from desktop.viewings.actions.order_tables import remove_order_tables
    from desktop.viewings.actions.viewings import fall_back

    fall_back(store)
    remove_order_tables(store)


def _wording() -> Wording:
    from desktop.viewings.field_words import WORDING

    return WORDING


def feature() -> Feature:
    """The tab Buren with all it offers."""
    return Feature(
        key=KEY,
        title=lambda: _("Neighbours"),
        tab=_tab,
        due=_due,
        week=_week,
        figures=_figures,
        finds={
            "vacancy": lambda: _("Vacancies"),
            "candidate": lambda: _("Candidates"),
            "host": lambda: _("Hosts"),
            "complex": lambda: _("Complexes"),
            "dwelling": lambda: _("Dwellings"),
        },
        sights=_sights,
        prints=_prints,
        exports=_exports,
        imports=_imports,
        demo=_demo,
        wording=_wording,
        settings=_settings,
        catch_up=_catch_up,
        manual="viewings",
    )
