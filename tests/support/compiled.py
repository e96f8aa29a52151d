"""A statement is compiled once for a whole test run. Left to itself SQLAlchemy does so for each
engine, and every test that opens a store makes an engine: it took a third of such a test."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite


class _Sqlite(SQLiteDialect_pysqlite):
    """The same as that of every other engine: what was compiled is found by it."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Sqlite)

    def __hash__(self) -> int:
        return hash(_Sqlite)


class _Postgres(PGDialect_psycopg):
    """As `_Sqlite`: a test run has one server."""

    supports_statement_cache = True

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Postgres)

    def __hash__(self) -> int:
        return hash(_Postgres)


def compile_once() -> None:
    """From now on, for every engine that is made."""
    compiled: dict[Any, Any] = {}
    registry.register("sqlite", __name__, "_Sqlite")
    registry.register("postgresql.psycopg", __name__, "_Postgres")

    @event.listens_for(Engine, "engine_connect")
    def share(connection: Connection) -> None:
        connection.execution_options(compiled_cache=compiled)
