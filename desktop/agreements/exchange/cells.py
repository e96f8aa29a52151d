"""What a cell of a file holds: a number exactly, a day, a word for a choice.

A cell of a workbook is a number, a day or a text already; of a CSV file it is text. A text is read
as people in the Netherlands write it. Sentences are for people and name the cell as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from desktop.agreements.exchange.sheets import Column, Holds
from desktop.agreements.exchange.vocabulary import NO, WORD_OF, YES, choice, nearest, yes_no
from desktop.agreements.rules.form import check_number, number
from desktop.exchange.tables import SheetCell, words_of
from desktop.language import _
from desktop.refused import Refused

ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]*)?")
DUTCH_DAY = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
FIRST_YEAR, LAST_YEAR = 1990, 2100

Value = Any  # str, int, Decimal, date, bool, Enum or tuple[str, ...]; None for an empty cell


def reader_of(column: Column) -> Callable[[SheetCell], Value]:
    """A function that reads the cells of a column; what is there often is read once. It gives
    None for an empty cell, and refuses what the column cannot hold."""
    known: dict[SheetCell, Value] = {}
    read = READERS[column.holds]

    def value(cell: SheetCell) -> Value:
        # True is 1 for a dictionary, and they are not the same in a cell.
        if isinstance(cell, bool):
            return read(column, cell)
        if cell not in known:
            empty = isinstance(cell, str) and not cell.strip()
            known[cell] = None if empty else read(column, cell)
        return known[cell]

    return value


def _text(column: Column, cell: SheetCell) -> str:
    return words_of(cell).replace("\r\n", "\n").replace("\r", "\n")


def _code(column: Column, cell: SheetCell) -> str:
    return " ".join(words_of(cell).split())


def _codes(column: Column, cell: SheetCell) -> tuple[str, ...]:
    return tuple(code for code in re.split(r"[\s,;]+", words_of(cell)) if code)


def _number(column: Column, cell: SheetCell) -> Decimal:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return number(words_of(cell), column.name)  # refuses, with the cell in its words
    if isinstance(cell, str):
        return number(words_of(cell), column.name)
    # A workbook keeps 15 figures: behind those stands what a formula of fractions left over.
    value = Decimal(f"{cell:.15g}" if isinstance(cell, float) else cell)
    check_number(value, column.name)
    return Decimal(f"{value:f}")


def _whole(column: Column, cell: SheetCell) -> int:
    value = _number(column, cell)
    if value != value.to_integral_value():
        raise Refused(_("“{text}” is not a whole number.").format(text=words_of(cell)), column.name)
    return int(value)


def _day(column: Column, cell: SheetCell) -> date:
    if isinstance(cell, datetime):
        return _possible(cell.date(), cell)
    if isinstance(cell, date):
        return _possible(cell, cell)
    if isinstance(cell, str):
        text = words_of(cell)
        iso, dutch = ISO_DAY.fullmatch(text), DUTCH_DAY.fullmatch(text)
        try:
            if iso is not None:
                return _possible(date(*map(int, iso.groups())), cell)
            if dutch is not None:
                day, month, year = map(int, dutch.groups())
                return _possible(date(year, month, day), cell)
        except ValueError:
            pass  # not on the calendar: said below, like what is no day at all
    raise _no_day(cell)


def _possible(day: date, cell: SheetCell) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _no_day(cell)
    return day


def _no_day(cell: SheetCell) -> Refused:
    sentence = _("“{text}” is no date. Write it as 1-7-2026.")
    return Refused(sentence.format(text=words_of(cell)))


def _yes_no(column: Column, cell: SheetCell) -> bool:
    answer = cell if isinstance(cell, bool) else yes_no(words_of(cell))
    if answer is None:
        raise Refused(
            _("“{text}” is neither “ja” nor “nee”.").format(text=words_of(cell)), column.name
        )
    return answer


def _choice(column: Column, cell: SheetCell) -> Any:
    assert column.words is not None
    text = words_of(cell)
    found = choice(column.words, text)
    if found is not None:
        return found
    meant = nearest(text, column.choices)
    if meant is not None:
        sentence = _("“{text}” is no choice here. Do you mean “{meant}”?")
        raise Refused(sentence.format(text=text, meant=meant), column.name)
    sentence = _("“{text}” is no choice here. Choose from: {words}.")
    raise Refused(sentence.format(text=text, words=", ".join(column.choices)), column.name)


def _measured(column: Column, cell: SheetCell) -> Decimal | bool:
    """A number, or yes or no. A 1 stays a number: what it means depends on the indicator."""
    if isinstance(cell, bool):
        return cell
    if isinstance(cell, str) and words_of(cell)[:1].isalpha():
        answer = yes_no(words_of(cell))
        if answer is not None:
            return answer
    return _number(column, cell)


READERS: Mapping[Holds, Callable[[Column, SheetCell], Value]] = {
    Holds.TEXT: _text,
    Holds.CODE: _code,
    Holds.CODES: _codes,
    Holds.NUMBER: _number,
    Holds.WHOLE: _whole,
    Holds.DAY: _day,
    Holds.YES_NO: _yes_no,
    Holds.CHOICE: _choice,
    Holds.MEASURED: _measured,
}


def as_written(value: Any) -> str:
    """A value as a CSV file has it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, Enum):
        return WORD_OF.get(value, str(value.value))
    return str(value)
