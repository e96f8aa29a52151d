"""Where the columns and cards of a board lie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect

from desktop.projects.panels.board.cards import BoardCard, BoardColumn
from desktop.widgets import theme

NARROWEST, HEADER, CARD = 168, 40, 88  # pixels of normal print


@dataclass(frozen=True)
class Places:
    """A board in an area `width` wide, scrolled `across` and `down`. Columns share the width while
    each has room for words."""

    columns: Sequence[BoardColumn]
    cards: Sequence[Sequence[BoardCard]]
    width: int
    height: int
    across: int
    down: int

    @property
    def column_width(self) -> int:
        count = max(len(self.columns), 1)
        room = (self.width - theme.SMALL * (count - 1)) // count
        return max(room, theme.scaled(NARROWEST))

    @property
    def whole_width(self) -> int:
        return len(self.columns) * (self.column_width + theme.SMALL) - theme.SMALL

    @property
    def whole_height(self) -> int:
        longest = max((len(cards) for cards in self.cards), default=0)
        return theme.scaled(HEADER) + longest * self._step + theme.SMALL

    @property
    def _step(self) -> int:
        return theme.scaled(CARD) + theme.SMALL

    def column(self, place: int) -> QRect:
        """A whole column; it goes down as far as the area."""
        left = place * (self.column_width + theme.SMALL) - self.across
        return QRect(left, 0, self.column_width, self.height)

    def header(self, place: int) -> QRect:
        """The title of a column, which stays when the cards scroll."""
        box = self.column(place)
        box.setHeight(theme.scaled(HEADER))
        return box

    def card(self, column: int, place: int) -> QRect:
        """The card at a place of a column."""
        box = self.column(column)
        top = theme.scaled(HEADER) + place * self._step - self.down
        return QRect(
            box.left() + theme.SMALL, top, box.width() - 2 * theme.SMALL, theme.scaled(CARD)
        )

    def on_view(self, column: int) -> range:
        """The cards of a column of which anything is on view."""
        first = max(self.down // self._step, 0)
        last = (self.down + self.height) // self._step + 1
        return range(min(first, len(self.cards[column])), min(last, len(self.cards[column])))

    def column_at(self, at: QPoint) -> int | None:
        """The column at a place on the screen."""
        places = range(len(self.columns))
        return next((place for place in places if self.column(place).contains(at)), None)

    def card_at(self, at: QPoint) -> tuple[int, int] | None:
        """The card at a place on the screen: its column, and its place in that."""
        column = self.column_at(at)
        if column is None or self.header(column).contains(at):
            return None
        cards = self.on_view(column)
        return next(
            ((column, place) for place in cards if self.card(column, place).contains(at)), None
        )
