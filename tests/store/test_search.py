"""Finding things by the beginnings of their words."""

from __future__ import annotations

import pytest

from desktop.estate.model import Complex, Dwelling
from desktop.store import Actor, Store, search
from tests.support.acting import fail_halfway

KINDS = ["complex", "dwelling"]


@pytest.fixture
def estate(any_store: Store, any_who: Actor) -> dict[str, int]:
    with any_store.act(any_who, "test.make") as act:
        flats = [
            Complex(code="KADE", name="Kadeflat", city="Morgenveld"),
            Complex(code="ENE", name="Eénentachtig Çiçek", city="Morgenveld"),
        ]
        home = Dwelling(
            complex=flats[0], code="K-214", street="Kadeflat", house_number="214", city="Morgenveld"
        )
        act.session.add_all([*flats, home])
    return {"kade": flats[0].id, "eenentachtig": flats[1].id, "home": home.id}


@pytest.fixture
def estate_of_many(store: Store, who: Actor) -> list[str]:
    """Complexes whose names begin the same, the longest first."""
    names = ["Verzorgingshuis", "Verzorging", "Verzoek", "Vergeet-mij-niet", "Veste"]
    with store.act(who, "test.make") as act:
        act.session.add_all(Complex(code=name[:12], name=name) for name in names)
    return names


def titles(store: Store, words: str, kinds: list[str] = KINDS, most: int = 8) -> list[str]:
    with store.reading() as session:
        return [entry.title for entry in search.find(session, words, kinds, most)]


def test_the_beginning_of_a_word_is_enough(any_store: Store, estate: dict[str, int]) -> None:
    assert titles(any_store, "kad") == ["Kadeflat", "Kadeflat 214"]


def test_every_word_that_is_asked_must_be_there(any_store: Store, estate: dict[str, int]) -> None:
    assert titles(any_store, "214 kade") == ["Kadeflat 214"]
    assert titles(any_store, "kade 999") == []


def test_a_whole_word_of_the_title_comes_before_the_beginning_of_one(
    any_store: Store, any_who: Actor, estate: dict[str, int]
) -> None:
    with any_store.act(any_who, "test.make") as act:
        act.session.add_all(
            Dwelling(
                complex_id=estate["kade"],
                code=f"H-{number}",
                street="Havenflat",
                house_number=str(number),
                city="Morgenveld",
            )
            for number in (78, 77, 7, 70)
        )
    assert titles(any_store, "Havenflat 7")[0] == "Havenflat 7"
    assert titles(any_store, "7 haven", most=1) == ["Havenflat 7"]


@pytest.mark.parametrize("words", ["eenentachtig", "EÉNENTACHTIG", "cicek", "Çiç"])
def test_marks_and_capitals_do_not_matter(
    any_store: Store, estate: dict[str, int], words: str
) -> None:
    assert titles(any_store, words) == ["Eénentachtig Çiçek"]


@pytest.mark.parametrize("words", ["", "   ", "-", '"', "'", "*", "&|!", "(:*)", "\\"])
def test_signs_are_no_question(any_store: Store, estate: dict[str, int], words: str) -> None:
    assert titles(any_store, words) == []


@pytest.mark.parametrize("words", ['kade"', "kade*", "kade & !x", "'kade", "k-214"])
def test_signs_between_words_do_no_harm(
    any_store: Store, estate: dict[str, int], words: str
) -> None:
    titles(any_store, words)


def test_only_the_kinds_that_are_asked_are_found_in_their_order(
    any_store: Store, estate: dict[str, int]
) -> None:
    assert titles(any_store, "kade", ["dwelling"]) == ["Kadeflat 214"]
    assert titles(any_store, "kade", ["dwelling", "complex"]) == ["Kadeflat 214", "Kadeflat"]


def test_what_is_found_says_what_it_is(any_store: Store, estate: dict[str, int]) -> None:
    with any_store.reading() as session:
        (found,) = search.find(session, "214", KINDS)
    assert (found.kind, found.id, found.subtitle) == ("dwelling", estate["home"], "Morgenveld")


def test_at_most_so_many_of_a_kind_are_found(any_store: Store, any_who: Actor) -> None:
    with any_store.act(any_who, "test.make") as act:
        act.session.add_all([Complex(code=f"C{n}", name=f"Flat {n}") for n in range(20)])
    assert len(titles(any_store, "flat", most=5)) == 5


def test_a_new_name_is_found_and_the_old_one_no_longer(
    any_store: Store, any_who: Actor, estate: dict[str, int]
) -> None:
    with any_store.act(any_who, "test.rename") as act:
        complex_ = act.session.get_one(Complex, estate["kade"])
        complex_.name, complex_.code = "Parkflat", "PARK"
    assert titles(any_store, "park", ["complex"]) == ["Parkflat"]
    assert titles(any_store, "kade", ["complex"]) == []


def test_what_is_removed_is_not_found(
    any_store: Store, any_who: Actor, estate: dict[str, int]
) -> None:
    with any_store.act(any_who, "test.remove") as act:
        act.session.delete(act.session.get_one(Dwelling, estate["home"]))
    assert titles(any_store, "214") == []


def test_what_an_action_that_failed_wrote_is_not_found(any_store: Store, any_who: Actor) -> None:
    fail_halfway(any_store, any_who, Complex(code="WEG", name="Wegflat"))
    assert titles(any_store, "weg") == []


def test_the_beginning_of_a_long_word_is_enough_at_every_length(
    store: Store, estate_of_many: list[str]
) -> None:
    """Up to eight letters a beginning stands in the index itself, beyond that SQLite looks on."""
    word = estate_of_many[0]
    for length in range(1, len(word) + 1):
        assert word in titles(store, word[:length], ["complex"], most=20)


def test_what_is_added_to_the_index_at_once_is_found_and_goes_again(
    any_store: Store, any_who: Actor
) -> None:
    entries = [search.SearchEntry("complex", n, f"Weg {n}", "", f"Weg {n}") for n in range(1, 30)]
    with any_store.act(any_who, "test.index") as act:
        search.add(act.session, entries)
    assert titles(any_store, "weg 29") == ["Weg 29"]
    with any_store.act(any_who, "test.index") as act:
        search.remove(act.session, "complex", [29])
    assert titles(any_store, "weg 29") == []
