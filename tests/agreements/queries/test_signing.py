"""The list before signing, and which signatures are void because the text changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.agreements.actions.agreements import change_agreement, move_agreement
from desktop.agreements.actions.clauses import amend
from desktop.agreements.actions.commitments import change_commitment, remove_commitment
from desktop.agreements.actions.consulting import no_advice_needed
from desktop.agreements.actions.indicators import add_indicator, change_indicator
from desktop.agreements.actions.signing import pass_without_replies
from desktop.agreements.actions.voices import add_input
from desktop.agreements.queries.signatures import VoidSignature, changed_since_signing, standing
from desktop.agreements.queries.signing import Check, SigningView, Subject, signing_view
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.rules.signing import Part
from desktop.agreements.states import AgreementState, Direction, InputChannel
from desktop.feature import Place
from desktop.store import Actor, Store
from tests.support.agreed import SECOND_TEXT, Year, make_year
from tests.support.beleid import TEXT

TODAY = date(2026, 11, 23)
TEXTS = {"BES-01": TEXT, "PAR-01": SECOND_TEXT}
WISH = IndicatorWish(
    name="opgeleverde woningen",
    direction=Direction.UP,
    goal_on=date(2026, 12, 31),
    source="opleverlijst",
    unit="aantal",
    baseline=Decimal(0),
    baseline_on=date(2025, 12, 31),
    goal=Decimal(60),
)


@pytest.fixture
def year(store: Store, who: Actor) -> Year:
    return make_year(store, who)


def view(year: Year) -> SigningView:
    with year.store.reading() as session:
        return signing_view(session, year.cycle)


def lines(year: Year, subject: Subject) -> list[Check]:
    return [check for check in view(year).checks if check.subject is subject]


def void(year: Year) -> tuple[VoidSignature, ...]:
    return view(year).void


# Property 12 --------------------------------------------------------------------------------


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_other_sign_in_any_clause_voids_all_signatures_and_says_which_clause(
    year: Year, data: st.DataObject
) -> None:
    if view(year).seal is None:
        year.sign(year.seal(), year.municipality, year.tenants)
    code = data.draw(st.sampled_from(sorted(TEXTS)))
    text = TEXTS[code]
    at = data.draw(st.integers(1, len(text) - 1))
    # A letter, another space, an accent that goes with the letter before it, an emoji.
    sign = data.draw(st.sampled_from(["x", " ", "\u0301", "🙂", "\u00a0"]))
    year.rewrite(text[:at] + sign + text[at:], code)
    assert [(one.party, one.changed) for one in void(year)] == [
        ("Gemeente Morgenveld", (code,)),
        ("Huurdersvereniging Samen Morgenveld", (code,)),
    ]
    assert void(year)[0].why == (
        "De tekst is veranderd na de handtekening van Gemeente Morgenveld. "
        "Alle partijen moeten opnieuw tekenen."
    )
    year.rewrite(text, code)
    assert void(year) == ()


# What is void -------------------------------------------------------------------------------


def test_signatures_under_an_older_text_stay_void_after_a_new_seal(year: Year) -> None:
    year.sign(year.seal(), year.municipality)
    year.rewrite(TEXT.replace("60", "61"))
    year.sign(year.seal(), year.tenants)
    [old] = void(year)
    assert (old.party, old.number, old.changed) == ("Gemeente Morgenveld", 1, ("BES-01",))
    assert [party.id for party in view(year).missing] == [year.municipality, year.corporation]


def test_a_promise_or_a_title_that_changed_voids_too(year: Year) -> None:
    year.sign(year.seal(), year.municipality)
    change_commitment(year.store, year.who, year.table.commitments[0], due_on=date(2026, 5, 1))
    change_agreement(year.store, year.who, year.agreements["PAR-01"], title="Antwoord in weken")
    assert [one.changed for one in void(year)] == [("BES-01", "PAR-01")]


def test_a_goal_that_changed_voids_too(year: Year) -> None:
    indicator = add_indicator(year.store, year.who, year.agreements["BES-01"], WISH)
    year.sign(year.seal(), year.municipality)
    change_indicator(year.store, year.who, indicator, replace(WISH, margin_percent=Decimal(5)))
    assert void(year) == ()
    change_indicator(year.store, year.who, indicator, replace(WISH, goal=Decimal("60.0")))
    assert void(year) == ()
    change_indicator(year.store, year.who, indicator, replace(WISH, goal=Decimal(59)))
    assert [one.changed for one in void(year)] == [("BES-01",)]


def test_an_agreement_that_lapses_between_the_signatures_voids_them(year: Year) -> None:
    year.sign(year.seal(), year.municipality)
    move_agreement(
        year.store, year.who, year.agreements["BES-01"], AgreementState.LAPSED, "Geen grond."
    )
    assert [one.changed for one in void(year)] == [("BES-01",)]


def test_nothing_is_void_before_a_signature_or_once_all_have_signed(year: Year) -> None:
    sealed = year.seal()
    assert void(year) == ()
    year.sign(sealed)
    year.table.write(year.agreements["BES-01"], "Een heel andere tekst.")
    assert void(year) == ()
    seal = view(year).seal
    assert seal is not None
    assert seal.holds
    assert len(seal.signatures) == 3


def test_what_was_changed_since_the_signing_is_told(year: Year) -> None:
    year.sign(year.seal())
    year.rewrite("De corporatie bouwt in 2026 50 woningen.")
    with year.store.reading() as session:
        assert changed_since_signing(standing(session, year.cycle)) == {}
    amend(year.store, year.who, year.agreements["BES-01"], "De grond is te nat.")
    add_indicator(year.store, year.who, year.agreements["PAR-01"], WISH)
    with year.store.reading() as session:
        assert changed_since_signing(standing(session, year.cycle)) == {
            "BES-01": (Part.TEXT,),
            "PAR-01": (Part.GOALS,),
        }
    assert [(check.sentence, check.place.id) for check in lines(year, Subject.SINCE)] == [
        ("BES-01 is anders dan ondertekend: de tekst.", year.agreements["BES-01"]),
        ("PAR-01 is anders dan ondertekend: hoe we meten.", year.agreements["PAR-01"]),
    ]


# The list before signing ---------------------------------------------------------------------


def test_a_year_that_is_ready_says_so_line_by_line(year: Year) -> None:
    no_advice_needed(
        year.store, year.who, year.agreements["BES-01"], "Het beleid blijft zoals het is."
    )
    shown = view(year)
    assert shown.ready
    assert [(check.subject, check.ok, check.sentence) for check in shown.checks] == [
        (Subject.AGREEMENTS, True, "Alle partijen zijn akkoord met alle 2 afspraken."),
        (Subject.PLAIN_TEXT, True, "Elke afspraak heeft een tekst in gewone taal."),
        (Subject.PARTIES, True, "Gemeente, corporatie en huurders zitten aan tafel."),
        (Subject.REPLIES, True, "Huurders hebben antwoord op alles wat ze inbrachten."),
        (Subject.SIGNATURES, False, "Gemeente Morgenveld moet nog tekenen."),
        (Subject.SIGNATURES, False, "Woonstichting Morgenwonen moet nog tekenen."),
        (Subject.SIGNATURES, False, "Huurdersvereniging Samen Morgenveld moet nog tekenen."),
    ]


def test_an_agreement_that_is_not_agreed_leads_to_its_page(year: Year) -> None:
    year.table.write(year.agreements["BES-01"], "De corporatie bouwt 55 woningen.")
    [line] = lines(year, Subject.AGREEMENTS)
    assert (line.sentence, line.stops) == ("BES-01: nog niet alle partijen zijn akkoord.", True)
    assert line.place == Place("agreements", "agreement", year.agreements["BES-01"])


def test_a_text_without_plain_words_stops_the_signing(year: Year) -> None:
    year.table.write(year.agreements["BES-01"], "De corporatie bouwt 55 woningen.", "")
    [line] = lines(year, Subject.PLAIN_TEXT)
    assert (line.ok, line.stops) == (False, True)
    assert "BES-01" in line.sentence


def test_questions_without_a_reply_are_counted_and_pass_with_a_reason(year: Year) -> None:
    for text in ("Zet een bank bij de lift.", "De bushalte is te ver."):
        add_input(year.store, year.who, year.cycle, text, InputChannel.LETTER)
    [line] = lines(year, Subject.REPLIES)
    assert line.sentence == "2 vragen van huurders hebben nog geen antwoord."
    assert line.can_pass
    assert not view(year).ready
    pass_without_replies(year.store, year.who, year.cycle, "het antwoord volgt in januari.")
    [line] = lines(year, Subject.REPLIES)
    assert line.sentence.endswith("U gaat door, want: het antwoord volgt in januari.")
    assert (line.ok, line.stops, view(year).ready) == (False, False, True)


def test_who_does_nothing_is_told_and_is_in_nobody_s_way(year: Year) -> None:
    for commitment in (year.table.commitments[0], year.table.commitments[2]):
        remove_commitment(year.store, year.who, commitment)
    [line] = lines(year, Subject.PROMISES)
    assert line.sentence == "BES-01: alleen de corporatie doet iets."
    remove_commitment(year.store, year.who, year.table.commitments[1])
    [line] = lines(year, Subject.PROMISES)
    assert line.sentence == "BES-01: nog geen partij zegt wat ze doet."
    assert view(year).ready


def test_who_signed_and_that_the_text_changed_since_is_in_the_list(year: Year) -> None:
    year.sign(year.seal(), year.municipality)
    first, *_others = lines(year, Subject.SIGNATURES)
    assert (first.ok, first.sentence) == (
        True,
        "Gemeente Morgenveld heeft getekend op 23 november 2026.",
    )
    year.rewrite(TEXT.replace("60", "61"))
    [line] = lines(year, Subject.TEXT)
    assert line.sentence == (
        "De tekst is veranderd na de handtekening van Gemeente Morgenveld. "
        "Alle partijen moeten opnieuw tekenen. Veranderd: BES-01."
    )
    assert not any(check.ok for check in lines(year, Subject.SIGNATURES))


def test_a_seal_that_nobody_signed_and_that_no_longer_holds_asks_for_another(year: Year) -> None:
    year.seal()
    year.rewrite(TEXT.replace("60", "61"))
    [line] = lines(year, Subject.TEXT)
    assert "opnieuw klaar" in line.sentence
    seal = view(year).seal
    assert seal is not None
    assert not seal.holds


def test_a_signed_year_has_every_line_in_order(year: Year) -> None:
    year.sign(year.seal())
    assert all(check.ok for check in view(year).checks)
    assert view(year).missing == ()
