"""The cards of a board in their columns: which one is where, and where it can go."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.language import _
from desktop.projects.panels.board.cards import BoardCard, BoardColumn, Guard

Spot = tuple[int, int]  # a column, and a place in it


class Deck:
    """All cards. A card goes only where `guard` lets it."""

    def __init__(self, columns: Sequence[BoardColumn], guard: Guard) -> None:
        self.columns = tuple(columns)
        self.cards: list[list[BoardCard]] = [[] for _column in columns]
        self._guard = guard

    def show(self, cards: Sequence[BoardCard]) -> None:
        """These cards in place of those before, each column in their order."""
        by_column: dict[str, list[BoardCard]] = {column.key: [] for column in self.columns}
        for card in cards:
            by_column[card.column].append(card)
        self.cards = list(by_column.values())

    def spot_of(self, id: str) -> Spot | None:
        """Where a card is."""
        for column, cards in enumerate(self.cards):
            for place, card in enumerate(cards):
                if card.id == id:
                    return column, place
        return None

    def card(self, id: str) -> BoardCard | None:
        """The card with this id."""
        spot = self.spot_of(id)
        return self.cards[spot[0]][spot[1]] if spot is not None else None

    def beside(self, id: str, across: int, down: int) -> BoardCard | None:
        """The card next to one, over, under or at a side; columns without cards are passed by.
        Beside no card at all lies the first one."""
        filled = [column for column, cards in enumerate(self.cards) if cards]
        if not filled:
            return None
        column, place = self.spot_of(id) or (filled[0], -down)
        ahead = [n for n in filled if (n - column) * across > 0]
        if ahead:
            column = min(ahead, key=lambda n: abs(n - column))
        place = min(max(place + down, 0), len(self.cards[column]) - 1)
        return self.cards[column][place]

    def refusals(self, card: BoardCard) -> dict[int, str]:
        """The columns that do not take a card, each with its sentence."""
        found = {
            place: self._guard(card.id, column.key)
            for place, column in enumerate(self.columns)
            if column.key != card.column
        }
        return {place: sentence for place, sentence in found.items() if sentence is not None}

    def ahead_of(self, card: BoardCard, step: int) -> int | None:
        """The next column to a side that takes a card, else the next one; None behind the last."""
        at = next(n for n, column in enumerate(self.columns) if column.key == card.column)
        ahead = range(at + step, len(self.columns) if step > 0 else -1, step)
        refusals = self.refusals(card)
        return next((n for n in ahead if n not in refusals), next(iter(ahead), None))

    def in_words(self, card: BoardCard) -> str:
        """A card as somebody would say it who sees it."""
        column = next(column for column in self.columns if column.key == card.column)
        said = _("{title}. In the column {column}.").format(title=card.title, column=column.title)
        more = ", ".join(one for one in (card.chip, card.detail) if one)
        return f"{said} {more[:1].upper()}{more[1:]}".strip()
