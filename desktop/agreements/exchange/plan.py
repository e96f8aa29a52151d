"""What reading a file in does, row by row: shown before it is done, and told afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from desktop.agreements.exchange.sheets import Key
from desktop.language import _


class RowState(Enum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"
    WRONG = "error"


@dataclass(frozen=True, slots=True)
class Change:
    """A cell that gets another value, both as a file writes them."""

    column: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What happens to a row. `wrong` says why it cannot be read in; `note` what to look at even
    though it can."""

    number: int
    key: str
    state: RowState
    changes: tuple[Change, ...] = ()
    wrong: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class SheetPlan:
    """What happens to a sheet: all of it, or nothing when something is wrong."""

    key: Key
    rows: Sequence[RowPlan]
    error: str = ""
    unused: tuple[str, ...] = ()

    @cached_property
    def counts(self) -> Mapping[RowState, int]:
        return Counter(row.state for row in self.rows)

    @property
    def fine(self) -> bool:
        return not self.error and not self.counts.get(RowState.WRONG)

    @property
    def brings(self) -> int:
        """How many rows it changes."""
        counts = self.counts
        return counts.get(RowState.NEW, 0) + counts.get(RowState.CHANGED, 0) if self.fine else 0

    def sentences(self) -> Iterator[str]:
        """What is wrong, with the place in the file (E10)."""
        if self.error:
            yield self.error
        for row in self.rows:
            for wrong in row.wrong:
                yield placed(self.key, row.number, wrong)


@dataclass(frozen=True)
class Plan:
    """What a file brings to a year. `unread` says which sheets it has that nobody knows; `begun`
    the parties with which the year itself begins, when there was none."""

    file: str
    cycle_id: int
    year: int
    applies_in: int
    sheets: tuple[SheetPlan, ...]
    unread: tuple[str, ...] = ()
    begun: tuple[str, ...] = ()

    @property
    def fine(self) -> bool:
        return all(sheet.fine for sheet in self.sheets)

    @property
    def brings(self) -> int:
        return sum(sheet.brings for sheet in self.sheets)

    def wrong(self) -> tuple[str, ...]:
        """Everything that is wrong, in the order of the file."""
        return tuple(sentence for sheet in self.sheets for sentence in sheet.sentences())


def placed(key: Key, row: int, sentence: str) -> str:
    """A sentence with the place in the file that it is about."""
    return _("Sheet {sheet}, row {row}: {what}").format(sheet=key.value, row=row, what=sentence)
