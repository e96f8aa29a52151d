"""Writing the file of a year: all sheets as a workbook, one sheet as CSV, an empty one to fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from desktop.agreements.exchange.cells import as_written, reader_of
from desktop.agreements.exchange.given import YEAR_ROW
from desktop.agreements.exchange.held import Held, HeldRow, held_of
from desktop.agreements.exchange.sheets import README, SHEETS, Column, Holds, Key, SheetKind
from desktop.exchange.tables import Heading, SheetOut, guarded, write_csv, write_sheets
from desktop.language import _

AS_WORDS = (Holds.CHOICE, Holds.CODES, Holds.YES_NO)


def write_year(session: Session, path: Path, cycle_id: int, only: Key | None = None) -> int:
    """Write a year: a workbook, or with `only` one sheet, as CSV when the file is called so.
    Returns the number of rows. Reading it in again changes nothing."""
    wanted = [kind for kind in SHEETS if only in (None, kind.key)]
    held = held_of(session, cycle_id, measurements=only in (None, Key.MEASUREMENTS))
    if path.suffix.lower() == ".csv" and only is not None:
        return write_csv(path, _names(wanted[0]), _cells(wanted[0], held))
    sheets = [SheetOut(k.name, _headings(k), _guarded(_cells(k, held))) for k in wanted]
    write_sheets(path, [*sheets, _readme(wanted, held.year)])
    return sum(len(held.rows[kind.key]) for kind in wanted)


def write_template(path: Path, only: Key | None = None) -> int:
    """Write a file to fill in: headings with their explanation, the words to choose from, and an
    example on the page to read. Returns the number of rows: none."""
    wanted = [kind for kind in SHEETS if only in (None, kind.key)]
    if path.suffix.lower() == ".csv" and only is not None:
        return write_csv(path, _names(wanted[0]), ())
    sheets = [SheetOut(kind.name, _headings(kind), ()) for kind in wanted]
    write_sheets(path, [*sheets, _readme(wanted, None)])
    return 0


def _names(kind: SheetKind) -> list[str]:
    return [column.name for column in kind.columns]


def _headings(kind: SheetKind) -> list[Heading]:
    return [
        Heading(column.name, _note(column), column.width, column.choices, column.needed)
        for column in kind.columns
    ]


def _note(column: Column) -> str:
    lines = [_(column.note)]
    if column.needed:
        lines.append(_("Must be filled in."))
    if column.choices:
        lines.append(_("Choose from: {words}.").format(words=", ".join(column.choices)))
    return "\n".join(lines)


def _cells(kind: SheetKind, held: Held) -> Iterator[list[Any]]:
    for row in held.rows[kind.key].values():
        yield [_cell(column, row) for column in kind.columns]


def _cell(column: Column, row: HeldRow) -> Any:
    value = row.values.get(column.name)
    if column.holds in AS_WORDS or isinstance(value, bool):
        return as_written(value) if value is not None else None
    return value


def _guarded(rows: Iterator[list[Any]]) -> Iterator[list[Any]]:
    for row in rows:
        yield [guarded(cell) if isinstance(cell, str) else cell for cell in row]


def _readme(kinds: Sequence[SheetKind], year: int | None) -> SheetOut:
    """The page to read: what to do, and of each column what it means, its words, an example."""
    headings = [
        Heading(_("Sheet"), width=16),
        Heading(_("Column"), width=20),
        Heading(_("Must be filled in"), width=12),
        Heading(_("What it means"), width=64),
        Heading(_("Words to choose from"), width=44),
        Heading(_("Example"), width=40),
    ]
    rows: list[list[Any]] = []
    if year is not None:
        rows.append([YEAR_ROW, year, None, _("The year of the talks that this file is of.")])
    rows += [[None, None, None, line] for line in _how_to()]
    for kind in kinds:
        rows.append([kind.name, None, None, _(kind.about)])
        rows += [
            [kind.name, c.name, c.needed, _(c.note), ", ".join(c.choices), _example(c)]
            for c in kind.columns
        ]
    full = [row + [None] * (len(headings) - len(row)) for row in rows]
    return SheetOut(README, headings, full, plain=True)


def _how_to() -> tuple[str, ...]:
    return (
        _("Fill in the sheets and import the file in the tab Beleid. First you see what changes."),
        _("An empty cell leaves what the program has. Nothing is removed by importing."),
        _("Is something wrong in a sheet, then nothing of that sheet is read in."),
        _("Codes stay the same: by its code a row is known again."),
        _("Write a date as 1-7-2026 and a number as 12,5."),
    )


def _example(column: Column) -> Any:
    """The example as the cell would hold it: a date is a date, a number a number."""
    if column.holds in (Holds.DAY, Holds.NUMBER, Holds.WHOLE, Holds.MEASURED):
        return reader_of(column)(column.example)
    return column.example
