"""A card that is in hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize

from desktop.projects.panels.board.cards import BoardCard


@dataclass
class Carrying:
    """The hand is `at` a place, and holds the card at `grasped`. `refusals` are the columns that do
    not take it, with why. It is lifted once the hand has moved."""

    card: BoardCard
    at: QPoint
    grasped: QPoint
    refusals: dict[int, str]
    is_lifted: bool = field(default=False)

    def to(self, at: QPoint, far_enough: int) -> None:
        """Follow the hand."""
        if self.is_lifted or (at - self.at).manhattanLength() >= far_enough:
            self.is_lifted = True
            self.at = at

    def box(self, size: QSize) -> QRect:
        """Where the card is."""
        return QRect(self.at - self.grasped, size)
