"""What in a text may tell who somebody is: a phone number, an e-mail address, an address, a name.

What tenants ask is kept without who asked it (agreements, 2.1). The check cannot know what a
sentence means: it points at places, and who wrote the text may confirm that they stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache

from desktop.assets import resources
from desktop.language import _
from desktop.language.fold import fold

# Ten digits from 0, or nine after +31, however they are spaced; a day with a time is no number
# to call, and neither is the beginning of something longer.
PHONE = re.compile(
    r"(?<![\w+])"
    r"(?!\d{1,2}[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\d\d)"
    r"(?:(?:\+|00)31[\s.-]*(?:\(0\))?|\(?0)"
    r"(?:[\s.()-]*\d){9}"
    r"(?![\s.:-]*\d)"
)
EMAIL = re.compile(r"[^@\s<>()]+@[^@\s<>()]+\.[^@\s<>().,;]+")
STREETS = "straat|laan|weg|plein|kade|hof|dijk|singel|gracht|steeg|pad|dreef|plantsoen"
ADDRESS = re.compile(
    rf"\b[A-Z][\w'’-]*(?:{STREETS})\s+\d{{1,4}}(?:\s?[a-zA-Z]\b)?"  # Kadestraat 12a
    r"|\b[1-9]\d{3}\s?[A-Z]{2}\b"  # 1234 AB
    r"|\b[Hh]uisnummer\s+\d+"
)
STREET = re.compile(rf".*(?:{STREETS})", re.IGNORECASE)  # Jan Steenstraat is nobody
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
INITIALS = re.compile(r"(?:[^\W\d_]\.)+")

# What stands in front of a name, folded. The short ones may end in a full stop.
SHORT_TITLES = frozenset({"mevr", "mw", "dhr", "mej", "fam"})
TITLES = SHORT_TITLES | {"mevrouw", "meneer", "mijnheer", "heer", "juffrouw", "familie"}
RELATIONS = frozenset(
    {
        f"{where}{who}"
        for where in ("", "boven", "beneden", "over")
        for who in ("buurman", "buurvrouw")
    }
    | {"buurjongen", "buurmeisje", "zoon", "dochter", "vriend", "vriendin", "oom", "tante"}
    | {"opa", "oma", "man", "vrouw", "moeder", "vader", "broer", "zus"}
    | {"huismeester", "opzichter", "consulent", "heet"}
)
PARTICLES = frozenset(
    {"van", "de", "der", "den", "ter", "ten", "te", "het", "el", "al", "ben", "bin", "la", "t"}
)
# These begin a sentence after "blok A." rather than follow an initial.
OPENERS = frozenset(
    {"de", "het", "een", "wij", "we", "ik", "er", "dat", "dit", "als", "die", "deze", "waarom"}
    | {"wat", "wanneer", "hoe"}
)
# What is told apart by a letter, as "blok A. Bewoners vragen".
LETTERED = frozenset(
    {"blok", "flat", "gebouw", "hal", "ingang", "trap", "portiek", "complex", "label", "optie"}
    | {"variant", "plan", "deel", "type", "groep"}
)


class PersonalKind(Enum):
    """What a place in a text seems to be."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    NAME = "name"


@dataclass(frozen=True)
class Spot:
    """A place in a text, as it stands there from `start` up to `end`."""

    kind: PersonalKind
    words: str
    start: int
    end: int


def spots(text: str) -> tuple[Spot, ...]:
    """What in the text may tell who somebody is, in the order of the text."""
    found = [
        Spot(kind, match.group(), match.start(), match.end())
        for kind, pattern in (
            (PersonalKind.PHONE, PHONE),
            (PersonalKind.EMAIL, EMAIL),
            (PersonalKind.ADDRESS, ADDRESS),
        )
        for match in pattern.finditer(text)
    ]
    found += [Spot(PersonalKind.NAME, text[start:end], start, end) for start, end in _names(text)]
    return tuple(sorted(found, key=lambda spot: (spot.start, spot.end)))


def sentence(found: Iterable[Spot]) -> str:
    """What the screen says about the places that were found."""
    words = {
        PersonalKind.PHONE: _("a phone number"),
        PersonalKind.EMAIL: _("an e-mail address"),
        PersonalKind.ADDRESS: _("an address"),
        PersonalKind.NAME: _("a name"),
    }
    kinds = [words[kind] for kind in dict.fromkeys(spot.kind for spot in found)]
    shown = kinds[-1]
    if len(kinds) > 1:
        shown = _("{most} and {last}").format(most=", ".join(kinds[:-1]), last=shown)
    return _("The text seems to hold {what}. Take it out, or confirm that it may stay.").format(
        what=shown
    )


def _names(text: str) -> Iterator[tuple[int, int]]:
    """The places of what reads as somebody's name. Each begins at the name itself."""
    words = list(WORD.finditer(text))
    free_from = 0
    for at in range(len(words)):
        if at >= free_from and (span := _name_at(text, words, at)) is not None:
            first, last = span
            yield words[first].start(), words[last].end()
            free_from = last + 1


def _name_at(text: str, words: Sequence[re.Match[str]], at: int) -> tuple[int, int] | None:
    """The first and the last word of a name that word `at` tells of, if any."""
    word = words[at].group()
    bare = _bare(word)
    goes_on = not word.endswith(".") or bare in SHORT_TITLES
    announces = goes_on and (bare in TITLES | RELATIONS or _my_name_is(words, at))
    initial = INITIALS.fullmatch(word) is not None and word[0].isupper()
    first_name = word[0].isupper() and goes_on and bare in _first_names()
    if not (announces or initial or first_name):
        return None
    last = _surname(text, words, at)
    if last is None or STREET.fullmatch(words[last].group()):
        return None
    if initial and (_bare(words[last].group()) in OPENERS or _before(words, at) in LETTERED):
        return None
    return (at + 1 if announces else at, last)


def _surname(text: str, words: Sequence[re.Match[str]], at: int) -> int | None:
    """The word with a capital that follows word `at`, perhaps after "van de"."""
    for next_at in range(at + 1, len(words)):
        between = text[words[next_at - 1].end() : words[next_at].start()]
        word = words[next_at].group()
        if between.strip(" \u00a0'’") or "\n" in between:
            return None
        if INITIALS.fullmatch(word):
            continue
        if word[0].isupper() and (
            _bare(word) not in PARTICLES or not _follows(text, words, next_at)
        ):
            return next_at
        if _bare(word) not in PARTICLES:
            return None
    return None


def _follows(text: str, words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether another word stands right after word `at`."""
    if at + 1 >= len(words) or words[at].group().endswith("."):
        return False
    return not text[words[at].end() : words[at + 1].start()].strip()


def _my_name_is(words: Sequence[re.Match[str]], at: int) -> bool:
    return _bare(words[at].group()) == "is" and _before(words, at) == "naam"


def _before(words: Sequence[re.Match[str]], at: int) -> str:
    return _bare(words[at - 1].group()) if at else ""


def _bare(word: str) -> str:
    return fold(word.rstrip("."))


@cache
def _first_names() -> frozenset[str]:
    path = resources() / "agreements" / "first_names.txt"
    lines = path.read_text("utf-8").splitlines()
    names = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(fold(name) for name in names)
