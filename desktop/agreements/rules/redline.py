"""What changed between two texts of a clause, word by word (agreements, section 3).

Nothing of either text is lost: accepting every change gives the new text, rejecting every change
gives the old one, also with emoji, right-to-left words and odd spaces.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import groupby

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")
_SENTENCES = re.compile(r"[^.!?\n]*[.!?\n]+\s*|[^.!?\n]+")
# How many equal words may face each other. A clause of 10,000 characters that is wholly rewritten
# has some 150,000; a text of the same few words, over and over, would take minutes to compare.
MOST_PAIRS = 200_000

_Run = tuple[str, str]  # what it was and what it is; equal when it stayed


class PieceKind(Enum):
    """What happened to a piece of text."""

    SAME = "same"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True)
class Piece:
    """Text that stayed, went or came."""

    kind: PieceKind
    text: str


def diff(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces that make both texts, in reading order; what went stands before what came.

    Changes with only white space between them are one change, since people read phrases. Equal
    sentences are laid side by side first, then equal words."""
    runs: list[_Run] = []
    for before, after in _matched(_SENTENCES.findall(old), _SENTENCES.findall(new)):
        if before == after:
            runs.append((before, after))
        else:
            runs += _matched(_WORDS.findall(before), _WORDS.findall(after))
    return tuple(_pieces(_phrases(runs)))


def accept(pieces: Iterable[Piece]) -> str:
    """The new text: every change accepted."""
    return "".join(piece.text for piece in pieces if piece.kind is not PieceKind.OUT)


def reject(pieces: Iterable[Piece]) -> str:
    """The old text: every change rejected."""
    return "".join(piece.text for piece in pieces if piece.kind is not PieceKind.IN)


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    """The parts of both texts side by side; equal where they match."""
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    old_end, new_end = len(old) - tail, len(new) - tail
    yield "".join(old[:head]), "".join(new[:head])
    yield from _matched_between(old[head:old_end], new[head:new_end])
    yield "".join(old[old_end:]), "".join(new[new_end:])


def _matched_between(old: Sequence[str], new: Sequence[str]) -> Iterator[_Run]:
    in_old, in_new = Counter(old), Counter(new)
    if sum(n * in_new[part] for part, n in in_old.items() if not part.isspace()) > MOST_PAIRS:
        yield "".join(old), "".join(new)
        return
    # A space is no reason to match: it goes with the words around it.
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for _tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        yield "".join(old[old_from:old_to]), "".join(new[new_from:new_to])


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many parts at the begin are equal."""
    n = 0
    for before, after in zip(old, new, strict=False):
        if before != after:
            break
        n += 1
    return n


def _phrases(runs: Iterable[_Run]) -> list[_Run]:
    """Neighbours of one kind together, and changes with only white space between them as one."""
    found: list[_Run] = []
    for _same, group in groupby(filter(any, runs), key=_stayed):
        run = _joined(group)
        if len(found) > 1 and not _stayed(run) and found[-1][0].isspace():
            phrase = _joined((*found[-2:], run))
            if all(map(str.strip, phrase)):
                found[-2:] = [phrase]
                continue
        found.append(run)
    return found


def _stayed(run: _Run) -> bool:
    return run[0] == run[1]


def _joined(runs: Iterable[_Run]) -> _Run:
    before, after = zip(*runs, strict=True)
    return "".join(before), "".join(after)


def _pieces(runs: Iterable[_Run]) -> Iterator[Piece]:
    for before, after in runs:
        if before == after:
            yield Piece(PieceKind.SAME, before)
            continue
        if before:
            yield Piece(PieceKind.OUT, before)
        if after:
            yield Piece(PieceKind.IN, after)
