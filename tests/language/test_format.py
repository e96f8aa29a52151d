from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from desktop.language import LANGUAGES, in_language, language, ngettext, pgettext, use_language
from desktop.language import format as shown

WEDNESDAY = date(2026, 11, 25)
# 14:20 on the clock of the Netherlands, in winter and in summer.
WINTER = datetime(2026, 11, 25, 13, 20, tzinfo=UTC)
SUMMER = datetime(2026, 7, 1, 12, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("write", "dutch", "english"),
    [
        (shown.day_short, "wo 25 nov", "Wed 25 Nov"),
        (shown.day_tiny, "25 nov", "25 Nov"),
        (shown.day_year, "25 nov 2026", "25 Nov 2026"),
        (shown.day_long, "woensdag 25 november 2026", "Wednesday 25 November 2026"),
        (shown.day_plain, "25 november 2026", "25 November 2026"),
        (shown.day_figures, "25-11-2026", "25/11/2026"),
        (shown.day_name, "woensdag 25 november", "Wednesday 25 November"),
        (shown.month_name, "november 2026", "November 2026"),
        (shown.day_month, "25 november", "25 November"),
        (shown.month_tiny, "nov", "Nov"),
        (shown.weekday_tiny, "wo 25", "Wed 25"),
    ],
)
def test_a_day_is_written_as_people_write_it(write, dutch: str, english: str) -> None:
    assert write(WEDNESDAY) == dutch
    use_language("en")
    assert write(WEDNESDAY) == english


@pytest.mark.parametrize("moment", [WINTER, SUMMER])
def test_a_moment_stands_on_the_clock_of_the_netherlands(moment: datetime) -> None:
    assert shown.clock(moment) == "14:20"


def test_an_hour_without_a_day_stays_as_it_is() -> None:
    assert shown.clock(time(9, 5)) == "09:05"


def test_a_day_begins_at_midnight_in_the_netherlands() -> None:
    late = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert shown.moment_short(late) == "do 26 nov 00:30"


def test_a_letter_says_hours_with_a_point_in_dutch_and_a_colon_in_english() -> None:
    assert shown.moment_letter(WINTER) == "woensdag 25 november 2026, 14.20 uur"
    use_language("en")
    assert shown.moment_letter(WINTER) == "Wednesday 25 November 2026, 14:20"


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (64_120, "€\xa0641,20", "€641.20"),
        (0, "€\xa00,00", "€0.00"),
        (5, "€\xa00,05", "€0.05"),
        (123_456_789, "€\xa01.234.567,89", "€1,234,567.89"),
    ],
)
def test_money_is_whole_cents(cents: int, dutch: str, english: str) -> None:
    assert shown.money(cents) == dutch
    use_language("en")
    assert shown.money(cents) == english


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (210_000_000, "€\xa02,1\xa0mln", "€\xa02.1\xa0million"),
        (3_800_000, "€\xa038.000", "€\xa038,000"),
        (0, "€\xa00", "€\xa00"),
    ],
)
def test_what_is_large_is_said_in_short(cents: int, dutch: str, english: str) -> None:
    assert shown.money_about(cents) == dutch
    with in_language("en"):
        assert shown.money_about(cents) == english


@pytest.mark.parametrize(
    ("metres", "dutch", "english"),
    [
        (25.5, "25,5 m²", "25.5 m²"),
        (70, "70 m²", "70 m²"),
        (Decimal("68.04"), "68 m²", "68 m²"),
        (1234, "1.234 m²", "1,234 m²"),
    ],
)
def test_an_area_has_a_decimal_only_when_it_says_something(
    metres: float | Decimal, dutch: str, english: str
) -> None:
    assert shown.area(metres) == dutch
    use_language("en")
    assert shown.area(metres) == english


def test_numbers_and_shares() -> None:
    assert shown.number(1234.56, 1) == "1.234,6"
    assert shown.number(3.0) == "3"
    assert shown.percent(0.234) == "23 %"
    use_language("en")
    assert shown.number(1234.56, 1) == "1,234.6"
    assert shown.percent(0.234, 1) == "23.4%"


def test_a_small_number_in_a_sentence_is_a_word() -> None:
    assert [shown.number_in_words(n) for n in (1, 6, 12, 13)] == ["één", "zes", "twaalf", "13"]


def test_one_and_many_have_their_own_words() -> None:
    def hosts(n: int) -> str:
        return ngettext("{n} host", "{n} hosts", n).format(n=n)

    assert [hosts(n) for n in (0, 1, 2)] == ["0 gastheren", "1 gastheer", "2 gastheren"]
    use_language("en")
    assert [hosts(n) for n in (0, 1, 2)] == ["0 hosts", "1 host", "2 hosts"]


def test_a_letter_can_be_in_another_language_than_the_screen() -> None:
    with in_language("en"):
        assert language() == "en"
        assert shown.day_short(WEDNESDAY) == "Wed 25 Nov"
    assert language() == "nl"


def test_a_word_without_its_context_is_shown_as_it_is() -> None:
    assert pgettext("a context that is not there", "word") == "word"


@pytest.mark.parametrize("ask", [use_language, lambda code: in_language(code).__enter__()])
def test_a_language_that_is_not_there_is_an_error_of_the_program(ask) -> None:
    with pytest.raises(ValueError, match="unknown language"):
        ask("fr")
    assert language() in LANGUAGES
