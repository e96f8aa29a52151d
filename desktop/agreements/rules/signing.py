"""What a signature belongs to: the exact text of every clause, by its hash (agreements, 2.1).

A signature under a text that has changed since is void, and so are the others: parties sign one
and the same text, or they have not agreed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from desktop.language import _


@dataclass(frozen=True)
class SealedClause:
    """The text of an agreement that is signed, by its code."""

    code: str
    text: str


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
    listed = [[clause.code, clause.text] for clause in clauses]
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
    """The codes of clauses whose text changed, came or went since the signature, by code."""
    before = {clause.code: clause.text for clause in signed}
    after = {clause.code: clause.text for clause in now}
    codes = sorted(before.keys() | after.keys())
    return tuple(code for code in codes if before.get(code) != after.get(code))
