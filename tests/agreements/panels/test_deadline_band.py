"""The band with what must be done soon, beside the year that is chosen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.deadline_band import DeadlineBand
from desktop.feature import Place
from desktop.store import Store
from desktop.widgets.desk import Desk
from tests.support.clock import Clock
from tests.support.demo_world import opened
from tests.support.screens import said_by


@pytest.fixture
def store(demo_file: Path, tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """The demo world."""
    with opened(Path(shutil.copy(demo_file, tmp_path)), clock) as store:
        yield store


@pytest.fixture
def cycle(desk: Desk) -> ChosenCycle:
    """The year that runs in the demo, in which nothing is left to do in November."""
    cycle = ChosenCycle(desk)
    cycle.choose(of_year(cycle, 2026))
    return cycle


@pytest.fixture
def band(desk: Desk, cycle: ChosenCycle, qtbot: QtBot) -> DeadlineBand:
    band = DeadlineBand(desk, cycle)
    qtbot.addWidget(band)
    band.resize(1100, 40)
    cycle.setParent(band)
    band.show()
    return band


def of_year(cycle: ChosenCycle, applies_in: int) -> int:
    return next(choice.id for choice in cycle.choices if choice.applies_in == applies_in)


def buttons(band: DeadlineBand) -> list[QPushButton]:
    return [button for button in band.findChildren(QPushButton) if button.isVisible()]


def test_when_nothing_is_left_the_days_of_the_year_after_it_show_with_their_year(
    band: DeadlineBand,
) -> None:
    assert "Afspraken 2027:" in said_by(band)
    assert any("10 dec" in button.accessibleName() for button in buttons(band))


def test_a_day_of_the_year_after_it_opens_in_that_year(
    band: DeadlineBand, cycle: ChosenCycle, desk: Desk, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.place_asked) as asked:
        buttons(band)[0].click()
    assert asked.args == [Place("agreements", "cycle", of_year(cycle, 2027), "deadlines")]


def test_the_days_of_the_chosen_year_itself_stand_without_a_year(
    band: DeadlineBand, cycle: ChosenCycle
) -> None:
    cycle.choose(of_year(cycle, 2027))
    QApplication.processEvents()
    assert said_by(band) == ""
    assert buttons(band)
