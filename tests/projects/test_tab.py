"""The tab Beheer: its list, its parts, and the way to each thing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.projects.actions.projects import remove_project, start_project
from desktop.projects.actions.promises import make_promise
from desktop.projects.actions.proposals import raise_proposal
from desktop.projects.actions.sessions import plan_session
from desktop.projects.actions.tasks import add_task
from desktop.projects.panels.plan.page import PlanPage
from desktop.projects.states import Participation, ProjectKind
from desktop.projects.tab import ProjectsTab
from desktop.store import Actor, Store
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.screens import cut_off, dress

DAY = date(2026, 11, 2)


@pytest.fixture
def tab(
    store: Store, who: Actor, renovation: int, qtbot: QtBot, qapp: QApplication
) -> Iterator[ProjectsTab]:
    start_project(store, who, "De Werf", ProjectKind.NEW_BUILD, Participation.INFORM, DAY)
    dress(qapp)
    desk = Desk(store, who)
    tab = ProjectsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1366, 700)
    tab.show()
    yield tab
    desk.close()


def test_only_new_homes_have_drawings(tab: ProjectsTab) -> None:
    offered = {}
    for row in tab.list.rows:
        tab.list.choose(row.id)
        offered[row.title] = "sketches" in tab.chosen.offered
    assert offered == {"De Werf": True, "Renovatie Zonneveld": False}


def test_each_thing_is_shown_in_its_part(
    tab: ProjectsTab, store: Store, who: Actor, renovation: int
) -> None:
    places = {
        "plan": ("project_task", add_task(store, who, renovation, name="X")),
        "promises": (
            "promise",
            make_promise(store, who, renovation, "Y", "Wij", date(2026, 12, 1)),
        ),
    }
    gathering = plan_session(store, who, renovation, held_on=DAY, place="Hier")
    residents = {
        "gatherings": ("project_session", gathering),
        "proposals": ("project_proposal", raise_proposal(store, who, renovation, "Z")),
    }
    tab.list.choose(next(row.id for row in tab.list.rows if row.id != renovation))
    for part, (kind, id) in places.items():
        tab.show_place(Place("projects", kind, id))
        assert (tab.project.id, tab.chosen.parts.current) == (renovation, part)
    for page, (kind, id) in residents.items():
        tab.show_place(Place("projects", kind, id))
        assert tab.chosen.parts.current == "residents"
        assert tab.chosen.panel.pages.current == page  # type: ignore[attr-defined]
        assert tab.chosen.panel.built[page].page.table.chosen_id == id  # type: ignore[attr-defined]


def test_on_a_low_screen_in_large_print_the_planning_has_most_of_the_room(
    tab: ProjectsTab, renovation: int, qapp: QApplication
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    tab.resize(1366, 712)  # the smallest screen, without the row of tabs
    tab.show_place(Place("projects", "project", renovation, "plan"))
    qapp.processEvents()
    page = tab.chosen.panel
    assert isinstance(page, PlanPage)
    frame = page.timeline.view.sight.frame()
    assert (frame.height - frame.header) / frame.row > 7
    assert tab.chosen.header.title.toolTip() == tab.chosen.header.subtitle.text() != ""
    assert cut_off(tab) == []
    tab.chosen.parts.choose("overview")
    assert tab.chosen.header.subtitle.isVisible()


def test_what_is_gone_is_said(
    tab: ProjectsTab, store: Store, who: Actor, renovation: int, qtbot: QtBot
) -> None:
    remove_project(store, who, renovation)
    assert [row.title for row in tab.list.rows] == ["De Werf"]
    assert tab.project.id != renovation
    with qtbot.waitSignal(tab._desk.said):
        tab.show_place(Place("projects", "project", renovation))


def test_the_filter_finds_code_and_leader(
    tab: ProjectsTab, store: Store, who: Actor, renovation: int
) -> None:
    tab.list.filter.setText("P26-1")
    assert [row.title for row in tab.list.rows] == ["Renovatie Zonneveld"]
