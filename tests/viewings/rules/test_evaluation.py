"""What may be said about a pilot: thresholds beforehand, whole intervals, modest words."""

import re
from datetime import date

import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets import resources
from desktop.language import _, in_language
from desktop.refused import Refused
from desktop.viewings.rules.evaluation import (
    USUAL_THRESHOLDS,
    Finding,
    Threshold,
    Verdict,
    check_thresholds,
    compare,
    finding_words,
    judge,
    share_words,
    thresholds,
    verdict,
    verdict_words,
)
from desktop.viewings.rules.evidence import lettings_per_year, plan_evidence
from desktop.viewings.rules.measures import (
    BIASES,
    BY_KEY,
    DECIDING,
    MEASURES,
    STATEMENTS,
    MeasureUnit,
    Question,
    cohesion,
)
from desktop.viewings.rules.statistics import Share, wilson

START = date(2015, 9, 1)
PAIR = BY_KEY["pair_in_time"]
FALLBACK = BY_KEY["fallback"]
AGREED = Threshold(0.70, 0.50)


def shares(pair: Share, planned: Share, budget: Share, fallback: Share) -> dict[str, Share]:
    return {
        "pair_in_time": pair,
        "held_as_planned": planned,
        "within_day_budget": budget,
        "fallback": fallback,
    }


def test_both_sceptical_questions_and_the_effect_are_measured():
    assert {measure.question for measure in MEASURES} == set(Question)


def test_every_measure_has_a_key_of_its_own_and_words_in_both_languages():
    assert len(BY_KEY) == len(MEASURES)
    for measure in MEASURES:
        with in_language("nl"):
            dutch = measure.words
        with in_language("en"):
            assert measure.words != dutch


def test_only_shares_decide():
    assert {measure.unit for measure in DECIDING} == {MeasureUnit.SHARE}


def test_thresholds_are_fixed_before_the_start():
    check_thresholds(USUAL_THRESHOLDS, START, date(2015, 8, 31))
    with in_language("nl"), pytest.raises(Refused, match="1 september 2015") as no:
        check_thresholds(USUAL_THRESHOLDS, START, START)
    assert no.value.field == "fixed_on"


def test_a_threshold_that_is_missing_is_named():
    without = {k: v for k, v in USUAL_THRESHOLDS.items() if k != "pair_in_time"}
    with pytest.raises(Refused) as no:
        check_thresholds(without, START, None)
    assert no.value.field == "pair_in_time"


@pytest.mark.parametrize(
    ("key", "wrong"),
    [
        ("pair_in_time", Threshold(0.5, 0.7)),
        ("pair_in_time", Threshold(1.2, 0.7)),
        ("fallback", Threshold(0.5, 0.3)),
        ("fallback", Threshold(-0.1, 0.3)),
    ],
)
def test_with_help_asks_less_than_workable(key, wrong):
    with pytest.raises(Refused) as no:
        check_thresholds({**USUAL_THRESHOLDS, key: wrong}, START, None)
    assert no.value.field == key


def test_thresholds_come_back_from_the_database_as_they_went_in():
    assert thresholds({"pair_in_time": {"workable": 0.7, "with_help": 0.5}}) == {
        "pair_in_time": AGREED
    }


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Share(18, 18), Verdict.WORKABLE),  # 82–100 %
        (Share(16, 18), Verdict.WITH_HELP),  # 67–97 %
        (Share(4, 12), Verdict.TOO_LITTLE),  # 14–61 %
        (Share(2, 12), Verdict.NOT_WORKABLE),  # 5–45 %
        (Share(3, 3), Verdict.TOO_LITTLE),  # 44–100 %: three of three say little
        (Share(0, 0), Verdict.TOO_LITTLE),
    ],
)
def test_the_whole_interval_is_held_against_the_threshold(share, expected):
    assert judge(PAIR, share, AGREED) is expected


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Share(0, 18), Verdict.WORKABLE),
        (Share(2, 18), Verdict.WITH_HELP),
        (Share(8, 12), Verdict.TOO_LITTLE),
        (Share(10, 12), Verdict.NOT_WORKABLE),
    ],
)
def test_a_share_that_should_be_low_is_judged_the_other_way_round(share, expected):
    assert judge(FALLBACK, share, Threshold(0.30, 0.50)) is expected


def test_a_complex_where_everything_goes_well_is_workable():
    good = shares(Share(18, 18), Share(18, 18), Share(18, 18), Share(0, 18))
    assert verdict(good, USUAL_THRESHOLDS) is Verdict.WORKABLE


def test_one_measure_that_needs_help_makes_it_workable_with_help():
    mixed = shares(Share(18, 18), Share(16, 18), Share(18, 18), Share(0, 18))
    assert verdict(mixed, USUAL_THRESHOLDS) is Verdict.WITH_HELP


def test_one_measure_that_surely_fails_makes_it_not_workable():
    bad = shares(Share(2, 12), Share(12, 12), Share(3, 6), Share(0, 12))
    assert verdict(bad, USUAL_THRESHOLDS) is Verdict.NOT_WORKABLE


