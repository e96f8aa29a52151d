"""Opening SQLite files and PostgreSQL addresses, with an error sentence for each trouble."""

from __future__ import annotations

import errno
import os
import sqlite3
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import StaticPool

from desktop.language import _
from desktop.refused import Refused

BUSY_MS = 5_000
MAGIC = b"SQLite format 3\x00"


class Trouble(Enum):
    LOCKED = "locked"
    READ_ONLY = "read-only"
    NOT_A_DATABASE = "not a database"
    NEWER = "newer"
    DAMAGED = "damaged"
    FULL = "full"
    UNREACHABLE = "unreachable"


class CannotOpen(Refused):
    """The database cannot be used; `trouble` says in which way."""

    def __init__(self, trouble: Trouble, sentence: str) -> None:
        super().__init__(sentence, "data")
        self.trouble = trouble


def is_server(address: str) -> bool:
    return "://" in address


def engine_for(address: str | Path) -> Engine:
    """An engine for a SQLite file or a `postgresql+psycopg://` address. Opens nothing yet.

    Errors name no values: what people typed must never reach a log."""
    shown = str(address)
    if is_server(shown):
        return _server_engine(shown)
    engine = create_engine(
        URL.create("sqlite", database=str(Path(shown).absolute())),
        connect_args={"timeout": BUSY_MS / 1000},
        hide_parameters=True,
    )

    _prepare(engine)
    return engine


def copied_to_memory(engine: Engine) -> Engine:
    """An engine on a copy of a SQLite file as it is now, to try things on; the copy is gone when
    the engine is disposed of. It stands in memory, so nothing of it is ever on the disk."""
    memory = sqlite3.connect(":memory:", check_same_thread=False)
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.backup(memory)
    made = create_engine(
        "sqlite://", creator=lambda: memory, poolclass=StaticPool, hide_parameters=True
    )
    _prepare(made)
    return made


def _prepare(engine: Engine) -> None:
    """What every connection to SQLite is told."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # SQLAlchemy's BEGIN is ours to send (below); the driver's own would come too late.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute("PRAGMA cache_size=-8000")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        # A writer takes its lock at once: a lock that is taken halfway can only fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def without_waiting(engine: Engine) -> None:
    """From now on nothing waits until the disk has it: a power cut may spoil the file. For one
    that is being made and that nobody has yet."""

    @event.listens_for(engine, "checkout")
    def hurry(connection: Any, record: Any, _proxy: Any) -> None:
        if not record.info.get("hurries"):
            connection.execute("PRAGMA synchronous=OFF")
            record.info["hurries"] = True


def _server_engine(address: str) -> Engine:
    if not address.startswith("postgresql+psycopg://"):
        raise CannotOpen(
            Trouble.UNREACHABLE,
            _("Use a file, or an address that starts with postgresql+psycopg://."),
        )
    try:
        return create_engine(address, pool_pre_ping=True, hide_parameters=True)
    except ImportError as error:
        raise CannotOpen(
            Trouble.UNREACHABLE,
            _(
                "This Samenspraak was installed without PostgreSQL. Install samenspraak[postgres], "
                "or use a file."
            ),
        ) from error


# Codes of SQLite (sqlite.org/rescode.html): a primary code, or an extended one that says more.
SQLITE_TROUBLES = {
    sqlite3.SQLITE_BUSY: Trouble.LOCKED,
    sqlite3.SQLITE_LOCKED: Trouble.LOCKED,
    sqlite3.SQLITE_READONLY: Trouble.READ_ONLY,
    sqlite3.SQLITE_PERM: Trouble.READ_ONLY,
    sqlite3.SQLITE_NOTADB: Trouble.NOT_A_DATABASE,
    sqlite3.SQLITE_CORRUPT: Trouble.DAMAGED,
    sqlite3.SQLITE_FULL: Trouble.FULL,
    sqlite3.SQLITE_IOERR_WRITE: Trouble.FULL,  # a quota: SQLITE_FULL is only for the disk itself
    sqlite3.SQLITE_IOERR_SHORT_READ: Trouble.DAMAGED,
    sqlite3.SQLITE_IOERR: Trouble.UNREACHABLE,
    sqlite3.SQLITE_CANTOPEN: Trouble.UNREACHABLE,
}
# Codes of PostgreSQL (its manual, appendix A).
POSTGRES_TROUBLES = {
    "53100": Trouble.FULL,
    "55P03": Trouble.LOCKED,
    "40P01": Trouble.LOCKED,
    "25006": Trouble.READ_ONLY,
    "42501": Trouble.READ_ONLY,
}


def trouble_of(error: BaseException) -> Trouble | None:
    """Which known trouble of a database or disk an error stands for."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, OSError):
        return Trouble.FULL if origin.errno in (errno.ENOSPC, errno.EDQUOT) else None
    if isinstance(origin, sqlite3.Error):
        # An error that the driver makes itself has no code.
        code: int = getattr(origin, "sqlite_errorcode", sqlite3.SQLITE_OK)
        return SQLITE_TROUBLES.get(code, SQLITE_TROUBLES.get(code & 0xFF))
    known = POSTGRES_TROUBLES.get(getattr(origin, "sqlstate", None) or "")
    if known is None and isinstance(error, OperationalError):
        return Trouble.UNREACHABLE
    return known


