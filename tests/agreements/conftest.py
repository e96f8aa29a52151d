"""What the tests of the agreements share: the table of Morgenveld."""

from __future__ import annotations

import pytest

from desktop.store import Actor, Store
from tests.support.beleid import Table, make_table


@pytest.fixture
def table(store: Store, who: Actor) -> Table:
    """Three parties, the talks of 2025 and one agreement with its text."""
    return make_table(store, who)
