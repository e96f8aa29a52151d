"""What every test may ask for: a language, a clock, and a store that is really there.

The stores are real: SQLite files, and databases of a real PostgreSQL server. Migrating takes a
while, so one migrated database of each kind is made once and copied for each test.
"""

from __future__ import annotations

import os

# Before any test imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import gc
import shutil
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

# Where Python is told to leave nothing beside the sources, each worker and each program that a test
# starts would compile all of them anew.
if sys.dont_write_bytecode:
    sys.dont_write_bytecode = False
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = str(Path(sys.prefix) / "compiled")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

import pytest
from hypothesis import settings

from desktop.estate.model import Role, StaffUser
from desktop.garbage import sweep
from desktop.language import DEFAULT, use_language
from desktop.store import Actor, Store
from desktop.store.engine import engine_for, without_waiting
from tests.support.clock import Clock
from tests.support.compiled import compile_once
from tests.support.postgres import PostgresServer, can_serve, serve
from tests.support.remembered import known, remembered

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from desktop.widgets.desk import Desk

# The same examples on every machine, however slow it is.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")

compile_once()

DATABASES = ("sqlite", "postgresql") if can_serve() else ("sqlite",)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long variants of what is tested anyway run when SAMENSPRAAK_LONG is set."""
    if os.environ.get("SAMENSPRAAK_LONG"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=long)
    items[:] = [item for item in items if item not in set(long)]


def pytest_report_header() -> str:
    return f"databases: {', '.join(DATABASES)}"


def pytest_collection_finish() -> None:
    """What is there now stays: no sweep has to look through modules and ten thousand tests."""
    gc.freeze()


@pytest.fixture(autouse=True)
def _dutch() -> Iterator[None]:
    """Every test begins in Dutch, whatever the one before it chose."""
    use_language(DEFAULT)
    yield
    use_language(DEFAULT)


@pytest.fixture(autouse=True)
def _clean_in_this_thread() -> Iterator[None]:
    """As in the program: no worker of a screen collects the widgets of a test before it."""
    gc.disable()
    yield
    sweep()


_homes = count()


@pytest.fixture(autouse=True)
def _own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program keeps for its user goes to a folder of this test. Most tests keep nothing,
    and looking for a free number among thousands of folders took longer than most tests."""
    home = tmp_path_factory.getbasetemp() / "homes" / str(next(_homes))
    for kind in ("DATA", "STATE", "CONFIG", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(home / kind.lower()))


@pytest.fixture
def clock() -> Clock:
    """The clock of `store`: Monday 23 November 2026, 10:00 in the Netherlands."""
    return Clock()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty SQLite database of this version of the program."""
    path = tmp_path_factory.mktemp("migrated") / "migrated.db"
    Store.open(path).close()
    return path


@pytest.fixture(scope="session")
def demo_file(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Path:
    """The demo world of Monday 23 November 2026, to copy: one for all workers."""
    from tests.support.demo_world import make_once

    ours = tmp_path_factory.getbasetemp()
    return make_once(ours.parent if "PYTEST_XDIST_WORKER" in os.environ else ours, migrated_file)


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server of this test run's own."""
    with serve() as server:
        yield server


@pytest.fixture
def data(tmp_path: Path, migrated_file: Path) -> Path:
    """The path of an empty SQLite database that is at the newest version."""
    return Path(shutil.copy(migrated_file, tmp_path / "samenspraak.db"))


@pytest.fixture
def store(data: Path, clock: Clock) -> Iterator[Store]:
    """An open SQLite store with nothing in it. A copy of a moment ago needs no look at whether it
    is sound and of this version. It waits for no disk: a power cut in a test loses nothing that
    anybody wants."""
    store = Store(data, engine_for(data))
    without_waiting(store.engine)
    store.now = clock
    known(store, "empty")
    yield store
    store.close()


@pytest.fixture(params=DATABASES)
def any_address(request: pytest.FixtureRequest) -> str:
    """The address of an empty database at the newest version: once a SQLite file, once
    PostgreSQL."""
    if request.param == "sqlite":
        return str(request.getfixturevalue("data"))
    return request.getfixturevalue("postgres").migrated_database()


@pytest.fixture
def any_store(any_address: str, clock: Clock) -> Iterator[Store]:
    """As `store`, once on SQLite and once on PostgreSQL."""
    store = Store.open(any_address)
    store.now = clock
    if store.path is not None:
        without_waiting(store.engine)
        known(store, "empty")
    yield store
    store.close()


@remembered
def _colleague(store: Store) -> Actor:
    with store.act(Actor(None, "test"), "test.colleague") as act:
        user = StaffUser(login="noor", name="Noor de Vries", role=Role.CONSULTANT)
        act.session.add(user)
        act.session.flush()
        return Actor(user.id, user.name, user.role.value)


@pytest.fixture
def who(store: Store) -> Actor:
    """A letting consultant who works with `store`."""
    return _colleague(store)


@pytest.fixture
def any_who(any_store: Store) -> Actor:
    """A letting consultant who works with `any_store`."""
    return _colleague(any_store)


@pytest.fixture
def own_settings(tmp_path: Path) -> Path:
    """Settings of nobody else: column widths, language and look start as on a new computer."""
    from PySide6.QtCore import QSettings

    folder = tmp_path / "settings"
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(folder))
    return folder


@pytest.fixture
def desk(store: Store, who: Actor, own_settings: Path, qapp: QApplication) -> Iterator[Desk]:
    """What every screen works with, in the light look."""
    from desktop.widgets.desk import Desk
    from tests.support.screens import dress

    dress(qapp)
    desk = Desk(store, who)
    yield desk
    desk.close()
