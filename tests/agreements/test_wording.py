"""Every state and choice has a word for people, and every light a sentence."""

from __future__ import annotations

import ast
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path

import pytest

from desktop import agreements
from desktop.advice import wording as advice
from desktop.agreements import states
from desktop.agreements.rules.changes import ChangeKind
from desktop.agreements.rules.light import Reading, Target, reckon
from desktop.agreements.states import Direction, Light, LightReason, PathShape
from desktop.agreements.wording import (
    ACTIONS,
    WORDS,
    action_word,
    light_sentence,
    plain_sentence,
    quantity,
    word,
)
from desktop.language import in_language
from tests.support.agreements import MORGENVELD_2026, ON, Row


def every_value() -> list[Enum]:
    kinds = [k for k in vars(states).values() if isinstance(k, type) and issubclass(k, Enum)]
    return [*(value for kind in kinds for value in kind), *ChangeKind]


@pytest.mark.parametrize("value", every_value(), ids=str)
def test_every_state_and_choice_has_a_dutch_word_of_its_own(value: Enum) -> None:
    with in_language("nl"):
        dutch = word(value)
    with in_language("en"):
        english = word(value)
    assert dutch
    assert dutch != english


def test_no_word_is_for_something_that_does_not_exist() -> None:
    assert set(WORDS) == {*every_value(), *advice.WORDS}


