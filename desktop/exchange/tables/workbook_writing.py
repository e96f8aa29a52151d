"""Writing a workbook whose sheets explain themselves: notes at the headings, words to choose."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from desktop.exchange.files import write_whole
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused

LONGEST_CELL = 32_767  # signs; of a longer text Excel keeps only the beginning
MOST_DIGITS = 15  # of a number in Excel
DAY_FORMAT = "DD-MM-YYYY"
LAST_ROW = 1_048_576
LONGEST_CHOICES = 255  # signs, with commas between
ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # how a workbook writes signs that XML cannot hold


@dataclass(frozen=True)
class Heading:
    """A column as it is written. `width` is in characters; `note` shows when the pointer is on
    the heading; the cells below offer `choices`."""

    name: str
    note: str = ""
    width: int = 0
    choices: Sequence[str] = ()
    filled: bool = False  # its cells must not be empty: the heading stands out


@dataclass(frozen=True)
class SheetOut:
    """A sheet as it is written. `plain` is a page to read: without a filter, its lines wrapped."""

    name: str
    headings: Sequence[Heading]
    rows: Iterable[Sequence[object]]
    plain: bool = False


def write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a workbook with one sheet. Returns the number of rows. Refuses as `write_sheets`."""
    return write_sheets(path, [SheetOut("Sheet", [Heading(name) for name in headings], rows)])


def write_sheets(path: Path, sheets: Iterable[SheetOut]) -> int:
    """Write a workbook: headings that stay in view and can be filtered, days as days, numbers as
    numbers (as words when Excel would round them), text as text and never as a formula. Returns
    the number of rows. Refuses a text that is too long for a cell, and a place that cannot be
    written."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    count = 0
    for sheet in sheets:
        out = book.create_sheet(sheet.name)
        try:
            count += _add(out, sheet)
        except BaseException:
            out.close()  # it has a file of its own open
            raise
    content = io.BytesIO()
    book.save(content)
    write_whole(path, content.getvalue())
    return count


def _add(out: Any, sheet: SheetOut) -> int:
    from openpyxl.utils import get_column_letter

    out.freeze_panes = "A2"
    for place, heading in enumerate(sheet.headings, start=1):
        width = heading.width or max(12, len(heading.name) + 4)
        out.column_dimensions[get_column_letter(place)].width = width
    out.append([_heading(out, heading) for heading in sheet.headings])
    count = 0
    for row in sheet.rows:
        count += 1
        out.append([_cell(out, value, sheet.plain) for value in row])
    if not sheet.plain:
        out.auto_filter.ref = f"A1:{get_column_letter(len(sheet.headings))}{count + 1}"
    _offer_choices(out, sheet.headings)
    return count


def _heading(out: Any, heading: Heading) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    cell = WriteOnlyCell(out, heading.name)
    cell.data_type = "s"
    cell.font = Font(bold=True)
    if heading.filled:
        cell.fill = PatternFill("solid", fgColor="E0F0EC")
    if heading.note:
        lines = 2 + len(heading.note) // 40
        cell.comment = Comment(heading.note, "Samenspraak", height=20 * lines, width=280)
    return cell


def _cell(out: Any, value: object, wrapped: bool) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment

    value = _value(value)
    cell = WriteOnlyCell(out, value)
    if isinstance(value, str):
        cell.data_type = "s"  # never a formula
        if wrapped:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, date) and not isinstance(value, datetime):
        cell.number_format = DAY_FORMAT
    return cell


def _value(value: object) -> object:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if isinstance(value, datetime):
        return local(value).replace(tzinfo=None)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > MOST_DIGITS:
        return f"{value:f}".replace(".", ",")
    if isinstance(value, str):
        text = ESCAPE.sub("_x005F_", ILLEGAL_CHARACTERS_RE.sub("", value))
        if len(text) > LONGEST_CELL:
            raise Refused(
                _(
                    "The text “{begin}…” is longer than {most} signs, and Excel would cut it "
                    "off. Write a CSV file instead."
                ).format(begin=text[:40], most=LONGEST_CELL),
                "file",
            )
        return text
    return value


def _offer_choices(out: Any, headings: Sequence[Heading]) -> None:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    for place, heading in enumerate(headings, start=1):
        words = ",".join(heading.choices)
        if heading.choices and len(words) <= LONGEST_CHOICES:
            letter = get_column_letter(place)
            offered = DataValidation("list", f'"{words}"', allow_blank=True, showErrorMessage=False)
            offered.add(f"{letter}2:{letter}{LAST_ROW}")
            out.data_validations.append(offered)
