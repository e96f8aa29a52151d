"""The word check on free text of staff, without any network (R6).

A file about an allocation says nothing about looks, belief, health, family or origin. The check
cannot know what a sentence means: it points at words, and a colleague may let them stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache

from desktop.assets import resources
from desktop.language import LANGUAGES, _
from desktop.language.fold import fold

# A word keeps its combining accents and soft hyphens, which pasted text has.
_WORD = re.compile(r"[\w\u0300-\u036f\u00ad]+")
_ENDINGS = {
    "nl": "(?:s|e|en|n|je|jes|tje|tjes)?",
    "en": "(?:s|es)?",
}


class WordCategory(Enum):
    """What a word would say about a person; the values are the headings of the word lists."""

    LOOKS = "looks"
    BELIEF = "belief"
    HEALTH = "health"
    FAMILY = "family"
    ORIGIN = "origin"
    ORIENTATION = "orientation"
    AGE = "age"
    MONEY = "money"
    PAST = "past"
    POLITICS = "politics"
    JUDGEMENT = "judgement"


@dataclass(frozen=True)
class Hit:
    """Words that were found: as they stand in the text, at `start` up to `end`."""

    word: str
    category: WordCategory
    start: int
    end: int


def check(text: str) -> tuple[Hit, ...]:
    """The words about a person in a text, in either language, in the order of the text. Where
    entries overlap the longest counts: "ex-partner" is one hit."""
    places = [(m.start(), m.end(), fold(m.group()).replace(" ", "")) for m in _WORD.finditer(text)]
    places = [place for place in places if place[2]]
    folded = " ".join(word for _start, _end, word in places)
    begins, ends, at = {}, {}, 0
    for start, end, word in places:
        begins[at] = start
        ends[at + len(word)] = end
        at += len(word) + 1
    hits, free_from = [], 0
    for first, last, category in sorted(_found(folded), key=lambda f: (f[0], -f[1])):
        if first >= free_from:
            start, end = begins[first], ends[last]
            hits.append(Hit(text[start:end], category, start, end))
            free_from = last
    return tuple(hits)


def sentence(hits: Iterable[Hit]) -> str:
    """What the screen says about the words that were found."""
    words = list(dict.fromkeys(hit.word for hit in hits))
    shown = ", ".join(_("“{word}”").format(word=word) for word in words)
    return _(
        "It says {words}. Write nothing about looks, belief, health, family or origin. Take it "
        "out, or ask a colleague to read along."
    ).format(words=shown)


def _found(folded: str) -> Iterable[tuple[int, int, WordCategory]]:
    for category, pattern in _patterns():
        for match in pattern.finditer(folded):
            yield match.start(), match.end(), category


@cache
def _patterns() -> tuple[tuple[WordCategory, re.Pattern[str]], ...]:
    """One pattern per language and category; entries with more words come first."""
    found = []
    for language in LANGUAGES:
        for category, entries in _entries(language).items():
            longest_first = sorted(entries, key=len, reverse=True)
            of_all = "|".join(_pattern(entry, _ENDINGS[language]) for entry in longest_first)
            found.append((category, re.compile(rf"(?<!\S)(?:{of_all})(?!\S)")))
    return tuple(found)


def _pattern(entry: str, endings: str) -> str:
    parts = [fold(part).replace(" ", r"\s") for part in entry.split("*")]
    return r"\S*".join(parts) if len(parts) > 1 else parts[0] + endings


def _entries(language: str) -> dict[WordCategory, list[str]]:
    """The list of a language. An entry before any category, or under an unknown one, is a
    `ValueError`."""
    found: dict[WordCategory, list[str]] = {}
    category: WordCategory | None = None
    path = resources() / "words" / f"{language}.txt"
    for line in path.read_text("utf-8").splitlines():
        entry = line.partition("#")[0].strip()
        if entry.startswith("["):
            category = WordCategory(entry.strip("[]"))
        elif entry and category is None:
            raise ValueError(f"{path.name}: “{entry}” stands under no category")
        elif entry and category is not None:
            found.setdefault(category, []).append(entry)
    return found
