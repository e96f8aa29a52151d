"""Ctrl+P prints what is on the screen."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.projects.panels.papers import fill_gathering_menu, fill_project_menu
from desktop.projects.queries.voices import session_line
from desktop.projects.tab import ProjectsTab
from desktop.widgets.desk import Desk
from tests.support.estate import make_corporation
from tests.support.gathered import Gathered, gather


@pytest.fixture
def gathered(desk: Desk) -> Gathered:
    make_corporation(desk.store, desk.who)
    return gather(desk.store, desk.who)


@pytest.fixture
def tab(desk: Desk, gathered: Gathered, qtbot: QtBot) -> ProjectsTab:
    tab = ProjectsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1366, 720)
    tab.show()
    return tab


def printed(tab: ProjectsTab, desk: Desk, place: Place) -> str:
    """The key of the paper of what is on view at a place."""
    tab.show_place(place)
    QApplication.processEvents()
    make = tab.print_what()
    assert make is not None
    with desk.reading() as session:
        return make(session).key


@pytest.mark.parametrize(
    ("part", "key"),
    [
        ("overview", "project-card"),
        ("plan", "project-plan"),
        ("residents", "project-answers"),
        ("promises", "project-promises"),
    ],
)
def test_each_part_has_its_paper(
    tab: ProjectsTab, desk: Desk, gathered: Gathered, part: str, key: str
) -> None:
    assert printed(tab, desk, Place("projects", "project", gathered.project, part)) == key


def test_a_gathering_has_its_invitation_before_and_its_report_after_it(
    tab: ProjectsTab, desk: Desk, gathered: Gathered
) -> None:
    def key(session_id: int, part: str = "") -> str:
        return printed(tab, desk, Place("projects", "project_session", session_id, part))

    assert key(gathered.tonight) == "gathering-invitation"
    assert key(gathered.held) == "gathering-report"
    assert key(gathered.held, "evening") == "gathering-tonight"


def offered(menu: QMenu) -> dict[str, bool]:
    return {entry.text(): entry.isEnabled() for entry in menu.actions() if entry.text()}


def test_the_menus_offer_every_paper_and_say_why_one_is_not_there_yet(
    tab: ProjectsTab, desk: Desk, gathered: Gathered
) -> None:
    menu = QMenu()
    fill_project_menu(menu, desk, gathered.project, tab)
    assert list(offered(menu)) == [
        "Projectkaart",
        "Planning op A3",
        "Dit vroegen bewoners, dit doen we",
        "Dit vroegen bewoners, dit doen we, als poster",
        "Beloftenlijst",
        "Dagen voor een agenda…",
    ]
    menu.clear()
    with desk.reading() as session:
        fill_gathering_menu(menu, desk, session_line(session, gathered.tonight), tab)
    found = offered(menu)
    assert found["Tekenlijst bij de deur"]
    assert not found["Dit zei u vanavond   (er is nog niets gezegd)"]