def actions_in_the_code() -> set[str]:
    """The names with which this tab calls `act(who, name)`."""
    assert agreements.__file__ is not None
    calls = [
        node
        for path in Path(agreements.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {
        call.args[1].value
        for call in calls
        if call.func.attr == "act"  # type: ignore[attr-defined]
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
        and isinstance(call.args[1].value, str)
    }


def test_every_action_of_the_trail_has_words_for_who_reads_it() -> None:
    assert actions_in_the_code() <= set(ACTIONS)


@pytest.mark.parametrize("action", sorted(ACTIONS))
def test_an_action_reads_as_dutch(action: str) -> None:
    with in_language("en"):
        english = action_word(action)
    assert action_word(action) != english


def test_undoing_reads_as_the_action_with_what_it_was() -> None:
    said = action_word("undo:agreements.look_back")
    assert said.startswith("Teruggekeken op een afspraak")
    assert said != action_word("agreements.look_back")


@pytest.mark.parametrize("kind", [states.Light, states.CycleState, states.AgreementState])
def test_no_two_states_read_the_same(kind: type[Enum]) -> None:
    assert len({word(state) for state in kind}) == len(list(kind))


def test_the_lights_read_as_agreed() -> None:
    assert [word(light) for light in Light] == [
        "Op koers",
        "Let op",
        "Niet op koers",
        "Niet te meten",
        "Gehaald",
    ]
    assert plain_sentence(Light.ON) == "Het gaat zoals afgesproken."
    assert plain_sentence(Light.RISK) == "Het gaat iets langzamer dan afgesproken."
    assert plain_sentence(Light.OFF) == "Het gaat niet zoals afgesproken."
    assert plain_sentence(Light.DONE) == "Dit is gehaald."


def sentence(code: str, unit: str) -> str:
    row = next(row for row in MORGENVELD_2026 if row.code == code)
    return light_sentence(reckon(row.target(), row.readings(), ON), row.target(), unit)


@pytest.mark.parametrize(
    ("code", "unit", "expected"),
    [
        (
            "BES-01",
            "aantal",
            "Het gaat zoals afgesproken. Gemeten op 1 juli 2026: 18. Verwacht op die dag: 18 of "
            "meer.",
        ),
        (
            "BES-02",
            "maanden",
            "Het gaat niet zoals afgesproken. Gemeten op 1 juli 2026: 57 maanden. Verwacht op die "
            "dag: 56 maanden of minder. Het verschil is 1. Dat is meer dan de marge van 0,4.",
        ),
        (
            "BES-03",
            "aantal",
            "Het gaat iets langzamer dan afgesproken. Gemeten op 1 juli 2026: 4.188. Verwacht op "
            "die dag: 4.200 of meer. Het verschil is 12. Dat valt binnen de marge van 20.",
        ),
        (
            "BET-01",
            "%",
            "Het gaat zoals afgesproken. Gemeten op 1 juli 2026: 97,2 %. Afgesproken is: tussen "
            "95 % en 100 %.",
        ),
        (
            "VER-03",
            "ja/nee",
            "Het gaat zoals afgesproken. Uiterlijk klaar op 1 oktober 2026. Er zijn nog 78 dagen.",
        ),
        ("LEE-01", "cijfer", "We weten dit nog niet. Reden: er is nog niet gemeten."),
        ("ZOR-01", "aantal", "Dit is gehaald. Gemeten op 1 juli 2026: 40. Het doel is 40."),
        (
            "PAR-03",
            "%",
            "We weten dit nog niet. Reden: de laatste meting is van 31 januari 2026, 165 dagen "
            "geleden. Toen was het: op koers.",
        ),
    ],
)
def test_a_light_tells_how_it_goes_and_why(code: str, unit: str, expected: str) -> None:
    assert sentence(code, unit) == expected


@pytest.mark.parametrize("row", MORGENVELD_2026, ids=lambda row: row.code)
def test_every_light_of_the_demo_has_a_whole_sentence(row: Row) -> None:
    said = sentence(row.code, "aantal")
    assert said.endswith(".")
    assert "{" not in said
    assert "–" not in said


def target(**values: object) -> Target:
    agreed: dict[str, object] = {
        "direction": Direction.UP, "cumulative": False, "baseline": Decimal(0),
        "baseline_on": date(2025, 12, 31), "goal": Decimal(60), "goal_on": date(2026, 12, 31),
        "low": None, "high": None, "path": PathShape.LINEAR, "steps": (),
        "margin_percent": Decimal(10), "margin_absolute": None, "max_age_days": 245,
        "decimals": 0, "done_on": None,
    }  # fmt: skip
    return Target(**{**agreed, **values})  # type: ignore[arg-type]


def said_of(aim: Target, value: str | None, measured_on: date, on: date) -> str:
    readings = []
    if value is not None:
        readings = [Reading(1, measured_on, Decimal(value), provisional=True, superseded=False)]
    return light_sentence(reckon(aim, readings, on), aim, "woningen")


def test_a_provisional_value_says_so() -> None:
    said = said_of(target(), "30", date(2026, 7, 1), date(2026, 7, 15))
    assert "30 woningen (voorlopig)" in said


def test_a_maximum_that_was_passed_says_the_maximum() -> None:
    ceiling = target(direction=Direction.DOWN, cumulative=True, goal=Decimal(8))
    said = said_of(ceiling, "9", date(2026, 7, 1), date(2026, 7, 15))
    assert said.endswith("Het maximum is 8 woningen.")


def test_what_was_missed_names_the_goal() -> None:
    said = said_of(target(), "59", date(2026, 12, 31), date(2027, 1, 15))
    assert said.startswith("Het gaat niet zoals afgesproken.")
    assert said.endswith("Het doel is 60 woningen.")


def test_without_a_baseline_it_says_what_is_missing() -> None:
    unknown = target(baseline=None, baseline_on=None)
    said = said_of(unknown, "10", date(2026, 7, 1), date(2026, 7, 15))
    assert said == "We weten dit nog niet. Reden: de nulmeting ontbreekt."


@pytest.mark.parametrize(
    ("done_on", "on", "expected"),
    [
        (date(2026, 9, 30), date(2026, 11, 1), "Dit is gehaald. Klaar op 30 september 2026."),
        (
            date(2026, 10, 2),
            date(2026, 11, 1),
            "Dit is gehaald. Klaar op 2 oktober 2026. Dat is 1 dag te laat.",
        ),
        (
            None,
            date(2026, 10, 3),
            "Het gaat niet zoals afgesproken. Uiterlijk klaar op 1 oktober 2026. Dat is 2 dagen "
            "geleden.",
        ),
    ],
)
def test_what_is_done_or_not_says_when(done_on: date | None, on: date, expected: str) -> None:
    deed = target(direction=Direction.YESNO, goal=None, goal_on=date(2026, 10, 1), done_on=done_on)
    assert said_of(deed, None, on, on) == expected


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "shown"),
    [
        ("4188", "aantal", 0, "4.188"),
        ("97.2", "%", 1, "97,2 %"),
        ("97.25", "%", 1, "97,25 %"),
        ("57.0", "maanden", 0, "57 maanden"),
        ("1E+3", "", 0, "1.000"),
        ("-0.5", "graden", 1, "-0,5 graden"),
    ],
)
def test_a_value_is_shown_as_it_was_given(value: str, unit: str, decimals: int, shown: str) -> None:
    assert quantity(Decimal(value), unit, decimals) == shown


@pytest.mark.parametrize("reason", LightReason, ids=str)
def test_every_reason_has_a_word(reason: LightReason) -> None:
    assert word(reason)
