"""The error for something that the user asked and that cannot be."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - the program is not at fault
    """What the user asked cannot be done; nothing has changed.

    `sentence` is for people: what cannot be, and what to do. It is already in the user's
    language. `field` names the input it is about, for the screen to show it there.
    """

    def __init__(self, sentence: str, field: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Conflict(Refused):
    """Somebody else changed the same row first.

    `theirs` and `mine` hold the values that differ, by column of `table`, so that the user can
    choose.
    """

    def __init__(
        self, sentence: str, table: str, theirs: dict[str, object], mine: dict[str, object]
    ) -> None:
        super().__init__(sentence)
        self.table = table
        self.theirs = theirs
        self.mine = mine
