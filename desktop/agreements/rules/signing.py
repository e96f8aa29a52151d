"""What a signature belongs to: what stands in the document, by its hash (agreements, 2.1).

A signature under a text that has changed since is void, and so are the others: parties sign one
and the same text, or they have not agreed. The text of an agreement is more than its clause: what
each party does for it and what it is measured by are signed too, or they could be changed later.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from enum import Enum
from hashlib import sha256

from desktop.language import _

Words = tuple[str, ...]


@dataclass(frozen=True)
class SealedClause:
    """An agreement as it is signed, by its code. A promise is a party, what it does, whether that
    is a result or an effort, and by when; a goal is what is measured, in which unit and direction,
    from what and to what."""

    code: str
    text: str
    title: str = ""
    plain_text: str = ""
    promises: tuple[Words, ...] = ()
    goals: tuple[Words, ...] = ()


PARTS = tuple(field.name for field in fields(SealedClause))


class Part(Enum):
    """Which part of a signed agreement changed."""

    CAME = "came"
    WENT = "went"
    TITLE = "title"
    TEXT = "text"
    PLAIN_TEXT = "plain text"
    PROMISES = "promises"
    GOALS = "goals"


@dataclass(frozen=True)
class Signed:
    """A signature: which party signed which document, and when."""

    party: str
    document_hash: str
    signed_on: date


def content_hash(clauses: Iterable[SealedClause]) -> str:
    """The hash of the clauses in the order of the document, as 64 hexadecimal signs.

    Canonical JSON keeps a code apart from its text, so that no two documents read alike. A text
    is taken sign by sign: also a space or an accent that is written otherwise changes it."""
    listed = [[getattr(clause, name) for name in PARTS] for clause in clauses]
    return sha256(json.dumps(listed, separators=(",", ":")).encode("ascii")).hexdigest()


def void(signatures: Iterable[Signed], clauses: Iterable[SealedClause]) -> tuple[Signed, ...]:
    """The signatures that belong to another text than this one, first signed first."""
    now = content_hash(clauses)
    changed = (one for one in signatures if one.document_hash != now)
    return tuple(sorted(changed, key=lambda one: (one.signed_on, one.party)))


def why_void(one: Signed) -> str:
    """What the screen says about a signature under a text that changed."""
    return _(
        "The text has changed after the signature of {party}. All parties must sign again."
    ).format(party=one.party)


def changed_clauses(signed: Sequence[SealedClause], now: Sequence[SealedClause]) -> tuple[str, ...]:
    """The codes of clauses that changed, came or went since the signature, by code."""
    return tuple(changed_parts(signed, now))


def changed_parts(
    signed: Sequence[SealedClause], now: Sequence[SealedClause]
) -> Mapping[str, tuple[Part, ...]]:
    """What changed since the signature, by code of agreement."""
    before = {clause.code: clause for clause in signed}
    after = {clause.code: clause for clause in now}
    parts = {
        code: _parts(before.get(code), after.get(code))
        for code in sorted(before.keys() | after.keys())
    }
    return {code: changed for code, changed in parts.items() if changed}


def _parts(before: SealedClause | None, after: SealedClause | None) -> tuple[Part, ...]:
    if before is None:
        return (Part.CAME,)
    if after is None:
        return (Part.WENT,)
    return tuple(
        part
        for part, was, now in (
            (Part.TITLE, before.title, after.title),
            (Part.TEXT, before.text, after.text),
            (Part.PLAIN_TEXT, before.plain_text, after.plain_text),
            (Part.PROMISES, before.promises, after.promises),
            (Part.GOALS, before.goals, after.goals),
        )
        if was != now
    )
