"""The tab Buren: its parts, and the way from a place to the thing on the screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.feature import Place
from desktop.store import Actor, Store
from desktop.viewings.panels.agenda import AgendaPanel
from desktop.viewings.panels.hosts.panel import HostsPanel
from desktop.viewings.panels.policies.panel import PoliciesPanel
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.viewings.tab import ViewingsTab
from desktop.widgets.desk import Desk
from tests.support.screens import button
from tests.support.world import World, make_world


@pytest.fixture
def world(store: Store, who: Actor) -> World:
    return make_world(store, who)


@pytest.fixture
def tab(desk: Desk, world: World, qtbot: QtBot) -> ViewingsTab:
    tab = ViewingsTab(desk)
    qtbot.addWidget(tab)
    tab.resize(1366, 720)
    tab.show()
    return tab


def test_the_first_part_is_the_dwellings(tab: ViewingsTab) -> None:
    assert isinstance(tab.panel, VacanciesPanel)
    assert tab.manual_page() == "viewings"


def test_a_part_is_built_when_it_is_first_shown(tab: ViewingsTab, qtbot: QtBot) -> None:
    assert tab.findChildren(HostsPanel) == []
    qtbot.mouseClick(button(tab.parts, "Gastheren"), Qt.MouseButton.LeftButton)
    assert isinstance(tab.panel, HostsPanel)
    assert tab.manual_page() == "hosts"


@pytest.mark.parametrize(
    ("kind", "thing", "part"),
    [
        ("vacancy", "decided_vacancy", "decision"),
        ("candidate", "decided_candidates", "candidates"),
        ("viewing", "held_viewing", "viewings"),
    ],
)
def test_what_belongs_to_a_vacancy_opens_in_its_part(
    tab: ViewingsTab, world: World, kind: str, thing: str, part: str
) -> None:
    found = getattr(world, thing)
    row_id = found[0] if isinstance(found, tuple) else found
    tab.show_place(Place("viewings", kind, row_id, "decision" if kind == "vacancy" else ""))
    assert isinstance(tab.panel, VacanciesPanel)
    assert tab.panel.list.chosen_id == world.decided_vacancy
    assert tab.panel.vacancy.segments.current == part


def test_a_host_opens_among_the_hosts(tab: ViewingsTab, world: World) -> None:
    tab.show_place(Place("viewings", "host", world.hosts[3]))
    assert isinstance(tab.panel, HostsPanel)
    assert tab.panel.list.chosen_id == world.hosts[3]


def test_a_complex_opens_with_its_way_of_working(tab: ViewingsTab, world: World) -> None:
    tab.show_place(Place("viewings", "complex", world.kadeflat))
    assert isinstance(tab.panel, PoliciesPanel)
    assert tab.panel.list.chosen_id == world.kadeflat


def test_a_place_without_a_thing_opens_a_part(tab: ViewingsTab) -> None:
    tab.show_place(Place("viewings", part="agenda"))
    assert isinstance(tab.panel, AgendaPanel)
    assert tab.print_what() is not None


def test_a_dwelling_that_is_not_free_says_so(
    tab: ViewingsTab, desk: Desk, world: World, qtbot: QtBot
) -> None:
    from desktop.estate.queries import dwellings

    with desk.reading() as session:
        lived_in = next(d for d in dwellings(session) if d.facts.house_number == "12")
    with qtbot.waitSignal(desk.said) as said:
        tab.show_place(Place("viewings", "dwelling", lived_in.id))
    assert "Nieuwe vrijkomende woning" in said.args[0]


def test_a_thing_that_is_gone_says_so(tab: ViewingsTab, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.said):
        tab.show_place(Place("viewings", "candidate", 9999))
    assert isinstance(tab.panel, VacanciesPanel)


def chosen_host(tab: ViewingsTab, world: World) -> None:
    tab.show_place(Place("viewings", "host", world.hosts[2]))


def chosen_version(tab: ViewingsTab, world: World) -> None:
    tab.show_place(Place("viewings", "policy_version", world.policy))


def chosen_week(tab: ViewingsTab, world: World) -> None:
    tab.parts.choose("agenda")
    assert isinstance(tab.panel, AgendaPanel)
    tab.panel.turn(3)


def chosen_vacancy(tab: ViewingsTab, world: World) -> None:
    tab.show_place(Place("viewings", "vacancy", world.decided_vacancy, "offers"))


@pytest.mark.parametrize("choose", [chosen_host, chosen_version, chosen_week, chosen_vacancy])
def test_another_window_shows_what_was_on_view_in_the_first(
    tab: ViewingsTab,
    world: World,
    desk: Desk,
    qtbot: QtBot,
    choose: Callable[[ViewingsTab, World], None],
) -> None:
    choose(tab, world)
    place = tab.place_on_view()
    assert place.id is not None
    other = ViewingsTab(desk)
    qtbot.addWidget(other)
    other.show_place(place)
    assert type(other.panel) is type(tab.panel)
    assert other.place_on_view() == place
