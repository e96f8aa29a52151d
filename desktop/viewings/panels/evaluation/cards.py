"""The cards of the evaluation that are words: answers, types of complexes, lists."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout

from desktop.language import _
from desktop.viewings.queries.evaluation.answers import Answer
from desktop.viewings.queries.evaluation.judging import said
from desktop.viewings.queries.evaluation.whole import Evaluation
from desktop.viewings.rules.evaluation import Verdict
from desktop.widgets import theme
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.theme import Tone
from desktop.widgets.words import Words

TONES = {
    Verdict.WORKABLE: Tone.GREEN,
    Verdict.WITH_HELP: Tone.AMBER,
    Verdict.NOT_WORKABLE: Tone.RED,
    Verdict.TOO_LITTLE: Tone.GREY,
}


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


def types_card(found: Evaluation) -> Card:
    """A verdict for each type of complex, and for each complex of it."""
    card = Card(_("By type of complex"))
    for one in found.types:
        row = QHBoxLayout()
        row.setSpacing(theme.SMALL)
        row.addWidget(Words(one.kind, "strong"))
        row.addWidget(Words(", ".join(one.complexes), "soft"), 1)
        row.addWidget(Chip(said(one.verdict), TONES[one.verdict] if one.verdict else Tone.GREY))
        card.add_layout(row)
    return card


def list_card(title: str, lines: Sequence[str]) -> Card:
    """Sentences below each other."""
    card = Card(title)
    for words in lines:
        card.add(Words(words, wraps=True))
    return card
