"""In which year something is shown."""

from __future__ import annotations

import pytest

from desktop.agreements.queries.places import cycle_of
from desktop.refused import Refused
from tests.support.beleid import Table


def test_a_thing_belongs_to_its_year(table: Table) -> None:
    with table.store.reading() as session:
        assert cycle_of(session, "agreement", table.agreement) == table.cycle
        assert cycle_of(session, "cycle", table.cycle) == table.cycle
        assert cycle_of(session, "party", table.tenants) is None
        assert cycle_of(session, "", None) is None
        with pytest.raises(Refused):
            cycle_of(session, "agreement", 9999)
