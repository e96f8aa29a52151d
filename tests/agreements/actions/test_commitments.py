"""What each party does for an agreement."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.commitments import (
    add_commitment,
    change_commitment,
    commitment_done,
    remove_commitment,
)
from desktop.agreements.actions.parties import add_party
from desktop.agreements.model import Commitment
from desktop.agreements.states import CommitmentKind, PartyKind
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store
from tests.support.agreed import Year, make_year
from tests.support.beleid import Table


@pytest.fixture
def signed(store: Store, who: Actor) -> Year:
    year = make_year(store, who)
    year.sign(year.seal())
    return year


def commitment_of(table: Table, id: int) -> Commitment:
    with table.store.reading() as session:
        commitment = session.get_one(Commitment, id)
        session.expunge_all()
        return commitment


def test_a_party_promises_something_by_a_day(table: Table) -> None:
    commitment = commitment_of(table, table.commitments[0])
    assert commitment.what == "maakt de grond in Havenkwartier bouwrijp"
    assert commitment.kind is CommitmentKind.RESULT
    assert commitment.due_on == date(2026, 4, 1)
    assert commitment_of(table, table.commitments[1]).kind is CommitmentKind.EFFORT


def test_who_is_not_at_the_table_promises_nothing(table: Table) -> None:
    guest = add_party(table.store, table.who, "Zorggroep De Brug", PartyKind.CARE)
    with pytest.raises(Refused) as refused:
        add_commitment(table.store, table.who, table.agreement, guest, "helpt")
    assert refused.value.field == "party_id"


@pytest.mark.parametrize("what", ["", "  \n"])
def test_a_party_promises_something(table: Table, what: str) -> None:
    with pytest.raises(Refused) as refused:
        add_commitment(table.store, table.who, table.agreement, table.tenants, what)
    assert refused.value.field == "what"
    with pytest.raises(Refused):
        change_commitment(table.store, table.who, table.commitments[0], what=what)


def test_a_promise_may_change_while_people_talk(table: Table) -> None:
    id = table.commitments[2]
    change_commitment(
        table.store, table.who, id, what="vraagt bewoners", due_on=date(2026, 5, 1), owner="bestuur"
    )
    commitment = commitment_of(table, id)
    assert (commitment.what, commitment.owner) == ("vraagt bewoners", "bestuur")
    assert commitment.due_on == date(2026, 5, 1)


def test_who_changes_what_somebody_else_changed_chooses(table: Table) -> None:
    id = table.commitments[1]
    seen = commitment_of(table, id).version
    change_commitment(table.store, table.who, id, seen, what="bouwt 60 woningen")
    with pytest.raises(Conflict) as conflict:
        change_commitment(table.store, table.who, id, seen, what="bouwt 50 woningen")
    assert conflict.value.theirs == {"what": "bouwt 60 woningen"}


def test_a_promise_may_be_taken_back_while_people_talk(table: Table) -> None:
    remove_commitment(table.store, table.who, table.commitments[2])
    with table.store.reading() as session:
        assert session.get(Commitment, table.commitments[2]) is None
    table.store.undo(table.who)
    assert commitment_of(table, table.commitments[2]).what == "denkt mee over de plattegronden"


def test_what_was_promised_is_done_on_a_day(signed: Year) -> None:
    id = signed.table.commitments[0]
    commitment_done(signed.store, signed.who, id, date(2026, 3, 20))
    assert commitment_of(signed.table, id).done_on == date(2026, 3, 20)
    commitment_done(signed.store, signed.who, id, None)
    assert commitment_of(signed.table, id).done_on is None


def test_nothing_is_done_tomorrow(signed: Year) -> None:
    with pytest.raises(Refused, match="moet nog komen"):
        commitment_done(signed.store, signed.who, signed.table.commitments[0], date(2026, 11, 24))


def test_what_was_signed_stays_promised(signed: Year) -> None:
    id = signed.table.commitments[0]
    with pytest.raises(Refused, match="nieuwe versie"):
        change_commitment(signed.store, signed.who, id, what="maakt misschien grond bouwrijp")
    with pytest.raises(Refused):
        change_commitment(signed.store, signed.who, id, due_on=date(2027, 4, 1))
    with pytest.raises(Refused):
        remove_commitment(signed.store, signed.who, id)
    with pytest.raises(Refused):
        add_commitment(
            signed.store, signed.who, signed.table.agreement, signed.tenants, "betaalt mee"
        )


def test_who_looks_after_a_promise_may_change_after_signing(signed: Year) -> None:
    id = signed.table.commitments[0]
    change_commitment(signed.store, signed.who, id, owner="directeur ruimte")
    assert commitment_of(signed.table, id).owner == "directeur ruimte"
