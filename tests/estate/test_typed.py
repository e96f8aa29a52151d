from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.estate.facts import DwellingFacts
from desktop.estate.typed import area_words, dwelling_typed, floor_words, rent_words
from desktop.language import in_language
from desktop.refused import Refused

NOTHING = {"code": "KF-1", "street": "Kadeflat", "house_number": "1"} | dict.fromkeys(
    ("floor", "rooms", "area_m2", "rent_cents"), ""
)


@pytest.mark.parametrize(
    ("field", "words", "meant"),
    [
        ("floor", "begane grond", 0),
        ("floor", "-1", -1),
        ("rooms", " 3 ", 3),
        ("area_m2", "67,5", Decimal("67.50")),
        ("rent_cents", "641,20", 64120),
        ("rent_cents", "641.20", 64120),
        ("rent_cents", "€ 1.200", 120000),
        ("rent_cents", "", None),
    ],
)
def test_a_number_is_read_as_people_type_it(field: str, words: str, meant: object) -> None:
    assert getattr(dwelling_typed({**NOTHING, field: words}), field) == meant


@pytest.mark.parametrize(
    ("field", "words"),
    [("floor", "hoog"), ("rooms", "2,5"), ("area_m2", "1e400"), ("rent_cents", "NaN")],
)
def test_what_is_no_number_is_refused_at_its_field(field: str, words: str) -> None:
    with pytest.raises(Refused, match=words) as refusal:
        dwelling_typed({**NOTHING, field: words})
    assert refusal.value.field == field


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_number_that_is_shown_reads_as_itself(language: str) -> None:
    facts = DwellingFacts("KF-1", "Kadeflat", "1", "", "", "", 0, 3, Decimal("1100.5"), 120005)
    with in_language(language):
        shown = {
            **vars(facts),
            "floor": floor_words(facts.floor),
            "rooms": str(facts.rooms),
            "area_m2": area_words(facts.area_m2),
            "rent_cents": rent_words(facts.rent_cents),
        }
        assert dwelling_typed(shown) == facts
