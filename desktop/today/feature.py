"""Vandaag as the window knows it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.feature import Feature
from desktop.language import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.widgets.desk import Desk


def feature(others: Sequence[Feature]) -> Feature:
    """`others` are the features whose work Vandaag brings together."""

    def tab(desk: Desk) -> QWidget:
        from desktop.today.tab import TodayTab

        return TodayTab(desk, others)

    return Feature(key="today", title=lambda: _("Today"), tab=tab, manual="today")
