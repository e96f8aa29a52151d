"""Which complexes are of one type in the evaluation (section 6, question 2)."""

from __future__ import annotations

import pytest

from desktop.language import in_language
from desktop.viewings.rules.complex_types import (
    Trait,
    age_words,
    shared_words,
    size_words,
    trait_words,
    turnover_words,
)


@pytest.mark.parametrize(
    ("dwellings", "words"),
    [
        (0, "aantal woningen niet ingevuld"),
        (1, "tot en met 50 woningen"),
        (50, "tot en met 50 woningen"),
        (51, "51 tot en met 100 woningen"),
        (100, "51 tot en met 100 woningen"),
        (101, "meer dan 100 woningen"),
    ],
)
def test_complexes_are_grouped_by_size(dwellings: int, words: str):
    assert size_words(dwellings) == words


@pytest.mark.parametrize(
    ("age_from", "age_to", "words"),
    [
        (None, None, "voor alle leeftijden"),
        (18, None, "voor alle leeftijden"),
        (55, None, "voor ouderen"),
        (65, None, "voor ouderen"),
        (18, 27, "voor jongeren"),
        (None, 27, "voor jongeren"),
    ],
)
def test_complexes_are_grouped_by_their_age_label(
    age_from: int | None, age_to: int | None, words: str
):
    assert age_words(age_from, age_to) == words


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (5.0, "tot en met 5 % per jaar"),
        (5.9, "5 tot en met 8 % per jaar"),
        (8.0, "5 tot en met 8 % per jaar"),
        (8.1, "meer dan 8 % per jaar"),
    ],
)
def test_complexes_are_grouped_by_turnover(percent: float, words: str):
    assert turnover_words(percent) == words


def test_which_rooms_are_shared_does_not_matter():
    assert shared_words("koffiehoek") == shared_words("wasruimte en tuin")
    assert shared_words(" ") != shared_words("koffiehoek")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_trait_has_a_word_of_its_own(language: str):
    with in_language(language):
        assert len({trait_words(trait) for trait in Trait}) == len(Trait)
