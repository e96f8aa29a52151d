"""Drawings of tenants come to the homes of a project."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.feature import Drawings, Drawn, Place
from desktop.projects.actions.projects import start_project
from desktop.projects.actions.sketches import add_sketches, name_home, remove_sketch
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.sketches.page import SketchesPage
from desktop.projects.queries.sketches import SketchLine, sketches_of
from desktop.projects.states import Participation, ProjectKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk

DAY = date(2026, 11, 12)
DRAWN = tuple(
    Drawn(id, title, 4, "De Werf · type B", DAY, done)
    for id, title, done in ((7, "Tessa", True), (8, "Yusuf", False), (9, "nr. 12", True))
)


@pytest.fixture
def homes(store: Store, who: Actor) -> int:
    """A project of new homes with the three drawings."""
    project = start_project(
        store, who, "De Werf", ProjectKind.NEW_BUILD, Participation.MAKE_TOGETHER, DAY
    )
    add_sketches(store, who, project, [one.id for one in DRAWN])
    return project


def lines(store: Store, project: int) -> list[SketchLine]:
    with store.reading() as session:
        return sketches_of(session, project, DRAWN)


def test_drawings_are_added_once(store: Store, who: Actor, homes: int) -> None:
    assert add_sketches(store, who, homes, [7, 8]) == 0
    assert [line.drawn.title for line in lines(store, homes)] == ["Tessa", "Yusuf", "nr. 12"]
    with pytest.raises(Refused):
        add_sketches(store, who, homes, [])


def test_a_home_is_drawn_by_one_household(store: Store, who: Actor, homes: int) -> None:
    first, second, _third = lines(store, homes)
    name_home(store, who, second.id, "Woning 2")
    with pytest.raises(Refused) as refused:
        name_home(store, who, first.id, "Woning 2")
    assert refused.value.field == "home"
    assert next((line.home, line.drawn.title) for line in lines(store, homes)) == (
        "Woning 2",
        "Yusuf",
    )


def test_a_drawing_that_is_gone_in_floor_plans_is_gone_here(
    store: Store, who: Actor, homes: int
) -> None:
    with store.reading() as session:
        assert len(sketches_of(session, homes, DRAWN[:1])) == 1
    remove_sketch(store, who, lines(store, homes)[0].id)
    assert len(lines(store, homes)) == 2


def test_a_drawing_opens_where_it_was_made(
    store: Store, who: Actor, homes: int, qtbot: QtBot, qapp: QApplication
) -> None:
    desk = Desk(store, who)
    project = ChosenProject(drawings=Drawings(lambda _session: DRAWN, lambda *_all: None))  # type: ignore[arg-type,return-value]
    page = SketchesPage(desk, project)
    qtbot.addWidget(page)
    project.choose(homes)
    page.show()
    asked: list[Place] = []
    desk.place_asked.connect(asked.append)
    link = next(id for id, line in page.lines.items() if line.drawn.title == "Yusuf")
    page.page.table.activated_row.emit(link)
    assert asked == [Place("floorplans", "sketch", 8)]
    assert "3 schetsen" in page.card.subtitle.text()
    desk.close()
