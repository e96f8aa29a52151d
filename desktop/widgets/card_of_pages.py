"""Pages in a card, and above them a row that tells which one is on view."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.card import Card
from desktop.widgets.segments import Segments
from desktop.widgets.stack import Stack


class CardOfPages(Card):
    """`row` has a choice for each of the `pages`."""

    def __init__(self, row: Segments, pages: Mapping[str, QWidget]) -> None:
        super().__init__()
        stack = Stack()
        for page in pages.values():
            stack.addWidget(page)
        top = QHBoxLayout()
        top.addWidget(row)
        top.addStretch(1)
        self.add_layout(top)
        self.add(stack, 1)
        row.chosen.connect(lambda key: stack.setCurrentWidget(pages[key]))
