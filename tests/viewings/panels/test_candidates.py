"""What can be recorded of a candidate, with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.language import _
from desktop.store import Store
from desktop.viewings.panels.vacancy import VacancyScreen
from desktop.widgets.desk import Desk
from tests.support import steps
from tests.support.clock import Clock
from tests.support.screens import button


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    return steps.bring(steps.begin(store, clock), steps.invite)


@pytest.fixture
def screen(desk: Desk, letting: steps.Letting, qtbot: QtBot) -> VacancyScreen:
    made = VacancyScreen(desk)
    qtbot.addWidget(made)
    made.resize(1000, 690)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_vacancy(letting.vacancy)
    made.show_candidate(letting.view().candidates[0].id)
    return made


def press(screen: VacancyScreen, words: str, qtbot: QtBot) -> None:
    pressed = button(screen.candidates, words)
    pressed.setFocus()
    qtbot.keyClick(pressed, Qt.Key.Key_Return)


def test_after_a_button_that_goes_the_keys_are_at_the_candidate(
    screen: VacancyScreen, letting: steps.Letting, qtbot: QtBot
) -> None:
    press(screen, _("Is coming"), qtbot)
    assert screen.candidates.table.hasFocus()
    assert screen.candidates.table.chosen_id == letting.view().candidates[0].id


def test_after_a_button_that_stays_the_keys_are_at_that_button(
    screen: VacancyScreen, letting: steps.Letting, qtbot: QtBot
) -> None:
    button(screen.candidates, _("Take back invitation")).setFocus()
    steps.remind(letting)
    QApplication.processEvents()
    assert button(screen.candidates, _("Take back invitation")).hasFocus()
