"""The dispute of Woningwet art. 44(4): where a right would lapse the earlier day counts."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.rules.disputes import (
    Extension,
    check_arisen,
    check_extension,
    decision_term,
    file_by,
)
from desktop.refused import Refused


@pytest.mark.parametrize(
    ("arisen", "last"),
    [
        (date(2016, 10, 3), date(2016, 10, 31)),
        (date(2017, 1, 1), date(2017, 1, 29)),
        (date(2016, 11, 27), date(2016, 12, 25)),  # no day moves, also not from Christmas
    ],
)
def test_four_weeks_after_it_arose_and_29_january_at_the_latest(arisen: date, last: date) -> None:
    assert file_by(2016, arisen) == last


def test_as_long_as_none_arose_29_january_is_the_last_day() -> None:
    assert file_by(2016, None) == date(2017, 1, 29)


def test_there_was_no_dispute_to_lay_before_the_minister_in_2015() -> None:
    with pytest.raises(Refused):
        file_by(2015, None)


@pytest.mark.parametrize("day", [date(2016, 7, 1), date(2017, 1, 1)])
def test_a_dispute_arises_within_six_months_of_1_july(day: date) -> None:
    check_arisen(2016, day)


@pytest.mark.parametrize("day", [date(2016, 6, 30), date(2017, 1, 2), date(2018, 8, 1)])
def test_outside_these_months_none_arises(day: date) -> None:
    with pytest.raises(Refused):
        check_arisen(2016, day)


def test_the_refusal_says_between_which_days() -> None:
    with pytest.raises(Refused, match="1 juli 2026 en 1 januari 2027") as refused:
        check_arisen(2026, date(2026, 6, 1))
    assert refused.value.field == "arisen_on"


def test_the_minister_decides_by_the_day_of_the_first_letter() -> None:
    assert decision_term(date(2017, 3, 1), ()).last == date(2017, 3, 1)


def test_each_extension_counts_from_the_end_of_the_term_that_ran() -> None:
    longer = [Extension(4, date(2017, 2, 20)), Extension(2, date(2017, 3, 27))]
    term = decision_term(date(2017, 3, 1), longer)
    assert term.last == date(2017, 4, 12)
    assert len(term.reasons) == 2


def test_an_extension_that_ends_on_a_holiday_runs_on() -> None:
    # Four weeks from 20 March end on Easter Monday 17 April 2017.
    term = decision_term(date(2017, 3, 20), [Extension(4, date(2017, 3, 1))])
    assert term.last == date(2017, 4, 18)
    assert any("art. 1" in reason for reason in term.reasons)


@pytest.mark.parametrize("weeks", [0, 5])
def test_the_term_is_lengthened_by_at_most_four_weeks_at_a_time(weeks: int) -> None:
    with pytest.raises(Refused) as refused:
        check_extension(date(2017, 3, 1), weeks, date(2017, 2, 20))
    assert refused.value.field == "weeks"


def test_the_letter_about_it_comes_before_the_term_has_passed() -> None:
    check_extension(date(2017, 3, 1), 4, date(2017, 3, 1))
    with pytest.raises(Refused) as refused:
        check_extension(date(2017, 3, 1), 4, date(2017, 3, 2))
    assert refused.value.field == "told_on"
