"""Reading a table from a file that some other program wrote."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.exchange.files import cannot_read
from desktop.exchange.tables.workbooks import ZIP, opened
from desktop.language import _
from desktop.language.fold import fold
from desktop.refused import Refused

MOST_ROWS = 200_000
HEAD_BYTES = 64 * 1024
SEPARATORS = (";", ",", "\t", "|")

OLD_OFFICE = b"\xd0\xcf\x11\xe0"
# Bytes that no text file holds; tab, line feed, form feed and carriage return it may.
NEVER_IN_TEXT = bytes({*range(0x20)} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D})


@dataclass(frozen=True)
class Table:
    """A table as it stands in a file. Every row has as many cells as there are headings, without
    spaces around them; empty rows are left out. `numbers` holds for each row the number that a
    spreadsheet program shows in front of it."""

    name: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    numbers: Sequence[int]


def read_table(path: Path) -> Table:
    """Read a CSV file (any separator; UTF-8, UTF-16 with a mark, or Windows-1252) or the first
    sheet of a workbook.

    Refuses, naming the file and the row: what is empty, not a table, half written, in a mix of
    encodings, with headings missing or doubled, in the old Excel format, or longer than
    `MOST_ROWS`."""
    try:
        if is_workbook(path):
            return _table(path, _workbook_rows(path))
        return _table(path, text_rows(path))
    except OSError as error:
        raise cannot_read(path, error) from error


def is_workbook(path: Path) -> bool:
    """Whether a file is a workbook of Excel, whatever its name says. Refuses the old format."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if head.startswith(OLD_OFFICE):
        raise _refused(
            _(
                "{name} is an old or a locked Excel file. Open it in Excel and save it as "
                "a workbook (.xlsx) without a password."
            ),
            path,
        )
    return head.startswith(ZIP)


def text_rows(path: Path) -> Iterator[list[str]]:
    """The rows of a CSV file as they stand there."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    return _csv_rows(path, _encoding(path, head))


def _table(path: Path, rows: Iterator[list[str]]) -> Table:
    numbered = enumerate(rows, start=1)
    heading_number, headings = next(
        ((number, row) for number, row in numbered if any(cell.strip() for cell in row)), (0, [])
    )
    if not headings:
        raise _refused(_("{name} is empty."), path)
    names = _headings(path, headings)
    width = len(names)
    found: list[tuple[str, ...]] = []
    left_out = False
    numbers: list[int] = []
    for number, row in numbered:
        if len(row) != width:
            if not any(row):
                left_out = True
                continue
            row = _fitted(path, number, row, width)
        cells = tuple(map(str.strip, row))
        if not any(cells):
            left_out = True
            continue
        found.append(cells)
        numbers.append(number)
        if len(found) > MOST_ROWS:
            raise _refused(
                _(
                    "{name} has more than {most} rows. That is more than this program reads at "
                    "once. Make the selection smaller."
                ),
                path,
                most=MOST_ROWS,
            )
    if not found:
        raise _refused(_("{name} holds headings but no rows."), path)
    if not left_out:
        return Table(path.name, names, found, range(heading_number + 1, number + 1))
    return Table(path.name, names, found, numbers)


def _headings(path: Path, cells: list[str]) -> tuple[str, ...]:
    names = [cell.strip() for cell in cells]
    while not names[-1]:
        names.pop()
    seen: dict[str, str] = {}
    for place, name in enumerate(names, start=1):
        if not name:
            raise _refused(
                _("In {name}, column {column} has no heading. Give it one, or remove the column."),
                path,
                column=place,
            )
        earlier = seen.setdefault(fold(name) or name, name)
        if earlier is not name:
            raise _refused(
                _("{name} has the heading “{heading}” twice. Remove one of the two columns."),
                path,
                heading=name,
            )
    return tuple(names)


def _fitted(path: Path, number: int, row: list[str], width: int) -> list[str]:
    """A row that is longer only by empty cells, cut; any other length is a broken file."""
    if len(row) > width and not any(cell.strip() for cell in row[width:]):
        return row[:width]
    raise _refused(
        _(
            "In {name}, row {row} has {cells} columns and the headings are {width}. The file is "
            "broken or was cut off; make it again."
        ),
        path,
        row=number,
        cells=len(row),
        width=width,
    )


def _refused(sentence: str, path: Path, **fields: object) -> Refused:
    return Refused(sentence.format(name=path.name, **fields), "file")


# CSV -----------------------------------------------------------------------------------------


def _encoding(path: Path, head: bytes) -> str:
    """Which encoding the file is in. Refuses what is not text."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if head.translate(None, NEVER_IN_TEXT) != head:
        raise _refused(_("{name} is not a table. Choose a CSV file or a workbook (.xlsx)."), path)
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    try:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                decoder.decode(block)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return _windows(path)
    return "utf-8-sig"


def _windows(path: Path) -> str:
    """Windows-1252, when the file can be that; refuses a mix.

    Letters with marks in Windows-1252 hardly ever look like UTF-8. So a file that has both is in
    two encodings, or in one that was cut off in the middle of a letter."""
    content = path.read_bytes()
    try:
        content.decode("cp1252")
        mixed = not content.decode("utf-8", errors="ignore").isascii()
    except UnicodeDecodeError:
        mixed = True
    if mixed:
        raise _refused(
            _(
                "{name} is not written in one encoding, or was cut off. Save it again as "
                "“CSV UTF-8”."
            ),
            path,
        )
    return "cp1252"


def _csv_rows(path: Path, encoding: str) -> Iterator[list[str]]:
    number = 0
    with path.open(encoding=encoding, newline="") as file:
        try:
            for row in csv.reader(file, delimiter=_separator(file), strict=True):
                number += 1
                yield row
        except csv.Error as error:
            raise _refused(
                _(
                    "{name} is broken after row {row}: a quotation mark is not closed, or the "
                    "file was cut off. Make the file again."
                ),
                path,
                row=number,
            ) from error
        except UnicodeDecodeError as error:
            raise _refused(_("{name} was cut off. Make the file again."), path) from error


def _separator(file: io.TextIOWrapper) -> str:
    """The sign between the cells: what stands in the first line most often, outside quotation
    marks. Leaves the file where the table begins; Excel's own first line `sep=;` is passed."""
    start = file.tell()
    line = file.readline()
    if line.lower().startswith("sep=") and len(line.strip("\r\n")) == 5:
        return line[4]
    while line and not line.strip():
        line = file.readline()
    file.seek(start)
    outside = "".join(line.split('"')[::2])
    return max(SEPARATORS, key=outside.count)


# Workbooks -----------------------------------------------------------------------------------


def _workbook_rows(path: Path) -> Iterator[list[str]]:
    with opened(path) as book:
        sheet = book.get_sheet_by_index(0)
        first_row = sheet.start[0] if sheet.start else 0
        rows = sheet.to_python(skip_empty_area=True, nrows=MOST_ROWS + 2)
    # Empty rows above the table, so that every row has the number the user sees.
    for _row in range(first_row):
        yield []
    for row in rows:
        yield [_cell(value) for value in row]


def _cell(value: object) -> str:
    """A cell of a workbook as one would type it: 12 and not 12.0, a date as 2026-11-23."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return str(value)
