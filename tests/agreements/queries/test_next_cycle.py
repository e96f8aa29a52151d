"""What the next year can take over."""

from __future__ import annotations

from desktop.agreements.queries.next_cycle import (
    candidates,
    first_free_year,
    names_in_settings,
    party_choices,
)
from desktop.agreements.states import PartyKind
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.support.beleid import Table
from tests.support.estate import make_organisations


def test_the_next_year_offers_who_took_part_and_what_goes_on(table: Table) -> None:
    with table.store.reading() as session:
        assert all(party.took_part for party in party_choices(session))
        assert first_free_year(session, 2026) == 2027
        [one] = candidates(session, table.cycle)
    assert (one.code, one.looked_back, one.goes_on) == ("BES-01", False, True)


def test_parties_are_offered_by_their_names_in_the_settings(store: Store) -> None:
    with store.reading() as session:
        assert names_in_settings(session) == {}
    with store.act(PROGRAM, "test.organisations") as act:
        make_organisations(act.session)
    with store.reading() as session:
        names = names_in_settings(session)
    assert names[PartyKind.CORPORATION] == "Woonstichting Morgenwonen"
    assert names[PartyKind.TENANTS] == "Huurdersvereniging Samen Morgenveld"
