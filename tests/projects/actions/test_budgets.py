"""A residents' budget from idea to what is carried out, with each thing that is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.language.format import AMSTERDAM
from desktop.projects.actions.ballots import cast_ballots, change_ballot, fix_result, remove_ballot
from desktop.projects.actions.budgets import (
    add_idea,
    carry_out_idea,
    change_budget,
    change_idea,
    judge_idea,
    open_voting,
    remove_idea,
    start_budget,
)
from desktop.projects.model import Ballot, Project
from desktop.projects.queries.ballots import wanted_on
from desktop.projects.queries.budgets import budget_view
from desktop.projects.queries.standing import happened
from desktop.projects.states import BudgetRoundState
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from desktop.store.verify import verify
from tests.support.clock import Clock
from tests.support.dividing import COSTS, Dividing, begin_dividing
from tests.support.undoing import nothing_to_undo

R = BudgetRoundState


@pytest.fixture
def voting(store: Store, who: Actor) -> Dividing:
    return begin_dividing(store, who)


def refused(work: Callable[[], object]) -> tuple[str, str | None]:
    with pytest.raises(Refused) as why:
        work()
    return why.value.sentence, why.value.field


def test_a_household_votes_once_and_hears_when_it_did(voting: Dividing, clock: Clock) -> None:
    clock.move_to(datetime(2026, 11, 23, 19, 42, tzinfo=AMSTERDAM))
    voting.vote("14a", ["Bankjes"])
    clock.move_on(minutes=20)
    sentence = "Huishouden 14A heeft al gestemd om 19.42 uur."
    assert refused(lambda: voting.vote(" 14A ", [])) == (sentence, "household")
    clock.move_on(days=1)
    assert "23 november" in refused(lambda: voting.vote("14a", []))[0]
    assert voting.view().voted == 1


def test_no_more_households_vote_than_live_there(store: Store, who: Actor) -> None:
    voting = begin_dividing(store, who, households=2)
    voting.vote("1", [])
    voting.vote("2", [])
    sentence = "Er zijn 2 huishoudens, en die hebben allemaal gestemd."
    assert refused(lambda: voting.vote("3", [])) == (sentence, "household")


def test_only_what_is_on_the_ballot_can_be_chosen(voting: Dividing) -> None:
    assert refused(lambda: voting.vote("1", ["Zwembad"]))[1] == "ideas"
    assert refused(lambda: voting.vote("  ", ["Bankjes"]))[1] == "household"


def test_a_file_of_ballots_comes_in_whole_or_not_at_all(voting: Dividing) -> None:
    store, who, id = voting.store, voting.who, voting.round
    voting.vote("3", ["Bankjes"])
    again = {"1": ["Bankjes"], "3": ["Verlichting"]}
    assert refused(lambda: cast_ballots(store, who, id, again))[1] == "household"
    assert refused(lambda: cast_ballots(store, who, id, {"1": ["Zwembad"]}))[1] == "ideas"
    assert voting.view().voted == 1
    assert cast_ballots(store, who, id, {"1": ["Bankjes", "Verlichting"], "2": []}) == 2
    assert voting.view().voted == 3


def test_the_result_gives_a_minority_its_own_and_stays(voting: Dividing) -> None:
    store, who = voting.store, voting.who
    assert "Nog niemand heeft gestemd" in refused(lambda: fix_result(store, who, voting.round))[0]
    voting.vote_all()
    fix_result(store, who, voting.round)
    result = voting.view().result
    assert result is not None
    names = [idea.name for idea in result.funded]
    assert sorted(names) == ["Bankjes", "Groene gevel", "Verlichting"]
    assert result.missed == ("Buurtfeest",)
    assert "23 november" in refused(lambda: voting.vote("24", []))[0]
    assert refused(lambda: fix_result(store, who, voting.round))[1] == "state"


def test_the_result_wipes_who_wanted_what_and_the_trail_stays_whole(
    voting: Dividing, data: Path
) -> None:
    wrong = voting.vote("Noorderplein 187", ["Verlichting"])
    ballot = voting.vote("Noorderplein 186", ["Verlichting"])
    remove_ballot(voting.store, voting.who, wrong)
    assert b"NOORDERPLEIN 187" in _written(data)
    fix_result(voting.store, voting.who, voting.round)
    with voting.store.reading() as session:
        assert session.scalars(select(Ballot.household)).all() == [None]
        assert verify(session).whole
    assert b"NOORDERPLEIN 18" not in _written(data)
    assert nothing_to_undo(voting.store, voting.who)
    store, who = voting.store, voting.who
    for late in (
        lambda: remove_ballot(store, who, ballot),
        lambda: change_ballot(store, who, ballot, "3", []),
    ):
        sentence = "De uitslag is op 23 november 2026 verteld en blijft zo."
        assert refused(late) == (sentence, "state")


def test_undo_in_another_window_brings_no_household_back_that_the_result_wiped(
    voting: Dividing, data: Path
) -> None:
    wrong = voting.vote("Noorderplein 187", ["Verlichting"])
    voting.vote("3", ["Bankjes"])
    other = Store.open(data)
    other.now = voting.store.now
    try:
        remove_ballot(other, voting.who, wrong)
        fix_result(voting.store, voting.who, voting.round)
        sentence = refused(lambda: other.undo(voting.who))[0]
        assert sentence.startswith("Hierna zijn gegevens van personen gewist.")
        assert b"NOORDERPLEIN 187" not in _written(data)
        assert voting.view().voted == 1
    finally:
        other.close()


def _written(data: Path) -> bytes:
    """Everything that the database has on disk."""
    return b"".join(path.read_bytes() for path in sorted(data.parent.glob(f"{data.name}*")))


def test_a_ballot_that_was_a_mistake_goes_and_can_come_back(voting: Dividing) -> None:
    ballot = voting.vote("5", ["Bankjes"])
    remove_ballot(voting.store, voting.who, ballot)
    assert voting.view().voted == 0
    voting.store.undo(voting.who)
    assert voting.view().voted == 1


def test_who_changes_only_the_ticks_of_a_ballot_hears_that_somebody_else_did(
    voting: Dividing,
) -> None:
    store, who, ideas = voting.store, voting.who, voting.ideas
    ballot = voting.vote("5", ["Bankjes"])
    seen = ("5", [ideas["Bankjes"]])
    lights, green = [ideas["Verlichting"]], [ideas["Groene gevel"]]
    change_ballot(store, who, ballot, "5", lights, seen)
    change_ballot(store, who, ballot, "5", lights, seen)  # the same is no conflict
    with pytest.raises(Conflict) as conflict:
        change_ballot(store, who, ballot, "5", green, seen)
    assert conflict.value.theirs == {"household": {"5": ["Verlichting"]}}
    assert conflict.value.mine == {"household": {"5": ["Groene gevel"]}}
    change_ballot(store, who, ballot, "5", green, None)  # they chose their own
    store.undo(who)
    with store.reading() as session:
        assert wanted_on(session, ballot) == lights


def test_ideas_stay_as_they_are_once_people_vote(voting: Dividing) -> None:
    store, who, bench = voting.store, voting.who, voting.ideas["Bankjes"]
    for late in (
        lambda: add_idea(store, who, voting.round, "Boom"),
        lambda: change_idea(store, who, bench, "Banken", ""),
        lambda: judge_idea(store, who, bench, 100, True),
        lambda: remove_idea(store, who, bench),
        lambda: change_budget(store, who, voting.round, "Geld", 1, 1),
        lambda: open_voting(store, who, voting.round),
    ):
        assert refused(late)[1] == "state"


def test_every_idea_is_tested_before_people_vote(store: Store, who: Actor, renovation: int) -> None:
    id = start_budget(store, who, renovation, "Geld", 500_000, 10)
    tree = add_idea(store, who, id, "Boom")
    assert refused(lambda: add_idea(store, who, id, "boom"))[1] == "name"
    bench = add_idea(store, who, id, "Bank")
    assert refused(lambda: judge_idea(store, who, tree, None, True))[1] == "cost"
    assert refused(lambda: judge_idea(store, who, tree, 500_001, True))[1] == "cost"
    why_not = ("Leg uit waarom niet. Bewoners lezen dit.", "reason")
    assert refused(lambda: judge_idea(store, who, tree, None, False)) == why_not
    judge_idea(store, who, tree, 300_000, True)
    assert "“Bank” is nog niet getoetst" in refused(lambda: open_voting(store, who, id))[0]
    judge_idea(store, who, bench, None, False, "Geen plek.")
    assert refused(lambda: open_voting(store, who, id))[1] == "ideas"  # one is no choice
    judge_idea(store, who, bench, 400_000, True)
    change_budget(store, who, id, "Geld", 350_000, 10)
    assert "“Bank” kost meer" in refused(lambda: open_voting(store, who, id))[0]


def test_a_new_idea_is_tested_too(store: Store, who: Actor, renovation: int) -> None:
    def state() -> BudgetRoundState:
        with store.reading() as session:
            return budget_view(session, id).state

    id = start_budget(store, who, renovation, "Geld", 500_000, 10)
    judge_idea(store, who, add_idea(store, who, id, "Boom"), 100, True)
    assert state() is R.TESTED
    late = add_idea(store, who, id, "Bank")
    assert state() is R.COLLECTING
    remove_idea(store, who, late)
    assert state() is R.TESTED


def test_money_and_households_are_there(store: Store, who: Actor, renovation: int) -> None:
    assert refused(lambda: start_budget(store, who, renovation, "Geld", 0, 10))[1] == "amount"
    assert refused(lambda: start_budget(store, who, renovation, "Geld", 1, 0))[1] == "households"
    assert refused(lambda: start_budget(store, who, renovation, " ", 1, 1))[1] == "name"
    id = start_budget(store, who, renovation, "Geld", 1, 1)
    with store.reading() as session:
        version = budget_view(session, id).version
    change_budget(store, who, id, "Geld", 2, 1, version=version)
    with pytest.raises(Conflict):
        change_budget(store, who, id, "Geld", 3, 1, version=version)


def test_what_is_funded_is_carried_out_by_somebody_before_a_day(voting: Dividing) -> None:
    store, who, ideas = voting.store, voting.who, voting.ideas
    voting.vote_all()
    fix_result(store, who, voting.round)
    day = date(2027, 3, 1)
    for idea, owner, due_on, field in (
        ("Buurtfeest", "Wijkbeheer", day, "idea"),
        ("Bankjes", " ", day, "owner"),
        ("Bankjes", "Wijkbeheer", None, "due_on"),
    ):
        carry = partial(carry_out_idea, store, who, ideas[idea], owner, due_on, False)
        assert refused(carry)[1] == field

    def carried_out() -> int:
        with store.reading() as session:
            return happened(session, session.get_one(Project, voting.project)).bound_carried_out

    funded = [name for name in COSTS if name != "Buurtfeest"]
    for name in funded:
        assert carried_out() == 0
        carry_out_idea(store, who, ideas[name], "Wijkbeheer", day, True)
    assert carried_out() == 1
