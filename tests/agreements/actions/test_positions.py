"""What parties say to a version, and when an agreement is agreed."""

from __future__ import annotations

import pytest

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.clauses import settle_position, take_position
from desktop.agreements.actions.cycles import seat_party
from desktop.agreements.actions.parties import add_party
from desktop.agreements.model import Position
from desktop.agreements.states import AgreementState, PartyKind, PartyRole, PositionValue
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import TEXT, Table, make_table

A, V = AgreementState, PositionValue


def says(table: Table, party: int, value: PositionValue, remark: str = "") -> int:
    return take_position(table.store, table.who, table.clause, party, value, remark)


def test_when_every_party_agrees_the_agreement_is_agreed(table: Table) -> None:
    says(table, table.municipality, V.AGREES)
    says(table, table.corporation, V.AGREES)
    assert table.state() is A.DRAFT
    says(table, table.tenants, V.AGREES)
    assert table.state() is A.AGREED


@pytest.mark.parametrize("value", [V.AGREES_IF, V.DISAGREES, V.NO_OPINION])
def test_anything_but_agreeing_is_not_agreed(table: Table, value: PositionValue) -> None:
    table.agree(table.clause)
    says(table, table.tenants, value, "Alleen als de grond op tijd klaar is.")
    assert table.state() is A.TALKS


@pytest.mark.parametrize("value", [V.AGREES_IF, V.DISAGREES])
def test_who_wants_something_else_says_what(table: Table, value: PositionValue) -> None:
    with pytest.raises(Refused) as refused:
        says(table, table.tenants, value, "  ")
    assert refused.value.field == "remark"


def test_agreement_is_about_one_version(table: Table) -> None:
    table.agree(table.clause)
    second = table.write(table.agreement, TEXT + " Vóór de zomer.")
    assert table.state() is A.TALKS
    table.agree(second)
    assert table.state() is A.AGREED


def test_agreeing_to_an_older_version_agrees_to_nothing(table: Table) -> None:
    table.write(table.agreement, TEXT + " Vóór de zomer.")
    table.agree(table.clause)
    assert table.state() is A.DRAFT


def test_without_plain_words_for_tenants_nothing_is_agreed(table: Table) -> None:
    second = table.write(table.agreement, "Een tekst vol jargon.", "")
    table.agree(second)
    assert table.state() is A.DRAFT
    move_agreement(table.store, table.who, table.agreement, A.TALKS)
    with pytest.raises(Refused) as refused:
        move_agreement(table.store, table.who, table.agreement, A.AGREED)
    assert refused.value.field == "plain_text"


def test_a_draft_counts_when_the_party_settles_it(table: Table) -> None:
    for party in (table.municipality, table.corporation):
        says(table, party, V.AGREES)
    draft = take_position(table.store, table.who, table.clause, table.tenants, V.AGREES, draft=True)
    assert table.state() is A.DRAFT
    settle_position(table.store, table.who, draft)
    assert table.state() is A.AGREED


def test_a_position_is_settled_once(table: Table) -> None:
    position = says(table, table.tenants, V.AGREES)
    with pytest.raises(Refused, match="al vastgelegd"):
        settle_position(table.store, table.who, position)


def test_a_party_that_changes_its_mind_has_one_position(table: Table) -> None:
    first = says(table, table.tenants, V.DISAGREES, "Te weinig.")
    again = says(table, table.tenants, V.AGREES)
    assert first == again
    with table.store.reading() as session:
        position = session.get_one(Position, again)
        assert (position.value, position.remark) == (V.AGREES, "")


def test_an_adviser_need_not_agree(store: Store, who: Actor) -> None:
    table = make_table(store, who)
    adviser = add_party(store, who, "Zorggroep De Brug", PartyKind.CARE, role=PartyRole.ADVISER)
    seat_party(store, who, table.cycle, adviser)
    table.agree(table.clause)
    assert table.state() is A.AGREED
