"""Taking back what an action changed, row by row, as long as nobody worked on after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from desktop.store.audit import RowChange
from desktop.store.base import Base
from desktop.store.bulk import Bulk
from desktop.store.changed import changed_since

AT_ONCE = 500  # rows in one question to the database


@dataclass(frozen=True)
class Done:
    """An action that can be undone, in words of the user. `seq` is its entry in the trail."""

    label: str
    action: str
    seq: int
    changes: tuple[RowChange, ...]
    bulk: tuple[Bulk, ...] = ()

    def brings_back(self, erased: Mapping[str, Collection[int]]) -> bool:
        """Whether undoing it would fill in a value of a person in one of these rows, by table."""
        return any(
            change.id in erased.get(change.kind.__tablename__, ()) and _holds_a_person(change)
            for change in self.changes
        )


def _holds_a_person(change: RowChange) -> bool:
    columns = change.kind.__mapper__.column_attrs
    return any(
        old not in (None, "") and columns[key].columns[0].info.get("personal")
        for key, (old, _new) in change.fields.items()
    )


def reverse(session: Session, changes: Sequence[RowChange], made: Sequence[RowChange]) -> None:
    """Put every row back as it was before `changes`; `made` grows with what that changes.

    Refuses when a row is no longer as the action left it, or when something new hangs on it."""
    # What several flushes did to one row is undone from the last to the first.
    for run in _runs(reversed(changes)):
        with session.no_autoflush:
            read = _read_together(session, run)
            if not all(_put_back(session, change) for change in run):
                raise changed_since()
        session.flush()
        del read  # until here, so that the session kept them
    if _rows(made) - _rows(changes):
        raise changed_since()


def _runs(changes: Iterable[RowChange]) -> Iterator[list[RowChange]]:
    """The changes in their order, those together that the database may get at once: the same
    operation on different rows of one table, of which none names another."""
    run: dict[int, RowChange] = {}
    before: RowChange | None = None
    for change in changes:
        alike = before is None or (before.kind, before.operation) == (change.kind, change.operation)
        full = len(run) == AT_ONCE or change.id in run or _names_its_own(change.kind)
        if run and (full or not alike):
            yield list(run.values())
            run = {}
        run[change.id] = before = change
    if run:
        yield list(run.values())


def _names_its_own(kind: type[Base]) -> bool:
    """Whether rows of the table name each other, so that their order matters."""
    table = kind.__table__
    return any(key.column.table is table for key in table.foreign_keys)


def _read_together(session: Session, run: Sequence[RowChange]) -> Sequence[Any]:
    """The rows of a run, in one question; whoever asks for one of them then has it at hand."""
    kind: Any = run[0].kind
    if len(run) == 1 or run[0].operation == "delete":
        return ()
    return session.scalars(select(kind).where(kind.id.in_([c.id for c in run]))).all()


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
