"""Seventy percent of the tenants, in whole numbers (Burgerlijk Wetboek, art. 7:220(3))."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projects.rules.consent import Consent, consent, court_term, needed
from desktop.projects.wording.consent import (
    agreed_words,
    needed_words,
    possible_words,
    rule_words,
    standing_sentences,
)
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
    dwellings = max(tenancies, 10)
    assert consent(k, tenancies - k, 0, dwellings).reached
    assert not consent(k - 1, tenancies - k + 1, 0, dwellings).reached


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


@st.composite
def counts(draw: st.DrawFn) -> Consent:
    """A round of 1 to 500 tenancies, with some vacant dwellings beside them."""
    tenancies = draw(st.integers(1, 500))
    yes = draw(st.integers(0, tenancies))
    no = draw(st.integers(0, tenancies - yes))
    vacant = draw(st.integers(0, 30))
    return consent(yes, no, tenancies - yes - no, tenancies + vacant)


@given(counts())
def test_what_is_said_of_a_round_agrees_with_itself(stands: Consent):
    assert stands.agreed + stands.refused + stands.unanswered == stands.tenancies
    if stands.presumption_applies:
        assert stands.reached == (stands.lacking == 0)
        assert stands.reached == (stands.percent >= 70)
        assert stands.still_possible == (stands.lacking <= stands.unanswered)
        assert stands.still_possible == (stands.most_percent >= 70)
    else:
        assert not stands.reached
        assert not stands.still_possible
    assert stands.percent <= stands.most_percent <= 100


def test_a_share_that_is_not_enough_is_never_shown_as_seventy_percent():
    assert consent(39, 17, 0, 56).percent == 69


def test_the_meter_reads_as_on_the_screen():
    stands = consent(agreed=30, refused=9, unanswered=9, dwellings=48)
    assert agreed_words(stands) == "30 akkoord (63 %)"
    assert needed_words(stands) == "70 % = 34"
    assert rule_words(stands) == "48 ≥ 10 woningen: 70 % is genoeg"
    assert " ".join(standing_sentences(stands)) == (
        "Nog 4 huishoudens nodig. 9 zeiden nee, 9 hebben nog niet geantwoord. "
        "Zonder antwoord telt niet als ja."
    )
    assert possible_words(stands) == "Als alle 9 nog ja zeggen: 81 %."


def test_the_meter_says_when_seventy_percent_is_out_of_reach():
    stands = consent(agreed=20, refused=16, unanswered=12, dwellings=48)
    assert possible_words(stands) == (
        "70 % is niet meer mogelijk: als alle 12 nog ja zeggen, is het 67 %."
    )


def test_for_eight_dwellings_the_sentence_says_what_can_be_done():
    assert rule_words(consent(5, 1, 2, 8)) == (
        "Het vermoeden van 70 % geldt pas vanaf tien woningen in één gebouw (BW 7:220 lid 3). "
        "U kunt wel bijhouden wie akkoord is."
    )


@pytest.mark.parametrize(
    ("notice", "last"),
    [
        (date(2026, 3, 2), date(2026, 4, 28)),  # not on King's Day
        (date(2026, 11, 23), date(2027, 1, 18)),
    ],
)
def test_who_did_not_agree_has_eight_weeks_to_go_to_court(notice: date, last: date):
    assert court_term(notice).last == last
