"""The cards of the evaluation that are words: answers and lists."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.viewings.queries.evaluation.answers import Answer
from desktop.widgets.card import Card
from desktop.widgets.words import Words


def answer_card(answer: Answer) -> Card:
    """A question; what may be said of it; the counts under it."""
    card = Card(answer.words)
    card.title.setWordWrap(True)
    card.subtitle.hide()
    card.add(Words(answer.verdict, "strong", wraps=True))
    for counts in answer.counts:
        card.add(Words(counts, "soft", wraps=True))
    card.body.addStretch(1)
    return card


def list_card(title: str, lines: Sequence[str]) -> Card:
    """Sentences below each other."""
    card = Card(title)
    for words in lines:
        card.add(Words(words, wraps=True))
    return card
