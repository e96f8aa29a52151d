from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.choice_list import ChoiceList, ListRow
from desktop.widgets.desk import Desk
from desktop.widgets.empty import Empty
from desktop.widgets.theme import Tone
from tests.support.screens import button

HOMES = [
    ListRow(1, "Kadeflat 214", "Kennismaking", Tone.BLUE, "3 kamers", "20 dgn leeg"),
    ListRow(2, "Kadeflat 88", "Kandidaten", Tone.AMBER, "2 kamers", "8 dgn leeg"),
    ListRow(3, "Havenflat 5", "Verhuurd", Tone.GREEN, "2 kamers"),
]


def some(words: str) -> Sequence[ListRow]:
    return [row for row in HOMES if words.lower() in row.title.lower()]


@pytest.fixture
def homes(desk: Desk, qtbot: QtBot) -> ChoiceList:
    made = ChoiceList(some, "Zoek een woning", "Woningen", nothing_found="Geen woning gevonden")
    qtbot.addWidget(made)
    made.resize(340, 500)
    made.show()
    return made


def test_typing_in_the_filter_leaves_what_fits(homes: ChoiceList, qtbot: QtBot) -> None:
    qtbot.keyClicks(homes.filter, "kade")
    assert [row.id for row in homes.rows] == [1, 2]


def test_arrows_choose_and_tell_it(homes: ChoiceList, qtbot: QtBot) -> None:
    homes.choose_first()
    with qtbot.waitSignal(homes.chosen) as chosen:
        qtbot.keyClick(homes.view, Qt.Key.Key_Down)
    assert chosen.args == [2]


def test_down_from_the_filter_goes_into_the_list(homes: ChoiceList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(homes.chosen) as chosen:
        qtbot.keyClick(homes.filter, Qt.Key.Key_Down)
    assert chosen.args == [1]


def test_a_click_chooses(homes: ChoiceList, qtbot: QtBot) -> None:
    place = homes.view.visualRect(homes.view.model().index(2, 0)).center()
    with qtbot.waitSignal(homes.chosen) as chosen:
        qtbot.mouseClick(homes.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [3]


def test_the_choice_stays_when_the_rows_are_asked_again(homes: ChoiceList, qtbot: QtBot) -> None:
    homes.choose(2)
    with qtbot.assertNotEmitted(homes.chosen):
        homes.reload()
    assert (homes.chosen_id, homes.view.currentIndex().row()) == (2, 1)


def test_the_choice_comes_back_when_the_filter_is_emptied(homes: ChoiceList, qtbot: QtBot) -> None:
    homes.choose(3)
    qtbot.keyClicks(homes.filter, "kade")
    assert not homes.view.currentIndex().isValid()
    qtbot.keyClick(homes.filter, Qt.Key.Key_Escape)
    assert homes.view.currentIndex().row() == 2


def test_a_row_far_down_can_be_chosen_and_is_on_view(desk: Desk, qtbot: QtBot) -> None:
    many = [ListRow(n, f"Kadeflat {n}") for n in range(5_000)]
    made = ChoiceList(lambda _words: many, "Zoek een woning", "Woningen")
    qtbot.addWidget(made)
    made.resize(340, 500)
    made.show()
    made.choose(4_321)
    assert made.view.visualRect(made.view.currentIndex()).intersects(made.view.viewport().rect())


def test_the_end_key_comes_to_the_last_row_at_last(desk: Desk, qtbot: QtBot) -> None:
    many = [ListRow(n, f"Kadeflat {n}") for n in range(500)]
    made = ChoiceList(lambda _words: many, "Zoek een woning", "Woningen")
    qtbot.addWidget(made)
    made.resize(340, 500)
    made.show()
    for _press in range(4):
        qtbot.keyClick(made.view, Qt.Key.Key_End)
        QApplication.processEvents()
    assert made.chosen_id == 499


def test_a_screen_reader_hears_all_of_a_row(homes: ChoiceList) -> None:
    model: QAbstractItemModel = homes.view.model()
    heard = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "Kadeflat 214, Kennismaking, 3 kamers, 20 dgn leeg"


def test_an_empty_list_explains_itself_and_offers_the_first_step(desk: Desk, qtbot: QtBot) -> None:
    steps: list[str] = []
    empty = Empty("Nog geen woningen", "Lees er een in.", "Inlezen", lambda: steps.append("in"))
    made = ChoiceList(lambda _words: [], "Zoek", "Woningen", empty)
    qtbot.addWidget(made)
    made.show()
    qtbot.mouseClick(button(made, "Inlezen"), Qt.MouseButton.LeftButton)
    assert steps == ["in"]
