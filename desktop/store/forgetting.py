"""Leaving nothing behind of persons that were wiped: in the file itself, and in its backups.

Deleting a value is not enough. SQLite keeps what was deleted in its log until the log is emptied,
which another window that reads can hold up; and every backup from before still holds the person
(AVG art. 17 and art. 5 lid 1 onder e). So a file in which something was erased carries a mark until
it has been rewritten, and each erasure stands in the trail with the rows it was about, so that it
can be done in older copies too.
"""

from __future__ import annotations

import json
import logging
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from sqlalchemy import JSON, Column, select
from sqlalchemy.orm import Session

from desktop.store import search
from desktop.store.audit import GENESIS, AuditEntry
from desktop.store.engine import BUSY_MS

log = logging.getLogger(__name__)
Rows = Mapping[str, Iterable[int]]

# The fact in the trail that says of which rows, by table, the values of persons were erased.
ERASED = "erased"
# The mark is SQLite's own number for the program: in the file, and part of the transaction.
OWED, DONE = 1, 0

_LISTED = "(SELECT value FROM json_each(?))"


def owe(session: Session) -> None:
    """Mark the file as one that must be rewritten; a PostgreSQL server does so by itself, in its
    own time (VACUUM). Part of the transaction that erases."""
    search.forget_deleted(session)
    if session.get_bind().dialect.name == "sqlite":
        session.connection().exec_driver_sql(f"PRAGMA user_version={OWED}")


def is_owed(data: Path) -> bool:
    """Whether something was erased since the file was last rewritten."""
    with closing(sqlite3.connect(data)) as connection:
        return _value(connection, "PRAGMA user_version") == OWED


def rewrite(data: Path) -> bool:
    """Rewrite the whole file and empty its log. False when that cannot be now, because another
    window was reading or writing all the time or the disk has no room for a second file: then the
    mark stays, for the next time."""
    # A transaction cannot hold VACUUM, and SQLAlchemy begins one around everything.
    with closing(sqlite3.connect(data, BUSY_MS / 1000, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA secure_delete=ON")
            connection.execute("VACUUM")
            busy = _value(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
            if not busy:
                connection.execute(f"PRAGMA user_version={DONE}")
        except sqlite3.OperationalError as error:
            log.warning("The file is rewritten later: %s", error.sqlite_errorname)
            return False
        return not busy


def erased_after(session: Session, seq: int) -> dict[str, set[int]]:
    """The rows, by table, of which values of persons were erased after an entry of the trail, at
    this desk or another."""
    erased: dict[str, set[int]] = defaultdict(set)
    changes = select(AuditEntry.changes).where(
        AuditEntry.seq > seq, AuditEntry.changes.contains(f'"{ERASED}":')
    )
    for entry in session.scalars(changes):
        for table, ids in json.loads(entry).get("facts", {}).get(ERASED, {}).items():
            erased[table].update(ids)
    return erased


def to_forget(copy: Path, data: Path) -> Rows:
    """The rows, by table, of which a copy of a database still holds values that were erased in the
    database since. None for what is no copy of it, or of a course that the database left when an
    older copy was put back."""
    with closing(_reading(copy)) as connection:
        erased = _erased_since(connection, data)
        return erased if _holds(connection, erased) else {}


def forget(copy: Path, rows: Rows) -> None:
    """Empty the values of persons in these rows of a copy that nobody has open, in its trail and in
    its search index, and rewrite it."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete=ON")
        connection.execute("BEGIN")
        for table, ids in rows.items():
            _empty(connection, table, ids)
        connection.execute("INSERT INTO search_index(search_index) VALUES ('rebuild')")
        connection.execute("INSERT INTO search_index(search_index) VALUES ('optimize')")
        connection.execute("COMMIT")
        connection.execute("VACUUM")


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)


def _value(connection: sqlite3.Connection, statement: str) -> object:
    return connection.execute(statement).fetchone()[0]


def _erased_since(copy: sqlite3.Connection, data: Path) -> dict[str, list[int]]:
    """What was erased after the newest entry of the copy."""
    erased: dict[str, list[int]] = defaultdict(list)
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = 'audit_head'").fetchone():
        return erased
    seq, digest = copy.execute("SELECT seq, digest FROM audit_head").fetchone()
    with closing(_reading(data)) as connection:
        same = connection.execute("SELECT digest FROM audit_entry WHERE seq = ?", (seq,)).fetchone()
        if (same[0] if same else GENESIS) != digest:
            return erased
        entries = connection.execute(
            "SELECT json_extract(changes, ?) FROM audit_entry WHERE seq > ? ORDER BY seq",
            (f"$.facts.{ERASED}", seq),
        )
        for (rows,) in entries:
            for table, ids in json.loads(rows or "{}").items():
                erased[table].extend(ids)
    return erased


def _holds(copy: sqlite3.Connection, erased: Rows) -> bool:
    """Whether a copy still holds a value of a person in these rows."""
    for table, ids in erased.items():
        listed = json.dumps(list(ids))
        filled = " OR ".join(f"{name} <> {blank}" for name, blank in _personal(copy, table).items())
        if filled:
            kept = f"SELECT 1 FROM {table} WHERE id IN {_LISTED} AND ({filled}) LIMIT 1"
            if copy.execute(kept, (listed,)).fetchone():
                return True
        trail = f"SELECT 1 FROM erasable_value WHERE table_name = ? AND row_id IN {_LISTED} LIMIT 1"
        if copy.execute(trail, (table, listed)).fetchone():
            return True
    return False


def _empty(copy: sqlite3.Connection, table: str, ids: Iterable[int]) -> None:
    listed = json.dumps(list(ids))
    blanks = ", ".join(f"{name} = {blank}" for name, blank in _personal(copy, table).items())
    if blanks:
        copy.execute(f"UPDATE {table} SET {blanks} WHERE id IN {_LISTED}", (listed,))
    trail = f"DELETE FROM erasable_value WHERE table_name = ? AND row_id IN {_LISTED}"
    copy.execute(trail, (table, listed))
    found = json.dumps([search.row_of(table, id) for id in ids])
    copy.execute(f"DELETE FROM search_index WHERE rowid IN {_LISTED}", (found,))


def _personal(copy: sqlite3.Connection, table: str) -> dict[str, str]:
    """The columns of a table that hold values of persons, as far as the copy has them, each with
    what stands for nothing in it."""
    # A backup is put back before any feature is loaded.
    from desktop.store.tables import metadata

    there = {row[1] for row in copy.execute(f"PRAGMA table_info({table})")}
    return {
        column.name: _blank(column)
        for column in metadata.tables[table].columns
        if column.info.get("personal") and column.name in there
    }


def _blank(column: Column[object]) -> str:
    return "'[]'" if isinstance(column.type, JSON) else "''"
