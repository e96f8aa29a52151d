"""Backups: made while people work, checked, kept to a number, restored."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from desktop.estate.model import Complex
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.backup import KEEP, back_up, backups, folder_for, newest_good, restore
from desktop.store.engine import CannotOpen, Trouble
from tests.support.clock import Clock


def add(store: Store, who: Actor, code: str) -> None:
    with store.act(who, "test.make") as act:
        act.session.add(Complex(code=code, name=code))


def codes(data: Path) -> list[str]:
    store = Store.open(data)
    with store.reading() as session:
        found = [c.code for c in session.query(Complex).order_by(Complex.code)]
    store.close()
    return found


def damage(path: Path) -> None:
    """Write over the middle of the file, as a failing disk does."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 4)
        file.write(b"\xa5" * (path.stat().st_size // 2))


def test_a_backup_holds_what_was_saved_also_what_is_still_in_the_log(
    store: Store, data: Path, who: Actor, clock: Clock
) -> None:
    add(store, who, "KADE")
    made = back_up(data, None, clock())
    assert codes(made) == ["KADE"]


def test_a_backup_is_one_file_that_can_be_carried(
    store: Store, data: Path, clock: Clock, tmp_path: Path
) -> None:
    made = back_up(data, tmp_path / "elders", clock())
    assert [path.name for path in (tmp_path / "elders").iterdir()] == [made.name]


def test_the_name_of_a_backup_tells_when_it_was_made_on_the_dutch_clock(
    data: Path, clock: Clock
) -> None:
    made = back_up(data, None, clock())
    assert made.name == "samenspraak 2026-11-23 100000.samenspraak-backup"
    assert made.parent == folder_for(data)


def test_the_newest_backups_are_kept(data: Path, clock: Clock) -> None:
    for _ in range(KEEP + 3):
        clock.move_on(days=1)
        back_up(data, None, clock())
    kept = backups(data)
    assert len(kept) == KEEP
    assert kept[0].path.name > kept[-1].path.name
    assert "2026-11-27" in kept[-1].path.name


def test_backups_of_another_database_in_the_same_folder_are_left_alone(
    data: Path, clock: Clock, tmp_path: Path
) -> None:
    other = tmp_path / "samenspraak[2].db"
    Store.open(other).close()
    theirs = back_up(other, None, clock())
    for _ in range(KEEP + 1):
        clock.move_on(hours=1)
        back_up(data, None, clock())
    assert [b.path for b in backups(other)] == [theirs]


def test_a_damaged_database_gives_no_backup_and_takes_no_good_one_away(
    data: Path, clock: Clock
) -> None:
    good = back_up(data, None, clock())
    damage(data)
    with pytest.raises(CannotOpen) as refusal:
        back_up(data, None, clock() + timedelta(hours=1))
    assert refusal.value.trouble is Trouble.DAMAGED
    assert list(folder_for(data).iterdir()) == [good]


def test_there_is_no_backup_of_nothing(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(CannotOpen):
        back_up(tmp_path / "nergens.db", None, clock())
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_said(data: Path, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "bezet").write_text("een bestand")
    with pytest.raises(Refused, match="De back-up is niet gemaakt"):
        back_up(data, tmp_path / "bezet", clock())


def test_the_newest_good_backup_is_the_one_to_offer(data: Path, clock: Clock) -> None:
    older = back_up(data, None, clock())
    damage(back_up(data, None, clock() + timedelta(hours=1)))
    found = newest_good(data)
    assert found is not None
    assert found.path == older


def test_without_backups_nothing_is_offered(data: Path) -> None:
    assert newest_good(data) is None


def test_restoring_puts_everything_back_and_keeps_what_was_there(
    data: Path, clock: Clock, store: Store, who: Actor
) -> None:
    add(store, who, "KADE")
    made = back_up(data, None, clock())
    add(store, who, "PARK")
    store.close()
    aside = restore(made, data, clock())
    assert codes(data) == ["KADE"]
    assert aside is not None
    assert codes(aside) == ["KADE", "PARK"]


def test_a_damaged_database_can_be_replaced(data: Path, clock: Clock) -> None:
    made = back_up(data, None, clock())
    damage(data)
    restore(made, data, clock())
    assert codes(data) == []


def test_a_database_that_is_gone_can_be_put_back(data: Path, clock: Clock) -> None:
    made = back_up(data, None, clock())
    data.unlink()
    assert restore(made, data, clock()) is None
    assert codes(data) == []


def test_a_damaged_backup_is_not_put_back(data: Path, clock: Clock) -> None:
    made = back_up(data, None, clock())
    damage(made)
    before = data.read_bytes()
    with pytest.raises(Refused, match="geen hele back-up"):
        restore(made, data, clock())
    assert data.read_bytes() == before


def test_what_is_no_backup_is_not_put_back(data: Path, clock: Clock, tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("hallo")
    with pytest.raises(Refused, match=r"brief\.txt"):
        restore(tmp_path / "brief.txt", data, clock())


def test_a_database_that_somebody_has_open_is_not_replaced(
    store: Store, data: Path, who: Actor, clock: Clock
) -> None:
    made = back_up(data, None, clock())
    add(store, who, "KADE")
    with pytest.raises(CannotOpen) as refusal:
        restore(made, data, clock())
    assert refusal.value.trouble is Trouble.LOCKED
    store.close()
    assert codes(data) == ["KADE"]
