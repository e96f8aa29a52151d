"""What a board shows: columns, and the cards in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.widgets.theme import Tone

# Why a card cannot go to a column, as a sentence; None when it can.
Guard = Callable[[str, str], str | None]


@dataclass(frozen=True)
class BoardColumn:
    """A state. `empty` says what is in it, for when there is nothing."""

    key: str
    title: str
    empty: str = ""


@dataclass(frozen=True)
class BoardCard:
    """One thing in the column with the key `column`; the chip is a word with a colour."""

    id: str
    column: str
    title: str
    detail: str = ""
    chip: str = ""
    tone: Tone = Tone.GREY
