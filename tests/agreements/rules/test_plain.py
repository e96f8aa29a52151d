"""Hints for plain words: jargon with another word, and sentences that are too long."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.plain import HintKind, hint_sentence, hints, sentences
from desktop.assets import resources


def words(count: int) -> str:
    return " ".join(["huis"] * count) + "."


def said(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Er komen in 2026 60 nieuwe sociale huurwoningen bij.",
        "Hoogstens 8 gezinnen verliezen hun huis door huurschuld.",
        "We lopen 8 keer samen door een wijk.",
        "",
    ],
)
def test_a_plain_text_gets_no_hint(text: str) -> None:
    assert hints(text) == ()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("De aftoppingsgrens stijgt.", "aftoppingsgrens"),
        ("Aftoppingsgrenzen stijgen.", "Aftoppingsgrenzen"),
        ("Het bod is klaar.", "bod"),
        ("De EI daalt.", "EI"),
        ("Dit zijn DAEB-woningen.", "DAEB-woningen"),
        ("De energie-index daalt.", "energie-index"),
        ("Wij gaan passend  toewijzen.", "passend  toewijzen"),
    ],
)
def test_jargon_is_pointed_out_where_it_stands(text: str, word: str) -> None:
    (hint,) = hints(text)
    assert hint.kind is HintKind.JARGON
    assert text[hint.start : hint.end] == hint.words == word
    assert hint.instead


@pytest.mark.parametrize(
    "text", ["Een ei bij het ontbijt.", "De boden komen.", "Ti en do.", "Verbod op roken."]
)
def test_a_word_that_only_looks_like_jargon_gets_no_hint(text: str) -> None:
    assert hints(text) == ()


@pytest.mark.parametrize(
    ("count", "kind"),
    [(15, None), (16, HintKind.LONG), (20, HintKind.LONG), (21, HintKind.TOO_LONG)],
)
def test_a_sentence_may_have_fifteen_words_and_never_more_than_twenty(
    count: int, kind: HintKind | None
) -> None:
    found = hints(words(count))
    assert [hint.kind for hint in found] == ([kind] if kind else [])
    assert all(hint.count == count for hint in found)


def test_a_hint_is_said_in_words() -> None:
    jargon, long = hints(f"De aftoppingsgrens stijgt. {words(18)}")
    assert "aftoppingsgrens" in hint_sentence(jargon)
    assert "huurtoeslag" in hint_sentence(jargon)
    assert "18 woorden" in hint_sentence(long)
    assert "twee zinnen" in hint_sentence(hints(words(25))[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een. Twee! Drie?", ["Een.", "Twee!", "Drie?"]),
        ("Er zijn 4.200 woningen. Klaar.", ["Er zijn 4.200 woningen.", "Klaar."]),
        ("Zie art. 44 van de wet.", ["Zie art. 44 van de wet."]),
        ("Bomen, struiken enz. komen terug.", ["Bomen, struiken enz. komen terug."]),
        ("Eerste regel\nTweede regel", ["Eerste regel", "Tweede regel"]),
        ("“Doe mee.” Graag!", ["“Doe mee.”", "Graag!"]),
        ("…", ["…"]),
    ],
)
def test_sentences_end_where_people_end_them(text: str, expected: list[str]) -> None:
    assert said(text) == expected


def test_what_is_said_instead_is_no_jargon_itself() -> None:
    listed = tomllib.loads((resources() / "agreements" / "jargon.nl.toml").read_text("utf-8"))
    forms = [form for entry in listed["word"] for form in entry["forms"]]
    assert len(forms) == len(set(forms))
    assert [entry["instead"] for entry in listed["word"] if hints(entry["instead"])] == []


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    for hint in hints(text):
        assert 0 <= hint.start < hint.end <= len(text)
        assert hint_sentence(hint)


@given(st.text(alphabet=st.sampled_from("ab .!?\n👩‍👩‍👧שלום")))
def test_nothing_but_white_space_falls_outside_the_sentences(text: str) -> None:
    assert "".join("".join(said(text)).split()) == "".join(text.split())
