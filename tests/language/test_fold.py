"""Words as they are compared: one spelling for all that a reader takes as the same."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.fold import fold


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Kadeflat 214", "kadeflat 214"),
        ("  E-mail: ", "e mail"),
        ("Çiçek", "cicek"),
        ("EÉN", "een"),
        ("Straße", "strasse"),
        ("", ""),
    ],
)
def test_marks_accents_and_capitals_make_no_difference(words: str, folded: str) -> None:
    assert fold(words) == folded


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_words_fold_as_those_with_accents_do(words: str) -> None:
    with_accent = f"{words} é"
    assert f"{fold(words)} e".strip() == fold(with_accent)


@given(st.text())
def test_what_is_folded_folds_to_itself(words: str) -> None:
    once = fold(words)
    assert fold(once) == once


@given(st.text())
def test_no_accent_is_left(words: str) -> None:
    assert not [sign for sign in fold(words) if unicodedata.combining(sign)]
