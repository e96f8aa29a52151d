"""A corporation whose letterhead is on the papers."""

from __future__ import annotations

import pytest

from desktop.estate.model import Organisation, OrganisationKind
from desktop.store import Actor, Store


@pytest.fixture
def corporation(store: Store, who: Actor) -> None:
    """Woonstichting Morgenwonen, filled in."""
    with store.act(who, "test.corporation") as act:
        act.session.add(
            Organisation(
                kind=OrganisationKind.CORPORATION,
                name="Woonstichting Morgenwonen",
                department="Verhuur",
                street="Kade 1",
                postcode="1234 AB",
                city="Morgenveld",
                phone="0500 – 00 00 00",
                email="verhuur@morgenwonen.voorbeeld",
                website="morgenwonen.voorbeeld",
            )
        )
