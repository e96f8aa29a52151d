"""Parts of a screen in a row: one is on, and two groups find their room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.segments import Segments
from tests.support.screens import button, cut_off

FIRST = [("agreements", "Afspraken"), ("monitor", "Monitor"), ("meetings", "Overleg")]
OTHERS = [("bid", "Bod"), ("signing", "Ondertekenen")]


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    """As wide as both groups need and more."""
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(900, 300)
    return screen


@pytest.fixture
def parts(screen: QWidget) -> Segments:
    parts = Segments(FIRST, "Onderdelen", others=OTHERS)
    column = QVBoxLayout(screen)
    column.addWidget(parts)
    column.addStretch(1)
    screen.show()
    return parts


def test_one_part_of_both_groups_is_on(parts: Segments) -> None:
    assert parts.current == "agreements"
    button(parts, "Bod").click()
    assert parts.current == "bid"
    button(parts, "Monitor").click()
    assert parts.current == "monitor"


def test_with_room_the_groups_stand_beside_each_other(parts: Segments) -> None:
    assert button(parts, "Bod").y() == button(parts, "Afspraken").y()
    assert button(parts, "Bod").x() > button(parts, "Overleg").geometry().right() + 10


def test_without_room_the_second_group_comes_under_the_first_and_nothing_is_cut_off(
    parts: Segments,
) -> None:
    parts.window().resize(parts.minimumSizeHint().width() + 30, 300)
    QApplication.processEvents()
    assert button(parts, "Bod").y() > button(parts, "Afspraken").y()
    assert button(parts, "Bod").x() == button(parts, "Afspraken").x()
    assert cut_off(parts) == []
    parts.window().resize(900, 300)
    QApplication.processEvents()
    assert button(parts, "Bod").y() == button(parts, "Afspraken").y()
