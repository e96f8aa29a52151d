"""The one door to the database: reading, acting, undoing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection, inspect, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from desktop.language import _
from desktop.refused import Conflict, Refused
from desktop.store import audit, forgetting, search
from desktop.store.audit import Actor, RowChange
from desktop.store.backup import was_emptied
from desktop.store.base import Base, Versioned
from desktop.store.bulk import Bulk, put_back, take_out
from desktop.store.changed import changed_since, wiped_since
from desktop.store.engine import (
    CannotOpen,
    Trouble,
    check_place,
    engine_for,
    is_server,
    quick_check,
    refuse,
    sentence_for,
    write_ahead,
)
from desktop.store.noting import NotingSession
from desktop.store.undo import Done, reverse

# Above this size the check of the whole file waits until the window is there.
CHECK_AT_OPENING_BYTES = 32 * 1024 * 1024
UNDO_DEPTH = 50


@dataclass(frozen=True)
class Changed:
    """What an action changed, for the screens: names of tables. `undo` is what "Undo" would say
    it undoes, when it can; `erased` whether values of persons were wiped."""

    action: str
    tables: frozenset[str]
    undo: str | None = None
    erased: bool = False


@dataclass
class Act:
    """An action while it runs. An action may add `facts` for the trail (nothing personal),
    `tables` that it changed without entities, rows that it put in by the thousand (`store.bulk`),
    and rows (by table) whose personal values the trail is to `erase`, those that this very action
    would add among them. `seq` is its entry in the trail, once that is there."""

    session: Session
    changes: list[RowChange] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    tables: set[str] = field(default_factory=set)
    erase: dict[str, list[int]] = field(default_factory=dict)
    bulk: list[Bulk] = field(default_factory=list)
    seq: int = 0


class Store:
    """A database that is open. Make one with `Store.open`; close it with `close`."""

    def __init__(self, address: str | Path, engine: Engine) -> None:
        self.address = address
        self.engine = engine
        self.now: Callable[[], datetime] = lambda: datetime.now(UTC)
        self.listeners: list[Callable[[Changed], None]] = []
        self._undo: list[Done] = []
        self._redo: list[Done] = []
        self._watch: PoolProxiedConnection | None = None
        self._erased = False

    # Opening -------------------------------------------------------------------------------

    @classmethod
    def open(cls, address: str | Path, backups: Path | None = None) -> Store:
        """Open a SQLite file (made when it is not there) or a PostgreSQL address, and bring it
        to this program's version after a backup.

        Refuses (CannotOpen) what is locked, read-only, not a database, newer than the program,
        damaged, or out of reach.
        """
        from desktop.store import migrate

        engine = engine_for(address)
        try:
            if not is_server(str(address)):
                cls._check(Path(address), engine, backups)
            migrate.to_newest(engine, address, backups)
            if not is_server(str(address)):
                write_ahead(engine)
        except (DBAPIError, sqlite3.Error) as error:
            engine.dispose()
            known = refuse(error, address)
            if known is None:
                raise
            raise known from error
        except BaseException:
            engine.dispose()
            raise
        store = cls(address, engine)
        store.catch_up_forgetting()
        return store

    @staticmethod
    def _check(path: Path, engine: Engine, backups: Path | None) -> None:
        """Refuse a file that cannot be worked with, before anything is written to it."""
        check_place(path)
        damaged = was_emptied(path, backups)
        if path.exists() and 0 < path.stat().st_size <= CHECK_AT_OPENING_BYTES:
            with engine.connect() as connection:
                damaged = not quick_check(connection)
        if damaged:
            raise CannotOpen(Trouble.DAMAGED, sentence_for(Trouble.DAMAGED, path))

    @property
    def path(self) -> Path | None:
        """The file, or None for a server."""
        return None if is_server(str(self.address)) else Path(self.address)

    def close(self) -> None:
        """Let go of the database, after rewriting it when something erased is still owed."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        self.engine.dispose()
        if self._erased:
            self.catch_up_forgetting()

    # Reading -------------------------------------------------------------------------------

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session to read with; what it would write is thrown away."""
        session = Session(self.engine, expire_on_commit=False, autoflush=False)
        try:
            yield session
        finally:
            session.rollback()
            session.close()

    def data_version(self) -> int:
        """A number that changes when another window wrote to the same database."""
        if self.path is None:
            with self.reading() as session:
                return session.scalars(select(audit.AuditHead.seq)).one()
        if self._watch is None:
            # PRAGMA data_version compares within one connection, so one is kept for it.
            self._watch = self.engine.raw_connection()
        cursor = self._watch.cursor()
        cursor.execute("PRAGMA data_version")
        [(version,)] = cursor.fetchall()
        cursor.close()
        return int(version)

    # Acting --------------------------------------------------------------------------------

    @contextmanager
    def act(self, who: Actor, action: str, undo: str | None = None) -> Iterator[Act]:
        """One action: one transaction, one audit entry, the search index in the same one.

        `action` is its name in the trail, such as "viewings.invite". `undo` is what "Undo" will
        say it undoes; without it the action cannot be undone. An exception rolls all back.
        """
        with self.engine.connect() as connection:
            connection = connection.execution_options(writing=True)
            session = NotingSession(connection)
            act = Act(session, session.changes)
            try:
                yield act
                session.flush()
                if act.erase:
                    act.facts[forgetting.ERASED] = {k: sorted(v) for k, v in act.erase.items()}
                if act.changes or act.facts:
                    entry = audit.append(session, who, action, act.changes, act.facts, self.now())
                    act.seq = entry.seq
                for table, rows in act.erase.items():
                    audit.erase(session, table, rows)
                self._index(session, list(session.findable.values()), session.gone)
                if act.erase:
                    forgetting.owe(session)
                session.commit()
                self._erased |= bool(act.erase)
            except StaleDataError as error:
                session.rollback()
                words = _("Somebody else changed this just now. Look at it again and choose.")
                raise Conflict(words, "", {}, {}) from error
            except BaseException:
                session.rollback()
                raise
            finally:
                session.close()
        undoes = undo if act.changes or act.bulk else None
        if undoes is not None:
            done = Done(undoes, action, act.seq, tuple(act.changes), tuple(act.bulk))
            self._undo = [*self._undo, done][-UNDO_DEPTH:]
            self._redo = []
        tables = {change.kind.__tablename__ for change in act.changes} | act.tables
        tables |= {bulk.kind.__tablename__ for bulk in act.bulk}
        self.tell(Changed(action, frozenset(tables), undoes, erased=bool(act.erase)))

    def _index(self, session: Session, things: list[Any], gone: list[tuple[str, int]]) -> None:
        entries = []
        for thing in things:
            entry = thing.search_entry()
            if entry is None:
                gone.append((thing.__tablename__, thing.id))
            else:
                entries.append(entry)
        # First out, then in: undoing brings things back under the number they had.
        for kind, row in gone:
            search.remove(session, kind, [row])
        search.put(session, entries)

    def tell(self, changed: Changed) -> None:
        """Tell the screens that something changed."""
        for listener in list(self.listeners):
            listener(changed)

    def scrub(self) -> bool:
        """Leave nothing of what was deleted in the file: after wiping persons. Rewrites the whole
        file (SQLite) and forgets what could be undone.

        False when another window kept the file from being rewritten. It is then tried again by
        `catch_up_forgetting`, and when a window opens or closes the database."""
        self.forget_undo()
        if self.path is None:
            return True
        return forgetting.rewrite(self.path)

    def catch_up_forgetting(self) -> bool:
        """Rewrite the file if something was erased and that could not be done then. False when
        it still cannot."""
        if self.path is None or not forgetting.is_owed(self.path):
            return True
        return forgetting.rewrite(self.path)

    # Undoing -------------------------------------------------------------------------------

    def forget_undo(self) -> None:
        """From here on nothing before can be undone, as after wiping a person."""
        self._undo, self._redo = [], []

    def undo(self, who: Actor) -> str:
        """Undo the last action of this window that can be undone; returns its label.

        Refuses when a row has changed since: undoing would lose somebody's work; and when it would
        bring back what was wiped of a person since."""
        if not self._undo:
            raise Refused(_("There is nothing to undo."))
        done = self._undo[-1]
        redo = self._reverse(who, done, "undo")
        self._undo = self._undo[:-1]
        self._redo = [*self._redo, redo]
        return done.label

    def redo(self, who: Actor) -> str:
        """Do again what was undone last; returns its label."""
        if not self._redo:
            raise Refused(_("There is nothing to do again."))
        done = self._redo[-1]
        again = self._reverse(who, done, "redo")
        self._redo = self._redo[:-1]
        self._undo = [*self._undo, again]
        return done.label

    def _reverse(self, who: Actor, done: Done, verb: str) -> Done:
        try:
            with self.act(who, f"{verb}:{done.action}") as act:
                if done.brings_back(forgetting.erased_after(act.session, done.seq)):
                    self.forget_undo()
                    raise wiped_since()
                # Last in, first out: the rows of a bulk may hang on what the action made.
                take_out(act, done.bulk)
                reverse(act.session, done.changes, act.changes)
                put_back(act, done.bulk)
        except IntegrityError as error:
            raise changed_since() from error
        return Done(done.label, done.action, act.seq, tuple(act.changes), tuple(act.bulk))


def stale(row: Versioned, seen: int | None, mine: dict[str, Any]) -> None:
    """Refuse with both values when somebody changed the row after version `seen` was shown.

    `mine` holds what this user wants to write, by column. Does nothing for `seen` None."""
    if seen is None or row.version == seen:
        return
    theirs = {k: getattr(row, k) for k in mine if getattr(row, k) != mine[k]}
    if theirs:
        raise Conflict(
            _("Somebody else changed this while you were typing. Choose which value stays."),
            str(inspect(row).mapper.local_table.name),
            theirs,
            {k: mine[k] for k in theirs},
        )


__all__ = ["Act", "Base", "Changed", "Store", "stale"]
