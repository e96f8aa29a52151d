"""Rows by the thousand: put in without entities, named in the trail by their number, undone whole.

A row that is edited goes through entities, so that the trail holds each of its values. A file with
20,000 measurements would then take half a minute; and every one of those rows keeps for itself who
entered it and when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from desktop.store.base import Base
from desktop.store.changed import changed_since

if TYPE_CHECKING:
    from desktop.store.store import Act

AT_ONCE = 500  # rows in one question to the database


@dataclass(frozen=True)
class Bulk:
    """Rows with their numbers, as an action put them in a table or (`removed`) took them out."""

    kind: type[Base]
    rows: Sequence[Mapping[str, Any]]
    removed: bool = False


def put_in(act: Act, kind: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Add rows, each with a value for every column but its number. They are part of the act and
    of what "Undo" undoes; the trail says how many there were."""
    if not rows:
        return
    table = _table(kind)
    numbers = _inserted(act.session, table, list(rows))
    numbered = [{"id": id, **row} for id, row in zip(numbers, rows, strict=True)]
    _note(act, Bulk(kind, numbered))


def _inserted(session: Session, table: Table, rows: list[Mapping[str, Any]]) -> Iterable[int]:
    """Insert rows; the numbers that they got, in their order."""
    if session.get_bind().dialect.name != "sqlite":
        statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return session.execute(statement, rows).scalars()
    # SQLite would give numbers back for one row at a time only, which takes four times as long.
    # Nobody else writes meanwhile, and it numbers new rows on from the highest.
    highest = session.scalar(select(func.max(table.c.id))) or 0
    session.execute(insert(table), rows)
    return session.scalars(select(table.c.id).where(table.c.id > highest).order_by(table.c.id))


def take_out(act: Act, bulks: Iterable[Bulk]) -> None:
    """Undo what was put in. Refuses when a row is no longer as it was, or is gone."""
    for bulk in bulks:
        if bulk.removed:
            continue
        table = _table(bulk.kind)
        for some in _parts(bulk.rows):
            if not _unchanged(act.session, table, some):
                raise changed_since()
        act.session.execute(
            delete(table).where(table.c.id == bindparam("gone")),
            [{"gone": row["id"]} for row in bulk.rows],
        )
        _note(act, Bulk(bulk.kind, bulk.rows, removed=True))


def put_back(act: Act, bulks: Iterable[Bulk]) -> None:
    """Do again what was undone, under the numbers that the rows had."""
    for bulk in bulks:
        if bulk.removed:
            act.session.execute(insert(_table(bulk.kind)), list(bulk.rows))
            _note(act, Bulk(bulk.kind, bulk.rows))


def _unchanged(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> bool:
    columns = [table.c[name] for name in rows[0]]
    found = session.execute(select(*columns).where(table.c.id.in_([row["id"] for row in rows])))
    left = {row.id: dict(row._mapping) for row in found}
    return all(left.get(row["id"]) == row for row in rows)


def _parts(rows: Sequence[Mapping[str, Any]]) -> Iterator[Sequence[Mapping[str, Any]]]:
    for start in range(0, len(rows), AT_ONCE):
        yield rows[start : start + AT_ONCE]


def _note(act: Act, bulk: Bulk) -> None:
    act.bulk.append(bulk)
    name = bulk.kind.__tablename__
    noted = act.facts.setdefault("removed" if bulk.removed else "added", {})
    noted[name] = noted.get(name, 0) + len(bulk.rows)


def _table(kind: type[Base]) -> Table:
    table = kind.__table__
    assert isinstance(table, Table)
    return table
