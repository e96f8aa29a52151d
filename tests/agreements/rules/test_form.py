"""What people enter about measuring: refused in words, or asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.rules import form
from desktop.agreements.states import Direction
from desktop.language import in_language
from desktop.refused import Refused


def refused(call, *args, **kwargs) -> Refused:
    with in_language("nl"), pytest.raises(Refused) as caught:
        call(*args, **kwargs)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,5", "1234.5"),
        ("1234.5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("12,5", "12.5"),
        (" 60 ", "60"),
        ("-3", "-3"),
        ("−3,5", "-3.5"),
        ("0.234", "0.234"),
        ("1.234.567", "1234567"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, value: str) -> None:
    assert form.number(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["12,5,0", "veel", "", "-", "NaN", "Infinity", "1e400", "1.2.3", "9" * 400, "١٢"]
)
def test_E1_what_is_no_number_is_refused(text: str) -> None:
    assert refused(form.number, text).sentence == (
        f"‘{text}’ is geen getal. Vul een getal in, bijvoorbeeld 12,5."
    )


def test_E1_a_number_with_two_readings_is_asked() -> None:
    asked = refused(form.number, "1.234")
    assert isinstance(asked, form.Ambiguous)
    assert asked.sentence == "Bedoelt u 1234 of 1,234?"
    assert asked.readings == (Decimal(1234), Decimal("1.234"))
    assert asked.field == "value"


def test_E2_a_measurement_of_the_future_is_refused() -> None:
    today = date(2026, 7, 15)
    form.check_measured_on(today, today)
    assert refused(form.check_measured_on, date(2026, 8, 3), today).sentence == (
        "De meetdatum 3 augustus 2026 ligt in de toekomst. "
        "Vul een datum in tot en met vandaag (15 juli 2026)."
    )


def test_E3_a_percentage_is_between_0_and_100() -> None:
    form.check_percentage(Decimal(100), "%")
    form.check_percentage(Decimal(148), "woningen")
    assert refused(form.check_percentage, Decimal(148), "%").sentence == (
        "Een percentage ligt tussen 0 en 100. U vulde 148 in."
    )


def test_E4_the_goal_is_later_than_the_baseline() -> None:
    day = date(2025, 12, 31)
    form.check_dates(day, date(2026, 1, 1))
    assert refused(form.check_dates, day, day).sentence == (
        "De doeldatum (31-12-2025) moet later zijn dan de datum van de nulmeting (31-12-2025)."
    )


def test_E5_the_goal_lies_in_the_chosen_direction() -> None:
    wrong = refused(form.check_direction, Direction.UP, False, Decimal(640), Decimal(560))
    assert wrong.sentence == (
        "U koos ‘omhoog’, maar het doel (560) is lager dan de nulmeting (640). "
        "Kies ‘omlaag’ of pas het doel aan."
    )
    refused(form.check_direction, Direction.DOWN, False, Decimal(0), Decimal(8))


def test_E5_a_ceiling_may_lie_above_its_baseline() -> None:
    form.check_direction(Direction.DOWN, True, Decimal(0), Decimal(8))


def test_E6_a_day_that_is_measured_already_can_be_corrected() -> None:
    with in_language("nl"):
        there = form.AlreadyMeasured(date(2026, 7, 1), Decimal(610), 7)
    assert there.sentence == (
        "Voor 1 juli 2026 staat al een meting: 610. Wilt u die verbeteren? "
        "De oude waarde blijft zichtbaar."
    )
    assert there.measurement_id == 7


def test_E7_a_light_by_hand_has_a_reason() -> None:
    form.check_override_reason("x" * 20)
    assert refused(form.check_override_reason, " te kort" + " " * 20).sentence == (
        "Leg uit waarom u de kleur verandert. Schrijf ten minste 20 tekens. "
        "Iedereen kan uw uitleg lezen."
    )


@pytest.mark.parametrize(
    ("value", "previous", "asked"),
    [
        ("4188", "418", True),
        ("30", "10", False),
        ("31", "10", True),
        ("3", "10", True),
        ("-10", "10", True),
        ("5", "0", False),
        ("5", None, False),
    ],
)
def test_a_value_that_jumps_or_changes_sign_is_asked(
    value: str, previous: str | None, asked: bool
) -> None:
    before = None if previous is None else Decimal(previous)
    assert (form.doubt(Decimal(value), before) is not None) is asked


def test_a_margin_below_one_of_whole_numbers_gives_a_hint() -> None:
    with in_language("nl"):
        hint = form.margin_hint(Decimal("0.8"), decimals=0, fixed=False)
    assert hint == "De marge is kleiner dan 1. Kies een vaste marge."
    assert form.margin_hint(Decimal("0.8"), decimals=1, fixed=False) is None
    assert form.margin_hint(Decimal(1), decimals=0, fixed=False) is None
