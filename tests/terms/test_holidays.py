"""The days off of article 3 of the Algemene termijnenwet."""

import subprocess
import sys
from datetime import date, timedelta

import pytest

from desktop.language import in_language
from desktop.terms.holidays import (
    add_working_days,
    holiday_name,
    is_working_day,
    last_working_day,
    next_working_day,
)


def easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def days_off_by_the_act(year: int) -> set[date]:
    """Article 3, written out from Easter and the calendar; King's Day moves off a Sunday."""
    sunday = easter(year)
    kings_day = date(year, 4, 27)
    fixed = {date(year, 1, 1), date(year, 5, 5), date(year, 12, 25), date(year, 12, 26)}
    from_easter = {sunday + timedelta(days=n) for n in (-2, 1, 39, 50)}
    return fixed | from_easter | {kings_day - timedelta(days=kings_day.weekday() == 6)}


@pytest.mark.parametrize("year", range(2014, 2101))
def test_every_weekday_off_is_one_that_article_3_names(year):
    day, off = date(year, 1, 1), set()
    while day.year == year:
        if day.weekday() < 5 and not is_working_day(day):
            off.add(day)
        day += timedelta(days=1)
    assert off == {d for d in days_off_by_the_act(year) if d.weekday() < 5}


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_5_may_counts_in_every_year(year):
    assert holiday_name(date(year, 5, 5)) is not None


def test_good_friday_counts_as_a_holiday():
    assert not is_working_day(date(2026, 4, 3))


def test_kings_day_moves_off_a_sunday():
    assert not is_working_day(date(2031, 4, 26))


def test_a_holiday_is_named_in_the_language_in_use():
    with in_language("nl"):
        assert holiday_name(date(2026, 5, 5)) == "Bevrijdingsdag"
        assert holiday_name(date(2026, 4, 27)) == "Koningsdag"
    with in_language("en"):
        assert holiday_name(date(2026, 4, 27)) == "King's Day"


def test_an_ordinary_monday_has_no_name():
    assert holiday_name(date(2026, 11, 23)) is None
    assert is_working_day(date(2026, 11, 23))


def test_a_working_day_is_its_own_next_one():
    assert next_working_day(date(2026, 11, 24)) == date(2026, 11, 24)


def test_after_christmas_2026_comes_monday_28_december():
    assert next_working_day(date(2026, 12, 25)) == date(2026, 12, 28)


def test_a_working_day_is_its_own_last_one():
    assert last_working_day(date(2016, 7, 1)) == date(2016, 7, 1)


def test_before_sunday_1_november_2015_comes_friday_30_october():
    assert last_working_day(date(2015, 11, 1)) == date(2015, 10, 30)


def test_before_easter_monday_comes_the_thursday_before_good_friday():
    assert last_working_day(date(2026, 4, 6)) == date(2026, 4, 2)


def test_two_working_days_after_a_friday_is_tuesday():
    assert add_working_days(date(2026, 11, 20), 2) == date(2026, 11, 24)


def test_two_working_days_after_christmas_eve_pass_over_christmas_and_the_weekend():
    assert add_working_days(date(2026, 12, 24), 2) == date(2026, 12, 29)


def test_no_working_days_later_is_today_or_the_next_one_that_is():
    assert add_working_days(date(2026, 11, 24), 0) == date(2026, 11, 24)
    assert add_working_days(date(2026, 11, 21), 0) == date(2026, 11, 23)


def test_working_days_are_not_counted_back():
    with pytest.raises(ValueError, match="forward"):
        add_working_days(date(2026, 11, 24), -1)


def test_the_calendars_of_the_world_load_only_when_somebody_counts():
    code = "import sys, desktop.terms.counting; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
