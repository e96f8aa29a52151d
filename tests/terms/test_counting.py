"""Counting terms by the Algemene termijnenwet, and terms in hours by our own agreement (R7)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import in_language
from desktop.language.format import AMSTERDAM, local
from desktop.refused import Refused
from desktop.terms.counting import back_from, counted_plainly, hours_later, last_day
from desktop.terms.holidays import is_working_day

DAYS = st.dates(date(2015, 1, 1), date(2060, 1, 1))


def here(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=AMSTERDAM)


@pytest.mark.parametrize(
    ("start", "length", "plain", "last"),
    [
        (date(2026, 4, 21), {"days": 14}, date(2026, 5, 5), date(2026, 5, 6)),
        (date(2026, 12, 11), {"days": 14}, date(2026, 12, 25), date(2026, 12, 28)),
        (date(2026, 11, 13), {"weeks": 6}, date(2026, 12, 25), date(2026, 12, 28)),
        (date(2026, 3, 2), {"weeks": 8}, date(2026, 4, 27), date(2026, 4, 28)),
        (date(2026, 1, 31), {"weeks": 13}, date(2026, 5, 2), date(2026, 5, 2)),
        (date(2016, 2, 1), {"weeks": 6}, date(2016, 3, 14), date(2016, 3, 14)),
        (date(2026, 11, 6), {"days": 14}, date(2026, 11, 20), date(2026, 11, 20)),
    ],
)
def test_the_oracles_of_the_act(start, length, plain, last):
    term = last_day(start, **length)
    assert (term.plain, term.last) == (plain, last)


def test_a_moved_end_gives_every_day_off_and_the_article():
    with in_language("en"):
        term = last_day(date(2026, 12, 11), days=14)
    assert term.reasons == (
        "No working day: Friday 25 December 2026, Christmas Day (art. 3).",
        "No working day: Saturday 26 December 2026, Second Day of Christmas (art. 3).",
        "No working day: Sunday 27 December 2026.",
        "So the last day is Monday 28 December 2026 (Algemene termijnenwet, art. 1(1)).",
    )


def test_an_end_on_a_working_day_needs_no_reason():
    assert last_day(date(2026, 11, 6), days=14).reasons == ()


def test_ninety_days_still_move_and_ninety_one_do_not():
    assert last_day(date(2026, 2, 1), days=90).last == date(2026, 5, 4)
    assert last_day(date(2026, 2, 3), days=90).last == date(2026, 5, 4)  # Monday
    assert last_day(date(2026, 2, 4), days=90).last == date(2026, 5, 6)  # off 5 May
    assert last_day(date(2026, 2, 3), days=91).last == date(2026, 5, 5)  # art. 4


def test_twelve_weeks_still_move_and_thirteen_do_not():
    assert last_day(date(2026, 2, 2), weeks=12).last == date(2026, 4, 28)
    term = last_day(date(2026, 1, 26), weeks=13)
    assert term.last == date(2026, 4, 27)
    assert "art. 4" in term.reasons[0]


def test_three_days_from_the_day_before_christmas_hold_two_working_days():
    term = last_day(date(2026, 12, 24), days=3)
    assert term.last == date(2026, 12, 29)
    assert "art. 2" in term.reasons[0]


def test_three_days_from_a_friday_run_until_tuesday():
    assert last_day(date(2026, 11, 20), days=3).last == date(2026, 11, 24)


def test_two_days_are_too_short_to_be_lengthened():
    assert last_day(date(2026, 11, 20), days=2).last == date(2026, 11, 23)


def test_a_term_of_a_contract_ends_on_christmas_day_when_it_says_so():
    term = counted_plainly(date(2026, 12, 11), days=14)
    assert term.last == term.plain == date(2026, 12, 25)


def test_before_15_december_is_14_december_also_when_that_is_a_sunday():
    assert back_from(date(2025, 12, 15), days=1).last == date(2025, 12, 14)


def test_four_weeks_before_a_day_do_not_move():
    term = back_from(date(2026, 6, 2), weeks=4)
    assert term.last == date(2026, 5, 5)
    with in_language("nl"):
        assert "art. 1 lid 2" in back_from(date(2026, 6, 2), weeks=4).reasons[0]


@pytest.mark.parametrize("count", [last_day, counted_plainly, back_from])
@pytest.mark.parametrize(
    "length", [{}, {"days": 3, "weeks": 1}, {"days": 0}, {"weeks": -1}, {"days": 36_526}]
)
def test_a_term_has_one_length_in_one_unit(count, length):
    with pytest.raises(Refused) as refused:
        count(date(2026, 11, 24), **length)
    assert refused.value.field == "term"


@pytest.mark.parametrize("days", [1, 7, 90, 100])
def test_a_term_past_the_calendar_is_refused_in_words(days):
    with pytest.raises(Refused) as refused:
        last_day(date(9999, 12, 31), days=days)
    assert refused.value.field == "start"


@pytest.mark.parametrize("year", [1, 2150])
def test_a_year_without_known_holidays_is_refused_rather_than_counted_without_them(year):
    with in_language("en"), pytest.raises(Refused, match=f"holidays of {year}"):
        last_day(date(year, 4, 1), days=14)


def test_a_term_back_past_the_calendar_is_refused_in_words():
    with pytest.raises(Refused):
        back_from(date(1, 1, 1), weeks=1)


@given(DAYS, st.integers(1, 90))
def test_a_term_of_the_act_ends_on_a_working_day_and_never_earlier(start, days):
    term = last_day(start, days=days)
    assert is_working_day(term.last)
    assert term.last >= term.plain == start + timedelta(days=days)
    assert bool(term.reasons) == (term.last != term.plain)


@given(DAYS, st.integers(3, 90))
def test_a_term_of_three_days_or_more_holds_two_working_days(start, days):
    last = last_day(start, days=days).last
    within = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(map(is_working_day, within)) >= 2


# Terms in hours: the working agreement of R7.


def test_R7_a_day_from_tuesday_is_wednesday_at_the_same_time():
    assert hours_later(here(2026, 11, 24, 14, 20), 24) == here(2026, 11, 25, 14, 20)


def test_R7_a_day_from_friday_ends_on_monday_at_the_same_time():
    assert hours_later(here(2026, 11, 27, 14, 20), 24) == here(2026, 11, 30, 14, 20)


def test_R7_a_day_from_christmas_eve_ends_after_christmas_and_the_weekend():
    assert hours_later(here(2026, 12, 24, 10), 24) == here(2026, 12, 28, 10)


def test_R7_an_end_at_night_moves_to_17_00_on_that_day():
    assert hours_later(here(2026, 11, 24, 3), 24) == here(2026, 11, 25, 17)


def test_R7_an_end_late_in_the_evening_moves_to_17_00_on_the_next_day():
    assert hours_later(here(2026, 11, 24, 22, 30), 24) == here(2026, 11, 26, 17)


def test_R7_an_end_late_on_friday_moves_to_monday_17_00():
    assert hours_later(here(2026, 11, 26, 23), 24) == here(2026, 11, 30, 17)


def test_R7_an_end_at_eight_in_the_evening_stands():
    assert hours_later(here(2026, 11, 24, 20), 24) == here(2026, 11, 25, 20)


def test_R7_the_night_that_the_clock_goes_forward_costs_nobody_an_hour():
    made = here(2026, 3, 26, 14)  # Thursday; the clock changes on Sunday 29 March
    assert hours_later(made, 96) == here(2026, 3, 30, 15)


def test_R7_the_night_that_the_clock_goes_back_gives_no_hour_twice():
    made = here(2026, 10, 22, 14)  # Thursday; the clock changes on Sunday 25 October
    assert hours_later(made, 96) == here(2026, 10, 26, 13)


def test_R7_a_deadline_is_held_in_utc():
    assert hours_later(here(2026, 11, 24, 14), 24).tzinfo is UTC


def test_R7_a_moment_without_a_time_zone_is_no_moment():
    with pytest.raises(ValueError, match="time zone"):
        hours_later(datetime(2026, 11, 24, 14), 24)  # noqa: DTZ001 (what is tested)


def test_R7_a_term_has_at_least_an_hour():
    with pytest.raises(Refused) as refused:
        hours_later(here(2026, 11, 24, 14), 0)
    assert refused.value.field == "hours"


@given(
    st.datetimes(datetime(2015, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
    st.integers(1, 240),
)
def test_R7_an_end_is_never_too_early_nor_on_a_day_off_nor_at_night(made, hours):
    end = hours_later(made, hours)
    assert end - made >= timedelta(hours=hours)
    assert is_working_day(local(end).date())
    assert 8 <= local(end).hour <= 22
