"""Working days of the Algemene termijnenwet: no Saturday, Sunday or holiday (art. 1 and 3)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from desktop.language import _, language
from desktop.refused import Refused

SATURDAY = 5
ONE_DAY = timedelta(days=1)
_NAMES_IN = {"nl": "nl", "en": "en_US"}


@cache
def _names(year: int, language: str) -> dict[date, str]:
    import holidays  # loads calendars of the whole world: only when somebody counts days

    found = holidays.country_holidays(
        "NL", years=year, categories=("public", "optional"), language=_NAMES_IN[language]
    )
    if not found:
        raise Refused(
            _("The holidays of {year} are not known. Choose another date.").format(year=year),
            "start",
        )
    return dict(found.items())


def holiday_name(day: date) -> str | None:
    """The name of a recognised holiday in the language in use; None on any other day.

    Article 3 names New Year's Day, Easter Monday, Whit Monday, both Christmas days, Ascension
    Day, King's Day and 5 May, and puts Good Friday on a par with them. 5 May counts every year
    here, also when few people have the day off. Easter and Whit Sunday are Sundays anyway. Days
    that a decree puts on a par with holidays for one year (art. 3(3)) are not in here.
    Refuses a year whose holidays nobody set yet (after 2100).
    """
    if (day.month, day.day) == (5, 5):
        return _("Liberation Day")
    return _names(day.year, language()).get(day)


def is_working_day(day: date) -> bool:
    """Whether the day is neither a Saturday, nor a Sunday, nor a recognised holiday."""
    return day.weekday() < SATURDAY and holiday_name(day) is None


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first working day after it (art. 1)."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def last_working_day(day: date) -> date:
    """The day itself when it is a working day, else the last working day before it: for a date
    that does not move, and that nobody wants to find out about on a Sunday."""
    while not is_working_day(day):
        day -= ONE_DAY
    return day


def add_working_days(day: date, n: int) -> date:
    """The n-th working day after the day; for 0 the day itself or the next working day."""
    if n < 0:
        raise ValueError("working days are counted forward here")
    if n == 0:
        return next_working_day(day)
    for _number in range(n):
        day = next_working_day(day + ONE_DAY)
    return day
