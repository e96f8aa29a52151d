"""What tests start from may be a copy only as long as it is what would have been made."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.estate.model import Organisation, OrganisationKind
from desktop.store import Changed, Store
from desktop.store.audit import PROGRAM
from desktop.store.verify import verify
from tests.support.clock import Clock
from tests.support.remembered import known, remembered
from tests.support.steps import everything

Opener = Callable[[str], Store]


@pytest.fixture
def open_store(tmp_path: Path, migrated_file: Path) -> Iterator[Opener]:
    """Opens an empty store in a file of this name."""
    opened: list[Store] = []

    def open_empty(name: str) -> Store:
        store = Store.open(Path(shutil.copy(migrated_file, tmp_path / name)))
        store.now = Clock()
        known(store, "empty")
        opened.append(store)
        return store

    yield open_empty
    for store in opened:
        store.close()


def add(store: Store, name: str) -> None:
    with store.act(PROGRAM, "test.add", undo=f"adding {name}") as act:
        act.session.add(Organisation(kind=OrganisationKind.MUNICIPALITY, name=name))


def test_a_world_is_made_once_and_each_copy_is_the_same_and_can_be_worked_on(
    open_store: Opener,
) -> None:
    times = []

    @remembered
    def make(store: Store, name: str) -> tuple[Store, str]:
        times.append(name)
        add(store, name)
        store.now.move_on(days=1)  # type: ignore[attr-defined]
        return store, name

    first, second = open_store("first.db"), open_store("second.db")
    assert make(first, "Morgenveld") == (first, "Morgenveld")
    assert make(second, "Morgenveld") == (second, "Morgenveld")
    assert times == ["Morgenveld"]
    assert everything(second) == everything(first)
    assert second.now() == first.now()
    add(second, "Avondveld")
    with second.reading() as session:
        assert verify(session).whole
    assert [second.undo(PROGRAM), second.undo(PROGRAM)] == ["adding Avondveld", "adding Morgenveld"]
    assert everything(second) == everything(open_store("empty.db"))
    assert first.undo(PROGRAM) == "adding Morgenveld"


def test_a_world_is_made_anew_for_another_beginning_in_whatever_window_it_was_written(
    open_store: Opener,
) -> None:
    @remembered
    def make(store: Store) -> str:
        add(store, "Morgenveld")
        return "made"

    @remembered
    def tell(store: Store) -> int:
        with store.reading() as session:
            return session.query(Organisation).count()

    first, second = open_store("first.db"), open_store("second.db")
    make(first)
    assert tell(first) == 1
    other = Store.open(str(second.address))
    add(other, "Avondveld")
    other.close()
    make(second)
    assert tell(second) == 2


def test_a_window_that_is_open_hears_the_same_of_a_copy_as_of_what_is_made(
    open_store: Opener,
) -> None:
    @remembered
    def make(store: Store) -> None:
        add(store, "Morgenveld")
        add(store, "Avondveld")

    heard: list[list[tuple[Changed, int]]] = []
    for name in ("first.db", "second.db"):
        store = open_store(name)
        told: list[tuple[Changed, int]] = []

        def hear(
            changed: Changed, store: Store = store, told: list[tuple[Changed, int]] = told
        ) -> None:
            with store.reading() as session:
                told.append((changed, session.query(Organisation).count()))

        store.listeners.append(hear)
        make(store)
        add(store, "Nachtveld")
        heard.append(told)
    assert [there for _changed, there in heard[0]] == [2, 2, 3]
    assert heard[1] == heard[0]
