from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from immutables import Map

from desktop.documents.paper import Paper
from desktop.floorplans.documents.papers import plan_paper
from desktop.floorplans.plan import Home, LowCeiling, Plan, Point, WallKind
from desktop.floorplans.wording import disclaimer
from desktop.language import _, in_language
from tests.support.homes import furnished_home, two_storeys
from tests.support.pdf import (
    fonts_not_embedded,
    language_of,
    outside_the_page,
    page_texts,
    size_of,
    words_of,
)
from tests.support.pdf_lines import widths_mm
from tests.support.plans import grid, rectangle, wall, with_walls

DAY = date(2026, 11, 25)


def sheet(home: Home, *scales: int) -> Paper:
    return plan_paper(home, "fam. Jansen", DAY, scales or (50, 100))


@pytest.mark.parametrize(("scale", "on_paper_mm"), [(50, 100.0), (100, 50.0)])
def test_a_wall_of_five_metres_is_as_long_as_the_scale_says(scale: int, on_paper_mm: float) -> None:
    alone = with_walls(Plan(), wall((0, 0), (5_000, 0)))
    widths = widths_mm(sheet(Home((alone,)), scale))
    assert any(abs(width - on_paper_mm) < 0.1 for width in widths)


def test_the_title_block_says_whose_sketch_it_is_when_and_to_which_scale() -> None:
    words = words_of(sheet(furnished_home()))
    assert "fam. Jansen" in words
    assert "25 november 2026" in words
    assert "1 : 50" in words
    assert "1 / 1" in words


def test_long_names_stand_whole_in_the_title_block() -> None:
    name = "Familie Jansen-de Vries van der Berg"
    assert name in words_of(plan_paper(furnished_home(), name, DAY, (50,)))
    very_long = "Familie Van den Heuvel-Timmermans en de heer Oosterhout-Janssen"
    words = words_of(plan_paper(furnished_home(), very_long, DAY, (50,)))
    assert very_long in words


def test_every_sheet_says_that_it_is_a_sketch_and_no_test() -> None:
    for words in page_texts(sheet(two_storeys())):
        assert disclaimer() in " ".join(words.split())


def test_rooms_have_their_name_and_area() -> None:
    words = words_of(sheet(furnished_home()))
    for room, area in [("Woonkamer", "25,5 m²"), ("Toilet", "2,2 m²"), ("Keuken", "11,5 m²")]:
        assert room in words
        assert area in words


def test_chains_give_the_whole_size_and_from_wall_to_wall_on_two_sides() -> None:
    words = words_of(sheet(furnished_home()))
    for length in ("8,90 m", "2,25 m", "3,10 m", "3,55 m", "7,00 m", "3,05 m", "2,40 m", "1,55 m"):
        assert length in words


def test_a_line_that_the_tenant_measured_says_its_length() -> None:
    assert "5,00 m" in words_of(sheet(furnished_home()))


def test_the_own_wish_and_what_does_not_fit_stand_beside_the_drawing() -> None:
    words = words_of(sheet(furnished_home()))
    assert "Een keuken waar we met z'n vieren eten." in words
    assert _("Does the plan work?") in words
    # The source is a sentence of its own, no brackets within brackets.
    assert "Bouwbesluit 2012" in words
    assert "(Bbl (" not in words
    assert "Er is nog geen badkamer" in words


def test_the_legend_tells_only_what_is_in_the_drawing() -> None:
    with_all = words_of(sheet(furnished_home()))
    for word in (_("Outer wall"), _("Inner wall"), _("Door"), _("Passage"), _("Window")):
        assert word in with_all
    assert _("Load-bearing wall") not in with_all
    bare = words_of(sheet(Home((rectangle(4_000, 3_000, 100),))))
    assert _("Outer wall") in bare
    assert _("Passage") not in bare


def test_the_line_of_a_low_ceiling_is_explained() -> None:
    corners = (Point(0, 0), Point(4_000, 0), Point(4_000, 900), Point(0, 900))
    attic = replace(rectangle(4_000, 3_000, 100), low_ceilings=Map({90: LowCeiling(corners)}))
    assert _("Ceiling under 1.5 m") in words_of(sheet(Home((attic,))))


def test_each_storey_has_a_sheet_of_its_own() -> None:
    first, second = page_texts(sheet(two_storeys()))
    assert "Begane grond" in first
    assert "Woonkamer" in first
    assert "Verdieping" in second
    assert "Slaapkamer" in second


@pytest.mark.parametrize(
    ("width", "depth", "paper", "scale"),
    [
        (5_000, 8_000, (210, 297), "1 : 50"),
        (8_600, 6_700, (297, 210), "1 : 50"),
        (9_000, 15_000, (297, 420), "1 : 50"),
        (14_000, 10_000, (420, 297), "1 : 50"),
        (20_000, 15_000, (420, 297), "1 : 100"),
    ],
)
def test_the_smallest_paper_is_taken_on_which_the_home_fits(
    width: int, depth: int, paper: tuple[int, int], scale: str
) -> None:
    made = sheet(Home((rectangle(width, depth, 300),)))
    assert size_of(made) == paper
    assert scale in words_of(made)


def test_what_fits_on_no_paper_is_cut_into_parts_that_overlap() -> None:
    made = sheet(Home((grid(10),)), 50)
    texts = page_texts(made)
    parts = [text for text in texts if "15 mm" in text]
    assert "A1" in parts[0]
    assert all("1 : 50" in part for part in parts)
    assert "1 : 200" in texts[0]
    assert len(parts) == 6
    # The rooms at the edge of a part stand on the next one too.
    assert sum(text.count("8,4 m²") for text in parts) >= 64


def test_nothing_stands_outside_the_page_and_every_font_is_in_the_file() -> None:
    for home in (furnished_home(), two_storeys()):
        made = sheet(home)
        assert outside_the_page(made) == []
        assert fonts_not_embedded(made) == set()


def test_a_sheet_in_english_is_english_all_over() -> None:
    with in_language("en"):
        made = sheet(furnished_home())
    assert language_of(made) == "en-GB"
    assert "Living room" in words_of(made)
    assert "Does the plan work?" in words_of(made)


def test_an_empty_sheet_is_a_page_too() -> None:
    assert disclaimer() in words_of(sheet(Home()))


def test_a_very_long_wish_goes_on_on_a_page_of_its_own() -> None:
    home = replace(furnished_home(), wish="Een erker met een bank. " * 200)
    made = sheet(home)
    assert len(page_texts(made)) > 1
    assert words_of(made).count("Een erker") == 200
    (with_heading,) = [page for page in page_texts(made) if _("My own wish") in page]
    assert "Een erker" in with_heading


def test_load_bearing_walls_are_told_apart() -> None:
    plan = with_walls(
        rectangle(4_000, 3_000, 300), wall((2_000, 0), (2_000, 3_000), 150, WallKind.LOAD_BEARING)
    )
    assert _("Load-bearing wall") in words_of(sheet(Home((plan,))))
