"""Proof that nobody touched the audit trail: `samenspraak verify`, and the button for auditors."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.store.audit import (
    GENESIS,
    AuditEntry,
    AuditHead,
    AuditSubject,
    ErasableValue,
    entry_digest,
    sha256,
)

BLOCK = 500


@dataclass(frozen=True)
class ChainCheck:
    """What `verify` found. `broken_at` is the first entry that does not fit, or None."""

    entries: int
    erased: int
    broken_at: int | None
    head: str

    @property
    def whole(self) -> bool:
        return self.broken_at is None


def verify(session: Session) -> ChainCheck:
    """Walk the chain from the first entry and compare each digest, the kept personal values
    and the list of touched rows with theirs, and the last entry with the head."""
    previous, count, erased = GENESIS, 0, 0
    entries = select(AuditEntry).order_by(AuditEntry.seq).limit(BLOCK)
    while block := session.scalars(entries.where(AuditEntry.seq > count)).all():
        kept = _kept(session, block)
        subjects = _subjects(session, block)
        for entry in block:
            count += 1
            broken = ChainCheck(count, erased, count, previous)
            if (entry.seq, entry.previous) != (count, previous):
                return broken
            if entry.digest != entry_digest(entry):
                return broken
            promised, touched = _promises(entry)
            if not kept[entry.seq] <= promised or subjects[entry.seq] != touched:
                return broken
            erased += len(promised) - len(kept[entry.seq])
            previous = entry.digest
        session.expunge_all()
    head = session.get(AuditHead, 1)
    whole = head is not None and (head.seq, head.digest) == (count, previous)
    return ChainCheck(count, erased, None if whole else count + 1, previous)


def _kept(session: Session, block: Sequence[AuditEntry]) -> dict[int, set[tuple[Any, ...]]]:
    """By entry: the personal values that are still there, with their digest."""
    found: dict[int, set[tuple[Any, ...]]] = defaultdict(set)
    for value in session.scalars(
        select(ErasableValue).where(ErasableValue.seq.between(block[0].seq, block[-1].seq))
    ):
        digest = sha256(value.salt + value.values)
        found[value.seq].add((value.table, value.row_id, value.field, digest))
    return found


def _subjects(session: Session, block: Sequence[AuditEntry]) -> dict[int, set[tuple[str, int]]]:
    """By entry: the rows it is listed under."""
    found: dict[int, set[tuple[str, int]]] = defaultdict(set)
    for subject in session.scalars(
        select(AuditSubject).where(AuditSubject.seq.between(block[0].seq, block[-1].seq))
    ):
        found[subject.seq].add((subject.table, subject.row_id))
    return found


def _promises(entry: AuditEntry) -> tuple[set[tuple[Any, ...]], set[tuple[str, int]]]:
    """What an entry says itself: the digests of personal values, and the rows it touched."""
    rows = json.loads(entry.changes)["rows"]
    digests = {
        (row["table"], row["id"], field, value["digest"])
        for row in rows
        for field, value in row["fields"].items()
        if isinstance(value, dict)
    }
    return digests, {(row["table"], row["id"]) for row in rows}
