"""What a database of an earlier version of the program says of viewings is still there."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

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


TURNS = [
    ("1 dienst in 90 dagen; woont in portiek B", Turn(1, "B")),
    ("12 shifts in 90 days; lives at stairwell Noord", Turn(12, "Noord")),
    ("0 diensten in 90 dagen", Turn(0)),
    ("", None),
    ("ziek", None),
]
ROUTES = [
    ("directe bemiddeling", RouteReason.DIRECT, ""),
    ("labelled beforehand for candidates with priority", RouteReason.RESERVED, ""),
    ("de kennismaking kost meer extra dagen dan afgesproken", RouteReason.DAY_BUDGET, ""),
    ("De gastheren zijn op reis.", None, "De gastheren zijn op reis."),
    ("", None, ""),
]
CANCELLED = [
    ("De huurder trok de opzegging in", ""),
    ("The tenant took the notice back", ""),
    ("De lift is stuk.", "De lift is stuk."),
]


@pytest.fixture(scope="module")
def store_of_3(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database of migration 3, brought to this version: a shift for each of `TURNS`."""
    path = database_at(tmp_path_factory.mktemp("3") / "old.db", "0003")
    for id, (words, _turn) in enumerate(TURNS, start=1):
        insert(
            path,
            "shift",
            id=id,
            viewing_id=id,
            host_id=1,
            role="lead",
            state="held",
            reason=words,
            minutes=120,
            version=1,
        )
    store = Store.open(path)
    yield store
    store.close()


@pytest.fixture(scope="module")
def store_of_5(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A database of migration 5, brought to this version: a vacancy for each of `ROUTES`, then a
    withdrawn one with a viewing for each of `CANCELLED`, and a complex."""
    path = database_at(tmp_path_factory.mktemp("5") / "old.db", "0005")
    vacancy = {"created_on": "2026-01-05", "version": 1}
    for id, (words, _code, _left) in enumerate(ROUTES, start=1):
        insert(
            path,
            "vacancy",
            id=id,
            code=f"V-{id}",
            dwelling_id=id,
            state="closed",
            route="staff-only",
            route_reason=words,
            **vacancy,
        )
    for id, (words, _left) in enumerate(CANCELLED, start=len(ROUTES) + 1):
        insert(
            path,
            "vacancy",
            id=id,
            code=f"V-{id}",
            dwelling_id=id,
            state="withdrawn",
            route="tenant-led",
            withdrawn_code="ING",
            **vacancy,
        )
        insert(
            path,
            "viewing",
            id=id,
            vacancy_id=id,
            kind="group",
            state="cancelled",
            starts_at="2026-02-02 13:00:00",
            ends_at="2026-02-02 15:00:00",
            cancel_reason=words,
            version=1,
        )
    insert(path, "complex", id=1, code="KADE", name="Kadeflat", building="tower", version=1)
    store = Store.open(path)
    yield store
    store.close()


@pytest.mark.parametrize(("id", "turn"), [*enumerate((turn for _words, turn in TURNS), start=1)])
def test_why_a_host_was_chosen_is_read_from_the_words_of_then(
    store_of_3: Store, id: int, turn: Turn | None
) -> None:
    with store_of_3.reading() as session:
        assert proposed_turn(session.get_one(Shift, id)) == turn


@pytest.mark.parametrize(
    ("id", "code", "left"),
    [(id, code, left) for id, (_words, code, left) in enumerate(ROUTES, start=1)],
)
def test_why_staff_receive_is_read_from_the_words_of_then(
    store_of_5: Store, id: int, code: RouteReason | None, left: str
) -> None:
    with store_of_5.reading() as session:
        vacancy = session.get_one(Vacancy, id)
        assert (vacancy.route_code, vacancy.route_reason) == (code, left)


@pytest.mark.parametrize(
    ("id", "left"), [*enumerate((left for _words, left in CANCELLED), start=len(ROUTES) + 1)]
)
def test_why_a_viewing_of_a_withdrawn_dwelling_was_called_off_is_that_of_the_dwelling(
    store_of_5: Store, id: int, left: str
) -> None:
    with store_of_5.reading() as session:
        viewing = session.get_one(Viewing, id)
        assert viewing.cancel_reason == left
        assert viewing.tablet_used is False


def test_a_complex_of_then_has_no_age_label(store_of_5: Store) -> None:
    with store_of_5.reading() as session:
        kade = session.get_one(Complex, 1)
        assert (kade.age_from, kade.age_to) == (None, None)
