"""What stays on one line: a number with what it counts, a date, a short last word with the word
before it.

Only spaces change, into ones at which no line ends. Who reads the words sees no difference."""

from __future__ import annotations

import re

from desktop.language.format import NO_BREAK

MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|january|february|march|may|june|july|august|october"
    "|jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|mar|oct"
)
DAYS = re.compile(rf"\b(\d{{1,2}}) ({MONTHS})\b(?: (\d{{4}})\b)?", re.IGNORECASE)
TOGETHER = re.compile(
    r"(?<=\d) (?=(?:%|m²|procent\b|uur\b|mln\b|euro\b))|(?<=€) (?=\d)"
    # An article of a law.
    r"|(?<=\d,) (?=lid\b)|(?:(?<=\blid)|(?<=\bboek)|(?<=\bartikel)|(?<=\bart\.)) (?=\d)"
    r"|(?<=\bonder) (?=[a-z]\b)"
    # A telephone number.
    r"|(?<=\d) (?=–[ \xa0]\d)|(?<=\d[ \xa0]–) (?=\d)|(?<=\d\d) (?=\d\d\b)"
)
LAST_WORD = re.compile(r" (?=[^\s<>&;]{1,8}$)")
A_SENTENCE = 30  # letters: what is shorter takes one line in most places


def together(words: str) -> str:
    """The words, plain or as markup, in which what belongs together is on one line."""
    words = DAYS.sub(lambda day: NO_BREAK.join(part for part in day.groups() if part), words)
    words = TOGETHER.sub(NO_BREAK, words)
    return LAST_WORD.sub(NO_BREAK, words) if len(words) >= A_SENTENCE else words
