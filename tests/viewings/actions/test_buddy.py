"""U5: who has priority may bring a buddy, and a host visits six weeks after moving in."""

from __future__ import annotations

import pytest

from desktop.language import _
from desktop.refused import Refused
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.vacancies import followed_up
from desktop.viewings.documents import printables
from desktop.viewings.queries.due import due
from tests.support import steps
from tests.support.estate import make_organisations
from tests.support.pdf import page_texts, words_of
from tests.support.steps import Letting, bring


def visits_due(letting: Letting) -> bool:
    title = _("A host visits the new tenant of {address}").format(address="Kadeflat 214")
    with letting.store.reading() as session:
        return title in [row.title for row in due(session, letting.clock())]


@pytest.fixture
def with_buddy(letting: Letting) -> Letting:
    letting.people = steps.people(3, priority=[1])
    letting.policy_values = {"buddy": True}
    return letting


def test_u5_the_invitation_offers_a_buddy_to_who_has_priority_and_to_nobody_else(
    with_buddy: Letting,
) -> None:
    with with_buddy.store.act(PROGRAM, "test.corporation") as act:
        make_organisations(act.session)
    bring(with_buddy, steps.invite)
    paper = next(p for p in printables() if p.key == "invitation")
    with with_buddy.store.reading() as session:
        made = paper.make(session, ["2026-0412"], with_buddy.clock())
    assert len(page_texts(made)) == 3  # a page for each
    words = words_of(made)
    assert words.count("U mag iemand meenemen") == 1


def test_u5_six_weeks_after_the_keys_a_host_visits_once(with_buddy: Letting) -> None:
    bring(with_buddy, steps.complete)
    assert not visits_due(with_buddy)
    with_buddy.clock.move_on(days=40)
    assert visits_due(with_buddy)
    followed_up(with_buddy.store, with_buddy.author, with_buddy.vacancy)
    assert not visits_due(with_buddy)
    assert with_buddy.view().follow_up_on is None


def test_u5_without_priority_nobody_is_visited(letting: Letting) -> None:
    letting.policy_values = {"buddy": True}
    bring(letting, steps.complete)
    letting.clock.move_on(days=60)
    assert not visits_due(letting)
    with pytest.raises(Refused):
        followed_up(letting.store, letting.author, letting.vacancy)
