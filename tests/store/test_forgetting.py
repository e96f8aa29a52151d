"""AVG art. 17: who was wiped is gone from the file, from its log and from the backups."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from desktop.estate.model import Complex, Dwelling, Household
from desktop.store import Actor, Store
from desktop.store.backup import back_up, backups, forget_in_backups, is_whole, restore
from desktop.store.verify import verify
from tests.support.clock import Clock

WIPED = "Achternaamzoeker"
KEPT = "Blijverdam"


@pytest.fixture
def households(store: Store, who: Actor) -> tuple[int, int]:
    """Somebody who will be wiped, and somebody who stays."""
    with store.act(who, "test.make") as act:
        kadeflat = Complex(code="KADE", name="Kadeflat")
        home = Dwelling(complex=kadeflat, code="K1", street="Kadeflat", house_number="1")
        wiped, kept = Household(dwelling=home, name=WIPED), Household(dwelling=home, name=KEPT)
        act.session.add_all([kadeflat, home, wiped, kept])
    return wiped.id, kept.id


def wipe(store: Store, who: Actor, household: int) -> bool:
    """True when the file could be rewritten at once."""
    with store.act(who, "test.wipe") as act:
        act.session.get_one(Household, household).name = ""
        act.erase["household"] = [household]
    return store.scrub()


@contextmanager
def another_window_reads(data: Path) -> Iterator[None]:
    other = Store.open(data)
    with other.reading() as session:
        session.execute(text("SELECT count(*) FROM household")).all()
        yield
    other.close()


def holds(data: Path, name: str) -> bool:
    """Whether a name stands in the file or in what lies beside it."""
    return any(name.encode() in part.read_bytes() for part in data.parent.glob(f"{data.name}*"))


def names_in(path: Path) -> list[str]:
    store = Store.open(path)
    with store.reading() as session:
        found = sorted(h.name for h in session.query(Household))
        assert verify(session).whole
    store.close()
    return found


# Another window ----------------------------------------------------------------------------


@pytest.fixture
def wiped_while_read(
    store: Store, data: Path, who: Actor, households: tuple[int, int], quick: None
) -> Store:
    with another_window_reads(data):
        assert not wipe(store, who, households[0])
    assert holds(data, WIPED)
    return store


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait five seconds for the other window."""
    monkeypatch.setattr("desktop.store.forgetting.BUSY_MS", 50)


def test_a_name_that_another_window_held_is_gone_once_the_hour_is_over(
    wiped_while_read: Store, data: Path
) -> None:
    assert wiped_while_read.catch_up_forgetting()
    assert not holds(data, WIPED)
    assert holds(data, KEPT)


def test_a_name_that_another_window_held_is_gone_after_closing(
    wiped_while_read: Store, data: Path
) -> None:
    wiped_while_read.close()
    assert not holds(data, WIPED)


def test_a_name_that_another_window_held_is_gone_after_opening(
    wiped_while_read: Store, data: Path, tmp_path: Path
) -> None:
    """As after the computer went down: nobody closed the database."""
    later = tmp_path / "later" / data.name
    later.parent.mkdir()
    for part in data.parent.glob(f"{data.name}*"):
        shutil.copy(part, later.parent)
    assert holds(later, WIPED)
    Store.open(later).close()
    assert not holds(later, WIPED)


def test_a_file_in_which_nothing_was_erased_is_not_rewritten(
    store: Store, data: Path, households: tuple[int, int]
) -> None:
    before = data.stat().st_mtime_ns
    assert store.catch_up_forgetting()
    assert data.stat().st_mtime_ns == before


# Backups -----------------------------------------------------------------------------------


def test_the_backups_forget_who_was_wiped_and_nobody_else(
    store: Store, data: Path, who: Actor, households: tuple[int, int], clock: Clock
) -> None:
    for _day in range(2):
        clock.move_on(days=1)
        assert holds(back_up(data, None, clock()), WIPED)
    wipe(store, who, households[0])
    assert forget_in_backups(data) == 2
    for backup in backups(data):
        assert is_whole(backup.path)
        assert not holds(backup.path, WIPED)
        assert not holds(backup.path, WIPED.lower())
        assert names_in(backup.path) == ["", KEPT]


def test_a_backup_keeps_its_name_and_its_time(
    store: Store, data: Path, who: Actor, households: tuple[int, int], clock: Clock
) -> None:
    made = back_up(data, None, clock())
    os.utime(made, (1_000_000_000, 1_000_000_000))
    wipe(store, who, households[0])
    forget_in_backups(data)
    assert [b.path for b in backups(data)] == [made]
    assert made.stat().st_mtime == 1_000_000_000


def test_a_backup_without_anybody_who_was_wiped_is_left_as_it_is(
    store: Store, data: Path, who: Actor, households: tuple[int, int], clock: Clock
) -> None:
    back_up(data, None, clock())
    wipe(store, who, households[0])
    clock.move_on(days=1)
    back_up(data, None, clock())
    assert forget_in_backups(data) == 1
    assert forget_in_backups(data) == 0


def test_backups_of_another_database_forget_nobody(
    store: Store, data: Path, who: Actor, households: tuple[int, int], clock: Clock, tmp_path: Path
) -> None:
    """Two databases with one name, and one folder for both: rows are known by their number."""
    other = Store.open(tmp_path / "elders" / data.name)
    with other.act(who, "test.make") as act:
        home = Dwelling(
            complex=Complex(code="PARK", name="Parkweg"),
            code="P1",
            street="Parkweg",
            house_number="1",
        )
        act.session.add(Household(id=households[0], dwelling=home, name=KEPT))
    other.close()
    theirs = back_up(tmp_path / "elders" / data.name, tmp_path / "backups", clock())
    wipe(store, who, households[0])
    assert forget_in_backups(data, tmp_path / "backups") == 0
    assert names_in(theirs) == [KEPT]


def test_a_backup_that_is_put_back_brings_nobody_back_who_was_wiped(
    store: Store, data: Path, who: Actor, households: tuple[int, int], clock: Clock, tmp_path: Path
) -> None:
    carried = back_up(data, tmp_path / "usb", clock())
    wipe(store, who, households[0])
    store.close()
    restore(carried, data, clock())
    assert names_in(data) == ["", KEPT]
    assert not holds(data, WIPED)
