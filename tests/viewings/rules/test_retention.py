"""R14: when personal data of candidates go, and which cells are hidden."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.rules.retention import check_wipe, shown, wipe_day

LEASE = date(2026, 10, 1)
DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


def test_R14_data_go_four_weeks_after_the_lease():
    assert wipe_day(LEASE, None, [], 4) == date(2026, 10, 29)


def test_R14_data_stay_while_somebody_can_still_complain():
    assert wipe_day(LEASE, date(2026, 11, 12), [], 4) == date(2026, 11, 13)


def test_R14_data_stay_four_weeks_after_a_complaint_was_closed():
    assert wipe_day(LEASE, None, [date(2026, 11, 2)], 4) == date(2026, 11, 30)


def test_R14_data_can_go_directly_after_the_lease_when_that_was_agreed():
    assert wipe_day(LEASE, None, [], 0) == LEASE


def test_R14_without_a_lease_there_is_no_day():
    assert wipe_day(None, date(2026, 11, 12), [], 4) is None


@given(DAYS, st.one_of(st.none(), DAYS), st.lists(DAYS, max_size=3), st.integers(0, 26))
def test_R14_data_never_go_before_any_of_its_terms_is_over(lease, complaint, closed, weeks):
    day = wipe_day(lease, complaint, closed, weeks)
    assert day >= lease + timedelta(weeks=weeks)
    assert complaint is None or day > complaint
    assert all(day >= one + timedelta(weeks=weeks) for one in closed)


@pytest.mark.parametrize(
    ("wipe_on", "open_complaints", "field"),
    [
        (date(2026, 11, 24), 1, "complaint"),
        (None, 0, "contract_on"),
        (date(2026, 11, 25), 0, "wipe_on"),
    ],
)
def test_R14_wiping_too_early_is_refused(wipe_on, open_complaints, field):
    with pytest.raises(Refused) as refused:
        check_wipe(date(2026, 11, 24), wipe_on, open_complaints)
    assert refused.value.field == field


def test_R14_wiping_on_the_day_is_possible():
    check_wipe(date(2026, 11, 24), date(2026, 11, 24), 0)


def test_R14_the_refusal_says_from_when():
    with in_language("nl"), pytest.raises(Refused, match="29 november 2026"):
        check_wipe(date(2026, 11, 24), date(2026, 11, 29), 0)


def test_R14_a_cell_of_fewer_than_five_is_hidden():
    assert [shown(n) for n in (0, 4, 5, 6)] == [False, False, True, True]
