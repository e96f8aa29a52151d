"""When a dispute about the agreements can arise, and by when it must be with the minister.

Woningwet, art. 44(4), in force since 1 July 2016. Whether the Algemene termijnenwet moves these
days is not sure; where a right would lapse the program shows the earlier day, so it counts plainly.
"""

from __future__ import annotations

from datetime import date

from desktop.language import _
from desktop.language.format import day_plain
from desktop.refused import Refused
from desktop.terms.counting import counted_plainly
from desktop.terms.statutory import Rule, rule

FILING = "dispute"
ARISING = "dispute-arises"
MONTHS = 12


def file_by(year: int, arisen_on: date | None) -> date:
    """The last day on which the dispute about the talks of a year can be laid before the minister:
    four weeks after it arose, and 29 January of the next year at the latest. Refuses a year
    before the article was in force."""
    return filing_day(rule(FILING, date(year, 12, 31)), year, arisen_on)


def filing_day(row: Rule, year: int, arisen_on: date | None) -> date:
    """As `file_by`, by one row of the rule."""
    assert row.calendar is not None, "the rule names the last day of all"
    last = row.calendar.last_day(year)
    if arisen_on is None:
        return last
    return min(last, counted_plainly(arisen_on, weeks=row.term).last)


def check_arisen(year: int, arisen_on: date) -> None:
    """A dispute arises from 1 July up to and including six months later. Refuses another day, and
    a day before the article was in force."""
    row = rule(ARISING, arisen_on)
    assert row.calendar is not None, "the rule names the start of the talks"
    first = row.calendar.last_day(year)
    last = _months_later(first, row.term or 0)
    if not first <= arisen_on <= last:
        sentence = _(
            "A dispute about the agreements arises between {first} and {last} "
            "(Woningwet, art. 44(4)). Choose a day in between."
        )
        raise Refused(sentence.format(first=day_plain(first), last=day_plain(last)), "arisen_on")


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, MONTHS)
    return day.replace(year=day.year + years, month=month + 1)
