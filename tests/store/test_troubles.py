"""A database that cannot be used: which trouble it is, in a sentence that says what to do."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import DBAPIError

from desktop.estate.model import Complex
from desktop.store import Actor, Store, engine
from desktop.store.backup import back_up
from desktop.store.engine import CannotOpen, Trouble, refuse, trouble_of
from tests.support.clock import Clock
from tests.support.postgres import PostgresServer
from tests.support.process import AS_ORDINARY_USER, run_python


def trouble(address: Path | str) -> Trouble:
    """The trouble that opening gives; the sentence is there and the file is as it was."""
    path = Path(address)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(CannotOpen) as refusal:
        Store.open(address)
    assert refusal.value.sentence.endswith(".")
    assert before == (path.read_bytes() if path.is_file() else None)
    return refusal.value.trouble


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait a moment for a lock and not five seconds."""
    monkeypatch.setattr(engine, "BUSY_MS", 50)


def test_a_file_of_another_kind_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "brief.db"
    path.write_bytes(b"%PDF-1.7\n" + bytes(5000))
    assert trouble(path) is Trouble.NOT_A_DATABASE


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    assert trouble(tmp_path) is Trouble.NOT_A_DATABASE


def test_a_database_of_another_program_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE photo (id INTEGER)")
    assert trouble(path) is Trouble.NOT_A_DATABASE


