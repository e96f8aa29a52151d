"""What a database of an earlier version of the program says of viewings is still there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config

from desktop.store import Store, migrate
from desktop.store.engine import engine_for
from desktop.viewings.model import Shift
from desktop.viewings.queries.facts import proposed_turn
from desktop.viewings.rules.hosts import Turn


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
