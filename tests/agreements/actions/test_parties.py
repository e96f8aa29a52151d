"""Parties, who speaks for them, and how long their names stay."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.agreements.actions.parties import (
    add_contact,
    add_party,
    add_policy,
    change_party,
    contact_left,
    erase_contacts,
    looked,
)
from desktop.agreements.model import Contact, Party, PolicyDocument
from desktop.agreements.states import PartyKind, PartyRole, PolicyKind
from desktop.language.format import AMSTERDAM
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.verify import verify
from tests.support.beleid import Table, make_table
from tests.support.clock import Clock


def party_of(store: Store, id: int) -> Party:
    with store.reading() as session:
        party = session.get_one(Party, id)
        session.expunge_all()
        return party


def contact_of(store: Store, id: int) -> Contact:
    with store.reading() as session:
        contact = session.get_one(Contact, id)
        session.expunge_all()
        return contact


def test_a_party_is_kept_as_it_was_given(store: Store, who: Actor) -> None:
    id = add_party(
        store, who, "  Bewonerscommissie Havenflat ", PartyKind.RESIDENTS, "Havenflat",
        PartyRole.ADVISER, open_to_all=True, last_annual_meeting_on=date(2026, 4, 14),
    )  # fmt: skip
    party = party_of(store, id)
    assert party.name == "Bewonerscommissie Havenflat"
    assert party.called == "Havenflat"
    assert (party.kind, party.role) == (PartyKind.RESIDENTS, PartyRole.ADVISER)
    assert party.open_to_all
    assert not party.is_umbrella
    assert party.last_annual_meeting_on == date(2026, 4, 14)


def test_two_parties_do_not_have_one_name(table: Table) -> None:
    with pytest.raises(Refused, match="Gemeente Morgenveld") as refused:
        add_party(table.store, table.who, "Gemeente Morgenveld ", PartyKind.MUNICIPALITY)
    assert refused.value.field == "name"
    with pytest.raises(Refused):
        change_party(table.store, table.who, table.tenants, name="Gemeente Morgenveld")


def test_a_party_may_keep_its_own_name(table: Table) -> None:
    change_party(table.store, table.who, table.tenants, name="Huurdersvereniging Samen Morgenveld")


@pytest.mark.parametrize("name", ["", "   ", "x" * 121])
def test_a_name_is_there_and_fits(store: Store, who: Actor, name: str) -> None:
    with pytest.raises(Refused) as refused:
        add_party(store, who, name, PartyKind.OTHER)
    assert refused.value.field == "name"


@pytest.mark.parametrize("days", [-1, 0, 2])
def test_a_board_has_at_least_three_days_of_training(store: Store, who: Actor, days: int) -> None:
    with pytest.raises(Refused, match="artikel 5e, lid 2") as refused:
        add_party(store, who, "Samen", PartyKind.TENANTS, training_days=days)
    assert refused.value.field == "training_days"


def test_who_changes_what_somebody_else_changed_chooses(table: Table) -> None:
    seen = party_of(table.store, table.tenants).version
    change_party(table.store, table.who, table.tenants, seen, phone="0500 – 11 11 11")
    with pytest.raises(Conflict) as conflict:
        change_party(table.store, table.who, table.tenants, seen, phone="0500 – 22 22 22")
    assert conflict.value.theirs == {"phone": "0500 – 11 11 11"}
    assert conflict.value.mine == {"phone": "0500 – 22 22 22"}


def test_a_fact_that_no_party_has_is_our_mistake(table: Table) -> None:
    with pytest.raises(TypeError, match="seen_on"):
        change_party(table.store, table.who, table.tenants, seen_on=None)  # type: ignore[call-arg]


def test_it_is_kept_when_a_party_last_looked(table: Table) -> None:
    looked(table.store, table.who, table.tenants)
    assert party_of(table.store, table.tenants).seen_on == date(2026, 11, 23)


# Contacts --------------------------------------------------------------------------------------


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
    path = table.store.path
    assert path is not None
    table.store.close()
    assert b"Zwaluw" not in path.read_bytes()
    again = Store.open(path)
    with again.reading() as session:
        assert verify(session).whole
    again.close()


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


# Policy ----------------------------------------------------------------------------------------

GOALS = ("Genoeg woningen", "Warme woningen")


def test_a_policy_keeps_its_goals_in_order(table: Table) -> None:
    id = add_policy(
        table.store, table.who, table.municipality, "Woonvisie Morgenveld 2024–2028",
        date(2024, 1, 1), date(2028, 12, 31), date(2024, 2, 12), GOALS,
    )  # fmt: skip
    with table.store.reading() as session:
        policy = session.get_one(PolicyDocument, id)
        assert policy.kind is PolicyKind.VISION
        assert tuple(goal.words for goal in policy.goals) == GOALS


def test_policy_on_housing_is_of_a_municipality(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_policy(table.store, table.who, table.corporation, "Plan", None, None, None)
    assert refused.value.field == "party_id"


def test_a_policy_does_not_end_before_it_begins(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_policy(
            table.store, table.who, table.municipality, "Woonvisie", date(2028, 1, 1),
            date(2024, 1, 1), None,
        )  # fmt: skip
    assert refused.value.field == "valid_to"


def test_parties_are_made_in_every_database(any_store: Store, any_who: Actor) -> None:
    table = make_table(any_store, any_who)
    assert party_of(any_store, table.municipality).kind is PartyKind.MUNICIPALITY
