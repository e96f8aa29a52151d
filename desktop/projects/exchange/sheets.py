"""A sheet of a workbook as rows of plain values, and back.

The words of a file are the same in every language of the screen, so that it can be sent to another
desk and read in again. Cells that are no number, day or word of the column are refused with their
row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

from desktop.exchange.tables import Heading, Sheet, SheetCell, SheetOut, guarded, words_of
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused

WHOLE = re.compile(r"-?[0-9]{1,6}")
DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
MOST_EUROS = 10**9


class Holds(Enum):
    """What the cells of a column hold, and so a field of a row."""

    TEXT = "text"
    WHOLE = "whole number"
    DAY = "day"
    EUROS = "euros"  # whole cents in a row
    CHOICE = "choice"


@dataclass(frozen=True)
class Column:
    """A column: the field of a row, its heading, other headings that are read as it, and the words
    for each choice. What is `needed` must be filled in."""

    field: str
    name: str
    holds: Holds = Holds.TEXT
    also: Sequence[str] = ()
    choices: Mapping[Enum, str] | None = None
    needed: bool = False
    width: int = 16


@dataclass(frozen=True, kw_only=True)
class SheetRow:
    """A row of a sheet. `lacks` are the fields for which its file has no column: about those it
    says nothing."""

    lacks: frozenset[str] = field(default=frozenset(), compare=False, repr=False)


Row = TypeVar("Row", bound=SheetRow)


@dataclass(frozen=True)
class SheetKind(Generic[Row]):
    """A sheet with rows of one kind. An empty cell is no words, or gives a field what `row` has by
    itself."""

    name: str
    row: type[Row]
    columns: Sequence[Column]


def cells_of(kind: SheetKind[Row], rows: Iterable[Row]) -> Iterator[list[Any]]:
    """The rows as cells to write."""
    for row in rows:
        yield [_written(column, getattr(row, column.field)) for column in kind.columns]


def sheet_of(kind: SheetKind[Row], rows: Iterable[Row]) -> SheetOut:
    """The rows as a sheet of a workbook, which no program will run as formulas."""
    headings = [
        Heading(one.name, "", one.width, tuple((one.choices or {}).values()), one.needed)
        for one in kind.columns
    ]
    cells = (
        [guarded(cell) if isinstance(cell, str) else cell for cell in row]
        for row in cells_of(kind, rows)
    )
    return SheetOut(kind.name, headings, cells)


def rows_of(path: Path, kind: SheetKind[Row], sheet: Sheet) -> tuple[Row, ...]:
    """The rows of a sheet. Refused, with its row: a cell that its column cannot hold, and a needed
    one that is empty; and a sheet without a needed column."""
    places = _places(path, kind, sheet)
    there = {column.field for column, _place in places}
    lacks = frozenset(column.field for column in kind.columns) - there
    return tuple(
        kind.row(**dict(_filled(places, number, cells)), lacks=lacks)
        for number, cells in zip(sheet.numbers, sheet.rows, strict=True)
    )


def completed(row: Row, known: Row | None) -> Row:
    """A row with what is known of the fields that its file has no column for."""
    if known is None:
        return row
    return replace(row, **{name: getattr(known, name) for name in row.lacks})


def _written(column: Column, value: Any) -> Any:
    if isinstance(value, Enum):
        return (column.choices or {})[value]
    if column.holds is Holds.EUROS and value is not None:
        return Decimal(value) / 100
    return None if value == "" else value


def _places(path: Path, kind: SheetKind[Row], sheet: Sheet) -> list[tuple[Column, int]]:
    """At which place each column stands; columns that nobody asks for are passed."""
    folded = [fold(heading) for heading in sheet.headings]
    places = []
    for column in kind.columns:
        names = [fold(name) for name in (column.name, *column.also)]
        found = next((folded.index(name) for name in names if name in folded), None)
        if found is not None:
            places.append((column, found))
        elif column.needed:
            sentence = _("“{file}” has no column “{column}”. Add it and read the file again.")
            raise Refused(sentence.format(file=path.name, column=column.name), "file")
    return places


def _filled(
    places: Sequence[tuple[Column, int]], number: int, cells: Sequence[SheetCell]
) -> Iterator[tuple[str, Any]]:
    for column, place in places:
        words = words_of(cells[place])
        if words:
            yield column.field, _READERS[column.holds](column, number, cells[place], words)
        elif column.holds is Holds.TEXT and not column.needed:
            yield column.field, ""
        elif column.needed:
            sentence = _("Row {n}: fill in “{column}”. Nothing was read in.")
            raise Refused(sentence.format(n=number, column=column.name), "file")


# Cells ---------------------------------------------------------------------------------------


def _text(_column: Column, _number: int, _cell: SheetCell, words: str) -> str:
    return words.replace("\r\n", "\n")


def _whole(column: Column, number: int, _cell: SheetCell, words: str) -> int:
    plain = words.replace("−", "-").removesuffix(".0").removesuffix(",0").removesuffix("%").strip()
    if not WHOLE.fullmatch(plain):
        raise _wrong(number, column, words, _("no whole number"))
    return int(plain)


def _day(column: Column, number: int, cell: SheetCell, words: str) -> date:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    turned = DUTCH_DAY.fullmatch(words)
    with suppress(ValueError):
        if turned:
            return date(int(turned[3]), int(turned[2]), int(turned[1]))
        return date.fromisoformat(words[:10])
    raise _wrong(number, column, words, _("no day; write it as 2-3-2026"))


def _euros(column: Column, number: int, cell: SheetCell, words: str) -> int:
    plain = "".join(words.replace("€", "").split())
    if isinstance(cell, str) and "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    try:
        cents = Decimal(plain) * 100
    except InvalidOperation:
        cents = Decimal("NaN")
    if not cents.is_finite() or cents != int(cents) or abs(cents) > MOST_EUROS * 100:
        raise _wrong(number, column, words, _("no amount in euros and cents"))
    return int(cents)


def _choice(column: Column, number: int, _cell: SheetCell, words: str) -> Enum:
    for member, word in (column.choices or {}).items():
        if fold(words) in (fold(word), fold(str(member.value))):
            return member
    offered = ", ".join((column.choices or {}).values())
    raise _wrong(number, column, words, _("not one of: {words}").format(words=offered))


_READERS = {
    Holds.TEXT: _text,
    Holds.WHOLE: _whole,
    Holds.DAY: _day,
    Holds.EUROS: _euros,
    Holds.CHOICE: _choice,
}


def _wrong(number: int, column: Column, words: str, why: str) -> Refused:
    sentence = _("Row {n}: “{words}” at “{column}” is {why}. Nothing was read in.")
    return Refused(sentence.format(n=number, words=words[:40], column=column.name, why=why), "file")
