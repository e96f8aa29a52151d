"""Writing a table that opens in a Dutch spreadsheet program without questions."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from desktop.exchange.files import write_whole
from desktop.language import _
from desktop.language.format import local


def write_csv(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a CSV file as a Dutch spreadsheet program expects it: UTF-8 with a mark, semicolons,
    a comma in numbers. Returns the number of rows. Refuses a place that cannot be written."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow([_harmless(heading) for heading in headings])
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
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """Text that a spreadsheet program will not run as a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a workbook with one sheet: headings that stay in view and can be filtered. Returns
    the number of rows. Refuses a place that cannot be written."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet()

    def cell(value: object, font: Font | None = None) -> WriteOnlyCell:
        if isinstance(value, datetime):
            value = local(value).replace(tzinfo=None)
        if isinstance(value, bool):
            value = _("yes") if value else _("no")
        if isinstance(value, str):
            value = ILLEGAL_CHARACTERS_RE.sub("", value)
        made = WriteOnlyCell(sheet, value)
        if isinstance(value, str):
            made.data_type = "s"  # never a formula
        if font is not None:
            made.font = font
        return made

    sheet.freeze_panes = "A2"
    for place, heading in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = max(12, len(heading) + 4)
    sheet.append([cell(heading, Font(bold=True)) for heading in headings])
    count = 0
    for row in rows:
        count += 1
        sheet.append([cell(value) for value in row])
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{count + 1}"
    content = io.BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())
    return count
