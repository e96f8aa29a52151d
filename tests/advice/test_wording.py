"""Every state of a request for advice, and every decision, has a word for people."""

from __future__ import annotations

from enum import Enum

import pytest

from desktop.advice.states import AdviceDecision, AdviceState
from desktop.advice.wording import WORDS
from desktop.language import _, in_language


@pytest.mark.parametrize("value", [*AdviceState, *AdviceDecision], ids=str)
def test_every_state_and_decision_has_a_dutch_word(value: Enum) -> None:
    with in_language("nl"):
        assert _(WORDS[value]) != WORDS[value]
