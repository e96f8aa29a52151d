"""Bringing databases to this program's version."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from desktop.store import Store, backup, migrate
from desktop.store.engine import CannotOpen, Trouble
from desktop.store.tables import metadata
from tests.support.postgres import PostgresServer
from tests.support.process import run_python

SEARCH = "search_index"  # made by hand: each database has its own kind of full-text index


def set_revision(path: Path, number: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (number,))


def test_an_empty_sqlite_file_gets_every_table(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "new.db")
    assert migrate.revision_of(store.engine) == migrate.newest()
    store.close()


def test_an_empty_postgresql_database_gets_every_table(postgres: PostgresServer) -> None:
    store = Store.open(postgres.empty_database())
    assert migrate.revision_of(store.engine) == migrate.newest()
    store.close()


def test_the_migrations_make_what_the_models_say(any_store: Store) -> None:
    with any_store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": lambda name, kind, _parents: (
                    kind != "table" or not name.startswith(SEARCH)
                )
            },
        )
        assert compare_metadata(context, metadata) == []


def test_opening_again_changes_nothing(data: Path) -> None:
    before = data.read_bytes()
    Store.open(data).close()
    assert data.read_bytes() == before


def test_a_newer_database_is_opened_by_nobody(data: Path) -> None:
    set_revision(data, "9999")
    before = data.read_bytes()
    with pytest.raises(CannotOpen) as refusal:
        Store.open(data)
    assert refusal.value.trouble is Trouble.NEWER
    assert "nieuwere versie" in refusal.value.sentence
    assert data.read_bytes() == before


def test_a_backup_is_made_before_migrating(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program has a migration that the database does not."""
    scripts = data.parent / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / f"{migrate.newest() + 1:04d}_next.py").write_text(
        f'revision = "{migrate.newest() + 1:04d}"\ndown_revision = "{migrate.newest():04d}"\n'
        "from alembic import op\n"
        "def upgrade():\n    op.execute('CREATE TABLE brand_new (id INTEGER)')\n"
    )
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    migrate.newest.cache_clear()
    try:
        store = Store.open(data)
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM brand_new").scalar() == 0
        store.close()
        (made,) = backup.backups(data)
        assert made.whole
        assert f"before-{migrate.newest():04d}" in made.path.name
    finally:
        migrate.newest.cache_clear()


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = migrate.newest()
    scripts = data.parent / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / f"{at + 1:04d}_next.py").write_text(
        f'revision = "{at + 1:04d}"\ndown_revision = "{at:04d}"\n'
        "from alembic import op\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
        "    op.execute('CREATE TABLE half (id INTEGER)')\n"
    )
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    migrate.newest.cache_clear()
    try:
        with pytest.raises(Exception, match="half"):
            Store.open(data)
    finally:
        migrate.newest.cache_clear()
    with closing(sqlite3.connect(data)) as connection:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        assert "half" not in tables
        (left_at,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        assert int(left_at) == at


def test_a_table_with_rows_that_others_hang_on_can_be_made_anew(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite makes a table anew to give it a column with a link."""
    with closing(sqlite3.connect(data)) as connection, connection:
        connection.execute("CREATE TABLE owner (id INTEGER PRIMARY KEY)")
        connection.execute("CREATE TABLE owned (id INTEGER, owner_id REFERENCES owner(id))")
        connection.execute("INSERT INTO owner VALUES (1)")
        connection.execute("INSERT INTO owned VALUES (7, 1)")
    at = migrate.newest()
    scripts = data.parent / "migrations"
    shutil.copytree(migrate.SCRIPTS, scripts)
    (scripts / "versions" / f"{at + 1:04d}_next.py").write_text(
        f'revision = "{at + 1:04d}"\ndown_revision = "{at:04d}"\n'
        "from alembic import op\nimport sqlalchemy as sa\n"
        "def upgrade():\n"
        "    with op.batch_alter_table('owner') as owner:\n"
        "        owner.add_column(sa.Column('theme_id', sa.Integer(), nullable=True))\n"
        "        owner.create_foreign_key('fk_owner', 'theme', ['theme_id'], ['id'])\n"
    )
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    migrate.newest.cache_clear()
    try:
        store = Store.open(data)
        with store.reading() as session:
            owned = session.connection().exec_driver_sql("SELECT id, owner_id FROM owned").all()
            guarded = session.connection().exec_driver_sql("PRAGMA foreign_keys").scalar()
        store.close()
    finally:
        migrate.newest.cache_clear()
    assert owned == [(7, 1)]
    assert guarded == 1


def test_a_database_that_is_at_the_newest_version_opens_without_alembic(data: Path) -> None:
    """Loading it would take longer than opening."""
    program = (
        "import sys\n"
        "from desktop.store import Store\n"
        "Store.open(sys.argv[1]).close()\n"
        "assert 'alembic' not in sys.modules\n"
    )
    ended = run_python(program, data)
    assert ended.returncode == 0, ended.stderr
