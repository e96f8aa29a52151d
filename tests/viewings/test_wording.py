"""Every state and choice has a word for people."""

import ast
from enum import Enum
from pathlib import Path

import desktop
from desktop.estate.wording import ACTIONS as SHARED
from desktop.language import in_language
from desktop.viewings import states
from desktop.viewings.rules.order import PassCode
from desktop.viewings.wording import ACTIONS, WORDS, word


def every_value() -> list[Enum]:
    kinds = [k for k in vars(states).values() if isinstance(k, type) and issubclass(k, Enum)]
    return [value for kind in [*kinds, PassCode] for value in kind]


def test_every_state_and_choice_has_a_dutch_word_of_its_own():
    for value in every_value():
        with in_language("nl"):
            dutch = word(value)
        with in_language("en"):
            english = word(value)
        assert dutch
        assert english
        unchanged = {"Toilet", "Open"}
        assert dutch != english or english in unchanged, value


def test_no_word_is_for_something_that_does_not_exist():
    assert set(WORDS) == set(every_value())


def test_a_choice_reads_as_on_the_screen():
    with in_language("nl"):
        assert word(states.Want.YES) == "Wil de woning"
        assert word(states.Presence.NO_SHOW) == "Niet verschenen"
        assert word(states.Level.A) == "Kennismaken"


def actions_in_the_code() -> set[str]:
    """The names with which this tab, and what all tabs share, calls `act(who, name)`. The other
    tabs say their own."""
    assert desktop.__file__ is not None
    base = Path(desktop.__file__).parent
    calls = [
        node
        for path in base.rglob("*.py")
        if path.relative_to(base).parts[0] not in ("agreements", "floorplans", "projects")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {
        call.args[1].value
        for call in calls
        if call.func.attr == "act"
        and len(call.args) > 1
        and isinstance(call.args[1], ast.Constant)
        and isinstance(call.args[1].value, str)
    }


def test_every_action_of_the_trail_has_words_for_who_reads_it():
    assert actions_in_the_code() == {*ACTIONS, *SHARED}
