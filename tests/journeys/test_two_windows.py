"""Two people at work in one database, each in a window of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.feature import Place
from desktop.store import Store
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.viewings.panels.vacancy import VacancyScreen
from desktop.viewings.tab import ViewingsTab
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support import steps
from tests.support.clock import Clock
from tests.support.person import Person
from tests.support.screens import dress

OpenWindow = Callable[[], Person]


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    return steps.bring(steps.begin(store, clock), steps.take_list)


@pytest.fixture
def open_window(
    letting: steps.Letting,
    data: Path,
    clock: Clock,
    qtbot: QtBot,
    qapp: QApplication,
    own_settings: Path,
) -> Iterator[OpenWindow]:
    """Opens a window on the letting, with a connection of its own."""
    dress(qapp)
    opened: list[Window] = []

    def open_window() -> Person:
        store = Store.open(data)
        store.now = clock
        window = Window(Desk(store, letting.author), app.features())
        opened.append(window)
        with qtbot.waitExposed(window):
            window.show()
        window.show_place(Place("viewings", "vacancy", letting.vacancy))
        return Person(qtbot, window)

    yield open_window
    for window in opened:
        window.close()
        window.desk.store.close()


def screen_of(person: Person) -> VacancyScreen:
    tab = person.window.current
    assert isinstance(tab, ViewingsTab)
    assert isinstance(tab.panel, VacanciesPanel)
    return tab.panel.vacancy


def test_what_one_records_stands_in_the_window_of_the_other(
    letting: steps.Letting, open_window: OpenWindow
) -> None:
    noor, karim = open_window(), open_window()
    mine, theirs = screen_of(noor), screen_of(karim)
    mine.candidates.table.choose(letting.candidates[2])
    noor.press("Protect", mine.candidates)
    karim.window.desk.look_outside()
    assert theirs.view is not None
    assert [line.rank for line in theirs.view.candidates if line.protected] == [2]


def test_the_choice_of_the_other_stays_where_it_was(
    letting: steps.Letting, open_window: OpenWindow
) -> None:
    noor, karim = open_window(), open_window()
    theirs = screen_of(karim)
    theirs.candidates.table.choose(letting.candidates[3])
    mine = screen_of(noor)
    mine.candidates.table.choose(letting.candidates[2])
    noor.press("Protect", mine.candidates)
    karim.window.desk.look_outside()
    assert theirs.candidates.table.chosen_id == letting.candidates[3]


def test_what_one_did_the_other_cannot_undo_by_accident(
    letting: steps.Letting, open_window: OpenWindow
) -> None:
    noor, karim = open_window(), open_window()
    mine = screen_of(noor)
    mine.candidates.table.choose(letting.candidates[2])
    noor.press("Protect", mine.candidates)
    karim.window.messages.undo()
    assert karim.said == ["Er is niets om ongedaan te maken."]
    assert mine.view is not None
    assert [line.rank for line in mine.view.candidates if line.protected] == [2]
