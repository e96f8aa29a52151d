"""Vandaag as the window knows it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from desktop.feature import Feature, Printable
from desktop.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.documents.paper import Paper
    from desktop.widgets.desk import Desk


def feature(others: Sequence[Feature]) -> Feature:
    """`others` are the features whose work Vandaag brings together."""

    def tab(desk: Desk) -> QWidget:
        from desktop.today.tab import TodayTab

        return TodayTab(desk, others)

    def print_week(session: Session, numbers: Sequence[str], now: datetime) -> Paper:
        from desktop.today import documents

        return documents.week(session, others, now)

    def prints() -> Sequence[Printable]:
        return (
            Printable(
                key="week",
                title=lambda: _("The week"),
                takes=lambda: _("no number"),
                make=print_week,
                example=lambda session: (),
            ),
        )

    return Feature(key="today", title=lambda: _("Today"), tab=tab, prints=prints, manual="today")
