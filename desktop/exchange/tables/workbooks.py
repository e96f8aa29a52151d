"""Opening a workbook, and not before it is sure that it fits in memory.

The reader makes a grid of everything between the first cell and the last: one cell in the far
corner of an otherwise empty sheet asks for half a terabyte, and the program would be ended by the
system. Hence every file is looked through before it is read.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from desktop.language import _
from desktop.refused import Refused

ZIP = b"PK\x03\x04"
# A workbook of many rows is far below this; a small file that unfolds to more is a trap.
MOST_UNPACKED_BYTES = 400 * 1024 * 1024
MOST_CELLS = 20_000_000
BLOCK_BYTES = 1 << 20
LONGEST_ADDRESS = 64

# The place of a cell, past column Z or past row 99,999. Of an ordinary table none is found, which
# takes a fraction of the time of reading it.
FAR = re.compile(rb"""\br\s*=\s*["'](?:([A-Z]{2,4})([0-9]+)|([A-Z]?)([0-9]{6,}))["']""")
LETTERS = 26


@contextmanager
def opened(path: Path) -> Iterator[Any]:
    """A workbook of Excel, for reading. Refuses one that is broken, or too large to read."""
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        _check_size(path)
        with closing(CalamineWorkbook.from_path(str(path))) as book:
            yield book
    except (CalamineError, zipfile.BadZipFile) as error:
        raise Refused(
            _("{name} is broken or half written. Save the workbook again.").format(name=path.name),
            "file",
        ) from error


def _check_size(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        entries = archive.infolist()
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES:
            raise _too_large(path)
        for entry in entries:
            if entry.filename.startswith("xl/") and not entry.is_dir():
                with archive.open(entry) as sheet:
                    if _cells(_blocks(sheet)) > MOST_CELLS:
                        raise _too_large(path)


def _blocks(file: Any) -> Iterator[bytes]:
    """The content piece by piece; each begins with the end of the one before it."""
    kept = b""
    try:
        while block := file.read(BLOCK_BYTES):
            yield kept + block
            kept = block[-LONGEST_ADDRESS:]
    except (NotImplementedError, RuntimeError, EOFError, ValueError, zlib.error) as error:
        # A locked or unknown way of packing, or bytes that were never packed.
        raise zipfile.BadZipFile(str(error)) from error


def _cells(blocks: Iterator[bytes]) -> int:
    """How many cells the grid of a sheet has at most."""
    last_column, last_row = LETTERS, 99_999
    for block in blocks:
        for column, row, near_column, far_row in FAR.findall(block):
            last_column = max(last_column, _place(column or near_column))
            last_row = max(last_row, int(row or far_row))
    return last_column * last_row


def _place(column: bytes) -> int:
    place = 0
    for letter in column:
        place = place * LETTERS + letter - ord("A") + 1
    return place


def _too_large(path: Path) -> Refused:
    return Refused(
        _("{name} is too large to read at once. Make the selection smaller.").format(
            name=path.name
        ),
        "file",
    )
