"""Taking back what an action changed, row by row, as long as nobody worked on after it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from desktop.store.audit import RowChange
from desktop.store.bulk import Bulk
from desktop.store.changed import changed_since


@dataclass(frozen=True)
class Done:
    """An action that can be undone, in words of the user."""

    label: str
    action: str
    changes: tuple[RowChange, ...]
    bulk: tuple[Bulk, ...] = ()


def reverse(session: Session, changes: Sequence[RowChange], made: Sequence[RowChange]) -> None:
    """Put every row back as it was before `changes`; `made` grows with what that changes.

    Refuses when a row is no longer as the action left it, or when something new hangs on it."""
    # What several flushes did to one row is undone from the last to the first.
    for change in reversed(changes):
        if not _put_back(session, change):
            raise changed_since()
        session.flush()
    if _rows(made) - _rows(changes):
        raise changed_since()


def _put_back(session: Session, change: RowChange) -> bool:
    """Put one row back; False when it is no longer as the action left it."""
    if change.operation == "delete":
        session.add(change.kind(**{key: old for key, (old, _new) in _fields(change).items()}))
        return True
    row: Any = session.get(change.kind, change.id)
    if row is None or any(getattr(row, key) != value for key, value in _left(change).items()):
        return False
    if change.operation == "insert":
        session.delete(row)
    else:
        for key, (old, _new) in _fields(change).items():
            setattr(row, key, old)
    return True


def _fields(change: RowChange) -> dict[str, tuple[Any, Any]]:
    """Old and new values; the version number counts on and is never put back."""
    return {key: values for key, values in change.fields.items() if key != "version"}


def _left(change: RowChange) -> dict[str, Any]:
    """The values that the action left behind: of a new row each column, also the empty ones."""
    left = {key: new for key, (_old, new) in _fields(change).items()}
    if change.operation == "insert":
        columns = {column.key for column in inspect(change.kind).column_attrs} - {"version"}
        return dict.fromkeys(columns) | left
    return left


def _rows(changes: Iterable[RowChange]) -> set[tuple[str, int]]:
    return {(change.kind.__tablename__, change.id) for change in changes}
