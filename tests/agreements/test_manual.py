"""The pages of the manual about Beleid, beside the program that they tell of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.parts import PARTS
from desktop.agreements.tab import AgreementsTab
from desktop.assets import resources
from desktop.feature import Place
from desktop.language import catalogue
from desktop.widgets.desk import Desk
from tests.support.beleid import Table

MANUAL = resources() / "manual"
PAGES = sorted(MANUAL.glob("agreements*.md"))
# Bold words that begin with a capital are those of a button, a page or a heading.
NAMED = re.compile(r"\*\*([A-Z][^*]+?)\*\*")
KEYS = re.compile(r"Ctrl\+|CSV")
LINK = re.compile(r"\]\(([\w-]+\.md)\)")


@pytest.fixture(scope="module")
def words() -> set[str]:
    """Everything that the program says in Dutch, without dots that open a dialog and counts."""
    said: set[str] = set()
    for message in catalogue.load():
        texts = [message.string] if isinstance(message.string, str) else message.string or []
        said |= {plain(text) for text in texts}
    return said


def plain(words: str) -> str:
    return words.removesuffix(" {n}").removesuffix("…")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_the_manual_names_is_in_the_program(page: Path, words: set[str]) -> None:
    named = [
        plain(part)
        for bold in NAMED.findall(page.read_text("utf-8"))
        if not KEYS.search(bold)
        for part in bold.split(" → ")
    ]
    assert [name for name in named if name not in words] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_link_leads_to_a_page(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert "index.md" in links
    assert [link for link in links if not (MANUAL / link).exists()] == []


def test_every_page_can_be_reached_from_the_index() -> None:
    reached, new = set[str](), {"index.md"}
    while new:
        reached |= new
        new = {link for name in new for link in LINK.findall((MANUAL / name).read_text("utf-8"))}
        new -= reached
    assert {page.name for page in PAGES} <= reached


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_its_page(part: str) -> None:
    assert (MANUAL / f"{PARTS[part].manual}.md").exists()


@pytest.mark.parametrize(
    ("place", "page"),
    [
        (Place("agreements", part="look_back"), "agreements-look-back"),
        (Place("agreements", "agreement", 1, "overview"), "agreements"),
        (Place("agreements", "agreement", 1, "text"), "agreements-texts"),
        (Place("agreements", "agreement", 1, "measuring"), "agreements-measuring"),
        (Place("agreements", "cycle", 1, "measuring"), "agreements-measuring"),
    ],
    ids=str,
)
def test_f1_opens_the_page_about_what_is_on_view(
    desk: Desk, table: Table, qtbot: QtBot, place: Place, page: str
) -> None:
    tab = AgreementsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.show_place(place)
    assert tab.manual_page() == page
