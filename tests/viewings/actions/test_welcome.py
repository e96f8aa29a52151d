"""U1: who had priority and was offered the dwelling outside the round gets a welcome tour of hosts
after accepting."""

from __future__ import annotations

import pytest

from desktop.refused import Refused
from desktop.viewings.actions.offers import make_offer
from desktop.viewings.actions.vacancies import welcomed
from desktop.viewings.queries.due import due
from desktop.viewings.states import UrgencyPolicy
from tests.support import steps
from tests.support.steps import Letting, bring


def tours_due(letting: Letting) -> list[str]:
    with letting.store.reading() as session:
        found = due(session, letting.clock())
    return [row.title for row in found if row.title.startswith("Welkomstrondleiding")]


@pytest.fixture
def outside_the_round(letting: Letting) -> Letting:
    """Candidate 1 has priority and accepts; nobody else came to see the dwelling yet."""
    letting.people = steps.people(3, priority=[1])
    letting.policy_values = {"urgency": UrgencyPolicy.U1}
    bring(letting, steps.take_list)
    letting.offer = make_offer(
        letting.store, letting.author, letting.vacancy, letting.candidates[1]
    )
    return bring(letting, steps.submit, after=steps.offer)


def test_u1_after_the_decision_hosts_give_a_welcome_tour_once(outside_the_round: Letting) -> None:
    letting = outside_the_round
    assert tours_due(letting) == []
    bring(letting, steps.settle, after=steps.submit)
    assert tours_due(letting) == ["Welkomstrondleiding door gastheren bij Kadeflat 214"]
    assert letting.view().welcome_due
    welcomed(letting.store, letting.author, letting.vacancy)
    assert tours_due(letting) == []
    with pytest.raises(Refused):
        welcomed(letting.store, letting.author, letting.vacancy)


def test_u1_who_came_in_the_round_had_the_tour_already(letting: Letting) -> None:
    letting.people = steps.people(3, priority=[1])
    bring(letting, steps.settle)
    assert tours_due(letting) == []
    with pytest.raises(Refused):
        welcomed(letting.store, letting.author, letting.vacancy)
