"""The papers of advice and consent, read back."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.advice.states import AdviceDecision
from desktop.language import in_language
from desktop.language.format import AMSTERDAM
from desktop.projects.actions.advice import (
    advice_received,
    decide_advice,
    draft_advice,
    send_advice,
)
from desktop.projects.actions.answers import note_visit
from desktop.projects.actions.consent import send_result
from desktop.projects.documents.consulting import (
    advice,
    consent_letters,
    consent_result,
    door_list,
)
from desktop.projects.rules.advice_points import Point
from desktop.projects.states import ConsentAnswer
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.consent import TODAY, Asking, begin_asking
from tests.support.estate import make_corporation
from tests.support.pdf import page_texts, words_of

NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
A = ConsentAnswer


@pytest.fixture(autouse=True)
def _letterhead(store: Store, who: Actor) -> None:
    make_corporation(store, who)


@pytest.fixture
def asking(store: Store, who: Actor) -> Asking:
    """Twelve homes of which number 12 is vacant; nine agree, one does not, one was tried."""
    asking = begin_asking(store, who, vacant=["12"])
    asking.say_all([str(n) for n in range(1, 10)], A.YES)
    asking.say("10", A.NO)
    note_visit(store, who, asking.tenancy("11"), at_home=False, on=date(2026, 11, 12))
    return asking


def test_each_household_gets_the_proposal_and_a_card_of_its_own(asking: Asking) -> None:
    with asking.store.reading() as session:
        paper = consent_letters.proposals(session, asking.round, NOW)
    pages = page_texts(paper)
    assert len(pages) == 22
    assert "Bewoner 1" in pages[0]
    assert "dak, gevel en ramen" in pages[0]
    assert "Dat zijn 8 van de 11 huishoudens" in pages[0]
    assert "2 november 2026" in pages[0]
    assert "Mijn antwoord op het voorstel" in pages[1]
    assert "Zonneveld 1" in pages[1]
    assert "Per post Woonstichting Morgenwonen, " in " ".join(pages[1].split())


def test_no_letter_shows_what_a_neighbour_answered(asking: Asking) -> None:
    send_result(asking.store, asking.who, asking.round, TODAY)
    with asking.store.reading() as session:
        made = consent_letters.notices(session, asking.round, NOW)
        sent = consent_letters.proposals(session, asking.round, NOW)
    notices = page_texts(made)
    assert len(notices) == 2
    assert "18 januari 2027" in notices[0]
    assert "Van de 11 huishoudens zijn er 9 akkoord" in notices[0]
    for page, own in (*zip(notices, ("10", "11"), strict=True), (page_texts(sent)[0], "1")):
        others = {f"Bewoner {n}" for n in range(1, 13)} - {f"Bewoner {own}"}
        assert not [name for name in others if name in page.split("\n")]


def test_a_notice_is_for_when_seventy_percent_agree(store: Store, who: Actor) -> None:
    asking = begin_asking(store, who)
    with store.reading() as session, pytest.raises(Refused, match="70 %"):
        consent_letters.notices(session, asking.round, NOW)
    asking.say("1", A.YES)
    asking.say("2", A.NO)
    with store.reading() as session:
        words = words_of(consent_result.make(session, asking.round, NOW))
    assert "In dit gebouw zijn 12 woningen. Vanaf 10 woningen is 70 % genoeg" in words
    assert "Ja 1 8 % Nee 1 8 % Geen antwoord 10 83 %" in words
    assert "De aandelen zijn afgerond." in words


def test_the_door_list_has_a_page_for_each_staircase_and_no_reasons(asking: Asking) -> None:
    with asking.store.reading() as session:
        paper = door_list.make(session, asking.round, NOW)
    pages = page_texts(paper)
    assert len(pages) == 3
    assert "Portiek A" in pages[0]
    assert "Bewoner 1" in pages[0]
    assert "Bewoner 5" not in pages[0]
    assert "Iedereen hier heeft geantwoord." in pages[0]
    assert "1 huishouden heeft niet geantwoord." in pages[2]
    assert "12 nov" in pages[2]
    assert "leeg" in pages[2]


def test_the_result_has_numbers_only(asking: Asking) -> None:
    with asking.store.reading() as session:
        before = consent_result.make(session, asking.round, NOW)
    assert "TUSSENSTAND" in "".join(page_texts(before))
    send_result(asking.store, asking.who, asking.round, TODAY)
    with asking.store.reading() as session:
        paper = consent_result.make(session, asking.round, NOW)
    [page] = page_texts(paper)
    assert "9 akkoord (82 %)" in page
    assert "70 % = 8" in page
    assert "70 % is gehaald" in page
    with in_language("en"), asking.store.reading() as session:
        assert page_texts(consent_result.make(session, asking.round, NOW)) == [page]
    assert "Bewoner" not in page
    assert "Zonneveld 1" not in page


def test_an_advice_is_asked_and_answered_on_paper(
    store: Store, who: Actor, renovation: int
) -> None:
    request = draft_advice(
        store, who, renovation, asked_of="Huurdersvereniging Samen Morgenveld",
        subject="Nieuw dak", topic="b", reasons="Het dak lekt.", consequences="Zes weken herrie.",
    )  # fmt: skip
    with store.reading() as session:
        draft = "".join(page_texts(advice.request(session, request, NOW)))
        with pytest.raises(Refused):
            advice.answer(session, request, NOW)
    assert "CONCEPT" in draft
    send_advice(store, who, request, date(2026, 9, 1))
    advice_received(store, who, request, date(2026, 10, 6), "Doe het in de zomer.")
    points = [
        Point("Doe het in de zomer.", AdviceDecision.NOT, "Dan is het te laat."),
        Point("Begin om acht uur.", AdviceDecision.FOLLOWED),
    ]
    decide_advice(store, who, request, points=points, on=date(2026, 10, 16))
    with store.reading() as session:
        [asked] = page_texts(advice.request(session, request, NOW))
        [answered] = page_texts(advice.answer(session, request, NOW))
    assert "13 oktober 2026" in asked
    assert "Het dak lekt." in asked
    assert "Zes weken herrie." in asked
    for words in ("Dan is het te laat.", "Begin om acht uur.", "Gevolgd", "deel van uw advies"):
        assert words in answered
    with in_language("en"), store.reading() as session:
        paper = advice.request(session, request, NOW)
    # Who works in English finds it by an English name; the organisation reads Dutch.
    assert paper.title == "Request for advice: Nieuw dak"
    assert page_texts(paper) == [asked]
