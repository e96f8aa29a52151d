"""For which complexes residents can set up a committee, and whether there is one."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.parties import add_party, change_party
from desktop.agreements.model import Attendance, Meeting
from desktop.agreements.queries.complexes import ComplexLine, complex_lines
from desktop.agreements.queries.parties import parties
from desktop.agreements.rules.committees import Duty
from desktop.agreements.states import MeetingKind, PartyKind
from desktop.estate.actions import add_complex
from desktop.estate.facts import ComplexFacts
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table

TODAY = date(2026, 11, 23)


@pytest.fixture
def flat(store: Store, who: Actor) -> int:
    return add_complex(store, who, ComplexFacts("HF", "Havenflat", dwelling_count=96))


@pytest.fixture
def court(store: Store, who: Actor) -> int:
    return add_complex(store, who, ComplexFacts("AH", "Aanloophof", dwelling_count=24))


def committee(store: Store, who: Actor, complex_id: int) -> int:
    return add_party(
        store, who, "Bewonerscommissie Havenflat", PartyKind.RESIDENTS, complex_id=complex_id,
        informs_tenants=True, meets_yearly=True, open_to_all=True,
    )  # fmt: skip


def lines(table: Table) -> list[ComplexLine]:
    with table.store.reading() as session:
        return list(complex_lines(session, table.cycle, TODAY))


def test_from_25_dwellings_on_residents_can_set_up_a_committee(
    table: Table, flat: int, court: int
) -> None:
    big, small = lines(table)
    assert (big.id, big.is_housing_complex, big.duties[0]) == (flat, True, Duty.RECOGNISE)
    assert (small.id, small.is_housing_complex, small.duties) == (court, False, ())


def test_a_committee_of_a_complex_is_talked_with_each_year(
    store: Store, who: Actor, table: Table, flat: int
) -> None:
    party = committee(store, who, flat)
    [line] = lines(table)
    assert (line.committees[0].as_asked, line.committees[0].talked_on) == (True, None)
    assert Duty.TALK in line.duties
    with store.act(who, "test.talks") as act:
        for held_on, present in (
            (date(2025, 5, 20), True), (date(2026, 5, 20), False), (date(2026, 9, 8), True),
        ):  # fmt: skip
            talk = Meeting(cycle_id=table.cycle, held_on=held_on, kind=MeetingKind.TENANTS)
            act.session.add(talk)
            act.session.flush()
            act.session.add(
                Attendance(
                    meeting_id=talk.id, party_id=party, function="voorzitter", present=present
                )
            )
    [line] = lines(table)
    assert line.committees[0].talked_on == date(2026, 9, 8)


def test_a_committee_of_a_small_complex_is_shown_as_such(
    store: Store, who: Actor, table: Table, court: int
) -> None:
    party = committee(store, who, court)
    with store.reading() as session:
        cards = {card.id: card for card in parties(session, table.cycle, TODAY)}
    assert (cards[party].complex, cards[party].is_small) == ("Aanloophof", True)
    assert not cards[table.tenants].is_small


def test_only_a_committee_belongs_to_a_complex(
    store: Store, who: Actor, table: Table, flat: int
) -> None:
    with pytest.raises(Refused) as refused:
        change_party(store, who, table.tenants, complex_id=flat)
    assert refused.value.field == "complex_id"
    party = committee(store, who, flat)
    change_party(store, who, party, kind=PartyKind.OTHER)
    assert lines(table)[0].committees == ()
