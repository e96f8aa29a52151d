"""A page with a table: its first step, the cursor, and the buttons about a row."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button, secondary
from desktop.widgets.empty import Empty
from desktop.widgets.table import Column, TableRow
from desktop.widgets.table_page import TablePage
from tests.support.screens import said_by

ROWS = [TableRow(7, ("Eén",)), TableRow(8, ("Twee",))]


@pytest.fixture
def screen(qtbot: QtBot) -> QWidget:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(520, 320)
    screen.show()
    return screen


@pytest.fixture
def change() -> Button:
    return secondary("Wijzigen…")


@pytest.fixture
def page(screen: QWidget, change: Button) -> TablePage:
    page = TablePage(
        "test-page",
        [Column("Wat", 0)],
        "Dingen",
        Empty("Nog niets"),
        (change,),
        (secondary("Nieuw…"),),
    )
    page.setParent(screen)
    page.resize(500, 300)
    page.show()
    page.show_rows([])
    return page


def test_without_rows_the_first_step_is_there(page: TablePage, change: Button) -> None:
    assert "Nog niets" in said_by(page)
    assert not change.isEnabled()
    assert change.reason


def test_the_cursor_begins_on_the_first_row_and_stays_where_it_was(
    page: TablePage, change: Button
) -> None:
    page.show_rows(ROWS)
    assert page.table.chosen_id == 7
    assert change.isEnabled()
    page.table.choose(8)
    page.show_rows(list(reversed(ROWS)))
    assert page.table.chosen_id == 8


def test_a_sentence_under_the_table_goes_with_its_words(page: TablePage) -> None:
    page.show_rows(ROWS)
    page.tell("De regel van deze dag.")
    assert "De regel van deze dag." in said_by(page)
    page.tell("")
    assert page.hint.isHidden()


def test_in_a_card_the_first_step_is_there_once(qtbot: QtBot, change: Button) -> None:
    new = secondary("Nieuw…")
    steps = Empty("Nog niets", "", "Nieuw…", lambda: None)
    read_in = secondary("Inlezen…")
    page = TablePage("test-card", [Column("Wat", 0)], "Dingen", steps, (change,), (new, read_in))
    card = page.in_card("Dingen")
    qtbot.addWidget(card)
    card.show()

    def said() -> list[str]:
        return [b.text() for b in card.findChildren(Button) if b.isVisible()]

    page.show_rows([])
    assert sorted(said()) == ["Inlezen…", "Nieuw…"]
    assert new.isHidden()
    page.show_rows(ROWS)
    assert sorted(said()) == ["Inlezen…", "Nieuw…", "Wijzigen…"]
    assert new.isVisible()


def test_in_a_card_the_buttons_stand_beside_the_title(
    screen: QWidget, page: TablePage, change: Button
) -> None:
    card = page.in_card("Dingen")
    card.setParent(screen)
    card.resize(500, 300)
    card.show()
    page.show_rows(ROWS)
    assert change.isVisible()
    assert (
        abs(change.mapTo(card, change.rect().center()).y() - card.title.geometry().center().y())
        < 40
    )
