"""The rules as data: one row per rule per day, each with its article and its words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop.language import in_language
from desktop.refused import Refused
from desktop.terms.statutory import CalendarDay, RuleKind, TermUnit, problems, rule, rules

TODAY = date(2026, 11, 24)


@pytest.fixture
def complaint():
    return rule("complaint", TODAY)


def test_the_rules_that_come_with_the_program_pass_their_own_check():
    assert problems(row for rows in rules().values() for row in rows) == []


@pytest.mark.parametrize("id", sorted(rules()))
def test_every_rule_has_exactly_one_row_on_every_day_of_ten_years(id):
    first = max(rules()[id][0].valid_from, date(2018, 1, 1))
    for n in range(3650):
        day = first + timedelta(days=n)
        assert sum(row.holds_on(day) for row in rules()[id]) == 1


@pytest.mark.parametrize("row", [r for rows in rules().values() for r in rows], ids=lambda r: r.id)
def test_every_row_names_its_article_and_speaks_both_languages(row):
    assert row.article
    assert row.source
    assert row.words_nl.endswith(".")
    assert row.words_en.endswith(".")
    assert row.words_nl != row.words_en
    assert "voldoet aan de wet" not in row.words_nl


@pytest.mark.parametrize("row", [r for rows in rules().values() for r in rows], ids=lambda r: r.id)
def test_what_a_statute_does_not_say_is_called_a_working_agreement(row):
    assert row.article.startswith("Werkafspraak") == (row.kind is RuleKind.AGREEMENT)


def test_the_complaint_term_is_a_working_agreement_of_six_weeks(complaint):
    assert (complaint.kind, complaint.term, complaint.unit) == (
        RuleKind.AGREEMENT,
        6,
        TermUnit.WEEKS,
    )


def test_a_rule_speaks_the_language_in_use(complaint):
    with in_language("en"):
        assert complaint.name == "Complaining or objecting"
        assert complaint.event == "the letter with the decision"
    with in_language("nl"):
        assert complaint.words.startswith("Een kandidaat kan tot zes weken")


def test_a_day_before_the_first_text_is_refused_in_words():
    with in_language("nl"), pytest.raises(Refused, match="Niet langer bewaren dan nodig"):
        rule("storage", date(2018, 5, 24))


def test_an_unknown_rule_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        rule("moon", TODAY)


def test_an_old_case_keeps_the_row_of_its_day(complaint):
    older = replace(complaint, valid_to=date(2027, 12, 31))
    newer = replace(complaint, term=8, valid_from=date(2028, 1, 1))
    assert problems([newer, older]) == []
    assert older.holds_on(date(2027, 12, 31))
    assert not newer.holds_on(date(2027, 12, 31))


def test_two_rows_on_one_day_are_found(complaint):
    newer = replace(complaint, valid_from=date(2028, 1, 1))
    assert problems([complaint, newer]) == ["rule complaint: two rows hold on 2028-01-01"]


def test_a_day_without_a_row_is_found(complaint):
    older = replace(complaint, valid_to=date(2027, 12, 30))
    newer = replace(complaint, valid_from=date(2028, 1, 1))
    assert problems([older, newer]) == ["rule complaint: no row holds on 2027-12-31"]


def test_a_rule_that_ends_without_a_successor_is_found(complaint):
    ended = replace(complaint, valid_to=date(2027, 12, 31))
    assert problems([ended]) == ["rule complaint: no row holds after 2027-12-31"]


def test_a_row_that_ends_before_it_begins_is_found(complaint):
    wrong = replace(complaint, valid_to=date(2014, 12, 31))
    assert "rule complaint: ends before it begins" in problems([wrong])


def test_a_term_without_a_unit_is_found(complaint):
    assert problems([replace(complaint, unit=None)]) == [
        "rule complaint: a term and its unit go together"
    ]


def test_before_a_day_ends_on_the_day_before_it():
    assert CalendarDay(12, 15, before=True).last_day(2016) == date(2016, 12, 14)


def test_before_1_march_of_the_next_year_is_the_last_day_of_february():
    end_of_february = CalendarDay(3, 1, years_later=1, before=True)
    assert end_of_february.last_day(2015) == date(2016, 2, 29)
    assert end_of_february.last_day(2016) == date(2017, 2, 28)


def test_a_day_of_the_calendar_does_not_move_from_a_sunday():
    assert CalendarDay(11, 1).last_day(2015) == date(2015, 11, 1)


@pytest.mark.parametrize("day", [CalendarDay(2, 29), CalendarDay(2, 29, 1), CalendarDay(13, 1)])
def test_a_day_that_does_not_come_each_year_is_found(complaint, day):
    assert problems([replace(complaint, calendar=day)]) == [
        "rule complaint: its day does not come in every year"
    ]
