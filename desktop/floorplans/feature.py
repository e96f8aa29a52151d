"""Plattegronden, as the window and the command line know it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.feature import Drawings, Drawn, Exportable, Feature, Importable, Printable, WeekItem
from desktop.language import _
from desktop.store import Actor, Store
from desktop.wording import Wording

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.documents.paper import Paper
    from desktop.widgets.desk import Desk

KEY = "floorplans"


def _tab(desk: Desk) -> QWidget:
    from desktop.floorplans.tab import FloorplansTab

    return FloorplansTab(desk)


def _week(session: Session, first: date, last: date) -> Sequence[WeekItem]:
    from desktop.floorplans import due

    return due.week(session, first, last)


def _prints() -> Sequence[Printable]:
    from desktop.floorplans.documents import printables

    return printables()


def _exports() -> Sequence[Exportable]:
    from desktop.floorplans.exchange.offered import exportables

    return exportables()


def _imports() -> Sequence[Importable]:
    from desktop.floorplans.exchange.offered import importables

    return importables()


def _demo(store: Store, who: Actor, today: date) -> None:
    from desktop.floorplans.demo import make

    make(store, who, today)


def _catch_up(store: Store) -> None:
    from desktop.floorplans.actions import wipe_removed
    from desktop.store.audit import PROGRAM

    wipe_removed(store, PROGRAM)


def _wording() -> Wording:
    from desktop.floorplans.field_words import WORDING

    return WORDING


def _drawn(session: Session) -> Sequence[Drawn]:
    from desktop.floorplans.queries import drawn_at_evenings

    return drawn_at_evenings(session)


def _design_brief(session: Session, evening_id: int, now: datetime) -> Paper:
    from desktop.floorplans.documents.brief import design_brief

    return design_brief(session, [evening_id], now)


def feature() -> Feature:
    """The tab Plattegronden with all it offers."""
    return Feature(
        key=KEY,
        title=lambda: _("Floor plans"),
        tab=_tab,
        week=_week,
        finds={
            "sketch": lambda: _("Drawings"),
            "design_evening": lambda: _("Drawing evenings"),
        },
        prints=_prints,
        exports=_exports,
        imports=_imports,
        wording=_wording,
        demo=_demo,
        catch_up=_catch_up,
        manual="floorplans",
        drawings=Drawings(_drawn, _design_brief),
    )
