"""The report of a walk, read back: where, by whom, how far; never who reported it."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from desktop.documents.paper import Paper
from desktop.projects.actions.findings import (
    add_finding_photo,
    note_finding,
    refer_finding,
    refuse_finding,
    solve_finding,
    take_up_finding,
)
from desktop.projects.actions.inspections import add_map, finish_inspection, start_inspection
from desktop.projects.documents.walks import report
from desktop.projects.queries.inspections import inspection_line
from desktop.projects.states import FindingKind
from desktop.store import Actor, Store
from tests.support import pictures
from tests.support.estate import make_organisations
from tests.support.pdf import outside_the_page, page_texts, words_of

K = FindingKind


@pytest.fixture
def walk(store: Store, who: Actor, renovation: int) -> int:
    """Four findings, of which one has a photo before and one after; and an older walk."""
    with store.act(who, "test.letterhead") as act:
        make_organisations(act.session)
    map_id = add_map(store, who, renovation, "Noord", pictures.photo("white"), 300)
    older = start_inspection(store, who, renovation, "Rondje Zuid", on=date(2026, 6, 2))
    note_finding(store, who, older, kind=K.GREEN, place="Zuidplein")
    walk = start_inspection(store, who, renovation, "Rondje Noord", map_id=map_id)
    ids = [
        note_finding(store, who, walk, pictures.photo("black"), kind=K.LIGHTING, x=2000, y=2000,
                     place="Pad naar de bus", what="Lamp stuk", reporter="mevrouw Geheim"),
        note_finding(store, who, walk, kind=K.LITTER, x=3000, y=3000),
        note_finding(store, who, walk, kind=K.LITTER, place="Noordpad 12"),
        note_finding(store, who, walk, kind=K.UNSAFE, place="Hoek <A> & B"),
    ]  # fmt: skip
    take_up_finding(store, who, ids[0], "Onderhoud", date(2026, 12, 1))
    solve_finding(store, who, ids[0], pictures.photo("yellow"))
    take_up_finding(store, who, ids[1], "Schoonmaak", date(2026, 12, 4))
    refer_finding(store, who, ids[2], "Gemeente", "Wij komen in week 50.")
    refuse_finding(store, who, ids[3], "Dit is grond van de haven.")
    finish_inspection(store, who, walk, 5)
    return walk


def made(store: Store, walk: int) -> Paper:
    with store.reading() as session:
        return report.make(session, walk, store.now())


def pictures_in(paper: Paper) -> int:
    """How many pictures stand on its pages."""
    return sum(
        1
        for page in pypdfium2.PdfDocument(paper.pdf)
        for _one in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
    )


def test_it_tells_of_every_finding_what_becomes_of_it(store: Store, walk: int) -> None:
    paper = made(store, walk)
    words = words_of(paper)
    for told in (
        "gelopen op maandag 23 november 2026 · 5 mensen liepen mee",
        "4 bevindingen: opgepakt 1, opgelost 1, doorverwezen 1, dit doen we niet 1.",
        "Wie: Schoonmaak Klaar vóór: vr 4 dec",
        "Opgelost op ma 23 nov.",
        "Zij zeggen: Wij komen in week 50.",
        "Dit doen we niet: Dit is grond van de haven.",
        "Hoek <A> & B",
        "Staat: opgepakt",
    ):
        assert told in words
    assert "Geheim" not in words
    assert b"Geheim" not in paper.pdf
    assert outside_the_page(paper) == []
    assert paper.file_name == "2026-11-23 Schouwrapport Rondje Noord.pdf"


def test_it_has_the_map_and_the_photos_before_and_after(store: Store, walk: int) -> None:
    paper = made(store, walk)
    assert pictures_in(paper) == 3
    assert "Vóór Na" in " ".join(page_texts(paper)[-1].split())


def test_every_photo_of_a_finding_is_there_and_who_takes_up_nothing_is_said(
    store: Store, who: Actor, walk: int
) -> None:
    gate = note_finding(store, who, walk, pictures.photo("red"), kind=K.DAMAGE, place="Poort")
    before = pictures_in(made(store, walk))
    for colour in ("green", "blue", "white"):
        add_finding_photo(store, who, gate, pictures.photo(colour))
    paper = made(store, walk)
    assert pictures_in(paper) == before + 3
    assert "Staat: gemeld Nog niemand pakt dit op." in words_of(paper)
    assert outside_the_page(paper) == []


def test_its_counts_are_those_of_the_screen(store: Store, walk: int) -> None:
    words = words_of(made(store, walk))
    with store.reading() as session:
        line = inspection_line(session, walk)
    assert f"Samen {line.findings} {line.open} 0" in words
    assert "Afval 2 2 0" in words


def test_it_tells_of_walks_over_time(store: Store, walk: int) -> None:
    words = words_of(made(store, walk))
    assert "2 jun 2026 Rondje Zuid – 1 – – 1" in words
    assert "23 nov 2026 Rondje Noord 2 – 1 1 4" in words
