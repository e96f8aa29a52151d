"""Agreements hold for at least the whole calendar year after the talks (Woningwet, art. 44(2))."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.period import check_own_period, period, years_later
from desktop.refused import Refused

YEARS = st.integers(2015, 2099)


def test_without_other_days_it_is_the_calendar_year() -> None:
    assert period(2025, None, None) == (date(2026, 1, 1), date(2026, 12, 31))


def test_a_longer_period_is_good() -> None:
    four_years = (date(2026, 12, 1), date(2030, 12, 31))
    assert period(2026, *four_years) == four_years


def test_a_period_that_ends_too_soon_is_refused_with_its_article() -> None:
    with pytest.raises(Refused) as refused:
        period(2026, None, date(2027, 9, 30))
    assert refused.value.sentence == (
        "De afspraken lopen tot 30-9-2027. Ze moeten ten minste heel 2027 gelden (Woningwet "
        "artikel 44, lid 2)."
    )
    assert refused.value.field == "applies_to"


def test_a_period_that_begins_too_late_is_refused_with_its_article() -> None:
    with pytest.raises(Refused, match="Woningwet artikel 44, lid 2") as refused:
        period(2026, date(2027, 1, 2), None)
    assert refused.value.field == "applies_from"


def test_a_period_does_not_end_before_it_begins() -> None:
    with pytest.raises(Refused) as refused:
        period(2026, date(2027, 1, 1), date(2026, 12, 31))
    assert refused.value.field == "applies_to"


@pytest.mark.parametrize("year", [2014, 2101, 0, 99999])
def test_a_year_that_cannot_be_is_refused(year: int) -> None:
    with pytest.raises(Refused) as refused:
        period(year, None, None)
    assert refused.value.field == "year"


@given(YEARS, st.integers(-800, 800), st.integers(-800, 800))
def test_no_period_is_accepted_that_misses_a_day_of_the_year(
    year: int, earlier: int, later: int
) -> None:
    first = date(year + 1, 1, 1) + timedelta(days=earlier)
    last = date(year + 1, 12, 31) + timedelta(days=later)
    whole = earlier <= 0 and later >= 0
    if whole:
        assert period(year, first, last) == (first, last)
    else:
        with pytest.raises(Refused):
            period(year, first, last)


@given(st.dates(date(2015, 1, 1), date(2090, 12, 31)), st.integers(0, 9))
def test_a_year_later_is_the_same_day_but_for_leap_days(day: date, years: int) -> None:
    later = years_later(day, years)
    assert later.year == day.year + years
    assert later.month == day.month
    assert later.day == day.day or (day.month, day.day, later.day) == (2, 29, 28)


WHOLE = (date(2027, 1, 1), date(2027, 12, 31))
SHORTER = (date(2027, 2, 1), date(2027, 9, 30))


def test_one_agreement_holds_the_whole_year_too():
    check_own_period(2026, (date(2027, 1, 1), date(2029, 12, 31)), WHOLE)
    with pytest.raises(Refused):
        check_own_period(2026, SHORTER, WHOLE)


def test_in_a_shorter_year_one_agreement_may_be_shorter_as_well():
    check_own_period(2026, (date(2027, 3, 1), date(2027, 4, 30)), SHORTER)
    with pytest.raises(Refused):
        check_own_period(2026, (date(2027, 4, 30), date(2027, 3, 1)), SHORTER)
