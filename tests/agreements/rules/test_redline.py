"""What changed between two texts: exact for a computer, in phrases for people."""

from itertools import pairwise
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.redline import Piece, PieceKind, accept, diff, reject

SAME, OUT, IN = PieceKind.SAME, PieceKind.OUT, PieceKind.IN

FIRST = "De corporatie streeft naar ongeveer 60 nieuwe woningen."
SECOND = "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen."
THIRD = (
    "De corporatie bouwt in 2026 60 nieuwe sociale huurwoningen, "
    "als de grond vóór 1 april bouwrijp is."
)
# Few words, so that examples have much in common.
WORDS = st.lists(st.sampled_from(["de", "grond", "is", " ", "  ", "\n", ".", ", ", "👩‍👧", "שלום"]))


def pieces(old, new):
    return [(piece.kind, piece.text) for piece in diff(old, new)]


@given(st.text(), st.text())
def test_accepting_every_change_gives_the_new_text_and_rejecting_the_old(old, new):
    found = diff(old, new)
    assert accept(found) == new
    assert reject(found) == old


@given(WORDS.map("".join), WORDS.map("".join))
def test_also_for_texts_that_have_much_in_common(old, new):
    found = diff(old, new)
    assert accept(found) == new
    assert reject(found) == old


@given(WORDS.map("".join), WORDS.map("".join))
def test_no_two_neighbours_are_of_one_kind_and_no_piece_is_empty(old, new):
    found = diff(old, new)
    assert all(piece.text for piece in found)
    assert all(a.kind is not b.kind for a, b in pairwise(found))


@given(st.text(min_size=1))
def test_a_text_that_stayed_is_one_piece(text):
    assert diff(text, text) == (Piece(SAME, text),)


def test_nothing_and_nothing_have_no_pieces():
    assert diff("", "") == ()


def test_a_condition_that_was_added_is_one_insertion_before_the_full_stop():
    assert pieces(SECOND, THIRD) == [
        (SAME, SECOND.removesuffix(".")),
        (IN, ", als de grond vóór 1 april bouwrijp is"),
        (SAME, "."),
    ]


def test_words_that_were_changed_after_one_another_read_as_one_phrase():
    assert pieces(FIRST, SECOND) == [
        (SAME, "De corporatie "),
        (OUT, "streeft naar ongeveer"),
        (IN, "bouwt in 2026"),
        (SAME, " 60 nieuwe "),
        (OUT, "woningen"),
        (IN, "sociale huurwoningen"),
        (SAME, "."),
    ]


def test_two_words_that_were_added_apart_do_not_strike_the_space_between():
    assert not [text for kind, text in pieces("grond", "de grond is") if kind is OUT]


def test_a_sentence_that_moved_up_leaves_the_others_alone():
    found = pieces("Wij bouwen. Wij meten.", "Wij praten. Wij bouwen. Wij meten.")
    assert found == [(IN, "Wij praten. "), (SAME, "Wij bouwen. Wij meten.")]


def test_an_accent_that_was_added_changes_the_word():
    assert pieces("voor april", "vóór april") == [
        (OUT, "voor"),
        (IN, "vóór"),
        (SAME, " april"),
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("een woord erbij " * 625, "een woord eraf " * 667),
        ("a b " * 2500, "b a a " * 1667),
        (". " * 5000, ". " * 2500 + "x" + ". " * 2400),
        ("\n" * 10_000, "\n" * 9_999 + " "),
        (("De grond is bouwrijp voor de woningen. " * 256)[:10_000], "Nee. " * 2000),
    ],
    ids=["words", "two words", "stops", "lines", "sentences"],
)
def test_a_text_of_ten_thousand_signs_is_compared_while_somebody_types(old, new):
    begin = perf_counter()
    found = diff(old, new)
    assert perf_counter() - begin < 1
    assert accept(found) == new
    assert reject(found) == old
