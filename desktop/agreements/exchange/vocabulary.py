"""The words of a file for states and choices.

A file has the same words whatever the language of the screen, so that it can be sent to another
desk and read in again. English words are read too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from enum import Enum

from desktop.agreements.states import (
    AgreementState,
    CommitmentKind,
    Direction,
    Frequency,
    InputChannel,
    PathShape,
    ReplyDecision,
)
from desktop.language.fold import fold

Words = Mapping[Enum, str]

STATES: Words = {
    AgreementState.IDEA: "idee",
    AgreementState.DRAFT: "concept",
    AgreementState.TALKS: "in bespreking",
    AgreementState.AGREED: "akkoord",
    AgreementState.ADOPTED: "vastgesteld",
    AgreementState.RUNNING: "lopend",
    AgreementState.ACHIEVED: "behaald",
    AgreementState.MISSED: "niet behaald",
    AgreementState.LAPSED: "vervallen",
    AgreementState.CARRIED_OVER: "doorgeschoven",
}
KINDS: Words = {CommitmentKind.RESULT: "resultaat", CommitmentKind.EFFORT: "inspanning"}
DIRECTIONS: Words = {
    Direction.UP: "omhoog",
    Direction.DOWN: "omlaag",
    Direction.BETWEEN: "tussen",
    Direction.YESNO: "ja-nee",
}
PATHS: Words = {
    PathShape.LINEAR: "recht",
    PathShape.STEP: "stap",
    PathShape.SCHEDULE: "schema",
}
FREQUENCIES: Words = {
    Frequency.MONTH: "maand",
    Frequency.QUARTER: "kwartaal",
    Frequency.HALF_YEAR: "halfjaar",
    Frequency.YEAR: "jaar",
}
CHANNELS: Words = {
    InputChannel.MEETING: "bijeenkomst",
    InputChannel.SURVEY: "enquête",
    InputChannel.WALK: "wijkwandeling",
    InputChannel.LETTER: "brief",
    InputChannel.PHONE: "telefoon",
    InputChannel.DESK: "balie",
}
DECISIONS: Words = {
    ReplyDecision.TAKEN: "overgenomen",
    ReplyDecision.PARTLY: "deels",
    ReplyDecision.NOT: "niet",
    ReplyDecision.ALREADY: "al geregeld",
    ReplyDecision.OTHER_PARTY: "andere partij",
}

WORD_OF: Words = {
    member: word
    for words in (STATES, KINDS, DIRECTIONS, PATHS, FREQUENCIES, CHANNELS, DECISIONS)
    for member, word in words.items()
}

YES, NO = "ja", "nee"
YES_WORDS = frozenset({"1", "j", "ja", "y", "yes", "waar", "true", "x"})
NO_WORDS = frozenset({"0", "n", "nee", "no", "onwaar", "false"})

LEADING_ZEROS = re.compile(r"\b0+(?=[0-9])")

# What people also write; folded.
ALSO: Mapping[str, Enum] = {
    "kwartalen": Frequency.QUARTER,
    "half jaar": Frequency.HALF_YEAR,
    "maandelijks": Frequency.MONTH,
    "per kwartaal": Frequency.QUARTER,
    "halfjaarlijks": Frequency.HALF_YEAR,
    "jaarlijks": Frequency.YEAR,
    "janee": Direction.YESNO,
}


def choice(words: Words, text: str) -> Enum | None:
    """What a word of a file stands for; None when it stands for none of `words`."""
    asked = fold(text)
    for member, word in words.items():
        if asked in (fold(word), fold(str(member.value))):
            return member
    also = ALSO.get(asked)
    return also if also in words else None


def yes_no(text: str) -> bool | None:
    """Yes or no; None for another word."""
    asked = fold(text)
    if asked in YES_WORDS:
        return True
    return False if asked in NO_WORDS else None


def nearest(text: str, known: Iterable[str]) -> str | None:
    """What somebody probably meant: `VER-01` for `VER-1`, or None when nothing is near."""
    by_fold = {LEADING_ZEROS.sub("", fold(one)): one for one in known}
    asked = LEADING_ZEROS.sub("", fold(text))
    near = get_close_matches(asked, list(by_fold), n=1, cutoff=0.6)
    return by_fold[near[0]] if near else None
