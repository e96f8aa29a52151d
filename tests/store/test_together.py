"""Two people at two desks with one database."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import select

from desktop.estate.model import Complex, Dwelling, Household
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Changed, Store
from desktop.store.found import found
from desktop.store.store import stale
from desktop.store.verify import verify
from tests.support.acting import fail_halfway
from tests.support.postgres import PostgresServer
from tests.support.undoing import nothing_to_undo

KARIM = Actor(None, "Karim")


@pytest.fixture
def other_desk(any_store: Store) -> Iterator[Store]:
    store = Store.open(any_store.address)
    store.now = any_store.now
    yield store
    store.close()


@pytest.fixture
def kadeflat(any_store: Store, any_who: Actor) -> int:
    with any_store.act(any_who, "test.make") as act:
        complex_ = Complex(code="KADE", name="Kadeflat")
        act.session.add(complex_)
    return complex_.id


def change(store: Store, who: Actor, row: int, seen: int, **values: object) -> None:
    """As actions do it: with the version that was on the screen."""
    with store.act(who, "test.change") as act:
        complex_ = act.session.get_one(Complex, row)
        stale(complex_, seen, values)
        for key, value in values.items():
            setattr(complex_, key, value)


def test_the_second_writer_sees_both_values(
    any_store: Store, other_desk: Store, any_who: Actor, kadeflat: int
) -> None:
    change(other_desk, KARIM, kadeflat, 1, name="Parkflat", city="Morgenveld")
    with pytest.raises(Conflict) as conflict:
        change(any_store, any_who, kadeflat, 1, name="Torenflat", city="Morgenveld")
    assert conflict.value.theirs == {"name": "Parkflat"}
    assert conflict.value.mine == {"name": "Torenflat"}


def test_writing_what_the_other_wrote_too_is_no_conflict(
    any_store: Store, other_desk: Store, any_who: Actor, kadeflat: int
) -> None:
    change(other_desk, KARIM, kadeflat, 1, name="Parkflat")
    change(any_store, any_who, kadeflat, 1, name="Parkflat")


def test_after_looking_again_the_second_writer_can_write(
    any_store: Store, other_desk: Store, any_who: Actor, kadeflat: int
) -> None:
    change(other_desk, KARIM, kadeflat, 1, name="Parkflat")
    change(any_store, any_who, kadeflat, 2, name="Torenflat")
    with other_desk.reading() as session:
        assert session.get_one(Complex, kadeflat).name == "Torenflat"


def test_what_somebody_removed_is_said_to_be_gone(
    any_store: Store, other_desk: Store, kadeflat: int
) -> None:
    with other_desk.act(KARIM, "test.remove") as act:
        act.session.delete(act.session.get_one(Complex, kadeflat))
    with any_store.reading() as session, pytest.raises(Refused, match="er niet meer"):
        found(session, Complex, kadeflat)


def names(store: Store) -> list[str]:
    with store.reading() as session:
        return sorted(session.scalars(select(Household.name)))


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_what_was_wiped_at_another_desk_is_not_brought_back_by_undoing(
    any_store: Store, other_desk: Store, any_who: Actor, kadeflat: int, how: str
) -> None:
    with any_store.act(any_who, "test.make") as act:
        home = Dwelling(complex_id=kadeflat, code="K1", street="Kadeflat", house_number="1")
        wiped, kept = Household(dwelling=home, name="Vos"), Household(dwelling=home, name="Ali")
        act.session.add_all([home, wiped, kept])
    for household in (wiped.id, kept.id):
        with other_desk.act(KARIM, "test.change", undo=how) as act:
            row = act.session.get_one(Household, household)
            if how == "removed":
                act.session.delete(row)
            else:
                row.name = ""
    with any_store.act(any_who, "test.wipe") as act:
        act.erase["household"] = [wiped.id]
    other_desk.undo(KARIM)  # of the household that was not wiped
    with pytest.raises(Refused, match="Gewiste gegevens komen niet terug"):
        other_desk.undo(KARIM)
    assert names(any_store) == (["Ali"] if how == "removed" else ["", "Ali"])
    assert nothing_to_undo(other_desk, KARIM)
    with any_store.reading() as session:
        assert verify(session).whole


def test_the_chain_has_one_end_when_two_desks_write_by_turns(
    any_store: Store, other_desk: Store, any_who: Actor, kadeflat: int
) -> None:
    for turn in range(1, 9, 2):
        change(any_store, any_who, kadeflat, turn, name=f"Flat {turn}")
        change(other_desk, KARIM, kadeflat, turn + 1, name=f"Flat {turn + 1}")
    with any_store.reading() as session:
        assert verify(session).whole


def test_a_reader_keeps_seeing_one_moment(store: Store, who: Actor) -> None:
    """On SQLite a screen that reads twice sees the same, whatever is written meanwhile."""
    with store.reading() as session:
        before = session.query(Complex).count()
        with store.act(who, "test.make") as act:
            act.session.add(Complex(code="NEW", name="Nieuw"))
        assert session.query(Complex).count() == before


def test_a_desk_notices_that_another_one_wrote(
    any_store: Store, other_desk: Store, kadeflat: int
) -> None:
    before = any_store.data_version()
    assert any_store.data_version() == before
    change(other_desk, KARIM, kadeflat, 1, name="Parkflat")
    assert any_store.data_version() != before


def test_screens_are_told_what_changed_after_it_is_saved(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    told: list[Changed] = []
    any_store.listeners.append(told.append)
    change(any_store, any_who, kadeflat, 1, name="Parkflat")
    assert told == [Changed("test.change", frozenset({"complex"}))]


def test_screens_are_not_told_of_what_failed(any_store: Store, any_who: Actor) -> None:
    told: list[Changed] = []
    any_store.listeners.append(told.append)
    fail_halfway(any_store, any_who, Complex(code="WEG", name="Wegflat"))
    assert told == []


def test_many_desks_writing_at_once_lose_nothing_and_leave_one_chain(any_address: str) -> None:
    def work(desk: int) -> None:
        store = Store.open(any_address)
        for turn in range(10):
            with store.act(Actor(None, f"desk {desk}"), "test.make") as act:
                act.session.add(Complex(code=f"{desk}-{turn}", name="Flat"))
        store.close()

    with ThreadPoolExecutor(4) as desks:
        list(desks.map(work, range(4)))
    store = Store.open(any_address)
    with store.reading() as session:
        assert session.query(Complex).count() == 40
        found = verify(session)
    store.close()
    assert found.whole
    assert found.entries == 40


def test_two_desks_that_open_an_empty_server_at_once_make_one_database(
    postgres: PostgresServer,
) -> None:
    address = postgres.empty_database()
    with ThreadPoolExecutor(2) as desks:
        for store in desks.map(Store.open, [address] * 2):
            store.close()
