"""An answer as somebody types it from a card: a house number and a letter, "12 j"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.language import _
from desktop.language.fold import fold
from desktop.projects.states import ConsentAnswer
from desktop.refused import Refused

TYPED = re.compile(r"(?P<where>.*\d[\w/-]*?)[\s:=,.]*(?P<letter>[a-z]+|\?)", re.IGNORECASE)

# Dutch letters and English ones; "b" is a visit at which nobody was at home.
LETTERS: Mapping[str, ConsentAnswer | None] = {
    "j": ConsentAnswer.YES,
    "ja": ConsentAnswer.YES,
    "y": ConsentAnswer.YES,
    "yes": ConsentAnswer.YES,
    "n": ConsentAnswer.NO,
    "nee": ConsentAnswer.NO,
    "no": ConsentAnswer.NO,
    "d": ConsentAnswer.THINKING,
    "?": ConsentAnswer.THINKING,
    "b": None,
}


@dataclass(frozen=True)
class Door:
    """A dwelling that can be typed: its house number, or its address where two share one."""

    id: int
    number: str
    address: str


@dataclass(frozen=True)
class QuickAnswer:
    """What was typed of a door. Without an answer somebody was there and nobody was at home."""

    door: Door
    answer: ConsentAnswer | None


def read_quick(typed: str, doors: Sequence[Door]) -> QuickAnswer:
    """What was typed. The letter stands apart from a number with an addition: "12a j".

    Refuses what cannot be read, a number that is not there, and one that two dwellings share."""
    words = " ".join(typed.split())
    where, _space, letter = words.rpartition(" ")
    if not where:
        found = TYPED.fullmatch(words)
        where, letter = (found["where"], found["letter"]) if found else ("", "")
    if not where or letter.lower() not in LETTERS:
        sentence = _("Type a house number and a letter: 12 j (yes), 14 n (no), 15 d (thinks).")
        raise Refused(sentence, "quick")
    return QuickAnswer(door_of(where, doors), LETTERS[letter.lower()])


def door_of(where: str, doors: Sequence[Door]) -> Door:
    """The door with this house number or address."""
    asked = fold(where)
    found = [door for door in doors if asked in (fold(door.number), fold(door.address))]
    if not found:
        sentence = _("There is no number {number} in this round. Look at the list.")
        raise Refused(sentence.format(number=where), "quick")
    if len(found) > 1:
        sentence = _("There is more than one number {number}. Type the street too: {address} j.")
        raise Refused(sentence.format(number=where, address=found[0].address), "quick")
    return found[0]
