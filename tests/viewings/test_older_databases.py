"""What a database of an earlier version of the program says of viewings is still there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import select

from desktop.estate.model import Complex
from desktop.store import Store, migrate
from desktop.store.engine import engine_for
from desktop.viewings.model import Shift, Vacancy, Viewing
from desktop.viewings.queries.facts import proposed_turn
from desktop.viewings.rules.hosts import Turn
from desktop.viewings.states import RouteReason


def database_at(path: Path, revision: str) -> Path:
    """An empty database as the program made it at this migration."""
    engine = engine_for(path)
    config = Config()
    config.set_main_option("script_location", str(migrate.SCRIPTS))
    with engine.connect().execution_options(writing=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    engine.dispose()
    return path


@pytest.mark.parametrize(
    ("words", "turn"),
    [
        ("1 dienst in 90 dagen; woont in portiek B", Turn(1, "B")),
        ("12 shifts in 90 days; lives at stairwell Noord", Turn(12, "Noord")),
        ("0 diensten in 90 dagen", Turn(0)),
        ("", None),
        ("ziek", None),
    ],
)
def test_why_a_host_was_chosen_is_read_from_the_words_of_then(
    tmp_path: Path, words: str, turn: Turn | None
) -> None:
    path = database_at(tmp_path / "old.db", "0003")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "INSERT INTO shift (id, viewing_id, host_id, role, state, reason, minutes, version) "
            "VALUES (1, 1, 1, 'lead', 'held', ?, 120, 1)",
            (words,),
        )
    store = Store.open(path)
    with store.reading() as session:
        assert proposed_turn(session.get_one(Shift, 1)) == turn
    store.close()


def insert(path: Path, table: str, **values: object) -> None:
    """A row as the program of then wrote it; what a column needs and is not given is empty."""
    with closing(sqlite3.connect(path)) as connection, connection:
        needed = {
            name: 0 if "INT" in kind or "BOOL" in kind else ""
            for _id, name, kind, not_null, default, _key in connection.execute(
                f"PRAGMA table_info({table})"
            )
            if not_null and default is None
        }
        row = needed | values
        connection.execute(
            f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",
            tuple(row.values()),
        )


@pytest.mark.parametrize(
    ("words", "code", "left"),
    [
        ("directe bemiddeling", RouteReason.DIRECT, ""),
        ("labelled beforehand for candidates with priority", RouteReason.RESERVED, ""),
        ("de kennismaking kost meer extra dagen dan afgesproken", RouteReason.DAY_BUDGET, ""),
        ("De gastheren zijn op reis.", None, "De gastheren zijn op reis."),
        ("", None, ""),
    ],
)
def test_why_staff_receive_is_read_from_the_words_of_then(
    tmp_path: Path, words: str, code: RouteReason | None, left: str
) -> None:
    path = database_at(tmp_path / "old.db", "0005")
    insert(
        path,
        "vacancy",
        id=1,
        code="V-1",
        dwelling_id=1,
        state="closed",
        route="staff-only",
        route_reason=words,
        created_on="2026-01-05",
        version=1,
    )
    store = Store.open(path)
    with store.reading() as session:
        vacancy = session.get_one(Vacancy, 1)
        assert (vacancy.route_code, vacancy.route_reason) == (code, left)
    store.close()


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("De huurder trok de opzegging in", ""),
        ("The tenant took the notice back", ""),
        ("De lift is stuk.", "De lift is stuk."),
    ],
)
def test_why_a_viewing_of_a_withdrawn_dwelling_was_called_off_is_that_of_the_dwelling(
    tmp_path: Path, words: str, left: str
) -> None:
    path = database_at(tmp_path / "old.db", "0005")
    insert(
        path,
        "vacancy",
        id=1,
        code="V-1",
        dwelling_id=1,
        state="withdrawn",
        route="tenant-led",
        withdrawn_code="ING",
        created_on="2026-01-05",
        version=1,
    )
    insert(
        path,
        "viewing",
        id=1,
        vacancy_id=1,
        kind="group",
        state="cancelled",
        starts_at="2026-02-02 13:00:00",
        ends_at="2026-02-02 15:00:00",
        cancel_reason=words,
        version=1,
    )
    store = Store.open(path)
    with store.reading() as session:
        assert session.scalar(select(Viewing.cancel_reason)) == left
        assert session.scalar(select(Viewing.tablet_used)) is False
    store.close()


def test_a_complex_of_then_has_no_age_label(tmp_path: Path) -> None:
    path = database_at(tmp_path / "old.db", "0005")
    insert(path, "complex", id=1, code="KADE", name="Kadeflat", building="tower", version=1)
    store = Store.open(path)
    with store.reading() as session:
        kade = session.get_one(Complex, 1)
        assert (kade.age_from, kade.age_to) == (None, None)
    store.close()
