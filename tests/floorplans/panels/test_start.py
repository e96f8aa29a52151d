"""The start screen of a tenant: three ways to begin, beside each other."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.floorplans import templates
from desktop.floorplans.panels.start import Begin, StartPage, Way
from tests.support.screens import dress


def test_the_titles_of_the_ways_stand_in_one_line_also_where_one_goes_through_homes(
    qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp)
    homes = tuple(Begin(one.word, one.home) for one in templates.examples()[:2])
    ways = [
        Way("Leeg huis", "U tekent de kamers.", homes[:1]),
        Way("Voorbeeld", "Al klaar.", homes),
    ]
    page = StartPage("rijtjeshuis", ways)
    qtbot.addWidget(page)
    page.resize(1_270, 700)
    with qtbot.waitExposed(page):
        page.show()
    titles = [card._title.geometry().top() for card in page.cards]
    assert len(titles) == 2
    assert len(set(titles)) == 1
