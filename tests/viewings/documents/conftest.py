"""The test world to print from: made once, read by all."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.world import World, make_world


@pytest.fixture(scope="module")
def printed_from(
    tmp_path_factory: pytest.TempPathFactory, migrated_file: Path
) -> Iterator[tuple[Store, World]]:
    path = tmp_path_factory.mktemp("papers") / "samenspraak.db"
    shutil.copy(migrated_file, path)
    store = Store.open(path)
    store.now = Clock()
    yield store, make_world(store, Actor(None, "test"))
    store.close()


@pytest.fixture
def world(printed_from: tuple[Store, World]) -> World:
    return printed_from[1]


@pytest.fixture
def session(printed_from: tuple[Store, World]) -> Iterator[Session]:
    """To print with. A test may change what it read: nothing is kept."""
    with printed_from[0].reading() as session:
        yield session
