"""What a file gives: its sheets, each row with its values and with what is wrong in it.

Nothing is looked up here. A row that cannot be read stays in the list with its sentences, so that
people see all that is wrong at once.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop.agreements.exchange.cells import Value, reader_of
from desktop.agreements.exchange.sheets import README, SHEETS, Key, SheetKind, kind_named
from desktop.agreements.exchange.vocabulary import nearest
from desktop.exchange.files import read_whole
from desktop.exchange.tables import Sheet, SheetCell, read_sheets, words_of
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused

RowKey = tuple[Value, ...]

YEAR_ROW = "Jaarronde"  # on the page "Lees mij": which year the file is of


@dataclass(slots=True)
class GivenRow:
    """A row: the number that a spreadsheet program shows, its values by column (an empty cell is
    not among them), and what is wrong with it."""

    number: int
    values: dict[str, Value]
    errors: tuple[str, ...] = ()


@dataclass(frozen=True)
class GivenSheet:
    """A sheet of the file. With an `error` its rows were not read."""

    kind: SheetKind
    rows: Sequence[GivenRow]
    error: str = ""
    unused: tuple[str, ...] = ()


@dataclass(frozen=True)
class GivenFile:
    """A file: its known sheets in the order in which they are read in, the sheets it has besides,
    the year that it says it is of, and a digest that only the same file has."""

    name: str
    sheets: Mapping[Key, GivenSheet]
    unread: tuple[str, ...]
    year: int | None
    digest: str


def read_given(path: Path, only: Key | None = None) -> GivenFile:
    """Read a workbook, or a CSV file of one sheet, which is known by its headings. Refuses a file
    that cannot be read and one without any of the sheets."""
    found = read_sheets(path)
    wanted = [kind for kind in SHEETS if only in (None, kind.key)]
    chosen = _chosen(found, wanted)
    if not chosen:
        raise Refused(_no_sheet(path, found, wanted), "file")
    used = {id(sheet) for sheet in chosen.values()}
    others = [sheet.name for sheet in found if id(sheet) not in used and sheet.headings]
    return GivenFile(
        name=path.name,
        sheets={kind.key: _given(kind, chosen[kind.key]) for kind in SHEETS if kind.key in chosen},
        unread=tuple(n for n in others if fold(n) != fold(README) and _unknown(n, only)),
        year=_year(found),
        digest=hashlib.sha256(read_whole(path)).hexdigest(),
    )


def _unknown(name: str, only: Key | None) -> bool:
    """Whether a sheet was left out because nobody knows it, and not because it was not asked."""
    return only is None or kind_named(name) is None


def _chosen(found: Sequence[Sheet], wanted: Sequence[SheetKind]) -> dict[Key, Sheet]:
    """Each wanted sheet by its name; a table that stands alone by its headings."""
    chosen = {
        kind.key: sheet for kind in wanted for sheet in found if fold(sheet.name) == fold(kind.name)
    }
    filled = [sheet for sheet in found if sheet.headings and fold(sheet.name) != fold(README)]
    if not chosen and len(filled) == 1:
        fitting = [kind for kind in wanted if not _missing(kind, filled[0])]
        if fitting:
            best = max(fitting, key=lambda kind: len(kind.places(filled[0].headings)))
            return {best.key: filled[0]}
    return chosen


def _no_sheet(path: Path, found: Sequence[Sheet], wanted: Sequence[SheetKind]) -> str:
    names = [kind.name for kind in wanted]
    if len(found) == 1 and len(wanted) == 1:
        missing = _missing(wanted[0], found[0])
        return _missing_sentence(found[0].name, missing[0], found[0].headings)
    for sheet in found:
        meant = nearest(sheet.name, names)
        if meant is not None:
            sentence = _("{file} has a sheet “{name}”. Do you mean “{meant}”? Nothing was read in.")
            return sentence.format(file=path.name, name=sheet.name, meant=meant)
    sentence = _(
        "{file} has none of these sheets: {names}. Nothing was read in. The empty file to fill in "
        "has the right sheets and headings."
    )
    return sentence.format(file=path.name, names=", ".join(names))


def _missing(kind: SheetKind, sheet: Sheet) -> list[str]:
    places = kind.places(sheet.headings)
    return [column.name for column in kind.columns if column.needed and column.name not in places]


def _missing_sentence(sheet: str, column: str, headings: Sequence[str]) -> str:
    meant = nearest(column, headings)
    if meant is not None:
        sentence = _("Sheet {sheet} has no column “{column}”. Is that “{meant}”? Rename it then.")
        return sentence.format(sheet=sheet, column=column, meant=meant)
    return _("Sheet {sheet} has no column “{column}”. Add it.").format(sheet=sheet, column=column)


def _given(kind: SheetKind, sheet: Sheet) -> GivenSheet:
    if not sheet.headings:
        return GivenSheet(kind, ())
    error = _wrong_with(kind, sheet)
    if error:
        return GivenSheet(kind, (), error)
    places = kind.places(sheet.headings)
    unused = tuple(h for n, h in enumerate(sheet.headings) if h and n not in places.values())
    rows = _rows(kind, sheet, places)
    _mark_doubles(kind, rows)
    return GivenSheet(kind, rows, unused=unused)


def _wrong_with(kind: SheetKind, sheet: Sheet) -> str:
    if sheet.merged:
        sentence = _("Sheet {sheet} has joined cells ({cells}). Split them, and fill each row.")
        return sentence.format(sheet=kind.name, cells=sheet.merged)
    for heading, count in Counter(fold(heading) for heading in sheet.headings if heading).items():
        if count > 1 and any(fold(column.name) == heading for column in kind.columns):
            sentence = _("Sheet {sheet} has the column “{column}” twice. Remove one of them.")
            return sentence.format(sheet=kind.name, column=heading.replace(" ", "_"))
    missing = _missing(kind, sheet)
    return _missing_sentence(kind.name, missing[0], sheet.headings) if missing else ""


def _rows(kind: SheetKind, sheet: Sheet, places: Mapping[str, int]) -> list[GivenRow]:
    """The rows; a column at a time, since nearly always all of it can be read."""
    wrong: dict[int, list[str]] = {}
    names = [column.name for column in kind.columns if column.name in places]
    columns: list[Sequence[Value]] = []
    for name in names:
        cells = [row[places[name]] for row in sheet.rows]
        column = kind.column(name)
        values: Sequence[Value]
        try:
            values = list(map(reader_of(column), cells))
        except Refused:
            values = list(_one_by_one(name, cells, reader_of(column), wrong))
        if column.needed and None in values:
            _mark_empty(name, values, wrong)
        columns.append(values)
    rows = []
    for at, of_row in enumerate(zip(*columns, strict=True)):
        if _only_empty(sheet.rows[at]):
            continue
        filled = {n: value for n, value in zip(names, of_row, strict=True) if value is not None}
        rows.append(GivenRow(sheet.numbers[at], filled, tuple(wrong.get(at, ()))))
    return rows


def _only_empty(row: Sequence[SheetCell]) -> bool:
    return not any(words_of(cell) for cell in row)


def _one_by_one(
    name: str, cells: Sequence[SheetCell], read: Any, wrong: dict[int, list[str]]
) -> Iterator[Value]:
    for at, cell in enumerate(cells):
        try:
            yield read(cell)
        except Refused as refused:
            sentence = _("{column}: {why}").format(column=name, why=refused.sentence)
            wrong.setdefault(at, []).append(sentence)
            yield UNREADABLE


class _Unreadable:
    """In the place of a value that could not be read: it is wrong, and not empty."""

    def __str__(self) -> str:
        return "?"


UNREADABLE = _Unreadable()


def _mark_empty(name: str, values: Sequence[Value], wrong: dict[int, list[str]]) -> None:
    sentence = _("“{column}” is empty. Fill it in.").format(column=name)
    for at, value in enumerate(values):
        if value is None:
            wrong.setdefault(at, []).append(sentence)


def _mark_doubles(kind: SheetKind, rows: Sequence[GivenRow]) -> None:
    """What is known again by its key stands there once."""
    seen: dict[RowKey, int] = {}
    for row in rows:
        if row.errors:
            continue
        key = key_of(kind, row.values)
        first = seen.setdefault(key, row.number)
        if first != row.number:
            sentence = _("The same stands in row {row}: {key}. Keep one of the two.")
            row.errors = (sentence.format(row=first, key=shown_key(kind, row.values)),)


@lru_cache(maxsize=4096)
def folded(code: str) -> str:
    """`fold` for codes, of which a long list has the same ones again and again."""
    return fold(code)


def key_of(kind: SheetKind, values: Mapping[str, Value]) -> RowKey:
    """By what a row is known again. Capitals of a code or a name do not matter."""
    return tuple(
        folded(value) if isinstance(value := values[name], str) and name != "wat" else value
        for name in kind.identity
    )


def shown_key(kind: SheetKind, values: Mapping[str, Value]) -> str:
    """The key of a row in words."""
    return " · ".join(str(values.get(name, "")) for name in kind.identity)


def _year(found: Sequence[Sheet]) -> int | None:
    for sheet in found:
        if fold(sheet.name) == fold(README):
            for row in sheet.rows:
                cells = [words_of(cell) for cell in row if words_of(cell)]
                if len(cells) > 1 and cells[0] == YEAR_ROW and cells[1].isdecimal():
                    return int(cells[1])
    return None
