from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.app import features
from desktop.assets import resources
from desktop.viewings.tab import PARTS
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.manual import Manual

PAGES = {path.stem: path for path in (resources() / "manual").glob("*.md")}
LINK = re.compile(r"(!?)\[[^]]*]\(([^)]+)\)")


def test_every_screen_has_its_page() -> None:
    asked = {feature.manual for feature in features()} | {part.manual for part in PARTS.values()}
    assert asked <= PAGES.keys()


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_link_leads_to_a_page_and_a_picture_is_there(path: Path) -> None:
    for mark, target in LINK.findall(path.read_text("utf-8")):
        if mark:
            assert (path.parent / target).is_file(), target
        elif "://" not in target:
            assert target.removesuffix(".md").split("#")[0] in PAGES, target


@pytest.mark.parametrize("page", PAGES)
def test_a_page_can_be_found_from_the_first(page: str) -> None:
    reached, waiting = set[str](), ["index"]
    while waiting:
        here = waiting.pop()
        if here not in reached and here in PAGES:
            reached.add(here)
            links = LINK.findall(PAGES[here].read_text("utf-8"))
            waiting += [target.removesuffix(".md") for mark, target in links if not mark]
    assert page in reached


def test_headings_grow_with_the_text(desk: Desk, qtbot: QtBot, qapp) -> None:
    def heading_px() -> int:
        manual = Manual()
        qtbot.addWidget(manual)
        return manual.browser.document().begin().begin().fragment().charFormat().font().pixelSize()

    normal = heading_px()
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    assert heading_px() > normal
