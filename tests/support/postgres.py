"""A real PostgreSQL server for tests: from `pgserver`, or the one in SAMENSPRAAK_TEST_POSTGRES.

`pgserver` has no build for Python 3.13 and newer. There, name a server where databases may be
made, as in `postgresql+psycopg://postgres@localhost/postgres`.
"""

from __future__ import annotations

import importlib.util
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from sqlalchemy import create_engine, make_url

from desktop.store import Store
from desktop.store.audit import GENESIS
from desktop.store.tables import metadata

SERVER = "SAMENSPRAAK_TEST_POSTGRES"

# All rows go in whatever order, and the chain begins anew.
EMPTY = "; ".join(
    [
        "SET lock_timeout = '10s'",
        "SET session_replication_role = replica",
        *(f"DELETE FROM {name}" for name in [*metadata.tables, "search_index"]),
        f"INSERT INTO audit_head (id, seq, digest) VALUES (1, 0, '{GENESIS}')",
    ]
)


def can_serve() -> bool:
    return SERVER in os.environ or importlib.util.find_spec("pgserver") is not None


class PostgresServer:
    """Makes databases. All that it made it drops with `drop_all`."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.made: list[str] = []
        self._names = (f"samenspraak_test_{os.getpid()}_{n}" for n in count())
        self._migrated: str | None = None

    def empty_database(self) -> str:
        """The address of a new database without tables."""
        name = next(self._names)
        self._run(f"CREATE DATABASE {name}")
        self.made.append(name)
        return make_url(self.address).set(database=name).render_as_string(hide_password=False)

    def migrated_database(self) -> str:
        """The address of a database at the newest version without rows. It is one and the same,
        emptied: making one for each test would take longer than most tests."""
        if self._migrated is None:
            self._migrated = self.empty_database()
            Store.open(self._migrated).close()
        else:
            self._run(EMPTY, self._migrated)
        return self._migrated

    def forget_safety(self) -> None:
        """Do not wait for the disk: what is in this server may be lost."""
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            self._run(f"ALTER SYSTEM SET {setting} = off")
        self._run("SELECT pg_reload_conf()")

    def drop_all(self) -> None:
        for name in reversed(self.made):
            self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statements: str, address: str | None = None) -> None:
        engine = create_engine(address or self.address, isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.exec_driver_sql(statements)
        engine.dispose()


@contextmanager
def serve() -> Iterator[PostgresServer]:
    """A server with nothing in it, gone when the block ends."""
    if SERVER in os.environ:
        server = PostgresServer(os.environ[SERVER])
        yield server
        server.drop_all()
        return
    import pgserver

    # Not under pytest's folders: root's server runs as another user, who may not go there.
    folder = Path(tempfile.mkdtemp(prefix="samenspraak-postgres-"))
    process = pgserver.get_server(folder, cleanup_mode="delete")
    uri = process.get_uri().replace("postgresql://", "postgresql+psycopg://")
    server = PostgresServer(uri)
    server.forget_safety()
    try:
        yield server
    finally:
        process.cleanup()
