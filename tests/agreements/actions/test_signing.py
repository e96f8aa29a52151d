"""Signing: one sealed text, a signature of each party, and nothing that changes it afterwards."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from desktop.agreements.actions.agreements import move_agreement
from desktop.agreements.actions.commitments import change_commitment
from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.actions.parties import change_party
from desktop.agreements.actions.signing import (
    add_scan,
    conclude,
    pass_without_replies,
    seal,
    sign,
    strike_signature,
)
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.model import (
    Agreement,
    Clause,
    Cycle,
    CycleStep,
    Party,
    Seal,
    Seat,
    Signature,
)
from desktop.agreements.queries.sealed import clauses
from desktop.agreements.rules.scans import SCAN_BYTES
from desktop.agreements.rules.signing import content_hash
from desktop.agreements.states import (
    AgreementState,
    CycleState,
    InputChannel,
    PartyKind,
    PartyRole,
    ReplyDecision,
)
from desktop.refused import Refused
from desktop.store import Actor, Changed, Store
from desktop.store.audit import PROGRAM, AuditEntry
from desktop.store.within import Within
from tests.support.agreed import Year, make_year
from tests.support.beleid import TEXT
from tests.support.clock import Clock

TODAY = date(2026, 11, 23)
PDF = b"%PDF-1.7 handtekening"


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


def sign_one(year: Year, sealed: int, party: int, **facts: Any) -> int:
    values: dict[str, Any] = {"on": None, "place": "Morgenveld", "function": "wethouder"} | facts
    return sign(year.store, year.who, sealed, party, **values)


def ask(year: Year) -> int:
    text = "Wanneer is mijn straat aan de beurt?"
    return add_input(year.store, year.who, year.cycle, text, InputChannel.LETTER)


def seat(
    store: Store, year: Year, name: str, kind: PartyKind, role: PartyRole = PartyRole.MEMBER
) -> int:
    """Another party at the table."""
    with store.act(PROGRAM, "test.seat") as act:
        party = Party(name=name, kind=kind, role=role)
        act.session.add(party)
        act.session.flush()
        act.session.add(Seat(cycle_id=year.cycle, party_id=party.id))
        return party.id


# The seal -----------------------------------------------------------------------------------


def test_a_seal_keeps_every_text_with_what_each_party_does(year: Year) -> None:
    sealed = year.seal()
    with year.store.reading() as session:
        kept = session.get_one(Seal, sealed)
        assert (kept.number, kept.sealed_on) == (1, TODAY)
        assert [(entry["code"], entry["text"]) for entry in kept.content] == [
            ("BES-01", TEXT),
            ("PAR-01", "De corporatie en de gemeente antwoorden binnen zes weken."),
        ]
        assert [promise["what"] for promise in kept.content[0]["promises"]] == [
            "maakt de grond in Havenkwartier bouwrijp",
            "bouwt de woningen",
            "denkt mee over de plattegronden",
        ]
        assert kept.digest == content_hash(clauses(kept.content))


def test_the_same_text_is_sealed_once(year: Year) -> None:
    year.seal()
    with pytest.raises(Refused):
        year.seal()


def test_another_text_has_another_seal(year: Year) -> None:
    first = year.seal()
    year.rewrite("De corporatie bouwt in 2026 50 woningen.")
    second = year.seal()
    with year.store.reading() as session:
        assert session.get_one(Seal, second).number == 2
        assert session.get_one(Seal, first).digest != session.get_one(Seal, second).digest


def test_a_year_that_is_still_talked_about_is_not_sealed(year: Year) -> None:
    move_cycle(year.store, year.who, year.cycle, CycleState.DRAFT, reason="Nog een vraag.")
    with pytest.raises(Refused) as refused:
        year.seal()
    assert refused.value.field == "state"


def test_an_agreement_that_not_everybody_agrees_to_is_not_sealed(year: Year) -> None:
    year.table.write(year.agreements["BES-01"], "De corporatie bouwt 55 woningen.")
    with pytest.raises(Refused, match="BES-01") as refused:
        year.seal()
    assert refused.value.field == "agreements"


def test_an_agreement_that_lapsed_is_not_in_the_document(year: Year) -> None:
    move_agreement(
        year.store, year.who, year.agreements["BES-01"], AgreementState.LAPSED, "Geen grond."
    )
    with year.store.reading() as session:
        sealed = session.get_one(Seal, year.seal())
        assert [entry["code"] for entry in sealed.content] == ["PAR-01"]


@pytest.mark.parametrize("place", ["municipality", "corporation", "tenants"])
def test_a_kind_of_party_that_does_not_sign_stops_the_signing(year: Year, place: str) -> None:
    change_party(year.store, year.who, getattr(year, place), role=PartyRole.ADVISER)
    with pytest.raises(Refused, match=r"artikel 44, lid 2|art\. 44") as refused:
        year.seal()
    assert refused.value.field == "parties"


def test_a_question_without_a_reply_stops_the_signing_until_there_is_a_reason(
    year: Year,
) -> None:
    ask(year)
    with pytest.raises(Refused, match="1 vraag") as refused:
        year.seal()
    assert refused.value.field == "replies"
    with pytest.raises(Refused):
        pass_without_replies(year.store, year.who, year.cycle, "  ")
    pass_without_replies(year.store, year.who, year.cycle, "Het antwoord volgt in januari.")
    year.sign(year.seal())
    with year.store.reading() as session:
        cycle = session.get_one(Cycle, year.cycle)
        assert cycle.signed_without_replies == "Het antwoord volgt in januari."
        assert cycle.state is CycleState.SIGNED


def test_a_question_that_came_after_the_seal_stops_the_last_signature(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed, year.municipality, year.corporation)
    asked = ask(year)
    with pytest.raises(Refused) as refused:
        year.sign(sealed, year.tenants)
    assert refused.value.field == "replies"
    reply_to(year.store, year.who, asked, ReplyDecision.TAKEN, "", year.corporation)
    year.sign(sealed, year.tenants)
    assert year.state() is CycleState.SIGNED


# Signing ------------------------------------------------------------------------------------


def test_the_last_signature_binds_the_parties(year: Year, clock: Clock) -> None:
    sealed = year.seal()
    year.sign(sealed, year.municipality, year.tenants)
    assert year.state() is CycleState.DECIDING
    assert year.in_force() is None
    clock.move_on(days=3)
    # The corporation signed on a day before; the municipality's is the latest.
    sign_one(year, sealed, year.corporation, on=TODAY)
    clause = year.in_force()
    assert clause is not None
    assert clause.in_force_on == TODAY
    with year.store.reading() as session:
        assert session.get_one(Cycle, year.cycle).state is CycleState.SIGNED
        states = session.scalars(select(Agreement.state)).all()
        assert set(states) == {AgreementState.ADOPTED}
        step = session.scalars(select(CycleStep).order_by(CycleStep.id.desc())).first()
        assert step is not None
        assert (step.state, step.taken_on) == (CycleState.SIGNED, TODAY)


def test_a_year_is_signed_alike_on_every_database(any_store: Store, any_who: Actor) -> None:
    year = make_year(any_store, any_who)
    first = year.seal()
    year.sign(first, year.municipality)
    year.rewrite(TEXT.replace("60", "61"))
    with pytest.raises(Refused, match="Gemeente Morgenveld"):
        year.sign(first, year.tenants)
    year.sign(year.seal())
    clause = year.in_force()
    assert year.state() is CycleState.SIGNED
    assert clause is not None
    assert clause.text == TEXT.replace("60", "61")


def test_the_last_two_signatures_at_two_desks_at_once_bind_the_parties(
    any_store: Store, any_who: Actor, any_address: str
) -> None:
    year = make_year(any_store, any_who)
    sealed = year.seal()
    year.sign(sealed, year.municipality)
    other = Store.open(any_address)
    other.now = any_store.now
    with ThreadPoolExecutor(1) as desk:
        with any_store.act(any_who, "test.desk") as act:
            within = Within(any_store, act)
            sign(within, any_who, sealed, year.corporation, None, "Morgenveld", "directeur")
            # The other desk begins while this one is busy, and does not see its signature yet.
            later = desk.submit(
                sign, other, any_who, sealed, year.tenants, None, "Morgenveld", "voorzitter"
            )
        later.result()
    other.close()
    assert year.state() is CycleState.SIGNED


def test_a_party_signs_once(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed, year.tenants)
    with pytest.raises(Refused, match=r"Samen Morgenveld.*23 november 2026") as refused:
        year.sign(sealed, year.tenants)
    assert refused.value.field == "party_id"


def test_an_adviser_does_not_sign_and_nobody_waits_for_it(year: Year, store: Store) -> None:
    care = seat(store, year, "Zorg", PartyKind.CARE, PartyRole.ADVISER)
    sealed = year.seal()
    with pytest.raises(Refused, match="Zorg"):
        year.sign(sealed, care)
    year.sign(sealed)
    assert year.state() is CycleState.SIGNED


@pytest.mark.parametrize("on", [TODAY - timedelta(days=1), TODAY + timedelta(days=1)])
def test_nobody_signs_before_the_text_was_there_or_on_a_day_to_come(year: Year, on: date) -> None:
    sealed = year.seal()
    with pytest.raises(Refused) as refused:
        sign_one(year, sealed, year.tenants, on=on)
    assert refused.value.field == "on"


@pytest.mark.parametrize("field", ["place", "function"])
def test_a_signature_has_a_place_and_a_function(year: Year, field: str) -> None:
    sealed = year.seal()
    with pytest.raises(Refused) as refused:
        sign_one(year, sealed, year.tenants, **{field: " "})
    assert refused.value.field == field


def test_nothing_is_signed_a_second_time(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed)
    for act in (lambda: year.sign(sealed, year.tenants), year.seal):
        with pytest.raises(Refused):
            act()


def test_a_signature_cannot_be_undone_but_can_be_taken_out_until_all_signed(year: Year) -> None:
    sealed = year.seal()
    told: list[Changed] = []
    year.store.listeners.append(told.append)
    [signature] = year.sign(sealed, year.tenants)
    assert [changed.undo for changed in told] == [None]
    strike_signature(year.store, year.who, signature)
    year.store.undo(year.who)
    strike_signature(year.store, year.who, signature)
    *_others, last = year.sign(sealed)
    with pytest.raises(Refused):
        strike_signature(year.store, year.who, last)


def test_when_the_party_that_is_missing_becomes_an_adviser_the_others_conclude(
    year: Year, store: Store, who: Actor
) -> None:
    second = seat(store, year, "Ons Tweede Thuis", PartyKind.CORPORATION)
    sealed = year.seal()
    year.sign(sealed)
    with pytest.raises(Refused, match="Ons Tweede Thuis"):
        conclude(store, who, year.cycle)
    change_party(store, who, second, role=PartyRole.ADVISER)
    conclude(store, who, year.cycle)
    assert year.state() is CycleState.SIGNED


# A text that changes ------------------------------------------------------------------------


def test_a_text_that_changed_after_the_first_signature_is_signed_by_nobody(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed, year.municipality)
    year.rewrite(TEXT.replace("60", "61"))
    with pytest.raises(Refused) as refused:
        year.sign(sealed, year.tenants)
    assert refused.value.sentence == (
        "De tekst is veranderd na de handtekening van Gemeente Morgenveld. "
        "Alle partijen moeten opnieuw tekenen."
    )


def test_after_another_seal_everybody_signs_again(year: Year) -> None:
    first = year.seal()
    year.sign(first, year.municipality, year.corporation)
    year.rewrite(TEXT.replace("60", "61"))
    second = year.seal()
    with pytest.raises(Refused):
        year.sign(first, year.tenants)
    year.sign(second, year.tenants)
    assert year.state() is CycleState.DECIDING
    year.sign(second, year.municipality, year.corporation)
    clause = year.in_force()
    assert clause is not None
    assert clause.text == TEXT.replace("60", "61")


def test_what_a_party_does_is_signed_too(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed, year.municipality)
    change_commitment(year.store, year.who, year.table.commitments[1], what="bouwt misschien")
    with pytest.raises(Refused, match="Gemeente Morgenveld"):
        year.sign(sealed, year.tenants)


def test_another_name_of_a_party_changes_nothing_that_is_signed(year: Year) -> None:
    sealed = year.seal()
    year.sign(sealed, year.municipality)
    change_party(year.store, year.who, year.municipality, name="Gemeente Morgenveld aan Zee")
    year.sign(sealed, year.corporation, year.tenants)
    assert year.state() is CycleState.SIGNED


def test_a_proposal_after_the_signing_leaves_what_is_in_force(year: Year) -> None:
    year.sign(year.seal())
    year.table.write(year.agreements["BES-01"], "De corporatie bouwt 10 woningen.")
    clause = year.in_force()
    assert clause is not None
    assert clause.text == TEXT


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Seal, {"digest": "0" * 64}),
        (Seal, {"content": []}),
        (Signature, {"signed_on": date(2026, 1, 1)}),
        (Signature, {"function": "niemand"}),
        (Clause, {"text": "iets anders"}),
    ],
)
def test_what_is_signed_is_written_once(
    year: Year, kind: type[Any], values: dict[str, Any]
) -> None:
    year.sign(year.seal())

    def change() -> None:
        with year.store.act(PROGRAM, "test.change") as act:
            row = act.session.scalars(select(kind)).first()
            for name, value in values.items():
                setattr(row, name, value)

    with pytest.raises(ValueError, match="written once"):
        change()


# Scans --------------------------------------------------------------------------------------


@pytest.mark.parametrize("scan", [PDF, b"\x89PNG\r\n\x1a\n...", b"\xff\xd8\xff\xe0..."])
def test_the_page_with_a_signature_is_kept_with_it(year: Year, scan: bytes) -> None:
    signature = sign_one(year, year.seal(), year.tenants, scan=scan, scan_name="blad.pdf")
    with year.store.reading() as session:
        kept = session.get_one(Signature, signature)
        assert (kept.scan, kept.scan_name) == (scan, "blad.pdf")


@pytest.mark.parametrize(
    "scan", [b"", b"PK\x03\x04 a document", PDF + b"\0" * SCAN_BYTES], ids=["empty", "zip", "big"]
)
def test_what_is_no_page_or_too_large_is_refused(year: Year, scan: bytes) -> None:
    sealed = year.seal()
    with pytest.raises(Refused) as refused:
        sign_one(year, sealed, year.tenants, scan=scan)
    assert refused.value.field == "scan"
    with year.store.reading() as session:
        assert session.scalars(select(Signature.id)).all() == []


def test_a_page_may_come_later_but_once(year: Year) -> None:
    [signature, *_others] = year.sign(year.seal())
    add_scan(year.store, year.who, signature, PDF, "blad.pdf")
    with pytest.raises(Refused):
        add_scan(year.store, year.who, signature, PDF, "ander blad.pdf")


def test_the_trail_holds_the_fingerprint_of_a_page_and_not_the_page(
    year: Year, store: Store
) -> None:
    sign_one(year, year.seal(), year.tenants, scan=PDF)
    with store.reading() as session:
        trail = session.scalars(select(AuditEntry.changes)).all()
    assert not [changes for changes in trail if "handtekening" in changes]


def test_sealing_in_another_window_keeps_its_signatures_when_the_seal_is_undone(
    year: Year, store: Store, who: Actor, data: Any
) -> None:
    sealed = year.seal()
    other = Store.open(data)
    other.now = store.now
    sign(other, who, sealed, year.tenants, None, "Morgenveld", "voorzitter")
    other.close()
    with pytest.raises(Refused):
        store.undo(who)


def test_sealing_without_asking_for_the_cycle_s_state_is_not_possible(
    year: Year, store: Store, who: Actor
) -> None:
    with pytest.raises(Refused):
        seal(store, who, year.cycle + 1)
