"""Parts of a paper: each on pages of its own, with its number, footer and bookmark."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.documents import letter
from desktop.documents.flowables import Box, TickBox, Ticks, WritingLines, marked, text
from desktop.documents.letterhead import Letterhead
from desktop.documents.pages import Part, Sheet
from desktop.documents.paper import Paper
from desktop.documents.tables import table
from tests.support.pdf import bookmarks, outside_the_page, page_texts, right_of, size_of

HEAD = Letterhead("Woonstichting Morgenwonen")


def printed(*parts: Part) -> Paper:
    return letter.finish("test", lambda: "Proef", parts, HEAD, date(2026, 11, 23))


def test_a_part_without_content_is_a_page():
    assert len(page_texts(printed(Part([], "Leeg", "voet")))) == 1


@pytest.mark.parametrize("sheet", list(Sheet))
def test_a_letter_that_just_fills_its_page_has_no_empty_page_after_it(sheet: Sheet):
    lines = [[text("regel")] * n for n in range(20, 80)]
    pages = page_texts(printed(*(Part(story, "", "voet", sheet=sheet) for story in lines)))
    assert [page for page in pages if "regel" not in page] == []


@pytest.mark.parametrize(
    ("sheet", "size"),
    [
        (Sheet.LETTER, (210, 297)),
        (Sheet.PAGE, (210, 297)),
        (Sheet.BARE, (210, 297)),
        (Sheet.WIDE, (297, 210)),
        (Sheet.POSTER, (297, 420)),
    ],
)
def test_a_sheet_lies_as_it_is_asked(sheet: Sheet, size: tuple[int, int]):
    assert size_of(printed(Part([text("x")], "", "voet", sheet=sheet))) == size


def test_standing_and_lying_parts_can_follow_each_other():
    paper = printed(
        Part([text("een")], "", "voet"),
        Part([text("twee")], "", "voet", sheet=Sheet.WIDE),
        Part([text("drie")], "", "voet", sheet=Sheet.LETTER),
    )
    assert [size_of(paper, page) for page in range(3)] == [(210, 297), (297, 210), (210, 297)]


def test_headings_with_a_bookmark_stand_below_their_part():
    paper = printed(Part([text("Kop", "question", bookmark="Kop")], "Deel", "voet"))
    assert bookmarks(paper) == [(0, "Deel", 0), (1, "Kop", 0)]


def test_headings_of_a_part_without_bookmark_stand_at_the_top():
    paper = printed(Part([text("Kop", "question", bookmark="Kop")], "", "voet"))
    assert bookmarks(paper) == [(0, "Kop", 0)]


def test_the_letterhead_stands_on_the_first_page_of_a_part_only():
    paper = printed(Part([text("woord " * 3000)], "", "voet"))
    with_head = ["Woonstichting Morgenwonen" in page for page in page_texts(paper)]
    assert with_head[0]
    assert not any(with_head[1:])


def test_a_table_repeats_its_headings_on_the_next_page():
    rows = [[str(n), "x"] for n in range(120)]
    pages = page_texts(printed(Part([table(["Nummer", "Wat"], rows, [100, 100])], "", "voet")))
    assert len(pages) > 1
    assert all("Nummer" in page for page in pages)


def test_a_box_longer_than_a_page_goes_on_at_the_next():
    rows = [(marked("Waar", "box label"), text(f"regel {n}", "box")) for n in range(80)]
    pages = page_texts(printed(Part([Box(rows)], "", "voet")))
    assert len(pages) == 3
    assert "regel 79" in pages[-1]


def test_words_that_are_very_long_stay_on_the_page():
    long = "W" * 300
    paper = printed(
        Part(
            [
                text(long),
                TickBox(long),
                Ticks(["ja", "nee", "misschien"] * 12),
                WritingLines(2, label=long),
                table([long, "x"], [[long, long]], [100, 100]),
                Box([(marked(long, "box label"), text(long, "box"))]),
            ],
            long,
            long,
        )
    )
    assert outside_the_page(paper) == []


def test_words_are_never_taken_for_markup():
    page = page_texts(printed(Part([text("<b>1 < 2 & 3</b>")], "", "voet")))[0]
    assert "<b>1 < 2 & 3</b>" in page


def test_a_row_goes_to_the_next_page_as_a_whole():
    rows = [[[text(f"rij {n:02}"), *[text("regel")] * 9, text(f"slot {n:02}")]] for n in range(9)]
    pages = page_texts(printed(Part([table(["Kop"], rows, [300])], "", "voet")))
    for n in range(9):
        assert any(f"rij {n:02}" in page and f"slot {n:02}" in page for page in pages)


def test_a_row_that_fits_on_no_page_is_cut():
    row = ["begin", "woord " * 6000]
    paper = printed(Part([table(["Kop", "Wat"], [row], [100, 300])], "", "voet"))
    pages = page_texts(paper)
    assert "".join(pages).count("woord") == 6000
    assert ["begin" in page for page in pages] == [True] + [False] * (len(pages) - 1)
    assert not outside_the_page(paper)


def test_a_cut_row_begins_below_the_row_before_it_and_the_heading_stands_once_on_a_page():
    rows = [["kort", "een"], ["lang", "woord " * 2000], ["kort", "drie"]]
    pages = page_texts(printed(Part([table(["Kop", "Wat"], rows, [100, 300])], "", "voet")))
    assert "een" in pages[0]
    assert "woord" in pages[0]
    assert {page.count("Kop") for page in pages} == {1}


def test_figures_end_below_each_other():
    rows = [["Bank", "9"], ["Gevel", "10.000"]]
    paper = printed(Part([table(["Idee", "Kosten"], rows, [100, 100], figures=(1,))], "", "voet"))
    ends = {words: right_of(paper, words) for words in ("Kosten", "9", "10.000")}
    assert max(ends.values()) - min(ends.values()) < 1
    assert right_of(paper, "Gevel") - right_of(paper, "Bank") > 1
