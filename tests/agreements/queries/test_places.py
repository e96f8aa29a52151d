"""In which year something is shown."""

from __future__ import annotations

import pytest

from desktop.agreements.queries.places import cycle_of, place_of_clause
from desktop.feature import Place
from desktop.refused import Refused
from desktop.store.search import find
from tests.support.beleid import Table


def test_a_thing_belongs_to_its_year(table: Table) -> None:
    with table.store.reading() as session:
        assert cycle_of(session, "agreement", table.agreement) == table.cycle
        assert cycle_of(session, "cycle", table.cycle) == table.cycle
        assert cycle_of(session, "party", table.tenants) is None
        assert cycle_of(session, "", None) is None
        with pytest.raises(Refused):
            cycle_of(session, "agreement", 9999)


def test_a_word_of_a_text_is_found_and_leads_to_its_agreement(table: Table) -> None:
    clause = table.write(table.agreement, "De corporatie legt een speelveld aan.")
    with table.store.reading() as session:
        [hit] = find(session, "speelveld", ["clause"])
        assert (hit.id, hit.title[:6], hit.subtitle) == (clause, "BES-01", "versie 2 · 2026")
        place = Place("agreements", "agreement", table.agreement, "text")
        assert place_of_clause(session, hit.id) == place
    table.store.undo(table.who)
    with table.store.reading() as session:
        assert find(session, "speelveld", ["clause"]) == []
