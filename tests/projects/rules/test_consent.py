"""Seventy percent of the tenants, in whole numbers (Burgerlijk Wetboek, art. 7:220(3))."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projects.rules.consent import consent, needed
from desktop.refused import Refused


@pytest.mark.parametrize(
    ("tenancies", "must_agree"),
    [(10, 7), (11, 8), (20, 14), (24, 17), (30, 21), (46, 33), (48, 34), (49, 35), (90, 63),
     (96, 68), (130, 91)],
)  # fmt: skip
def test_the_number_that_must_agree_is_that_of_the_paper(tenancies: int, must_agree: int):
    assert needed(tenancies) == must_agree


@pytest.mark.parametrize("tenancies", range(1, 501))
def test_it_is_the_smallest_number_that_is_seventy_percent(tenancies: int):
    k = needed(tenancies)
    assert 10 * k >= 7 * tenancies > 10 * (k - 1)


def test_empty_dwellings_have_no_tenant():
    count = consent(agreed=33, refused=13, unanswered=0, dwellings=48)
    assert (count.tenancies, count.needed, count.reached) == (46, 33, True)


def test_below_ten_dwellings_there_is_no_presumption_whatever_the_score():
    count = consent(agreed=9, refused=0, unanswered=0, dwellings=9)
    assert not count.presumption_applies
    assert not count.reached
    assert not count.still_possible


def test_who_has_not_answered_has_not_agreed_but_still_can():
    count = consent(agreed=30, refused=5, unanswered=13, dwellings=48)
    assert (count.reached, count.still_possible) == (False, True)


def test_too_many_refusals_make_it_impossible():
    assert not consent(agreed=20, refused=15, unanswered=13, dwellings=48).still_possible


@given(st.integers(0, 200), st.integers(0, 200), st.integers(1, 200))
def test_one_more_yes_never_undoes_what_was_reached(yes: int, no: int, waiting: int):
    before = consent(yes, no, waiting, dwellings=600)
    after = consent(yes + 1, no, waiting - 1, dwellings=600)
    assert after.reached or not before.reached


@pytest.mark.parametrize(
    ("yes", "no", "waiting", "dwellings"), [(-1, 5, 5, 12), (0, 0, 0, 12), (8, 4, 1, 12)]
)
def test_counts_that_cannot_be_are_refused(yes: int, no: int, waiting: int, dwellings: int):
    with pytest.raises(Refused):
        consent(yes, no, waiting, dwellings)
