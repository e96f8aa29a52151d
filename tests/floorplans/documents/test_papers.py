from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.paper import Paper
from desktop.floorplans import actions, templates
from desktop.floorplans.actions import EveningFacts, NewSketch
from desktop.floorplans.documents import printables
from desktop.floorplans.plan import Home
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.estate import make_corporation
from tests.support.homes import furnished_home, two_storeys
from tests.support.pdf import bookmarks, outside_the_page, page_texts, size_of, words_of
from tests.support.plans import rectangle

EVENING = EveningFacts("Nieuwbouw Houbenstaete", "woning type B", date(2026, 12, 3))
NAMES = ("Sara en Ali", "Oma Toos", "nr. 14")


@pytest.fixture
def evening(store: Store, who: Actor) -> int:
    make_corporation(store, who)
    evening = actions.plan_evening(store, who, EVENING)
    homes = (furnished_home(), two_storeys(), Home((rectangle(4_000, 3_000, 100),)))
    for name, home in zip(NAMES, homes, strict=True):
        actions.begin_sketch(store, who, NewSketch(name, home, evening_id=evening))
    return evening


def printed(store: Store, key: str, *numbers: int) -> Paper:
    (printable,) = [one for one in printables() if one.key == key]
    with store.reading() as session:
        return printable.make(session, [str(number) for number in numbers], store.now())


def test_a_drawing_is_printed_with_its_project_type_and_name(store: Store, evening: int) -> None:
    words = words_of(printed(store, "plan", 1))
    for said in ("Nieuwbouw Houbenstaete", "woning type B", "Sara en Ali"):
        assert said in words


def test_an_evening_has_a_cover_and_a_bookmark_for_each_name(store: Store, evening: int) -> None:
    paper = printed(store, "plan-evening", evening)
    cover, *sheets = page_texts(paper)
    assert "donderdag 3 december 2026" in cover
    for name in NAMES:
        assert name in cover
    assert [title for _level, title, _page in bookmarks(paper)] == [_("Contents"), *NAMES]
    assert [page for _level, _title, page in bookmarks(paper)] == [0, 1, 2, 4]
    assert len(sheets) == 4
    assert outside_the_page(paper) == []


def test_a_short_wish_stands_beside_the_drawing(store: Store, who: Actor, evening: int) -> None:
    """Where the column is full, less is told of why; no wish goes to a page of its own."""
    for wish in ("Een bad.", "De keuken aan de tuin.", "Een grote tafel waar iedereen aan past."):
        home = replace(templates.demonstration(), wish=wish)
        sketch = actions.begin_sketch(store, who, NewSketch("Wim", home, evening_id=evening))
        (only,) = page_texts(printed(store, "plan", sketch))
        assert wish in " ".join(only.split())


def test_an_evening_without_drawings_has_nothing_to_print(store: Store, who: Actor) -> None:
    evening = actions.plan_evening(store, who, EVENING)
    with pytest.raises(Refused) as refusal:
        printed(store, "plan-evening", evening)
    assert refusal.value.sentence == _("There is no drawing to print yet.")


def test_drawings_are_compared_on_one_sheet_to_one_scale(store: Store, evening: int) -> None:
    paper = printed(store, "plan-comparison", 1, 2, 3)
    (words,) = page_texts(paper)
    assert size_of(paper) == (420, 297)
    for name in NAMES:
        assert name in words
    assert "1 : 200" in words
    assert outside_the_page(paper) == []


def test_one_drawing_cannot_be_compared(store: Store, evening: int) -> None:
    with pytest.raises(Refused) as refusal:
        printed(store, "plan-comparison", 1)
    assert refusal.value.sentence == _("Choose two to six drawings to compare.")


def test_a_brief_has_the_areas_and_all_sketches_to_one_scale_and_no_name(
    store: Store, evening: int
) -> None:
    paper = printed(store, "design-brief", 1, 2, 3)
    words = words_of(paper)
    for said in (
        "Nieuwbouw Houbenstaete · woning type B · 3 schetsen van huurders",
        "Wat de meeste schetsen gemeen hebben", "Middelste helft", "Kleinste tot grootste",
        "Naast elkaar", "Alle schetsen op één schaal", "schaal 1:", "Schets 3",
    ):  # fmt: skip
        assert said in words
    assert not [name for name in NAMES if name in words]
    assert outside_the_page(paper) == []


def test_every_paper_has_an_example_in_an_evening_with_drawings(store: Store, evening: int) -> None:
    with store.reading() as session:
        for printable in printables():
            numbers = printable.example(session)
            assert numbers is not None
            assert printable.make(session, numbers, store.now()).pdf.startswith(b"%PDF")


def test_a_word_is_no_number_of_a_drawing(store: Store, evening: int) -> None:
    (plan, *_others) = printables()
    with store.reading() as session, pytest.raises(Refused):
        plan.make(session, ["Sara"], store.now())
