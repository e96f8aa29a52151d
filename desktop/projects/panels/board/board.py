"""The board as a part of a screen: the columns, and under them what is chosen or why not."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.projects.panels.board.cards import BoardCard, BoardColumn, Guard
from desktop.projects.panels.board.view import BoardView
from desktop.widgets import theme
from desktop.widgets.empty import Empty
from desktop.widgets.words import Words


class Board(QWidget):
    """Cards by state. It asks nothing of a database: `show_cards` gives it what to show, `guard`
    says which card may not go where, and its signals tell what a user wants; see `BoardView`.
    `empty` stands in place of the columns when there is no card at all."""

    moved = Signal(str, str)
    opened = Signal(str)
    chosen = Signal(str)

    def __init__(
        self, name: str, columns: Sequence[BoardColumn], guard: Guard, empty: Empty
    ) -> None:
        super().__init__()
        self.view = BoardView(name, columns, guard)
        self.view.moved.connect(self.moved)
        self.view.opened.connect(self.opened)
        self.view.chosen.connect(self.chosen)
        self.view.said.connect(self._say)
        self.view.refused.connect(self.refuse)
        self._words = Words("", "soft", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop)
        filled = QWidget()
        column = QVBoxLayout(filled)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.SMALL)
        column.addWidget(self.view, 1)
        column.addWidget(self._words)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(filled)
        self.setFocusProxy(self.view)

    def show_cards(self, cards: Sequence[BoardCard]) -> None:
        """Show these cards; the chosen one stays chosen."""
        self.view.show_cards(cards)
        self._pages.setCurrentIndex(1 if cards else 0)

    def choose(self, id: str) -> None:
        """Choose a card and bring it into sight."""
        self.view.choose(id)

    def refuse(self, sentence: str) -> None:
        """Say why a card stays where it is."""
        self._words.set_look("error")
        self._words.setText(sentence)

    def _say(self, words: str) -> None:
        self._words.set_look("soft")
        self._words.setText(words)
