"""The rules that the program computes with, as dated rows with their article (`resources/rules`).

The law moves, so no term stands in code: a newer text is a newer row, and an old case keeps the
row that was in force on its date. The program says which rule it used, never that something
"meets the law".
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from enum import Enum
from functools import cache
from itertools import pairwise
from typing import Any

from desktop.assets import resources
from desktop.language import _, language
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.terms.holidays import ONE_DAY


class RuleKind(Enum):
    """Where a rule comes from: a statute, or a working agreement that a corporation may change."""

    STATUTE = "statute"
    AGREEMENT = "agreement"


class TermUnit(Enum):
    """What a term is counted in."""

    HOURS = "hours"
    DAYS = "days"
    WORKING_DAYS = "working days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True)
class CalendarDay:
    """A day that comes back each year, in the year itself or `years_later`. With `before`, the
    day before it is the last one: "before 15 December" ends on 14 December."""

    month: int
    day: int
    years_later: int = 0
    before: bool = False

    def last_day(self, year: int) -> date:
        """The last day for a year. It never moves, also when it is a Sunday. Raises `ValueError`
        for a day that the calendar does not have."""
        day = date(year + self.years_later, self.month, self.day)
        return day - ONE_DAY if self.before else day


@dataclass(frozen=True)
class Rule:
    """One rule in one period. `term` and `unit` are None when the article sets no term, and
    `calendar` when it names no day; with both, the earlier end counts.
    `read_on` is the day on which the text of a statute was read; `checked_on` is None until
    somebody compared the row with the text in force."""

    id: str
    kind: RuleKind
    name_nl: str
    name_en: str
    article: str
    words_nl: str
    words_en: str
    event_nl: str
    event_en: str
    valid_from: date
    source: str
    term: int | None = None
    unit: TermUnit | None = None
    calendar: CalendarDay | None = None
    valid_to: date | None = None
    read_on: date | None = None
    checked_on: date | None = None

    @property
    def key(self) -> str:
        """What a confirmation of this row is kept under: the next row is a text of its own."""
        return f"{self.id}@{self.valid_from.isoformat()}"

    @property
    def caution(self) -> str:
        """What stands beside the article of a statute until somebody compared the row with the
        text in force; empty for a working agreement and for a row that was compared."""
        if self.kind is RuleKind.AGREEMENT or self.checked_on is not None or self.read_on is None:
            return ""
        return _("{source}, read on {day}. Check the text in force.").format(
            source=self.source, day=day_plain(self.read_on)
        )

    @property
    def name(self) -> str:
        """The short name in the language in use."""
        return self.name_nl if language() == "nl" else self.name_en

    @property
    def words(self) -> str:
        """What the rule says, in our own words."""
        return self.words_nl if language() == "nl" else self.words_en

    @property
    def event(self) -> str:
        """What the term counts from."""
        return self.event_nl if language() == "nl" else self.event_en

    def holds_on(self, day: date) -> bool:
        """Whether this row is the one in force on the day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def rule(id: str, on: date) -> Rule:
    """The row of a rule that was in force on a day. Refuses a day before its first row;
    a rule that does not exist is a `KeyError`."""
    for row in rules()[id]:
        if row.holds_on(on):
            return row
    raise Refused(
        _("No text of the rule “{name}” is known for {day}.").format(
            name=rules()[id][0].name, day=day_plain(on)
        )
    )


@cache
def rules() -> Mapping[str, tuple[Rule, ...]]:
    """Every rule with its rows, oldest first. Raises `ValueError` when the self-check of the
    rows finds something: computing with wrong rules would be worse than stopping."""
    rows = [
        _row(values, path.name)
        for path in sorted((resources() / "rules").glob("*.toml"))
        for values in tomllib.loads(path.read_text("utf-8"))["rule"]
    ]
    found = problems(rows)
    if found:
        raise ValueError("; ".join(found))
    by_id = defaultdict(list)
    for row in sorted(rows, key=lambda r: r.valid_from):
        by_id[row.id].append(row)
    return {id: tuple(of_id) for id, of_id in by_id.items()}


def problems(rows: Iterable[Rule]) -> list[str]:
    """The self-check: on every day from its first row on, a rule has exactly one row; a term has
    a unit; a day of the calendar comes each year. Empty when all is well."""
    found = []
    by_id = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
        if (row.term is None) != (row.unit is None):
            found.append(f"rule {row.id}: a term and its unit go together")
        if row.term is not None and row.term < 1:
            found.append(f"rule {row.id}: a term is at least 1")
        if row.calendar is not None and not _comes_each_year(row.calendar):
            found.append(f"rule {row.id}: its day does not come in every year")
        if row.kind is RuleKind.STATUTE and row.read_on is None:
            found.append(f"rule {row.id}: say on which day the statute was read")
        if row.valid_to is not None and row.valid_to < row.valid_from:
            found.append(f"rule {row.id}: ends before it begins")
    for id, of_id in by_id.items():
        of_id.sort(key=lambda r: r.valid_from)
        for older, newer in pairwise(of_id):
            if older.valid_to is None or older.valid_to >= newer.valid_from:
                found.append(f"rule {id}: two rows hold on {newer.valid_from}")
            elif older.valid_to + ONE_DAY != newer.valid_from:
                found.append(f"rule {id}: no row holds on {older.valid_to + ONE_DAY}")
        if of_id[-1].valid_to is not None:
            found.append(f"rule {id}: no row holds after {of_id[-1].valid_to}")
    return found


def _comes_each_year(calendar: CalendarDay) -> bool:
    no_leap_year = 2015 - calendar.years_later
    try:
        calendar.last_day(no_leap_year)
    except ValueError:
        return False
    return True


def _row(values: dict[str, Any], file: str) -> Rule:
    known = {field.name for field in fields(Rule)}
    needed = {field.name for field in fields(Rule) if field.default is MISSING}
    if not needed <= values.keys() <= known:
        odd = sorted((needed - values.keys()) | (values.keys() - known))
        raise ValueError(f"{file}: rule {values.get('id', '?')}: look at {', '.join(odd)}")
    if "unit" in values:
        values["unit"] = TermUnit(values["unit"])
    if "calendar" in values:
        values["calendar"] = CalendarDay(**values["calendar"])
    return Rule(**{**values, "kind": RuleKind(values["kind"])})
