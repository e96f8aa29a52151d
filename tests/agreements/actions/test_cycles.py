"""A year of agreements: how it begins, which steps it takes, and the look back."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.clauses import take_position
from desktop.agreements.actions.cycles import (
    change_period,
    look_back,
    move_cycle,
    policy_received,
    seat_party,
    start_cycle,
    unseat_party,
)
from desktop.agreements.actions.parties import add_party
from desktop.agreements.actions.policies import add_policy
from desktop.agreements.model import Agreement, Cycle, CycleStep, LookBack
from desktop.agreements.states import AgreementState, CycleState, PartyKind, PositionValue
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.agreed import Year, make_year
from tests.support.beleid import Table

A, C = AgreementState, CycleState


@pytest.fixture
def running(store: Store, who: Actor) -> Year:
    """A year that was signed and runs."""
    year = make_year(store, who)
    year.sign(year.seal())
    move_cycle(store, who, year.cycle, C.RUNNING)
    return year


def cycle_of(table: Table, id: int | None = None) -> Cycle:
    with table.store.reading() as session:
        cycle = session.get_one(Cycle, id or table.cycle)
        assert [seat.party.name for seat in cycle.seats]
        session.expunge_all()
        return cycle


def move(table: Table, state: CycleState, reason: str = "") -> None:
    move_cycle(table.store, table.who, table.cycle, state, reason=reason)


# Beginning -------------------------------------------------------------------------------------


def test_the_talks_are_about_the_next_calendar_year(table: Table) -> None:
    cycle = cycle_of(table)
    assert (cycle.applies_from, cycle.applies_to) == (date(2026, 1, 1), date(2026, 12, 31))
    assert cycle.state is C.PREPARING
    assert {seat.party_id for seat in cycle.seats} == set(table.parties)


def test_a_period_of_less_than_the_year_is_refused(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        start_cycle(
            table.store, table.who, 2026, table.municipality, table.parties,
            applies_to=date(2027, 9, 30),
        )  # fmt: skip
    assert refused.value.sentence == (
        "De afspraken lopen tot 30-9-2027. Ze moeten ten minste heel 2027 gelden (Woningwet "
        "artikel 44, lid 2)."
    )


def test_a_year_begins_once_with_the_same_corporations(table: Table) -> None:
    with pytest.raises(Refused, match="al begonnen") as refused:
        start_cycle(table.store, table.who, 2025, table.municipality, (table.corporation,))
    assert refused.value.field == "year"


def test_another_corporation_has_a_year_of_its_own(table: Table) -> None:
    other = add_party(table.store, table.who, "Stichting Oosterhof", PartyKind.CORPORATION)
    assert start_cycle(table.store, table.who, 2025, table.municipality, (other, table.tenants))


def test_a_year_is_of_a_municipality(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        start_cycle(table.store, table.who, 2026, table.tenants, table.parties)
    assert refused.value.field == "municipality_id"


def test_another_party_may_join_while_people_talk(table: Table) -> None:
    guest = add_party(table.store, table.who, "Zorggroep De Brug", PartyKind.CARE)
    seat_party(table.store, table.who, table.cycle, guest)
    assert guest in {seat.party_id for seat in cycle_of(table).seats}
    with pytest.raises(Refused, match="zit al aan tafel"):
        seat_party(table.store, table.who, table.cycle, guest)


def test_who_only_took_a_seat_may_leave_again(table: Table) -> None:
    guest = add_party(table.store, table.who, "Zorggroep De Brug", PartyKind.CARE)
    seat_party(table.store, table.who, table.cycle, guest)
    unseat_party(table.store, table.who, table.cycle, guest)
    assert guest not in {seat.party_id for seat in cycle_of(table).seats}


def test_who_wrote_promised_or_spoke_stays_at_the_table(table: Table) -> None:
    for party in table.parties:
        with pytest.raises(Refused) as refused:
            unseat_party(table.store, table.who, table.cycle, party)
        assert refused.value.field == "party_id"
    speaker = add_party(table.store, table.who, "Bewonerscommissie", PartyKind.RESIDENTS)
    seat_party(table.store, table.who, table.cycle, speaker)
    take_position(table.store, table.who, table.clause, speaker, PositionValue.AGREES)
    with pytest.raises(Refused):
        unseat_party(table.store, table.who, table.cycle, speaker)


def test_nobody_joins_after_signing(running: Year) -> None:
    guest = add_party(running.store, running.who, "Zorggroep De Brug", PartyKind.CARE)
    with pytest.raises(Refused):
        seat_party(running.store, running.who, running.cycle, guest)
    with pytest.raises(Refused):
        unseat_party(running.store, running.who, running.cycle, running.tenants)


def test_the_period_may_become_longer_and_never_too_short(table: Table) -> None:
    policy_received(table.store, table.who, table.cycle, date(2025, 2, 12))
    change_period(table.store, table.who, table.cycle, date(2026, 1, 1), date(2029, 12, 31))
    assert cycle_of(table).applies_to == date(2029, 12, 31)
    with pytest.raises(Refused, match="Woningwet artikel 44, lid 2"):
        change_period(table.store, table.who, table.cycle, date(2026, 2, 1), date(2029, 12, 31))


def test_without_policy_the_period_may_be_shorter_and_still_ends_after_it_begins(
    table: Table,
) -> None:
    change_period(table.store, table.who, table.cycle, date(2026, 2, 1), date(2026, 9, 30))
    assert cycle_of(table).applies_to == date(2026, 9, 30)
    table.add("Een kortere afspraak")
    with pytest.raises(Refused) as refused:
        change_period(table.store, table.who, table.cycle, date(2026, 2, 1), date(2026, 1, 31))
    assert refused.value.field == "applies_to"


# Policy ----------------------------------------------------------------------------------------


def test_the_policy_that_was_received_is_that_of_the_municipality(table: Table) -> None:
    policy = add_policy(table.store, table.who, table.municipality, "Woonvisie", None, None, None)
    policy_received(table.store, table.who, table.cycle, date(2025, 2, 12), policy)
    cycle = cycle_of(table)
    assert (cycle.policy_received_on, cycle.policy_id) == (date(2025, 2, 12), policy)
    elsewhere = add_party(table.store, table.who, "Gemeente Elders", PartyKind.MUNICIPALITY)
    other = add_policy(table.store, table.who, elsewhere, "Woonvisie", None, None, None)
    with pytest.raises(Refused) as refused:
        policy_received(table.store, table.who, table.cycle, date(2025, 2, 12), other)
    assert refused.value.field == "policy_id"


@pytest.mark.parametrize("on", [date(2025, 2, 12), date(2025, 7, 1)])
def test_with_a_policy_on_1_july_there_is_a_duty_to_agree(table: Table, on: date) -> None:
    policy_received(table.store, table.who, table.cycle, on)
    with pytest.raises(Refused, match="2025"):
        move(table, C.NO_POLICY)


@pytest.mark.parametrize("on", [None, date(2025, 7, 2)])
def test_without_a_policy_on_1_july_there_is_none(table: Table, on: date | None) -> None:
    policy_received(table.store, table.who, table.cycle, on)
    move(table, C.NO_POLICY)
    assert cycle_of(table).state is C.NO_POLICY


# Steps -----------------------------------------------------------------------------------------


def test_each_step_is_kept_with_its_day_and_reason(table: Table) -> None:
    move(table, C.NO_POLICY)
    move(table, C.TALKS)
    move(table, C.DRAFT)
    move(table, C.TALKS, "De huurdersvereniging vroeg meer tijd.")
    with table.store.reading() as session:
        steps = session.scalars(select(CycleStep).order_by(CycleStep.id)).all()
        assert [step.state for step in steps] == [
            C.PREPARING,
            C.NO_POLICY,
            C.TALKS,
            C.DRAFT,
            C.TALKS,
        ]
        assert steps[-1].reason == "De huurdersvereniging vroeg meer tijd."
        assert {step.taken_on for step in steps} == {date(2026, 11, 23)}


def test_the_bid_is_sent_before_it_counts_as_sent(table: Table) -> None:
    with pytest.raises(Refused, match="bod is nog niet verzonden"):
        move(table, C.BID_SENT)


def test_a_year_is_signed_by_signing_only(table: Table) -> None:
    with pytest.raises(Refused, match="laatste partij"):
        move(table, C.SIGNED)


def test_what_is_decided_on_was_agreed_to(table: Table) -> None:
    for state in (C.NO_POLICY, C.TALKS, C.DRAFT):
        move(table, state)
    with pytest.raises(Refused, match="BES-01"):
        move(table, C.DECIDING)
    table.agree(table.clause)
    move(table, C.DECIDING)


def test_what_lapsed_does_not_keep_the_rest_waiting(table: Table) -> None:
    second = table.add("Iets dat niet doorgaat")
    table.agree(table.clause)
    for state in (C.NO_POLICY, C.TALKS, C.DRAFT):
        move(table, state)
    move_agreement(table.store, table.who, second, A.LAPSED, "Er is geen grond.")
    move(table, C.DECIDING)


def test_nothing_is_no_year_to_decide_on(table: Table) -> None:
    move_agreement(table.store, table.who, table.agreement, A.LAPSED, "Er is geen grond.")
    for state in (C.NO_POLICY, C.TALKS, C.DRAFT):
        move(table, state)
    with pytest.raises(Refused, match="nog geen afspraak"):
        move(table, C.DECIDING)


def test_of_many_agreements_six_are_named_and_the_rest_counted(table: Table) -> None:
    for number in range(8):
        table.add(f"Afspraak {number}", "LEE")
    for state in (C.NO_POLICY, C.TALKS, C.DRAFT):
        move(table, state)
    with pytest.raises(Refused) as refused:
        move(table, C.DECIDING)
    assert "LEE-05 en nog 3" in refused.value.sentence


def test_what_was_signed_runs_with_its_year(running: Year) -> None:
    assert running.state() is C.RUNNING
    assert {running.table.state(id) for id in running.agreements.values()} == {A.RUNNING}


def test_a_refused_step_changes_nothing(table: Table) -> None:
    with pytest.raises(Refused):
        move(table, C.DECIDING)
    assert cycle_of(table).state is C.PREPARING


# Looking back ----------------------------------------------------------------------------------


def test_a_year_is_looked_back_on_agreement_by_agreement(running: Year) -> None:
    with pytest.raises(Refused, match="BES-01, PAR-01"):
        move(running.table, C.EVALUATED)
    for id in running.agreements.values():
        look_back(running.store, running.who, id, "Gelukt.")
    move(running.table, C.EVALUATED)
    with pytest.raises(Refused, match="BES-01, PAR-01"):
        move(running.table, C.CLOSED)
    for id in running.agreements.values():
        move_agreement(running.store, running.who, id, A.ACHIEVED)
    move(running.table, C.CLOSED)
    assert running.state() is C.CLOSED


def test_who_looks_back_again_finds_one_look_back(running: Year) -> None:
    agreement = running.agreements["BES-01"]
    first = look_back(running.store, running.who, agreement, "Half gelukt.")
    again = look_back(
        running.store, running.who, agreement, "Gelukt.", "De grond was op tijd klaar.",
        "Vraag grond eerder aan.", goes_on=True,
    )  # fmt: skip
    assert first == again
    with running.store.reading() as session:
        told = session.get_one(LookBack, again)
        assert (told.result, told.goes_on) == ("Gelukt.", True)
        assert told.lesson == "Vraag grond eerder aan."


def test_there_is_nothing_to_look_back_on_before_signing(table: Table) -> None:
    with pytest.raises(Refused, match="niet getekend"):
        look_back(table.store, table.who, table.agreement, "Gelukt.")


def test_a_look_back_says_something(running: Year) -> None:
    with pytest.raises(Refused) as refused:
        look_back(running.store, running.who, running.agreements["BES-01"], " ")
    assert refused.value.field == "result"


def test_a_closed_year_stays_as_it_is(running: Year) -> None:
    for id in running.agreements.values():
        look_back(running.store, running.who, id, "Gelukt.")
        move_agreement(running.store, running.who, id, A.ACHIEVED)
    move(running.table, C.EVALUATED)
    move(running.table, C.CLOSED)
    with pytest.raises(Refused, match="afgesloten"):
        look_back(running.store, running.who, running.agreements["BES-01"], "Toch niet.")
    with pytest.raises(Refused):
        running.table.write(running.agreements["BES-01"], "Nog iets.")
    with running.store.reading() as session:
        agreement = session.get_one(Agreement, running.agreements["BES-01"])
        assert len(agreement.clauses) == 1
