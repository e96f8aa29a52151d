"""The entries of the audit trail about one thing, for people to read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desktop.store import audit


@dataclass(frozen=True)
class TrailChange:
    """A field that an entry changed. `about` is who or what its row is about, "" for the thing
    itself; of an `erased` value nothing is left."""

    about: str
    table: str
    field: str
    old: Any
    new: Any
    erased: bool


@dataclass(frozen=True)
class TrailRow:
    """One entry: who did what when, and what changed. `about` is who or what it is about, when it
    is about one."""

    seq: int
    at: datetime
    actor: str
    action: str
    about: str
    changes: tuple[TrailChange, ...]


def trail(
    session: Session,
    subjects: Mapping[str, Iterable[int]],
    names: Mapping[str, Mapping[int, str]],
) -> list[TrailRow]:
    """The entries that touched any of these rows (numbers by table), newest first. `names` are what
    rows are about, by table and number."""
    return [_row(line, names) for line in reversed(audit.history(session, subjects))]


def removed(session: Session, field: str, owner: int) -> dict[str, set[int]]:
    """The rows, numbers by table, that named an owner in `field` and were taken away."""
    found: dict[str, set[int]] = {}
    for table, row in audit.deleted(session, field, owner):
        found.setdefault(table, set()).add(row)
    return found


def _row(line: audit.TrailLine, names: Mapping[str, Mapping[int, str]]) -> TrailRow:
    changes = tuple(
        TrailChange(
            names.get(change.table, {}).get(change.id, ""),
            change.table,
            change.field,
            change.old,
            change.new,
            change.erased,
        )
        for change in line.changes
    )
    about = {change.about for change in changes} - {""}
    return TrailRow(
        line.seq,
        line.at,
        line.actor,
        line.action,
        about.pop() if len(about) == 1 else "",
        changes,
    )
