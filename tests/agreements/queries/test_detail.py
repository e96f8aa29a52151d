"""One agreement with everything that its screen shows."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.commitments import add_commitment, remove_commitment
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.refused import Refused
from tests.support.beleid import PLAIN_TEXT, Table

TODAY = date(2026, 7, 15)


def view(table: Table, agreement: int | None = None) -> AgreementView:
    with table.store.reading() as session:
        return agreement_view(session, agreement or table.agreement, TODAY)


def test_an_agreement_in_which_only_the_corporation_does_something_is_one_sided(
    table: Table,
) -> None:
    assert not view(table).is_one_sided
    municipality, _corporation, tenants = table.commitments
    remove_commitment(table.store, table.who, municipality)
    assert not view(table).is_one_sided
    remove_commitment(table.store, table.who, tenants)
    assert view(table).is_one_sided


def test_an_agreement_in_which_nobody_does_something_is_not_one_sided(table: Table) -> None:
    other = table.add("Buurtkamer", "LEE")
    assert not view(table, other).is_one_sided
    add_commitment(table.store, table.who, other, table.tenants, "kookt")
    assert not view(table, other).is_one_sided


def test_an_agreement_without_text_reads_as_its_title(table: Table) -> None:
    assert view(table).plain == PLAIN_TEXT
    assert view(table, table.add("Buurtkamer", "LEE")).plain == "Buurtkamer"


def test_an_agreement_that_is_gone_is_refused(table: Table) -> None:
    with pytest.raises(Refused):
        view(table, 9999)
