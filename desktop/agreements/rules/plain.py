"""Whether a text is in plain words (B1): hints for who writes, never a refusal."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from desktop.assets import resources
from desktop.language import _

EASY_WORDS = 15  # in a sentence (agreements, paper P2)
MOST_WORDS = 20

_WORD = re.compile(r"\w+(?:[-'’.,/]\w+)*")
_END = re.compile(r"[.!?…]+[\"'’”)]*(?=\s|$)|\n+")
# After these a full stop ends no sentence.
_SHORT = frozenset(
    {
        "art", "bijv", "bv", "ca", "dhr", "d.w.z", "e.d", "enz", "etc", "evt", "incl", "max",
        "mevr", "min", "m.u.v", "nl", "nr", "nrs", "o.a", "o.m", "resp", "t.o.v", "vgl", "z.g",
    }
)  # fmt: skip


class HintKind(Enum):
    JARGON = "jargon"
    LONG = "long"  # a sentence that is better split
    TOO_LONG = "too long"


@dataclass(frozen=True)
class Hint:
    """A place in the text, from `start` up to `end`, that people may stumble over. `words` is the
    word as it stands there, or the first words of a sentence; `instead` says it otherwise; `count`
    is how many words the sentence has."""

    kind: HintKind
    start: int
    end: int
    words: str
    instead: str = ""
    count: int = 0


def hints(text: str) -> tuple[Hint, ...]:
    """What could be plainer in a Dutch text, in reading order."""
    return tuple(sorted([*_jargon(text), *_long(text)], key=lambda hint: (hint.start, -hint.end)))


def hint_sentence(hint: Hint) -> str:
    """What the screen says about a place in the text."""
    if hint.kind is HintKind.JARGON:
        return _("Not everybody knows “{word}”. Perhaps: {instead}.").format(
            word=hint.words, instead=hint.instead
        )
    if hint.kind is HintKind.LONG:
        sentence = _("“{words}”: this sentence has {n} words. Up to {easy} reads easily.")
        return sentence.format(words=hint.words, n=hint.count, easy=EASY_WORDS)
    sentence = _("“{words}”: this sentence has {n} words. Make two sentences of it.")
    return sentence.format(words=hint.words, n=hint.count)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends, without the white space around it."""
    start = 0
    for end in _END.finditer(text):
        if _is_short(text[start : end.start()], end.group()):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _is_short(before: str, sign: str) -> bool:
    last = before.rsplit(maxsplit=1)[-1].lower().lstrip("(“\"'") if before.strip() else ""
    return sign.startswith(".") and last in _SHORT


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _long(text: str) -> Iterator[Hint]:
    for start, end in sentences(text):
        found = _WORD.findall(text, start, end)
        if len(found) > EASY_WORDS:
            kind = HintKind.TOO_LONG if len(found) > MOST_WORDS else HintKind.LONG
            yield Hint(kind, start, end, " ".join(found[:4]) + " …", count=len(found))


def _jargon(text: str) -> Iterator[Hint]:
    """The longest word that fits at each place: "energie-index" and not "index" in it."""
    for found in _pattern().finditer(text):
        word = found.group()
        form = " ".join(word.split())
        instead = _listed().get(form) or _listed().get(form.lower())
        if instead is not None:
            yield Hint(HintKind.JARGON, found.start(), found.end(), word, instead)


@cache
def _listed() -> dict[str, str]:
    """Jargon with what to say instead; words in capitals as they are, others in small letters."""
    path = resources() / "agreements" / "jargon.nl.toml"
    return {
        form if _in_capitals(form) else form.lower(): entry["instead"]
        for entry in tomllib.loads(path.read_text("utf-8"))["word"]
        for form in entry["forms"]
    }


def _in_capitals(form: str) -> bool:
    return form.split("-")[0].isupper()


@cache
def _pattern() -> re.Pattern[str]:
    forms = sorted(_listed(), key=len, reverse=True)
    one_of = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
    return re.compile(rf"(?<![\w-])(?:{one_of})(?![\w-])", re.IGNORECASE)
