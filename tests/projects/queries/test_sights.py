"""Where there is most to see of each part of Beheer."""

from __future__ import annotations

from sqlalchemy import select

from desktop.projects.model import BudgetRound
from desktop.projects.queries.sights import sights
from desktop.store import Actor, Store
from tests.support.dividing import begin_dividing


def test_each_part_is_seen_where_there_is_most_of_it(
    store: Store, who: Actor, renovation: int
) -> None:
    """The renovation was there first, but has nothing to divide; both have tasks."""
    voting = begin_dividing(store, who)
    with store.reading() as session:
        dividing = session.scalars(
            select(BudgetRound.project_id).where(BudgetRound.id == voting.round)
        ).one()
        seen = {part: place.id for part, place in sights(session).items()}

    assert dividing != renovation
    assert (seen["budget"], seen["plan"]) == (dividing, renovation)
    assert "consulting" not in seen  # nobody was asked for consent yet
