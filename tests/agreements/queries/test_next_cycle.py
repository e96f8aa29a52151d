"""What the next year can take over."""

from __future__ import annotations

from desktop.agreements.queries.next_cycle import candidates, first_free_year, party_choices
from tests.support.beleid import Table


def test_the_next_year_offers_who_took_part_and_what_goes_on(table: Table) -> None:
    with table.store.reading() as session:
        assert all(party.took_part for party in party_choices(session))
        assert first_free_year(session, 2026) == 2027
        [one] = candidates(session, table.cycle)
    assert (one.code, one.looked_back, one.goes_on) == ("BES-01", False, True)
