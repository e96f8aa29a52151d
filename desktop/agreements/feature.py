"""Beleid, as the window and the command line know it.

Everything loads when it is used: the window is there before the tables of Beleid are.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.feature import (
    Due,
    Exportable,
    Feature,
    Figure,
    Importable,
    Printable,
    WeekItem,
)
from desktop.language import _
from desktop.store import Actor, Store
from desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.desk import Desk

KEY = "agreements"


def _tab(desk: Desk) -> QWidget:
    from desktop.agreements.tab import AgreementsTab

    return AgreementsTab(desk)


def _demo(store: Store, who: Actor, today: date) -> None:
    from desktop.agreements.demo import make

    make(store, who, today)


def _due(session: Session, now: datetime) -> Sequence[Due]:
    from desktop.agreements.queries import due

    return due.due(session, now)


def _week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    from desktop.agreements.queries import due

    return due.week(session, first, last)


def _figures(session: Session, now: datetime) -> Sequence[Figure]:
    from desktop.agreements.queries import due

    return due.figures(session, now)


def _prints() -> Sequence[Printable]:
    from desktop.agreements.documents import printables

    return printables()


def _exports() -> Sequence[Exportable]:
    from desktop.agreements.exchange.offered import exportables

    return exportables()


def _imports() -> Sequence[Importable]:
    from desktop.agreements.exchange.offered import importables

    return importables()


def _wording() -> Wording:
    from desktop.agreements.field_words import WORDING

    return WORDING


def _catch_up(store: Store) -> None:
    from desktop.agreements.actions.contacts import erase_contacts
    from desktop.agreements.actions.seeds import ensure_seeds

    ensure_seeds(store)
    erase_contacts(store)


def feature() -> Feature:
    """The tab Beleid with all it offers."""
    return Feature(
        key=KEY,
        title=lambda: _("Policy"),
        tab=_tab,
        due=_due,
        week=_week,
        figures=_figures,
        finds={
            "agreement": lambda: _("Agreements"),
            "clause": lambda: _("Texts of agreements"),
            "cycle": lambda: _("Yearly cycles"),
            "tenant_input": lambda: _("Questions of tenants"),
        },
        demo=_demo,
        prints=_prints,
        exports=_exports,
        imports=_imports,
        wording=_wording,
        catch_up=_catch_up,
        manual="agreements",
    )
