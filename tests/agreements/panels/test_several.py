"""Choosing several out of a long list by typing."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.several import SeveralInput
from tests.support.screens import button, said_by

OPTIONS = [(1, "BES-01  Nieuwe woningen"), (2, "VER-02  Extra isolatie"), (3, "LEE-01  Buurt")]


@pytest.fixture
def several(qtbot: QtBot) -> SeveralInput:
    several = SeveralInput(OPTIONS, [3], "Zoek")
    qtbot.addWidget(several)
    several.resize(600, 200)
    several.show()
    return several


def type_in(several: SeveralInput, words: str) -> None:
    box = several.search.findChild(QComboBox)
    assert box is not None
    box.setEditText(words)


def test_what_is_typed_and_added_stands_under_it(several: SeveralInput) -> None:
    type_in(several, "isolatie")
    button(several, "Toevoegen").click()
    assert several.value() == [3, 2]
    assert "VER-02  Extra isolatie" in said_by(several)
    box = several.search.findChild(QComboBox)
    assert box is not None
    assert box.currentText() == ""


def test_what_is_typed_but_not_added_counts_too(several: SeveralInput) -> None:
    type_in(several, "BES-01")
    assert several.value() == [3, 1]


def test_what_is_none_of_them_adds_nothing(several: SeveralInput) -> None:
    type_in(several, "iets anders")
    button(several, "Toevoegen").click()
    assert several.value() == [3]


def test_the_same_one_comes_once(several: SeveralInput) -> None:
    type_in(several, "LEE-01")
    button(several, "Toevoegen").click()
    assert several.value() == [3]


def test_one_is_taken_away(several: SeveralInput, qtbot: QtBot) -> None:
    with qtbot.waitSignal(several.changed):
        button(several, "LEE-01  Buurt weghalen").click()
    assert several.value() == []
