"""Bringing a database to this program's version. Alembic loads only when there is work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import IntegrityError

from desktop.store.engine import CannotOpen, Trouble, is_server, sentence_for

SCRIPTS = Path(__file__).resolve().parent / "migrations"


@cache
def newest() -> int:
    """The number of the newest migration: the highest `versions/NNNN_*.py`."""
    return max(int(path.name[:4]) for path in (SCRIPTS / "versions").glob("[0-9]*.py"))


def revision_of(engine: Engine) -> int | None:
    """The number of the migration a database is at; None for one without tables.

    Refuses a database that holds tables but is not ours."""
    with engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            if any(not name.startswith("sqlite_") for name in tables):
                name = engine.url.database or ""
                raise CannotOpen(Trouble.NOT_A_DATABASE, sentence_for(Trouble.NOT_A_DATABASE, name))
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else int(found)


def to_newest(engine: Engine, address: str | Path, backups: Path | None = None) -> None:
    """Migrate, after a backup of a file that holds anything. Refuses a newer database."""
    at = revision_of(engine)
    if at == newest():
        return
    if at is not None and at > newest():
        raise CannotOpen(Trouble.NEWER, sentence_for(Trouble.NEWER, address))
    if at is not None and not is_server(str(address)):
        from desktop.store.backup import back_up

        back_up(Path(address), backups, datetime.now().astimezone(), f"before-{newest():04d}")
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    with (
        engine.connect().execution_options(writing=True) as connection,
        _tables_made_anew(connection),
        connection.begin(),
    ):
        if engine.dialect.name == "postgresql":
            # Two desks may open an empty database at once; the second waits and finds it done.
            connection.execute(text("SELECT pg_advisory_xact_lock(7227)"))
        config.attributes["connection"] = connection
        loose = _loose_rows(connection)
        command.upgrade(config, "head")
        _check_links(connection, loose)


@contextmanager
def _tables_made_anew(connection: Connection) -> Iterator[None]:
    """SQLite gives a table another column with a link by making the table anew, and would not let
    the old one go while rows hang on it. It can be told so outside a transaction only."""
    if connection.dialect.name != "sqlite":
        yield
        return
    driver: Any = connection.connection.driver_connection
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        driver.execute("PRAGMA foreign_keys=ON")


def _loose_rows(connection: Connection) -> int:
    """How many rows name a row that is not there. A database that came from elsewhere may have
    some: they are no reason to keep it from being opened."""
    if connection.dialect.name != "sqlite":
        return 0
    return len(connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall())


def _check_links(connection: Connection, before: int) -> None:
    """What hung on a table that was made anew hangs on it still, or nothing is changed."""
    after = _loose_rows(connection)
    if after > before:
        raise IntegrityError("migration", None, ValueError(f"{after - before} loose rows"))
