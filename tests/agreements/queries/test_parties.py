"""Parties, policy and chapters as their screen shows them."""

from __future__ import annotations

from datetime import date

from desktop.agreements.actions.agreements import change_agreement
from desktop.agreements.actions.contacts import add_contact, contact_left
from desktop.agreements.actions.parties import add_party, change_party
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.queries.choices import agreement_choices
from desktop.agreements.queries.parties import parties, policies, priorities, theme_cards
from desktop.agreements.states import PartyKind
from desktop.store import Actor, Store
from tests.support.beleid import Table

TODAY = date(2026, 1, 5)


def test_who_is_not_at_the_table_comes_last(store: Store, who: Actor, table: Table) -> None:
    add_party(store, who, "Gemeente Elders", PartyKind.MUNICIPALITY)
    with store.reading() as session:
        cards = parties(session, table.cycle, TODAY)
    assert [card.name for card in cards if not card.seated] == ["Gemeente Elders"]
    assert cards[-1].name == "Gemeente Elders"


def test_who_left_comes_after_who_speaks_now(store: Store, who: Actor, table: Table) -> None:
    gone = add_contact(store, who, table.tenants, "oud-voorzitter")
    contact_left(store, who, gone, store.now().date())
    add_contact(store, who, table.tenants, "voorzitter")
    with store.reading() as session:
        card = next(c for c in parties(session, table.cycle, TODAY) if c.id == table.tenants)
    assert [one.function for one in card.contacts] == ["voorzitter", "oud-voorzitter"]


def test_a_goal_counts_the_agreements_of_the_year_that_contribute(
    store: Store, who: Actor, table: Table
) -> None:
    add_policy(store, who, table.municipality, "Woonvisie", None, None, None, ["Genoeg", "Warm"])
    with store.reading() as session:
        [card] = policies(session, table.cycle)
    change_agreement(store, who, table.agreement, goal_id=card.goals[1].id)
    with store.reading() as session:
        [card] = policies(session, table.cycle)
    assert [(goal.words, goal.agreements) for goal in card.goals] == [("Genoeg", 0), ("Warm", 1)]


def test_a_priority_counts_the_agreements_that_answer_to_it_or_whose_theme_does(
    store: Store, who: Actor, table: Table
) -> None:
    with store.reading() as session:
        themes = {card.code: card for card in theme_cards(session, table.cycle)}
    of_theme, other = themes["BES"].priority_id, themes["VER"].priority_id
    table.add("Doorstromen", "BES")
    with store.reading() as session:
        counted = {one.id: one.agreements for one in priorities(session, table.cycle)}
    assert (counted[of_theme], counted[other]) == (2, 0)
    change_agreement(store, who, table.agreement, priority_id=other)
    with store.reading() as session:
        counted = {one.id: one.agreements for one in priorities(session, table.cycle)}
    assert (counted[of_theme], counted[other]) == (1, 1)


def test_a_residents_committee_is_asked_three_of_the_four_things(
    store: Store, who: Actor, table: Table
) -> None:
    committee = add_party(store, who, "Bewonerscommissie Havenflat", PartyKind.RESIDENTS)
    change_party(store, who, committee, informs_tenants=True)
    with store.reading() as session:
        cards = {card.id: card for card in parties(session, table.cycle, TODAY)}
    assert cards[committee].checks == (True, False, False)
    assert len(cards[table.tenants].checks) == 4
    assert not cards[table.municipality].is_of_tenants


def test_a_chapter_knows_its_priority_and_its_agreements(store: Store, table: Table) -> None:
    with store.reading() as session:
        by_code = {card.code: card for card in theme_cards(session, table.cycle)}
        names = {one.name for one in priorities(session, table.cycle)}
    assert (by_code["BES"].agreements, by_code["VER"].agreements) == (1, 0)
    assert by_code["BES"].priority in names


def test_agreements_to_choose_from_stand_by_code(store: Store, table: Table) -> None:
    other = table.add("Buurtkamer", "LEE")
    with store.reading() as session:
        assert agreement_choices(session, table.cycle) == [
            (table.agreement, "BES-01  60 nieuwe sociale huurwoningen"),
            (other, "LEE-01  Buurtkamer"),
        ]
