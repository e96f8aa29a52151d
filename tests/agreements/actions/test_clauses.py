"""Versions of a text: written once, agreed to by all, and nothing lost between two desks."""

from __future__ import annotations

from desktop.agreements.model import Agreement
from desktop.agreements.states import AgreementState
from tests.support.beleid import Table


def state(table: Table, agreement: int) -> AgreementState:
    with table.store.reading() as session:
        return session.get_one(Agreement, agreement).state


def test_the_first_text_makes_an_idea_a_draft(table: Table) -> None:
    assert state(table, table.agreement) is AgreementState.DRAFT
    assert state(table, table.add("Nog zonder tekst")) is AgreementState.IDEA


def test_when_every_party_agrees_the_agreement_is_agreed(table: Table) -> None:
    table.agree(table.clause)
    assert state(table, table.agreement) is AgreementState.AGREED