def test_a_measure_without_data_leaves_too_little_to_say():
    good = shares(Share(18, 18), Share(18, 18), Share(18, 18), Share(0, 18))
    del good["within_day_budget"]
    assert verdict(good, USUAL_THRESHOLDS) is Verdict.TOO_LITTLE


def test_a_year_of_one_complex_is_too_little():
    a_year = shares(Share(5, 6), Share(5, 6), Share(6, 6), Share(1, 6))
    assert verdict(a_year, USUAL_THRESHOLDS) is Verdict.TOO_LITTLE


def test_verdicts_read_as_agreed():
    with in_language("nl"):
        assert [verdict_words(v) for v in Verdict] == [
            "werkbaar",
            "werkbaar met hulp",
            "niet werkbaar",
            "te weinig gegevens",
        ]


@given(st.integers(0, 60), st.integers(0, 60))
def test_a_verdict_never_rests_on_an_interval_across_the_threshold(one, two):
    share = Share(min(one, two), max(one, two))
    found = judge(PAIR, share, AGREED)
    if found is not Verdict.TOO_LITTLE:
        interval = wilson(share)
        assert not interval.low < AGREED.with_help <= interval.high


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Share(10, 40), Share(18, 40), Finding.TOO_LITTLE),
        (Share(2, 8), Share(11, 24), Finding.TOO_LITTLE),
        (Share(1, 9), Share(90, 100), Finding.TOO_LITTLE),
        (Share(10, 40), Share(22, 40), Finding.INDICATION),
        (Share(50, 200), Share(52, 200), Finding.NO_INDICATION),
    ],
)
def test_a_difference_is_an_indication_or_none_or_too_little_is_known(one, other, expected):
    assert compare(one, other) is expected


def test_a_comparison_ends_in_one_of_three_sentences():
    with in_language("nl"):
        assert [finding_words(f, 18) for f in Finding] == [
            "aanwijzing",
            "geen aanwijzing",
            "te weinig gegevens om iets te zeggen (n = 18)",
        ]


def test_R14_the_count_comes_before_the_interval():
    with in_language("nl"):
        assert share_words(Share(3, 6)) == "3 van 6 (19 % tot 81 %)"


def test_R14_a_share_of_fewer_than_five_people_is_hidden():
    with in_language("en"):
        assert share_words(Share(2, 4)) == "fewer than 5, not shown"
        assert share_words(Share(2, 5)).startswith("2 of 5")


def test_no_sentence_of_the_program_claims_proof_or_credit():
    path = resources() / "translations" / "nl" / "LC_MESSAGES" / "samenspraak.po"
    with path.open("rb") as file:
        catalogue = read_po(file, locale="nl")
    said = [
        text
        for message in catalogue
        for texts in (message.id, message.string)
        for text in ([texts] if isinstance(texts, str) else texts)
    ]
    claims = re.compile(r"\b(bewezen|dankzij|proven|thanks to)\b", re.IGNORECASE)
    assert [text for text in said if claims.search(text)] == []


def test_the_limits_that_the_report_prints_are_in_dutch():
    for bias in BIASES:
        with in_language("nl"):
            assert _(bias) != bias


def test_agreeing_that_people_hardly_know_each_other_lowers_cohesion():
    assert cohesion([5, 3, 3, 3, 3, 3]) < cohesion([1, 3, 3, 3, 3, 3])
    assert cohesion([1, 5, 5, 5, 5, 5]) == 5


def test_the_sensitive_statement_may_be_left_out():
    assert cohesion([2, 4, 4, 4, 4, None]) == 4
    assert STATEMENTS[-1].key == "composition"


def test_three_answers_are_too_few_for_a_mean():
    assert cohesion([2, 4, 4, None, None, None]) is None


def test_an_answer_outside_the_scale_is_a_fault():
    with pytest.raises(ValueError, match="1 to 5"):
        cohesion([1, 2, 3, 4, 6, 5])


def test_a_hundred_dwellings_give_about_six_lettings_a_year():
    assert lettings_per_year(100, 5.9) == pytest.approx(5.9)


def test_one_complex_cannot_answer_a_question_about_shares_in_a_year():
    plan = plan_evidence(START, 100, 100, 5.9)
    assert 65 <= plan.needed_per_arm <= 70
    assert plan.month == date(2026, 12, 1)


def test_pooled_complexes_know_it_sooner():
    plan = plan_evidence(START, 236, 236, 9)
    with in_language("nl"):
        assert plan.words == "Met deze mutatiegraad weet u dit in november 2018."


def test_the_slower_side_decides_when_it_is_known():
    assert plan_evidence(START, 1000, 100, 5.9).month == plan_evidence(START, 100, 100, 5.9).month


@pytest.mark.parametrize(("dwellings", "turnover"), [(0, 5.9), (100, 0), (10, 0.5)])
def test_a_question_that_takes_more_than_fifty_years_cannot_be_answered(dwellings, turnover):
    plan = plan_evidence(START, 100, dwellings, turnover)
    assert plan.month is None
    with in_language("en"):
        assert plan.words.startswith("With this turnover this cannot be answered.")
