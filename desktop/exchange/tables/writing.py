"""Writing a CSV file that opens in a Dutch spreadsheet program without questions."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from desktop.exchange.files import write_whole
from desktop.exchange.tables.guard import guarded
from desktop.language import _
from desktop.language.format import local


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a CSV file as a Dutch spreadsheet program expects it: UTF-8 with a mark, semicolons,
    a comma in numbers. Returns the number of rows. Refuses a place that cannot be written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([guarded(heading) for heading in headings])
    count = 0
    for row in rows:
        count += 1
        writer.writerow([_csv_cell(value) for value in row])
    write_whole(path, codecs.BOM_UTF8 + text.getvalue().encode())
    return count


def _csv_cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, datetime):
        return local(value).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int):
        return str(value)
    return guarded(str(value))
