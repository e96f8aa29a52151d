"""Workbooks as people make them, for tests of what is read in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook

Rows = Sequence[Sequence[object]]


def write_book(path: Path, sheets: Mapping[str, Rows]) -> Path:
    """A workbook of these sheets; the first row of each has the headings."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


MEASURED = ("indicator_code", "meetdatum", "waarde", "bron")
AGREED = ("afspraak_code", "thema_code", "titel")
INDICATED = (
    "indicator_code",
    "afspraak_code",
    "naam",
    "eenheid",
    "richting",
    "nul_waarde",
    "nul_datum",
    "doel_waarde",
    "doel_datum",
    "pad",
    "bron",
)
