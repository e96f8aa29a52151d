"""Parties: their names, and what is known of them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.parties import add_party, change_party, looked
from desktop.agreements.model import Party
from desktop.agreements.states import PartyKind, PartyRole
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table, make_table


def party_of(store: Store, id: int) -> Party:
    with store.reading() as session:
        party = session.get_one(Party, id)
        session.expunge_all()
        return party


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


def test_parties_are_made_in_every_database(any_store: Store, any_who: Actor) -> None:
    table = make_table(any_store, any_who)
    assert party_of(any_store, table.municipality).kind is PartyKind.MUNICIPALITY


def test_a_visitation_has_its_report_before_it_counts(table: Table) -> None:
    with pytest.raises(Refused, match="moet nog komen") as refused:
        change_party(table.store, table.who, table.corporation, visited_on=date(2026, 11, 24))
    assert refused.value.field == "visited_on"
    change_party(table.store, table.who, table.corporation, visited_on=date(2026, 11, 23))
    assert party_of(table.store, table.corporation).visited_on == date(2026, 11, 23)
