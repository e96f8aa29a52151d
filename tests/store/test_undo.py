"""Taking back what one did, and doing it again."""

from __future__ import annotations

import pytest

from desktop.estate.model import Complex, Dwelling
from desktop.refused import Refused
from desktop.store import Actor, Store, audit, search
from desktop.store.verify import verify


@pytest.fixture
def kadeflat(any_store: Store, any_who: Actor) -> int:
    """A complex that the user has just made."""
    with any_store.act(any_who, "test.make", undo="Kadeflat maken") as act:
        complex_ = Complex(code="KADE", name="Kadeflat", living_form="SEN")
        act.session.add(complex_)
    return complex_.id


def name(store: Store, row: int) -> str | None:
    with store.reading() as session:
        complex_ = session.get(Complex, row)
        return complex_ and complex_.name


def rename(store: Store, who: Actor, row: int, name: str) -> None:
    with store.act(who, "test.rename", undo=f"naam {name}") as act:
        act.session.get_one(Complex, row).name = name


def remove(store: Store, who: Actor, row: int) -> None:
    with store.act(who, "test.remove", undo="weghalen") as act:
        act.session.delete(act.session.get_one(Complex, row))


def test_making_can_be_undone_and_done_again(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    assert any_store.undo(any_who) == "Kadeflat maken"
    assert name(any_store, kadeflat) is None
    assert any_store.redo(any_who) == "Kadeflat maken"
    assert name(any_store, kadeflat) == "Kadeflat"


def test_changing_can_be_undone_and_done_again(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    any_store.undo(any_who)
    assert name(any_store, kadeflat) == "Kadeflat"
    any_store.redo(any_who)
    assert name(any_store, kadeflat) == "Parkflat"


def test_removing_can_be_undone_with_every_value_back(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    remove(any_store, any_who, kadeflat)
    any_store.undo(any_who)
    with any_store.reading() as session:
        complex_ = session.get_one(Complex, kadeflat)
        assert (complex_.code, complex_.living_form) == ("KADE", "SEN")
    any_store.redo(any_who)
    assert name(any_store, kadeflat) is None


def test_what_is_undone_can_no_longer_be_found_and_comes_back_with_doing_again(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    def found() -> list[str]:
        with any_store.reading() as session:
            return [entry.title for entry in search.find(session, "kade", ["complex"])]

    any_store.undo(any_who)
    assert found() == []
    any_store.redo(any_who)
    assert found() == ["Kadeflat"]


def test_several_steps_are_undone_from_the_last_to_the_first(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    rename(any_store, any_who, kadeflat, "Torenflat")
    assert [any_store.undo(any_who) for _ in range(3)] == [
        "naam Torenflat",
        "naam Parkflat",
        "Kadeflat maken",
    ]
    assert name(any_store, kadeflat) is None


def test_one_action_that_changed_a_row_twice_is_undone_as_one(
    any_store: Store, any_who: Actor
) -> None:
    with any_store.act(any_who, "test.make", undo="maken") as act:
        complex_ = Complex(code="KADE", name="Eerst")
        act.session.add(complex_)
        act.session.flush()
        complex_.name = "Daarna"
    any_store.undo(any_who)
    assert name(any_store, complex_.id) is None
    any_store.redo(any_who)
    assert name(any_store, complex_.id) == "Daarna"


def test_a_new_action_ends_what_could_be_done_again(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    any_store.undo(any_who)
    rename(any_store, any_who, kadeflat, "Torenflat")
    with pytest.raises(Refused, match="opnieuw"):
        any_store.redo(any_who)


def test_undoing_stands_in_the_trail_as_an_action_of_its_own(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    any_store.undo(any_who)
    with any_store.reading() as session:
        assert audit.history(session, {"complex": [kadeflat]})[-1].action == "undo:test.rename"
        assert verify(session).whole


def test_nothing_to_undo_is_said(any_store: Store, any_who: Actor) -> None:
    with pytest.raises(Refused, match="ongedaan"):
        any_store.undo(any_who)


def test_a_change_of_somebody_else_is_not_undone(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    colleague = Store.open(any_store.address)
    rename(colleague, Actor(None, "Karim"), kadeflat, "Torenflat")
    colleague.close()
    with pytest.raises(Refused, match="Hierna is iets veranderd"):
        any_store.undo(any_who)
    assert name(any_store, kadeflat) == "Torenflat"
    with pytest.raises(Refused, match="Hierna is iets veranderd"):  # it can be tried again
        any_store.undo(any_who)


def test_what_somebody_filled_in_later_is_not_lost_by_undoing(
    any_store: Store, any_who: Actor
) -> None:
    """The new row had no floor; a colleague wrote one."""
    with any_store.act(any_who, "test.make", undo="maken") as act:
        home = Dwelling(
            complex=Complex(code="KADE", name="Kadeflat"),
            code="K1",
            street="Kadeflat",
            house_number="1",
        )
        act.session.add(home)
    with any_store.act(Actor(None, "Karim"), "test.floor") as act:
        act.session.get_one(Dwelling, home.id).floor = 3
    with pytest.raises(Refused, match="Hierna is iets veranderd"):
        any_store.undo(any_who)


def test_making_is_not_undone_when_something_new_hangs_on_it(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    with any_store.act(Actor(None, "Karim"), "test.dwelling") as act:
        act.session.add(
            Dwelling(complex_id=kadeflat, code="K1", street="Kadeflat", house_number="1")
        )
    with pytest.raises(Refused, match="Hierna is iets veranderd"):
        any_store.undo(any_who)
    assert name(any_store, kadeflat) == "Kadeflat"


def test_what_somebody_removed_meanwhile_cannot_be_undone(
    any_store: Store, any_who: Actor, kadeflat: int
) -> None:
    rename(any_store, any_who, kadeflat, "Parkflat")
    colleague = Store.open(any_store.address)
    remove(colleague, Actor(None, "Karim"), kadeflat)
    colleague.close()
    with pytest.raises(Refused, match="Hierna is iets veranderd"):
        any_store.undo(any_who)
