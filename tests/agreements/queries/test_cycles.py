"""Where a year stands, and which one to begin with."""

from __future__ import annotations

from datetime import date

from desktop.agreements.actions.cycles import move_cycle, policy_received, start_cycle
from desktop.agreements.queries.cycles import cycle_of_today, cycle_view, cycles
from desktop.agreements.rules.next_step import NextStep
from desktop.agreements.states import CycleState, PartyRole
from desktop.store import Actor, Store
from tests.support.agreed import make_year
from tests.support.beleid import Table

TODAY = date(2026, 11, 23)


def test_the_newest_year_comes_first(table: Table) -> None:
    later = start_cycle(table.store, table.who, 2026, table.municipality, table.parties)
    with table.store.reading() as session:
        assert [choice.id for choice in cycles(session)] == [later, table.cycle]
        assert [choice.applies_in for choice in cycles(session)] == [2027, 2026]


def test_the_year_to_begin_with_is_the_one_that_is_signed_else_the_newest(
    store: Store, who: Actor
) -> None:
    year = make_year(store, who)
    later = start_cycle(store, who, 2026, year.municipality, year.parties)
    with store.reading() as session:
        assert cycle_of_today(cycles(session)) == later
    year.sign(year.seal())
    with store.reading() as session:
        assert cycle_of_today(cycles(session)) == year.cycle
        assert cycle_of_today([]) is None


def test_a_year_says_who_sits_at_its_table_and_who_signs(table: Table) -> None:
    with table.store.reading() as session:
        view = cycle_view(session, table.cycle, TODAY)
    assert [seat.party_id for seat in view.parties] == list(table.parties)
    assert all(seat.signs for seat in view.parties)
    assert {seat.role for seat in view.parties} == {PartyRole.MEMBER}


def test_the_next_step_follows_from_what_is_there(table: Table) -> None:
    with table.store.reading() as session:
        assert cycle_view(session, table.cycle, TODAY).next is NextStep.ASK_POLICY
    policy_received(table.store, table.who, table.cycle, date(2025, 3, 1))
    with table.store.reading() as session:
        assert cycle_view(session, table.cycle, TODAY).next is NextStep.SEND_BID
    policy_received(table.store, table.who, table.cycle, None)
    move_cycle(table.store, table.who, table.cycle, CycleState.NO_POLICY)
    move_cycle(table.store, table.who, table.cycle, CycleState.TALKS)
    with table.store.reading() as session:
        view = cycle_view(session, table.cycle, TODAY)
    assert (view.next, view.not_agreed) == (NextStep.POSITIONS, 1)
