"""What is done in Beheer has words for who reads the trail."""

from __future__ import annotations

import ast
from pathlib import Path

from desktop import projects
from desktop.language import in_language
from desktop.projects.wording.actions import ACTIONS, action_word


def actions_in_the_code() -> set[str]:
    """The names with which this tab calls `act(who, name)`: its actions, and its demo."""
    assert projects.__file__ is not None
    here = Path(projects.__file__).parent
    calls = [
        node
        for room in ("actions", "demo")
        for path in (here / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    return {
        call.args[1].value
        for call in calls
        if call.func.attr == "act"  # type: ignore[attr-defined]
        and isinstance(call.args[1], ast.Constant)
        and isinstance(call.args[1].value, str)
    }


def test_every_action_of_the_trail_has_dutch_words_and_no_words_are_left_over() -> None:
    assert actions_in_the_code() == set(ACTIONS)
    with in_language("en"):
        english = {action: action_word(action) for action in ACTIONS}
    assert not [action for action in ACTIONS if action_word(action) == english[action]]
    assert len({action_word(action) for action in ACTIONS}) == len(ACTIONS)
    assert action_word("undo:projects.task.remove").startswith("Taak weggehaald (")
    assert action_word("estate.organisation.change") == "Organisatie veranderd"
