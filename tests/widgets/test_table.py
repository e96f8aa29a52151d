from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.table import Cell, Column, Table, TableRow
from desktop.widgets.table_rows import needed_width
from desktop.widgets.theme import Tone

COLUMNS = [Column("#", 50), Column("Kandidaat", 150), Column("Vervolg", 0)]
ROWS = [
    TableRow(11, (Cell("1", sort=1), "Zoë", Cell("Wil de woning", Tone.GREEN))),
    TableRow(12, (Cell("2", sort=2), "ali", "")),
    TableRow(13, (Cell("10", sort=10), "Émile", Cell("Vervallen", Tone.RED))),
]


def make(qtbot: QtBot) -> Table:
    table = Table("test", COLUMNS, "Kandidaten")
    qtbot.addWidget(table)
    table.resize(600, 300)
    table.show_rows(ROWS)
    table.show()
    return table


@pytest.fixture
def table(desk: Desk, qtbot: QtBot) -> Table:
    return make(qtbot)


def click_heading(table: Table, column: int, qtbot: QtBot) -> None:
    heading = table.horizontalHeader()
    at = heading.rect().center()
    at.setX(heading.sectionViewportPosition(column) + 10)
    qtbot.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_rows_stand_in_the_order_they_were_given(table: Table) -> None:
    assert table.ids == [11, 12, 13]


def test_a_heading_sorts_names_as_people_read_them(table: Table, qtbot: QtBot) -> None:
    click_heading(table, 1, qtbot)
    assert table.ids == [12, 13, 11]


def test_numbers_sort_as_numbers_and_again_the_other_way(table: Table, qtbot: QtBot) -> None:
    click_heading(table, 0, qtbot)
    assert table.ids == [11, 12, 13]
    click_heading(table, 0, qtbot)
    assert table.ids == [13, 12, 11]


def test_a_third_click_gives_the_first_order_back(table: Table, qtbot: QtBot) -> None:
    for _click in range(3):
        click_heading(table, 1, qtbot)
    assert table.ids == [11, 12, 13]


def test_the_chosen_row_stays_chosen_when_sorted_and_when_shown_again(
    table: Table, qtbot: QtBot
) -> None:
    table.choose(13)
    click_heading(table, 1, qtbot)
    assert table.chosen_id == 13
    table.show_rows(list(reversed(ROWS)))
    assert table.chosen_id == 13


def test_enter_opens_the_row(table: Table, qtbot: QtBot) -> None:
    table.choose(12)
    with qtbot.waitSignal(table.activated_row) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [12]


def test_the_first_row_is_chosen_unless_another_is(table: Table) -> None:
    table.choose_first()
    assert table.chosen_id == 11
    table.choose(13)
    table.choose_first()
    assert table.chosen_id == 13
    table.show_rows([])
    table.choose_first()
    assert table.chosen_id is None


def test_arrows_tell_which_row_is_chosen(table: Table, qtbot: QtBot) -> None:
    table.choose(11)
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert chosen.args == [12]


def test_copying_gives_cells_apart_by_tabs(table: Table, qtbot: QtBot) -> None:
    table.choose(11)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "1\tZoë\tWil de woning"


def test_the_width_of_a_column_is_remembered(table: Table, qtbot: QtBot) -> None:
    table.horizontalHeader().resizeSection(1, 222)
    assert make(qtbot).columnWidth(1) == 222


def test_a_width_that_the_user_chose_is_for_one_size_of_text(table: Table, qtbot: QtBot) -> None:
    table.horizontalHeader().resizeSection(1, 222)
    theme.wear(QApplication.instance(), theme.Look(theme.Scheme.LIGHT, large_print=True))
    assert make(qtbot).columnWidth(1) != 222


def test_the_open_column_takes_what_the_others_leave(table: Table) -> None:
    table.resize(900, 300)
    assert sum(table.columnWidth(n) for n in range(3)) == table.viewport().width()
    assert table.columnWidth(1) == 150


def test_columns_give_room_to_words_that_would_be_cut(table: Table) -> None:
    long = TableRow(14, ("3", "Ria", "Heeft zelf laten weten dat het te ver weg is"))
    table.resize(430, 300)
    table.show_rows([*ROWS, long])
    assert table.columnWidth(1) < 150
    assert table.columnWidth(2) >= needed_width(long.cell(2))
    assert table.horizontalScrollBar().maximum() == 0


def test_words_that_never_fit_are_reached_by_scrolling_sideways(table: Table) -> None:
    long = TableRow(14, ("3", "Ria", "Heeft zelf laten weten dat het te ver weg is"))
    table.resize(300, 300)
    table.show_rows([*ROWS, long])
    assert table.columnWidth(2) >= needed_width(long.cell(2))
    assert table.horizontalScrollBar().maximum() > 0


def test_a_screen_reader_hears_the_heading_with_the_cell(table: Table) -> None:
    index = table.model().index(0, 2)
    heard = table.model().data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Vervolg: Wil de woning"