def sentence_for(trouble: Trouble, address: str | Path) -> str:
    """What happened and what to do, for people."""
    name = str(address) if not is_server(str(address)) else str(address).split("@")[-1]
    return {
        Trouble.LOCKED: _(
            "Another program is using {name} and does not let go. Close it there, or wait, "
            "and try again. Nothing was lost."
        ),
        Trouble.READ_ONLY: _(
            "You may read {name} but not change it. Ask for the right to write in this folder, "
            "or choose another place."
        ),
        Trouble.NOT_A_DATABASE: _("{name} is not a database of Samenspraak. Choose another file."),
        Trouble.NEWER: _(
            "{name} was made by a newer version of Samenspraak. Install the newest version "
            "first. Nothing was changed."
        ),
        Trouble.DAMAGED: _(
            "{name} is damaged. Do not go on working with it: restore the newest good backup."
        ),
        Trouble.FULL: _(
            "The disk is full. Nothing was saved half: what you typed is still on the screen. "
            "Make room and try again."
        ),
        Trouble.UNREACHABLE: _(
            "{name} cannot be opened. Check whether the place exists and whether you are connected."
        ),
    }[trouble].format(name=name)


def refuse(error: BaseException, address: str | Path) -> CannotOpen | None:
    """The sentence for an error of the database, or None when it is another kind of error."""
    trouble = trouble_of(error)
    return None if trouble is None else CannotOpen(trouble, sentence_for(trouble, address))


def check_place(path: Path) -> None:
    """Refuse a place where no database can be, and a file there that is none."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise _cannot_open(Trouble.NOT_A_DATABASE, path)
        if path.exists():
            with path.open("rb") as file:
                start = file.read(len(MAGIC))
            if start and start != MAGIC:
                raise _cannot_open(Trouble.NOT_A_DATABASE, path)
            if not os.access(path, os.W_OK):
                raise _cannot_open(Trouble.READ_ONLY, path)
    except OSError as error:
        raise _cannot_open(Trouble.UNREACHABLE, path) from error
    # SQLite writes its log beside the file.
    if not os.access(path.parent, os.W_OK):
        raise _cannot_open(Trouble.READ_ONLY, path)


def _cannot_open(trouble: Trouble, path: Path) -> CannotOpen:
    return CannotOpen(trouble, sentence_for(trouble, path))


def write_ahead(engine: Engine) -> None:
    """Let readers read while somebody writes (SQLite; the file remembers it). Only for a file
    that is known to be ours: it changes the file."""
    connection = engine.raw_connection()
    connection.cursor().execute("PRAGMA journal_mode=WAL")
    connection.close()


def quick_check(connection: Connection) -> bool:
    """Whether SQLite finds its own file sound."""
    return connection.execute(text("PRAGMA quick_check(1)")).scalar() == "ok"


def sound(connection: Connection) -> bool:
    """Whether the whole database is sound, and every reference has its row: the long check.

    A PostgreSQL server keeps its own references; what could be read is sound."""
    if connection.dialect.name != "sqlite":
        return True
    whole = connection.execute(text("PRAGMA integrity_check(1)")).scalar() == "ok"
    return whole and connection.execute(text("PRAGMA foreign_key_check")).first() is None
