"""A signed text changes by an amendment of all parties only."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.clauses import amend, share_clause
from desktop.agreements.model import Amendment
from desktop.agreements.rules.redline import PieceKind, diff
from desktop.agreements.states import AgreementState
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreed import Year, make_year
from tests.support.beleid import TEXT, Table


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


def test_a_signed_text_stays_in_force_until_all_agree_to_another(year: Year) -> None:
    year.sign(year.seal())
    table = year.table
    new = table.write(table.agreement, TEXT + " En 4 grote woningen.")
    assert year.in_force() is not None
    assert table.version(new).in_force_on is None
    with pytest.raises(Refused, match="Nog niet elke partij is akkoord"):
        amend(year.store, year.who, table.agreement, "Er is meer grond.")
    table.agree(new)
    amendment = amend(year.store, year.who, table.agreement, "Er is meer grond.")
    now = year.in_force()
    assert now is not None
    assert now.text == TEXT + " En 4 grote woningen."
    with year.store.reading() as session:
        kept = session.get_one(Amendment, amendment)
        assert (kept.number, kept.old.text, kept.new.text) == (1, TEXT, now.text)
        assert kept.agreed_on == date(2026, 11, 23)


def test_an_amendment_prints_old_next_to_new(year: Year) -> None:
    year.sign(year.seal())
    new = year.rewrite(TEXT[:-1] + ", als de grond klaar is.")
    pieces = diff(TEXT, year.table.version(new).text)
    changed = [piece.text for piece in pieces if piece.kind is not PieceKind.SAME]
    assert changed == [", als de grond klaar is"]


def test_what_was_never_signed_is_not_amended(table: Table) -> None:
    table.agree(table.clause)
    with pytest.raises(Refused, match="nog niet getekend"):
        amend(table.store, table.who, table.agreement, "Zomaar.")


def test_without_a_newer_text_there_is_nothing_to_amend(year: Year) -> None:
    year.sign(year.seal())
    with pytest.raises(Refused) as refused:
        amend(year.store, year.who, year.table.agreement, "Zomaar.")
    assert refused.value.field == "text"


def test_an_amendment_says_why(year: Year) -> None:
    with pytest.raises(Refused) as refused:
        amend(year.store, year.who, year.table.agreement, " ")
    assert refused.value.field == "reason"


def test_a_signed_agreement_keeps_its_state_while_a_new_text_is_talked_about(year: Year) -> None:
    year.sign(year.seal())
    new = year.table.write(year.table.agreement, "Heel iets anders.")
    share_clause(year.store, year.who, new)
    year.table.agree(new)
    assert year.table.state() is AgreementState.ADOPTED
