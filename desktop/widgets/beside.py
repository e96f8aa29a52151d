"""Left a list to choose from, right what is chosen (look.md)."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets import theme
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.empty import Empty
from desktop.widgets.stack import Stack


def lay_beside(panel: QWidget, choices: ChoiceList, screen: QWidget, nothing_chosen: str) -> None:
    """Fill `panel` with the list and the screen of what is chosen; until something is, the
    sentence `nothing_chosen` stands there."""
    right = Stack()
    right.addWidget(Empty(nothing_chosen))
    right.addWidget(screen)
    row = QHBoxLayout(panel)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.GAP)
    row.addWidget(choices)
    row.addWidget(right, 1)
    choices.chosen.connect(lambda _id: right.setCurrentWidget(screen))
