"""Taking in the rows of a sheet, each by the action that the screen would use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from desktop.agreements.exchange.cells import as_written
from desktop.agreements.exchange.given import (
    GivenFile,
    GivenRow,
    GivenSheet,
    key_of,
    shown_key,
)
from desktop.agreements.exchange.held import Held, HeldRow
from desktop.agreements.exchange.plan import Change, RowPlan, RowState, SheetPlan
from desktop.agreements.exchange.sheets import Holds, Key, SheetKind
from desktop.agreements.exchange.vocabulary import nearest
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused
from desktop.store import Actor
from desktop.store.within import Within

Changed = Mapping[str, Any]
Progress = Callable[[int, int], None]

UNPRINTABLE = {code: None for code in range(32) if chr(code) not in "\n\t"}


@dataclass
class Taking:
    """A file that is being taken in: with which store (within an act, or only to try), what the
    year holds so far, and what is worth telling about the row at hand.

    `tried` is set when all of it will be thrown away: a row that is refused then leaves nothing,
    and the others go on. In an act there is no such row, or all of the act is undone."""

    store: Within
    who: Actor
    given: GivenFile
    held: Held
    tried: bool
    progress: Progress = lambda done, total: None
    note: str = ""
    failed: set[Key] = field(default_factory=set)

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is refused within leaves nothing behind."""
        if not self.tried:
            yield
            return
        with self.store.running.session.begin_nested():
            yield

    @property
    def reason(self) -> str:
        """Where what is written comes from."""
        return _("Read in from {file}").format(file=self.given.name)

    def named(self, key: Key, code: str, word: str) -> int:
        """The number of what a code names. Refuses one that is not there, with what was probably
        meant (E10). `word` is what people call it."""
        found = self.held.id_of(key, code)
        if found is not None:
            return found
        sheet = self.given.sheets.get(key)
        if key in self.failed and sheet is not None and _is_in(sheet, code):
            sentence = _("{what} “{code}” is on the sheet {sheet}, and that cannot be read in.")
            raise Refused(sentence.format(what=word, code=code, sheet=key.value))
        raise not_there(word, code, self.held.codes(key))


# Takes a row in that is new or changed; gives the number that it has from then on.
Taker = Callable[[Taking, GivenRow, HeldRow | None, Changed], int]


def not_there(word: str, code: str, known: Any) -> Refused:
    """A code that names nothing, with what was probably meant."""
    meant = nearest(code, known)
    if meant is None:
        return Refused(_("{what} “{code}” does not exist.").format(what=word, code=code))
    sentence = _("{what} “{code}” does not exist. Do you mean “{meant}”?")
    return Refused(sentence.format(what=word, code=code, meant=meant))


def _is_in(sheet: GivenSheet, code: str) -> bool:
    name = sheet.kind.identity[0]
    return any(fold(str(row.values.get(name, ""))) == fold(code) for row in sheet.rows)


def take_sheet(taking: Taking, sheet: GivenSheet, take: Taker) -> SheetPlan:
    """Take all rows of a sheet, or none when one of them is wrong; every wrong one is listed."""
    kind = sheet.kind
    held = taking.held.rows[kind.key]
    before = dict(held)
    rows: list[RowPlan] = []
    try:
        with taking.apart():
            for at, row in enumerate(sheet.rows):
                taking.progress(at, len(sheet.rows))
                rows.append(_take_row(taking, kind, row, take))
            if sheet.error or any(row.state is RowState.WRONG for row in rows):
                raise _Wrong
    except _Wrong:
        held.clear()
        held.update(before)
        taking.failed.add(kind.key)
    return SheetPlan(kind.key, rows, sheet.error, sheet.unused)


class _Wrong(Exception):  # noqa: N818 - what was tried is thrown away, nothing went wrong
    """A row of the sheet is wrong: the others must not stay."""


def _take_row(taking: Taking, kind: SheetKind, row: GivenRow, take: Taker) -> RowPlan:
    shown = shown_key(kind, row.values)
    if row.errors:
        return RowPlan(row.number, shown, RowState.WRONG, wrong=row.errors)
    key = key_of(kind, row.values)
    known = taking.held.rows[kind.key].get(key)
    taking.note = ""
    changed = differing(kind, row, known)
    if known is not None and not changed:
        return RowPlan(row.number, shown, RowState.SAME)
    try:
        with taking.apart():
            id = take(taking, row, known, changed)
    except Refused as refused:
        if not taking.tried:
            raise
        return RowPlan(row.number, shown, RowState.WRONG, wrong=(refused.sentence,))
    values = {**(known.values if known is not None else {}), **changed}
    taking.held.rows[kind.key][key] = HeldRow(id, values)
    if known is None:
        told = what_comes(kind, row)
        return RowPlan(row.number, shown, RowState.NEW, told, note=taking.note)
    changes = tuple(
        Change(name, as_written(known.values.get(name)), as_written(value))
        for name, value in changed.items()
    )
    return RowPlan(row.number, shown, RowState.CHANGED, changes, note=taking.note)


def what_comes(kind: SheetKind, row: GivenRow) -> tuple[Change, ...]:
    """What a new row brings, in the one value that tells most."""
    value = row.values.get(kind.telling)
    return () if value is None else (Change(kind.telling, "", as_written(value)),)


def differing(kind: SheetKind, row: GivenRow, known: HeldRow | None) -> dict[str, Any]:
    """The values of a row that are other than what is held. What a file leaves empty stays."""
    if known is None:
        return dict(row.values)
    return {
        name: value
        for name, value in row.values.items()
        if name not in kind.identity
        and not _same(kind.column(name).holds, value, known.values.get(name))
    }


def _same(holds: Holds, value: Any, held: Any) -> bool:
    if value == held:
        return True
    if holds is Holds.YES_NO:
        return not value and held is None
    if holds is Holds.CODES:
        return {fold(code) for code in value} == {fold(code) for code in held or ()}
    if isinstance(value, str) and isinstance(held, str):
        if holds is Holds.CODE:
            return fold(value) == fold(held)
        return _printable(value) == _printable(held)
    return False


def _printable(text: str) -> str:
    """A text as a workbook can hold it."""
    return text.translate(UNPRINTABLE).strip()
