"""Opening SQLite files and PostgreSQL addresses, with an error sentence for each trouble."""

from __future__ import annotations

import sqlite3
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

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
    """An engine for a SQLite file or a `postgresql+psycopg://` address. Opens nothing yet."""
    shown = str(address)
    if is_server(shown):
        if not shown.startswith("postgresql+psycopg://"):
            raise CannotOpen(
                Trouble.UNREACHABLE,
                _("Use a file, or an address that starts with postgresql+psycopg://."),
            )
        return create_engine(shown, pool_pre_ping=True)
    engine = create_engine(
        f"sqlite:///{Path(shown).absolute()}", connect_args={"timeout": BUSY_MS / 1000}
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: Any) -> None:
        # SQLAlchemy's BEGIN is ours to send (below); the driver's own would come too late.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA secure_delete=ON")
        cursor.execute("PRAGMA cache_size=-8000")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        # A writer takes its lock at once: a lock that is taken halfway can only fail.
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine


def trouble_of(error: BaseException) -> Trouble | None:
    """Which known trouble of a database or disk an error stands for."""
    origin = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(origin, OSError):
        return Trouble.FULL if origin.errno == 28 else None
    words = str(origin).lower()
    if isinstance(origin, sqlite3.Error):
        for part, trouble in (
            ("locked", Trouble.LOCKED),
            ("readonly", Trouble.READ_ONLY),
            ("read-only", Trouble.READ_ONLY),
            ("not a database", Trouble.NOT_A_DATABASE),
            ("malformed", Trouble.DAMAGED),
            ("corrupt", Trouble.DAMAGED),
            ("disk is full", Trouble.FULL),
            ("disk i/o", Trouble.DAMAGED),
            ("unable to open", Trouble.UNREACHABLE),
        ):
            if part in words:
                return trouble
    elif isinstance(error, OperationalError):
        return Trouble.UNREACHABLE
    return None


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
            "{name} is damaged. Do not work on with it: put back the newest good backup."
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


def check_file(path: Path) -> None:
    """Refuse a file that is there and is not a whole SQLite database."""
    if path.is_dir():
        raise CannotOpen(Trouble.NOT_A_DATABASE, sentence_for(Trouble.NOT_A_DATABASE, path))
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        if file.read(16) != MAGIC:
            raise CannotOpen(Trouble.NOT_A_DATABASE, sentence_for(Trouble.NOT_A_DATABASE, path))


def quick_check(connection: Connection) -> bool:
    """Whether SQLite finds its own file sound."""
    return connection.execute(text("PRAGMA quick_check(1)")).scalar() == "ok"
