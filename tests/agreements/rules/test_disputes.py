"""The dispute of Woningwet art. 44(4): where a right would lapse the earlier day counts."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.rules.disputes import check_arisen, file_by
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
