"""Where a year stands, and the list of its agreements."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event

from desktop.agreements.actions.cycles import move_cycle, policy_received, start_cycle
from desktop.agreements.queries.cycles import cycle_of_today, cycle_view, cycles
from desktop.agreements.queries.next_cycle import candidates, first_free_year, party_choices
from desktop.agreements.queries.overview import agreement_rows, themes
from desktop.agreements.queries.places import cycle_of
from desktop.agreements.rules.next_step import NextStep
from desktop.agreements.states import CycleState, PartyRole
from desktop.refused import Refused
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


def test_the_list_is_by_theme_and_code_and_knows_who_agrees(table: Table) -> None:
    table.add("Buurtkamer", "LEE")
    table.add("Korter zoeken", "BES")
    table.agree(table.clause)
    with table.store.reading() as session:
        rows = agreement_rows(session, table.cycle, TODAY)
        counts = {t.code: t.agreements for t in themes(session, table.cycle)}
    assert [(row.code, row.agreed) for row in rows] == [
        ("BES-01", True),
        ("BES-02", False),
        ("LEE-01", False),
    ]
    assert (counts["BES"], counts["LEE"], counts["PAR"]) == (2, 1, 0)


def test_a_newer_text_is_not_agreed_yet(table: Table) -> None:
    table.agree(table.clause)
    table.write(table.agreement, "Een andere tekst.")
    with table.store.reading() as session:
        [row] = agreement_rows(session, table.cycle, TODAY)
    assert not row.agreed


def test_the_first_thing_to_be_done_is_the_next_date(table: Table) -> None:
    with table.store.reading() as session:
        [row] = agreement_rows(session, table.cycle, TODAY)
    assert row.next_on == date(2026, 4, 1)
    assert not row.is_measured


def test_more_agreements_take_no_more_statements(table: Table) -> None:
    counted: list[str] = []

    def count(*arguments: object) -> None:
        counted.append(str(arguments[2]))

    def statements() -> int:
        counted.clear()
        with table.store.reading() as session:
            agreement_rows(session, table.cycle, TODAY)
        return len(counted)

    event.listen(table.store.engine, "before_cursor_execute", count)
    one = statements()
    for place in range(8):
        table.agree(table.write(table.add(f"Afspraak {place}", "LEE"), f"Tekst {place}"))
    assert statements() <= one + 1  # the parties of the first are read with those of the others


def test_a_thing_belongs_to_its_year(table: Table) -> None:
    with table.store.reading() as session:
        assert cycle_of(session, "agreement", table.agreement) == table.cycle
        assert cycle_of(session, "cycle", table.cycle) == table.cycle
        assert cycle_of(session, "party", table.tenants) is None
        assert cycle_of(session, "", None) is None
        with pytest.raises(Refused):
            cycle_of(session, "agreement", 9999)


def test_the_next_year_offers_who_took_part_and_what_goes_on(table: Table) -> None:
    with table.store.reading() as session:
        assert all(party.took_part for party in party_choices(session))
        assert first_free_year(session, 2026) == 2027
        [one] = candidates(session, table.cycle)
    assert (one.code, one.looked_back, one.goes_on) == ("BES-01", False, True)
