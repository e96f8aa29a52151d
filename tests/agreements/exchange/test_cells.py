"""Cells as people and spreadsheet programs fill them."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.exchange.cells import as_written, reader_of
from desktop.agreements.exchange.sheets import (
    AGREEMENTS,
    INDICATORS,
    INPUTS,
    MEASUREMENTS,
    SHEETS,
    STEPS,
    Column,
)
from desktop.agreements.states import Direction, Frequency
from desktop.refused import Refused

NUMBER = STEPS.column("waarde")
DAY = MEASUREMENTS.column("meetdatum")
MEASURED = MEASUREMENTS.column("waarde")
YES_NO = MEASUREMENTS.column("voorlopig")
WHOLE = INDICATORS.column("decimalen")
DIRECTION = INDICATORS.column("richting")


def read(column: Column, cell: Any) -> Any:
    return reader_of(column)(cell)


def refusal(column: Column, cell: Any) -> str:
    with pytest.raises(Refused) as refused:
        read(column, cell)
    return refused.value.sentence


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (97.2, "97.2"),
        (18.0, "18"),
        (0.1 + 0.2, "0.3"),
        (1.234, "1.234"),
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("12,5", "12.5"),
        ("-0,25", "-0.25"),
    ],
)
def test_a_number_is_read_exactly(cell: object, value: str) -> None:
    assert read(NUMBER, cell) == Decimal(value)


@pytest.mark.parametrize(
    "cell", ["veel", "12,5,0", "1e400", "NaN", float("nan"), float("inf"), True, date(2026, 7, 1)]
)
def test_what_is_no_number_is_refused(cell: object) -> None:
    assert "geen getal" in refusal(NUMBER, cell)


def test_a_number_with_two_meanings_is_asked_back() -> None:
    assert refusal(NUMBER, "1.234") == "Bedoelt u 1234 of 1,234?"


@pytest.mark.parametrize(
    "cell",
    [
        date(2026, 7, 1),
        datetime(2026, 7, 1, 13, 5),  # noqa: DTZ001
        "2026-07-01",
        "1-7-2026",
        "01/07/2026",
        "1.7.2026",
        "2026-07-01 00:00",
    ],
)
def test_a_day_is_read_as_a_day_or_as_people_write_it(cell: object) -> None:
    assert read(DAY, cell) == date(2026, 7, 1)


@pytest.mark.parametrize(
    "cell", ["30-2-2026", "7/13/2026", "1-7-26", 46204.0, "0206-07-01", "ooit"]
)
def test_what_is_no_day_is_refused(cell: object) -> None:
    assert "geen datum" in refusal(DAY, cell)


@pytest.mark.parametrize(
    ("cell", "value"), [("Ja", True), ("nee", False), (True, True), (0.0, False)]
)
def test_yes_and_no(cell: object, value: bool) -> None:
    assert read(YES_NO, cell) is value


def test_another_word_than_yes_or_no_is_refused() -> None:
    assert "misschien" in refusal(YES_NO, "misschien")


@pytest.mark.parametrize(
    ("cell", "value"),
    [("omhoog", Direction.UP), ("Ja/nee", Direction.YESNO), ("down", Direction.DOWN)],
)
def test_a_choice_is_read_in_dutch_and_english(cell: str, value: Direction) -> None:
    assert read(DIRECTION, cell) is value


def test_a_choice_that_is_misspelt_is_asked_back() -> None:
    assert refusal(DIRECTION, "omhog") == "‘omhog’ kan hier niet. Bedoelt u ‘omhoog’?"
    assert "omhoog, omlaag, tussen, ja-nee" in refusal(DIRECTION, "zzz")


def test_a_half_year_has_more_than_one_spelling() -> None:
    assert read(INDICATORS.column("frequentie"), "Half jaar") is Frequency.HALF_YEAR


def test_a_code_that_a_spreadsheet_took_for_a_number_stays_a_code() -> None:
    assert read(AGREEMENTS.column("postcode4"), 9871.0) == "9871"


def test_more_codes_in_one_cell() -> None:
    assert read(INPUTS.column("afspraak_code"), "BES-01, VER-03;LEE-02") == (
        "BES-01",
        "VER-03",
        "LEE-02",
    )


def test_half_decimals_are_refused() -> None:
    assert read(WHOLE, 2.0) == 2
    assert "heel getal" in refusal(WHOLE, 2.5)


def test_a_measured_value_may_be_a_deed() -> None:
    assert read(MEASURED, "ja") is True
    assert read(MEASURED, 1.0) == Decimal(1)


@pytest.mark.parametrize("column", [c for kind in SHEETS for c in kind.columns])
def test_an_empty_cell_is_nothing_in_every_column(column: Column) -> None:
    assert read(column, "") is None
    assert read(column, "   ") is None


@pytest.mark.parametrize("column", [c for kind in SHEETS for c in kind.columns if c.example])
def test_every_example_can_be_read(column: Column) -> None:
    assert read(column, column.example) is not None


CELLS = st.one_of(
    st.text(max_size=12), st.floats(), st.integers(), st.booleans(), st.dates(), st.datetimes()
)


@given(st.sampled_from([c for kind in SHEETS for c in kind.columns]), CELLS)
def test_any_cell_is_a_value_or_a_sentence(column: Column, cell: Any) -> None:
    try:
        value = read(column, cell)
    except Refused:
        return
    if isinstance(value, Decimal):
        assert value.is_finite()
    # What is written of a value reads back as that value. A 1 for "done" stays a number.
    if value is not None and not isinstance(value, str) and value != ():
        assert read(column, as_written(value)) == value
