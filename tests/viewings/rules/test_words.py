"""R6: the word check finds words about a person and leaves words about a dwelling alone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.assets import resources
from desktop.language import in_language
from desktop.viewings.rules.words import Hit, WordCategory, check, sentence

C = WordCategory


@pytest.mark.parametrize(
    ("text", "word", "category"),
    [
        ("Mevrouw droeg een hoofddoek.", "hoofddoek", C.LOOKS),
        ("Twee hoofddoekjes", "hoofddoekjes", C.LOOKS),
        ("zij is MOSLIMA", "MOSLIMA", C.BELIEF),
        ("gaat naar de kerk", "kerk", C.BELIEF),
        ("Hij is een hartpatiënt.", "hartpatiënt", C.HEALTH),
        ("hoogzwanger", "hoogzwanger", C.HEALTH),
        ("een drugsverslaafde", "drugsverslaafde", C.HEALTH),
        ("burn-out gehad", "burn-out", C.HEALTH),
        ("haar ex-partner woont in de buurt", "ex-partner", C.FAMILY),
        ("de ex van meneer", "ex", C.FAMILY),
        ("gezin met drie kinderen", "gezin", C.FAMILY),
        ("een Turkse familie", "Turkse", C.ORIGIN),
        ("spreekt slecht Nederlands", "slecht Nederlands", C.ORIGIN),
        ("Eritreeër", "Eritreeër", C.ORIGIN),
        ("is lesbisch", "lesbisch", C.ORIENTATION),
        ("hoogbejaarde man", "hoogbejaarde", C.AGE),
        ("heeft schulden", "schulden", C.MONEY),
        ("zat in de gevangenis", "gevangenis", C.PAST),
        ("politieke voorkeur", "politieke voorkeur", C.POLITICS),
        ("past hier niet", "past hier niet", C.JUDGEMENT),
        ("wears a headscarf", "headscarf", C.LOOKS),
        ("She is pregnant", "pregnant", C.HEALTH),
        ("nice people", "nice people", C.JUDGEMENT),
    ],
)
def test_R6_words_about_a_person_are_found(text, word, category):
    first = check(text)[0]
    assert (first.word, first.category) == (word, category)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Even wachten op de sleutel.",
        "Eengezinswoning met tuin; de gezinswoning ernaast is al verhuurd.",
        "Reageer uiterlijk 12 december.",
        "Bewoners bieden afval gescheiden aan.",
        "De kinderwagen staat in de hal van het Kerkplein.",
        "De kraan in de badkamer lekt en de deur klemt.",
        "Zwarte schimmel op de muur, ruikt muf.",
        "De scheidingswand en het geaarde stopcontact zijn vernieuwd.",
        "Ik geloof dat de verwarming werkt.",
        "Mevrouw Jansen belde over de huur.",
        "De woning is rolstoeltoegankelijk en heeft een traplift.",
        "Kandidaat 3 wil de woning niet: te weinig buitenruimte.",
        "Zet een kruisje bij elk punt. De zorg voor de tuin is van iedereen.",
        "Rechts van de lift, links de trap; galerij met schuine helling.",
        "De sleutel past niet.",
        "The tap leaks and the window does not close.",
        "Please wait in the hall; the still air is dry.",
    ],
)
def test_R6_words_about_a_dwelling_raise_no_alarm(text):
    assert check(text) == ()


def test_R6_the_place_of_a_word_is_its_place_in_the_text():
    text = "Café: de ‘zieke’ buurman"
    (hit,) = check(text)
    assert text[hit.start : hit.end] == hit.word == "zieke"


def test_R6_accents_and_soft_hyphens_hide_nothing():
    assert check("hoofd\u00addoek")[0].category is C.LOOKS
    assert check("patie\u0308nt")[0].word == "patie\u0308nt"


def test_R6_every_word_of_a_text_is_found_in_its_order():
    assert [hit.word for hit in check("zwanger, met accent en een kind")] == [
        "zwanger",
        "accent",
        "kind",
    ]


def test_R6_the_sentence_names_the_word_and_what_to_do():
    with in_language("nl"):
        assert sentence(check("Zij draagt een hoofddoek.")) == (
            "Er staat ‘hoofddoek’. Schrijf niets over uiterlijk, geloof, gezondheid, gezin of "
            "afkomst. Haal het weg, of vraag een collega mee te lezen."
        )


def test_R6_the_sentence_names_each_word_once():
    hits = (Hit("ziek", C.HEALTH, 0, 4), Hit("ziek", C.HEALTH, 9, 13), Hit("ex", C.FAMILY, 5, 7))
    with in_language("nl"):
        assert sentence(hits).startswith("Er staat ‘ziek’, ‘ex’. ")


@pytest.mark.parametrize(("language", "least"), [("nl", 150), ("en", 100)])
def test_R6_the_lists_hold_enough_and_nothing_twice(language, least):
    lines = (resources() / "words" / f"{language}.txt").read_text("utf-8").splitlines()
    entries = [x for x in lines if x and not x.startswith(("#", "["))]
    assert len(entries) >= least
    doubled = {x for x in entries if entries.count(x) > 1}
    assert not doubled


@given(st.text())
def test_R6_any_text_can_be_checked(text):
    for hit in check(text):
        assert text[hit.start : hit.end] == hit.word


@given(
    st.lists(st.sampled_from(["ex", "partner", "gezin", "-", " ", "é", ",", "woning", "\u00ad"]))
)
def test_R6_hits_follow_each_other_without_overlap(parts):
    hits = check("".join(parts))
    assert all(one.end <= two.start for one, two in pairwise(hits))
