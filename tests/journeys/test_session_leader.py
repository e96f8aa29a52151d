"""The leader of a session, from the invitation to what people take home and the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.projects.panels.evening.big_screen import BigScreen
from desktop.projects.panels.evening.screen import EveningScreen
from desktop.projects.panels.residents.gatherings import GatheringsPage
from desktop.projects.panels.residents.page import ResidentsPage
from desktop.projects.tab import ProjectsTab
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support.estate import make_organisations
from tests.support.gathered import TODAY, gather
from tests.support.pdf import page_texts, words_of
from tests.support.person import Person
from tests.support.screens import dress

K = Qt.Key
RETURN = K.Key_Return


@pytest.fixture
def person(
    store: Store, who: Actor, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[Person]:
    """Somebody at the gatherings of a renovation."""
    dress(qapp)
    with store.act(who, "test.corporation") as act:
        make_organisations(act.session)
    gather(store, who)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    keys = [feature.key for feature in window.features]
    window.tabs.setCurrentIndex(keys.index("projects"))
    person = Person(qtbot, window)
    tab_of(person).chosen.parts.choose("residents")
    residents = tab_of(person).chosen.panel
    assert isinstance(residents, ResidentsPage)
    residents.pages.choose("gatherings")
    yield person
    person.close_previews()
    window.close()


def tab_of(person: Person) -> ProjectsTab:
    tab = person.window.current
    assert isinstance(tab, ProjectsTab)
    return tab


def gatherings(person: Person) -> GatheringsPage:
    residents = tab_of(person).chosen.panel
    assert isinstance(residents, ResidentsPage)
    page = residents.built["gatherings"]
    assert isinstance(page, GatheringsPage)
    return page


def evening(person: Person) -> EveningScreen:
    screen = tab_of(person).evening
    assert screen is not None
    return screen


def test_an_evening_from_the_invitation_to_the_report(person: Person) -> None:
    # The gathering is planned, and everybody is invited.
    person.press("Plan a gathering…")
    person.fill(
        held_on=TODAY, title="Avond over het licht", place="Hal", question="Waar is het donker?"
    )
    person.confirm("Plan")
    person.pick("Print", "Invitations to every dwelling", gatherings(person))
    invitations = person.wait_for_paper(1)
    assert "Aan de bewoners van" in page_texts(invitations)[0]
    assert "Waar is het donker?" in page_texts(invitations)[0]
    person.close_previews()

    # The evening: the question on the wall, people come in.
    person.press("Begin the evening", gatherings(person))
    screen = evening(person)
    person.press("Big screen", screen)
    [wall] = person.window.findChildren(BigScreen)
    assert wall.question.text() == "Waar is het donker?"
    for _person in range(3):
        person.qtbot.mouseClick(screen.present.more, Qt.MouseButton.LeftButton)

    # What they say is typed, put together by key, and gets dots.
    for words in ("Het pad naar de bus.", "Bij de bushalte.", "In de kelder."):
        QTest.keyClicks(screen.said, words)
        QTest.keyClick(screen.said, RETURN)
    path, stop, cellar = screen.wall.cards
    screen.wall.cards[stop].setFocus()
    QTest.keyClick(screen.wall.cards[stop], K.Key_Space)
    screen.wall.cards[path].setFocus()
    QTest.keyClick(screen.wall.cards[path], K.Key_Space)
    for _dot in range(4):
        QTest.keyClick(screen.wall.cards[cellar], K.Key_Plus)
    assert "3 mensen" in wall.people.text()
    wall.close()

    # Everybody takes home what was said.
    person.press("Print “you said this tonight”", screen)
    tonight = words_of(person.wait_for_paper(2))
    assert tonight.index("In de kelder.") < tonight.index("Bij de bushalte.")
    person.close_previews()

    # Back at the project, the report waits for the answers.
    person.press("Back", screen)
    assert tab_of(person).evening is None
    person.pick("Print", "Report of a gathering", gatherings(person))
    report = words_of(person.wait_for_paper(3))
    assert "3 mensen" in report
    assert "In de kelder. 4 stippen" in report
    assert "Bewoner " not in report


def test_an_evening_that_is_still_to_come_cannot_begin(person: Person) -> None:
    person.press("Plan a gathering…")
    person.fill(held_on=date(2026, 12, 7), place="Hal")
    person.confirm("Plan")
    assert gatherings(person).begin.reason == "De bijeenkomst moet nog komen."