def test_half_a_database_is_damaged(data: Path) -> None:
    with data.open("r+b") as file:
        file.truncate(data.stat().st_size // 2)
    assert trouble(data) is Trouble.DAMAGED


def test_a_database_with_bytes_written_over_is_damaged(data: Path) -> None:
    with data.open("r+b") as file:
        file.seek(8192)
        file.write(b"\xa5" * 65536)
    assert trouble(data) is Trouble.DAMAGED


def test_a_database_that_was_cut_to_its_first_line_is_damaged(data: Path) -> None:
    with data.open("r+b") as file:
        file.truncate(50)
    assert trouble(data) in (Trouble.NOT_A_DATABASE, Trouble.DAMAGED)


def test_a_new_empty_file_becomes_a_database(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.db"
    path.touch()
    Store.open(path).close()
    assert path.stat().st_size > 0


def test_an_empty_file_that_once_held_something_is_damaged(data: Path, clock: Clock) -> None:
    back_up(data, None, clock())
    data.write_bytes(b"")
    assert trouble(data) is Trouble.DAMAGED


def test_a_file_in_a_folder_that_cannot_be_made_is_out_of_reach(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("x")
    assert trouble(tmp_path / "bestand" / "data.db") is Trouble.UNREACHABLE


def test_a_path_with_signs_in_it_is_a_path(tmp_path: Path) -> None:
    path = tmp_path / "wat? 100% #1.db"
    Store.open(path).close()
    assert path.exists()


@pytest.mark.usefixtures("impatient")
def test_a_database_that_another_program_holds_is_locked(data: Path) -> None:
    with closing(sqlite3.connect(data)) as other:
        other.execute("PRAGMA locking_mode=EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert trouble(data) is Trouble.LOCKED


@pytest.mark.usefixtures("impatient")
def test_an_action_while_another_program_writes_changes_nothing(data: Path) -> None:
    store = Store.open(data)
    with closing(sqlite3.connect(data, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert trouble_of(error_of(store)) is Trouble.LOCKED
    assert count(store) == 0
    store.close()


def test_a_full_disk_in_the_middle_of_an_action_changes_nothing(store: Store) -> None:
    """SQLite gives the same error at a limit on its pages as at the end of the disk."""

    @event.listens_for(store.engine, "checkout")
    def no_room(connection: sqlite3.Connection, *_rest: object) -> None:
        connection.execute("PRAGMA max_page_count=1")

    error = error_of(store, rows=20_000)
    assert trouble_of(error) is Trouble.FULL
    assert "schijf is vol" in sentence(error, store)
    assert count(store) == 0


WRITE_MUCH = """
import sys
from sqlalchemy.exc import DBAPIError
from desktop.estate.model import Complex
from desktop.store import Actor, Store
from desktop.store.engine import refuse
store = Store.open(sys.argv[1])
try:
    with store.act(Actor(None, "test"), "test.much") as act:
        act.session.add_all([Complex(code=str(n), name="x" * 100) for n in range(20_000)])
except DBAPIError as error:
    print(refuse(error, store.address).trouble.name)
"""


def test_a_quota_in_the_middle_of_an_action_changes_nothing(data: Path) -> None:
    """The system refuses to let the file grow, as a quota does."""
    import resource

    most = data.stat().st_size + 65_536
    ended = run_python(
        WRITE_MUCH, data, limit=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    )
    assert ended.stdout == "FULL\n", ended.stderr
    store = Store.open(data)
    assert count(store) == 0
    store.close()


OPEN = f"""
import sys
import alembic.command, alembic.config, sqlalchemy.dialects.sqlite, desktop.store.migrate
from desktop.store.engine import CannotOpen
from desktop.store import Store
{AS_ORDINARY_USER}
try:
    Store.open(sys.argv[1])
except CannotOpen as refusal:
    print(refusal.trouble.name)
"""


@pytest.fixture
def lent(migrated_file: Path) -> Iterator[Path]:
    """A database in a folder that every user can go to, unlike the folders of pytest."""
    folder = Path(tempfile.mkdtemp(prefix="samenspraak-"))
    folder.chmod(0o755)
    path = Path(shutil.copy(migrated_file, folder / "samenspraak.db"))
    path.chmod(0o666)
    yield path
    folder.chmod(0o755)
    shutil.rmtree(folder)


def test_a_file_that_may_only_be_read_is_read_only(lent: Path) -> None:
    lent.parent.chmod(0o777)
    lent.chmod(0o444)
    assert run_python(OPEN, lent).stdout == "READ_ONLY\n"


def test_a_folder_that_may_only_be_read_is_read_only(lent: Path) -> None:
    lent.parent.chmod(0o555)
    assert run_python(OPEN, lent).stdout == "READ_ONLY\n"


def test_a_folder_that_may_not_be_seen_is_out_of_reach(lent: Path) -> None:
    lent.parent.chmod(0o000)
    assert run_python(OPEN, lent).stdout == "UNREACHABLE\n"


def test_a_server_that_does_not_answer_is_out_of_reach() -> None:
    address = "postgresql+psycopg://iemand:geheim@127.0.0.1:9/niets"
    assert trouble(address) is Trouble.UNREACHABLE


def test_a_password_is_in_no_sentence() -> None:
    with pytest.raises(CannotOpen) as refusal:
        Store.open("postgresql+psycopg://iemand:geheim@127.0.0.1:9/niets")
    assert "geheim" not in refusal.value.sentence
    assert "127.0.0.1:9/niets" in refusal.value.sentence


def test_another_kind_of_server_is_out_of_reach() -> None:
    assert trouble("mysql://localhost/x") is Trouble.UNREACHABLE


def test_a_server_database_of_another_program_is_not_touched(postgres: PostgresServer) -> None:
    address = postgres.empty_database()
    made = engine.engine_for(address)
    with made.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE photo (id integer)")
    made.dispose()
    assert trouble(address) is Trouble.NOT_A_DATABASE


def test_an_error_of_the_program_itself_is_no_trouble_of_the_machine(store: Store) -> None:
    with store.reading() as session, pytest.raises(DBAPIError) as error:
        session.connection().exec_driver_sql("SELECT nonsense")
    assert trouble_of(error.value) is None


def test_an_error_names_no_values(store: Store) -> None:
    """What people typed must not reach a log by way of an error."""
    with store.reading() as session, pytest.raises(DBAPIError) as error:
        session.connection().exec_driver_sql("SELECT nonsense WHERE ?", ("Hoekstra",))
    assert "Hoekstra" not in str(error.value)


def error_of(store: Store, rows: int = 1) -> DBAPIError:
    """The error of the database that writing so many rows gives."""
    try:
        with store.act(Actor(None, "test"), "test.much") as act:
            act.session.add_all([Complex(code=str(n), name="x" * 100) for n in range(rows)])
    except DBAPIError as error:
        return error
    pytest.fail("the rows were written")


def sentence(error: DBAPIError, store: Store) -> str:
    known = refuse(error, store.address)
    assert known is not None
    return known.sentence


def count(store: Store) -> int:
    with store.reading() as session:
        return session.query(Complex).count()
