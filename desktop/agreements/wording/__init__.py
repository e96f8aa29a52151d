"""The agreements in words for people, on screen and on paper."""

from desktop.agreements.wording.actions import ACTIONS, action_word
from desktop.agreements.wording.lights import (
    counts_words,
    light_sentence,
    plain_sentence,
    quantity,
    reason_sentence,
)
from desktop.agreements.wording.states import WORDS, word

__all__ = [
    "ACTIONS",
    "WORDS",
    "action_word",
    "counts_words",
    "light_sentence",
    "plain_sentence",
    "quantity",
    "reason_sentence",
    "word",
]
