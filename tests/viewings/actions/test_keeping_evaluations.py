"""R14: an evaluation is kept as numbers of groups, and stays when the numbers of today change."""

from __future__ import annotations

import json

import pytest

from desktop.language import use_language
from desktop.store import Actor, Store
from desktop.store.audit import history
from desktop.store.verify import verify
from desktop.viewings.actions.evaluation import keep_evaluation
from desktop.viewings.model import EvaluationSnapshot
from desktop.viewings.queries.evaluation import Evaluation, evaluation
from desktop.viewings.queries.evaluation.kept import KeptTable, kept_evaluations, kept_table
from desktop.viewings.states import OfferAnswer
from tests.support.clock import Clock
from tests.support.pilot import STARTS_ON, PilotWorld, Visitor

REFUSED = Visitor(priority=True, offer=OfferAnswer.REFUSED)
ACCEPTED = Visitor(offer=OfferAnswer.ACCEPTED)


@pytest.fixture(autouse=True)
def _english(_dutch: None) -> None:
    use_language("en")


@pytest.fixture
def pilot(any_store: Store, clock: Clock, any_who: Actor) -> Store:
    """Six lettings in Kadeflat; at two of them somebody with priority refused an offer."""
    with any_store.act(any_who, "test.pilot") as act:
        world = PilotWorld(act.session)
        kade = world.complex("Kadeflat")
        for place in range(6):
            world.let(kade, visitors=(REFUSED, ACCEPTED) if place < 2 else (ACCEPTED,))
    return any_store


def counted(store: Store) -> Evaluation:
    with store.reading() as session:
        return evaluation(session, store.now())


def keep(store: Store, who: Actor) -> KeptTable:
    snapshot = keep_evaluation(store, who, counted(store))
    with store.reading() as session:
        return kept_table(session, snapshot)


def said(kept: KeptTable, label: str) -> str:
    return next(line.results[0] for line in kept.lines if line.label == label)


def stored(store: Store) -> list[dict[str, object]]:
    with store.reading() as session:
        return session.query(EvaluationSnapshot).one().measures


def test_r14_a_kept_evaluation_says_what_it_is_about(pilot: Store, any_who: Actor) -> None:
    about = keep(pilot, any_who).about
    assert (about.scope, about.by, about.kept_at) == ("Kadeflat", any_who.name, pilot.now())
    assert (about.first_day, about.last_day) == (STARTS_ON, counted(pilot).last_day)


def test_r14_a_kept_share_has_its_count_and_of_how_many(pilot: Store, any_who: Actor) -> None:
    keep(pilot, any_who)
    [share] = [line for line in stored(pilot) if line["measure"] == "pair_in_time"]
    [kade] = share["results"]
    assert (kade["who"], kade["count"], kade["of"]) == ("Kadeflat", 6, 6)


def test_r14_of_fewer_than_five_people_no_number_is_kept(pilot: Store, any_who: Actor) -> None:
    kept = keep(pilot, any_who)
    hidden = [line for line in stored(pilot) if "fewer than 5" in line["results"][0]["words"]]
    assert "refusals" in {line["measure"] for line in hidden}
    assert all(set(line["results"][0]) == {"who", "words"} for line in hidden)
    assert [line.label for line in kept.lines] == [line.label for line in counted(pilot).lines]


def test_r14_no_dwelling_is_named_in_what_is_kept(pilot: Store, any_who: Actor) -> None:
    found = counted(pilot)
    keep(pilot, any_who)
    cases = [case for line in found.lines for result in line.results for case in result.cases]
    text = json.dumps(stored(pilot))
    assert cases
    assert not [case for case in cases if case.address in text or case.code in text]


def test_r14_what_is_kept_stays_when_the_numbers_of_today_change(
    pilot: Store, any_who: Actor
) -> None:
    kept = keep(pilot, any_who)
    with pilot.act(any_who, "test.more") as act:
        PilotWorld(act.session).complex("Sluisflat")
    with pilot.reading() as session:
        assert kept_table(session, kept.about.id) == kept
    assert "Sluisflat" in [column.name for column in counted(pilot).columns]


def test_r14_the_newest_kept_evaluation_comes_first(
    pilot: Store, clock: Clock, any_who: Actor
) -> None:
    first = keep(pilot, any_who).about
    clock.move_on(days=30)
    second = keep(pilot, any_who).about
    with pilot.reading() as session:
        assert kept_evaluations(session) == (second, first)


def test_r14_keeping_stands_in_the_trail_and_can_be_undone(pilot: Store, any_who: Actor) -> None:
    kept = keep(pilot, any_who)
    with pilot.reading() as session:
        [entry] = history(session, {"evaluation_snapshot": [kept.about.id]})
        assert (entry.action, entry.actor) == ("viewings.evaluation.keep", any_who.name)
        assert verify(session).whole
    pilot.undo(any_who)
    with pilot.reading() as session:
        assert kept_evaluations(session) == ()
