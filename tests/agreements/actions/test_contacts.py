"""Who speaks for a party, and how long their names stay."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.agreements.actions.contacts import (
    add_contact,
    change_contact,
    contact_left,
    erase_contacts,
    forget_contact,
)
from desktop.agreements.model import Contact
from desktop.language.format import AMSTERDAM
from desktop.refused import Conflict, Refused
from desktop.store import Store
from desktop.store.verify import verify
from tests.support.beleid import Table
from tests.support.clock import Clock


def contact_of(store: Store, id: int) -> Contact:
    with store.reading() as session:
        contact = session.get_one(Contact, id)
        session.expunge_all()
        return contact


def test_a_contact_needs_a_function_only(table: Table) -> None:
    id = add_contact(table.store, table.who, table.tenants, "voorzitter")
    contact = contact_of(table.store, id)
    assert (contact.function, contact.display_name, contact.email) == ("voorzitter", "", "")


def test_an_address_is_an_address(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_contact(table.store, table.who, table.tenants, "voorzitter", "", "geen adres")
    assert refused.value.field == "email"


def test_a_contact_does_not_leave_tomorrow(table: Table) -> None:
    id = add_contact(table.store, table.who, table.tenants, "voorzitter")
    with pytest.raises(Refused):
        contact_left(table.store, table.who, id, date(2026, 11, 24))


def somebody_left(table: Table, on: date = date(2026, 11, 20)) -> int:
    id = add_contact(
        table.store, table.who, table.tenants, "voorzitter", "Marja Zwaluw", "m@zwaluw.voorbeeld"
    )
    contact_left(table.store, table.who, id, on)
    return id


def test_a_name_stays_for_two_years(table: Table, clock: Clock) -> None:
    id = somebody_left(table)
    clock.move_to(datetime(2028, 11, 19, 23, 59, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 0
    assert contact_of(table.store, id).display_name == "Marja Zwaluw"


def test_two_years_after_somebody_left_only_the_function_stays(table: Table, clock: Clock) -> None:
    id = somebody_left(table)
    clock.move_to(datetime(2028, 11, 20, 0, 1, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 1
    contact = contact_of(table.store, id)
    assert (contact.function, contact.display_name, contact.email) == ("voorzitter", "", "")
    assert erase_contacts(table.store) == 0


def test_no_byte_of_a_name_is_left_and_the_trail_stays_whole(table: Table, clock: Clock) -> None:
    somebody_left(table)
    clock.move_to(datetime(2029, 1, 1, 9, 0, tzinfo=AMSTERDAM))
    erase_contacts(table.store)
    check_no_byte(table.store, b"Zwaluw")


def test_who_still_speaks_for_a_party_keeps_a_name(table: Table, clock: Clock) -> None:
    id = add_contact(table.store, table.who, table.tenants, "secretaris", "Bo Merel")
    clock.move_to(datetime(2040, 1, 1, 9, 0, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 0
    assert contact_of(table.store, id).display_name == "Bo Merel"


def test_who_left_on_a_leap_day_is_forgotten_on_the_28th(table: Table, clock: Clock) -> None:
    clock.move_to(datetime(2028, 3, 1, 9, 0, tzinfo=AMSTERDAM))
    somebody_left(table, date(2028, 2, 29))
    clock.move_to(datetime(2030, 2, 28, 9, 0, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 1


def test_also_a_name_that_was_corrected_goes(table: Table, clock: Clock) -> None:
    id = add_contact(table.store, table.who, table.tenants, "voorzitter", "Marja Zwaluw")
    change_contact(table.store, table.who, id, "voorzitter", "", "")
    contact_left(table.store, table.who, id, date(2026, 11, 20))
    clock.move_to(datetime(2028, 11, 20, 9, 0, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 1
    check_no_byte(table.store, b"Zwaluw")


def test_also_a_contact_that_was_taken_back_at_once_goes(table: Table, clock: Clock) -> None:
    add_contact(table.store, table.who, table.tenants, "voorzitter", "Marja Zwaluw")
    table.store.undo(table.who)
    assert erase_contacts(table.store) == 0
    clock.move_to(datetime(2028, 11, 23, 12, 0, tzinfo=AMSTERDAM))
    assert erase_contacts(table.store) == 1
    check_no_byte(table.store, b"Zwaluw")


def test_who_asks_for_it_is_forgotten_at_once(table: Table) -> None:
    id = add_contact(
        table.store, table.who, table.tenants, "voorzitter", "Marja Zwaluw", "m@zwaluw.voorbeeld"
    )
    forget_contact(table.store, table.who, id)
    contact = contact_of(table.store, id)
    assert (contact.function, contact.display_name, contact.email) == ("voorzitter", "", "")
    with pytest.raises(Refused):
        table.store.undo(table.who)
    check_no_byte(table.store, b"waluw")


def test_a_contact_may_be_corrected(table: Table) -> None:
    id = add_contact(table.store, table.who, table.tenants, "voorziter")
    seen = contact_of(table.store, id).version
    change_contact(table.store, table.who, id, "voorzitter", "", "bestuur@samen.voorbeeld", seen)
    assert contact_of(table.store, id).email == "bestuur@samen.voorbeeld"
    with pytest.raises(Conflict):
        change_contact(table.store, table.who, id, "secretaris", "", "", seen)


def check_no_byte(store: Store, name: bytes) -> None:
    """Close the database: nothing of the name is in the file, and the trail is whole."""
    path = store.path
    assert path is not None
    store.close()
    assert name not in path.read_bytes()
    again = Store.open(path)
    with again.reading() as session:
        assert verify(session).whole
    again.close()
