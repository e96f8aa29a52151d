"""Reading all the sheets of a workbook, cell by cell as they are: numbers, days, words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from desktop.exchange.files import cannot_read
from desktop.exchange.tables.guard import unguarded
from desktop.exchange.tables.reading import MOST_ROWS, is_workbook, text_rows
from desktop.exchange.tables.workbooks import opened
from desktop.language import _
from desktop.refused import Refused

SheetCell = str | int | float | bool | date | datetime | time | timedelta


@dataclass(frozen=True)
class Sheet:
    """A sheet as it stands in a file. Every row has as many cells as there are headings; what is
    empty is "". `numbers` holds for each row the number that a spreadsheet program shows in front
    of it, `merged` the first cells that were joined ("A5:B6"). A CSV file is one sheet of words
    with the name of the file."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[Sequence[SheetCell]]
    numbers: Sequence[int]
    merged: str = ""


def read_sheets(path: Path) -> tuple[Sheet, ...]:
    """Every sheet of a workbook, or the one table of a CSV file. A formula is read as the value
    that the file has for it, and is never worked out.

    Refuses what is no table, broken, in the old Excel format, or longer than `MOST_ROWS`. What
    the headings mean, and whether one is missing, is for who asked."""
    try:
        if not is_workbook(path):
            return (_sheet(path, path.stem, text_rows(path), 1),)
        with opened(path) as book:
            return tuple(_of_workbook(path, book, name) for name in book.sheet_names)
    except OSError as error:
        raise cannot_read(path, error) from error


def _of_workbook(path: Path, book: Any, name: str) -> Sheet:
    found = book.get_sheet_by_name(name)
    first_row = found.start[0] + 1 if found.start else 1
    rows = found.to_python(skip_empty_area=True, nrows=MOST_ROWS + 2)
    return _sheet(path, name, rows, first_row, _merged(found.merged_cell_ranges, first_row))


def _sheet(
    path: Path, name: str, rows: Iterable[list[Any]], first_row: int, merged: str = ""
) -> Sheet:
    numbered = ((n, row) for n, row in enumerate(rows, first_row) if row.count("") < len(row))
    _number, found_headings = next(numbered, (0, []))
    headings = [str(cell).strip() for cell in found_headings]
    while headings and not headings[-1]:
        headings.pop()
    width = len(headings)
    kept: list[Sequence[SheetCell]] = []
    numbers: list[int] = []
    for number, row in numbered:
        if len(row) != width:
            row = (row + [""] * width)[:width]
        kept.append(row)
        numbers.append(number)
    if len(kept) > MOST_ROWS:
        raise Refused(
            _(
                "{name} has more than {most} rows. That is more than this program reads at "
                "once. Make the selection smaller."
            ).format(name=path.name, most=MOST_ROWS),
            "file",
        )
    return Sheet(name, tuple(headings), kept, numbers, merged)


def words_of(cell: SheetCell) -> str:
    """A cell as somebody would type it: 12 and not 12.0, a day as 2026-11-23; without the mark
    that kept it from being a formula."""
    if isinstance(cell, str):
        return unguarded(cell.strip())
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, datetime):
        whole_day = cell.time() == time.min
        return cell.date().isoformat() if whole_day else cell.isoformat(" ", "minutes")
    return str(cell)


def _merged(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]] | None, first: int) -> str:
    """The first cells below the headings that were joined into one."""
    from openpyxl.utils import get_column_letter

    for (top, left), (bottom, right) in sorted(ranges or ()):
        if bottom >= first:
            corners = ((left, top), (right, bottom))
            return ":".join(f"{get_column_letter(x + 1)}{y + 1}" for x, y in corners)
    return ""
