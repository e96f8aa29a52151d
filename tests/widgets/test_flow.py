"""A row that goes on under itself; two parts beside each other when there is room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button, secondary
from desktop.widgets.choice_list import ChoiceList
from desktop.widgets.flow import flowing
from desktop.widgets.two_columns import TwoColumns
from desktop.widgets.words import Words
from tests.support.screens import cut_off


@pytest.fixture
def page(qtbot: QtBot, desk: object) -> QWidget:
    """Four buttons above some words."""
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addLayout(flowing(*(secondary(f"Een knop met woorden {n}") for n in range(4))))
    column.addWidget(Words("Daaronder staat dit."))
    column.addStretch(1)
    page.resize(1200, 300)
    page.show()
    QApplication.processEvents()
    return page


def rows_of(page: QWidget) -> list[int]:
    return sorted({button.y() for button in page.findChildren(Button) if button.isVisible()})


def test_buttons_stand_in_one_row_where_there_is_room(page: QWidget) -> None:
    assert len(rows_of(page)) == 1
    last = max(page.findChildren(Button), key=lambda button: button.x())
    layout = page.layout()
    assert layout is not None
    assert last.geometry().right() == page.rect().right() - layout.contentsMargins().right()


@pytest.mark.parametrize(("width", "rows"), [(480, 2), (300, 4)])
def test_buttons_go_on_under_each_other_and_nothing_lies_over_something_else(
    page: QWidget, width: int, rows: int
) -> None:
    page.resize(width, 300)
    QApplication.processEvents()
    assert len(rows_of(page)) == rows
    assert cut_off(page) == []
    [words] = page.findChildren(Words)
    assert words.y() > max(button.geometry().bottom() for button in page.findChildren(Button))


def test_a_button_that_is_hidden_leaves_no_hole(page: QWidget) -> None:
    first = page.findChildren(Button)[0]
    before = first.x()
    page.findChildren(Button)[1].hide()
    QApplication.processEvents()
    assert first.x() > before


def test_two_parts_stand_beside_each_other_where_there_is_room(qtbot: QtBot, desk: object) -> None:
    first, second = Words("Links of boven"), Words("Rechts of onder")
    page = TwoColumns(first, second, 600)
    qtbot.addWidget(page)
    page.show()
    for width, beside in ((800, True), (500, False), (800, True)):
        page.resize(width, 200)
        QApplication.processEvents()
        assert (second.x() > first.x(), second.y() > first.y()) == (beside, not beside)


def test_a_list_leaves_more_room_for_what_is_chosen_on_a_small_screen(
    qtbot: QtBot, desk: object
) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    choices = ChoiceList(lambda _words: (), "Zoek", "Lijst")
    QVBoxLayout(panel).addWidget(choices)
    panel.show()
    widths = []
    for width in (1334, 992):
        panel.resize(width, 400)
        QApplication.processEvents()
        widths.append(choices.width())
    assert widths == [340, 283]
