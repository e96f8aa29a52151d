"""What papers need: whose letterhead they have."""

from __future__ import annotations

import pytest

from desktop.estate.model import Organisation, OrganisationKind
from desktop.store import Store
from desktop.store.audit import PROGRAM
from tests.support.remembered import remembered


@pytest.fixture(autouse=True)
def _corporation(store: Store) -> None:
    _fill_in_the_corporation(store)


@remembered
def _fill_in_the_corporation(store: Store) -> None:
    with store.act(PROGRAM, "test.corporation") as act:
        act.session.add(
            Organisation(
                kind=OrganisationKind.CORPORATION,
                name="Woonstichting Morgenwonen",
                city="Morgenveld",
            )
        )
