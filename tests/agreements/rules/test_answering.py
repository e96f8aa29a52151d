"""How soon an answer and the papers of a meeting are due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.answering import (
    answer_rule,
    answer_term,
    papers_late,
    papers_term,
)

ASKED_ON = date(2026, 6, 30)


def test_an_answer_is_due_42_days_after_the_question():
    assert answer_term(ASKED_ON, is_written_advice=False).last == date(2026, 8, 11)


def test_a_written_advice_is_answered_within_the_14_days_of_the_statute():
    assert answer_term(date(2016, 3, 10), is_written_advice=True).last == date(2016, 3, 24)
    assert answer_rule(ASKED_ON, is_written_advice=True).article == "Overlegwet, art. 5 lid 2"


def test_only_the_term_of_the_statute_moves_on_from_a_day_off():
    # 14 days after 11 April 2026 is Saturday 25 April; the Monday after it is King's Day.
    assert answer_term(date(2026, 4, 11), is_written_advice=True).last == date(2026, 4, 28)
    assert answer_term(date(2026, 4, 11), is_written_advice=False).last == date(2026, 5, 23)


def test_what_was_asked_before_the_rules_began_has_a_day_too():
    assert answer_term(date(2010, 1, 1), is_written_advice=False).last == date(2010, 2, 12)


@given(st.dates(date(2010, 1, 1), date(2040, 1, 1)))
def test_papers_are_in_time_seven_days_before_and_late_six_days_before(held_on):
    assert papers_term(held_on).last == held_on - timedelta(days=7)
    assert not papers_late(held_on, held_on - timedelta(days=7), held_on)
    assert papers_late(held_on, held_on - timedelta(days=6), held_on)


@pytest.mark.parametrize(("days_before", "late"), [(7, False), (6, True), (0, True)])
def test_papers_that_did_not_go_out_are_late_from_the_sixth_day_before(days_before, late):
    held_on = date(2026, 11, 5)
    assert papers_late(held_on, None, held_on - timedelta(days=days_before)) is late
