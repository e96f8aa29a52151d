"""Buren, as the window and the command line know it. Everything heavy loads when it is used."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.feature import Feature
from desktop.language import _
from desktop.store import Actor, Store
from desktop.viewings.actions.viewings import fall_back
from desktop.viewings.documents import printables
from desktop.viewings.exchange.offered import importables
from desktop.viewings.queries import due
from desktop.viewings.queries.exporting import exportables

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.desk import Desk


def _tab(desk: Desk) -> QWidget:
    from desktop.viewings.tab import ViewingsTab

    return ViewingsTab(desk)


def _demo(store: Store, who: Actor, today: date) -> None:
    from desktop.viewings.demo import make

    make(store, who, today)


def _catch_up(store: Store) -> None:
    fall_back(store)


def feature() -> Feature:
    """The tab Buren with all it offers."""
    return Feature(
        key=due.TAB,
        title=lambda: _("Neighbours"),
        tab=_tab,
        due=due.due,
        week=due.week,
        figures=due.figures,
        finds={
            "vacancy": lambda: _("Vacancies"),
            "candidate": lambda: _("Candidates"),
            "host": lambda: _("Hosts"),
            "complex": lambda: _("Complexes"),
            "dwelling": lambda: _("Dwellings"),
        },
        prints=printables(),
        exports=exportables(),
        imports=importables(),
        demo=_demo,
        catch_up=_catch_up,
        manual="viewings",
    )
