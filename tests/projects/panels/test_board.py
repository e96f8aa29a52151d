"""The board as a user has it: cards are chosen, carried and refused, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.panels.board.board import Board
from desktop.projects.panels.board.cards import BoardCard, BoardColumn
from desktop.projects.panels.board.view import BoardView
from desktop.widgets import theme
from desktop.widgets.empty import Empty
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
COLUMNS = [
    BoardColumn("reported", "Gemeld"),
    BoardColumn("solved", "Opgelost", "Hier staat wat klaar is."),
    BoardColumn("checked", "Gecontroleerd"),
]
CARDS = [
    BoardCard("1", "reported", "Losse tegel", "Noordpad 12", "schade"),
    BoardCard("2", "reported", "Lamp kapot", "Noordpad 14"),
    BoardCard("3", "checked", "Grofvuil", "Plein"),
]
NO_PHOTO = "Voeg eerst een foto toe."
CLOSED = "Deze bevinding is al gecontroleerd."


def guard(id: str, column: str) -> str | None:
    """Card 2 cannot be solved yet, and card 3 stays."""
    if id == "3":
        return CLOSED
    return NO_PHOTO if (id, column) == ("2", "solved") else None


@pytest.fixture
def board(qtbot: QtBot, qapp: QApplication) -> Iterator[Board]:
    dress(qapp)
    board = Board("Bevindingen", COLUMNS, guard, Empty("Nog geen bevindingen"))
    qtbot.addWidget(board)
    board.resize(800, 420)
    board.show()
    board.activateWindow()
    board.show_cards(CARDS)
    board.setFocus()
    qapp.processEvents()
    return board


@pytest.fixture
def told(board: Board) -> list[tuple[str, ...]]:
    told: list[tuple[str, ...]] = []
    board.moved.connect(lambda id, column: told.append(("moved", id, column)))
    board.opened.connect(lambda id: told.append(("opened", id)))
    return told


def send(view: BoardView, kind: QEvent.Type, at: QPoint) -> None:
    held = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    globally = QPointF(view.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, QPointF(at), globally, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view.viewport(), event)


def carry(view: BoardView, id: str, column: int, release: bool = True) -> QPoint:
    start, end = view.middle_of(id), view.places().column(column).center()
    send(view, QEvent.Type.MouseButtonPress, start)
    send(view, QEvent.Type.MouseMove, (start + end) / 2)
    send(view, QEvent.Type.MouseMove, end)
    if release:
        send(view, QEvent.Type.MouseButtonRelease, end)
    return end


def column_of(view: BoardView, id: str) -> int | None:
    return view.places().column_at(view.middle_of(id))


def test_a_card_is_carried_to_another_column(board, told) -> None:
    carry(board.view, "1", 1)
    assert told == [("moved", "1", "solved")]


def test_a_card_stays_where_it_is_until_the_program_says_where_it_went(board, told) -> None:
    carry(board.view, "1", 1)
    assert column_of(board.view, "1") == 0
    board.show_cards([replace(CARDS[0], column="solved"), *CARDS[1:]])
    assert column_of(board.view, "1") == 1
    assert board.view.card is not None
    assert board.view.card.id == "1"


def test_a_column_that_does_not_take_the_card_shows_so_and_says_why(board, told, qapp) -> None:
    column = board.view.places().column(1)
    calm = board.view.viewport().grab(column).toImage()
    end = carry(board.view, "2", 2, release=False)
    assert board.view.viewport().grab(column).toImage() != calm
    send(board.view, QEvent.Type.MouseMove, column.center())
    assert NO_PHOTO in said_by(board)
    send(board.view, QEvent.Type.MouseMove, end)
    assert NO_PHOTO not in said_by(board)
    send(board.view, QEvent.Type.MouseButtonRelease, column.center())
    assert told == []
    assert NO_PHOTO in said_by(board)


def test_escape_drops_the_card_in_hand(board, told, qtbot) -> None:
    end = carry(board.view, "1", 1, release=False)
    qtbot.keyClick(board.view, Qt.Key.Key_Escape)
    send(board.view, QEvent.Type.MouseButtonRelease, end)
    assert told == []


def test_a_click_chooses_and_a_double_click_opens(board, told) -> None:
    at = board.view.middle_of("2")
    send(board.view, QEvent.Type.MouseButtonPress, at)
    send(board.view, QEvent.Type.MouseButtonRelease, at)
    assert board.view.card == CARDS[1]
    assert told == []
    send(board.view, QEvent.Type.MouseButtonDblClick, at)
    assert told == [("opened", "2")]


def test_arrow_keys_choose_and_pass_by_a_column_without_cards(board, told, qtbot) -> None:
    board.choose("2")
    qtbot.keyClick(board.view, Qt.Key.Key_Right)
    assert board.view.card == CARDS[2]
    qtbot.keyClick(board.view, Qt.Key.Key_Left)
    assert board.view.card == CARDS[0]
    qtbot.keyClick(board.view, Qt.Key.Key_Down)
    qtbot.keyClick(board.view, Qt.Key.Key_Return)
    assert told == [("opened", "2")]


def test_ctrl_and_an_arrow_take_a_card_to_the_next_column_that_takes_it(board, told, qtbot) -> None:
    board.choose("1")
    qtbot.keyClick(board.view, Qt.Key.Key_Right, CTRL)
    board.choose("2")
    qtbot.keyClick(board.view, Qt.Key.Key_Right, CTRL)
    qtbot.keyClick(board.view, Qt.Key.Key_Left, CTRL)
    assert told == [("moved", "1", "solved"), ("moved", "2", "checked")]


def test_a_card_that_can_go_nowhere_by_keyboard_says_why(board, told, qtbot) -> None:
    board.choose("3")
    qtbot.keyClick(board.view, Qt.Key.Key_Left, CTRL)
    assert told == []
    assert CLOSED in said_by(board)


def test_the_chosen_card_says_itself_to_a_screen_reader(board) -> None:
    board.choose("1")
    said = "Losse tegel. In de kolom Gemeld. Schade, Noordpad 12"
    assert board.view.accessibleName() == said
    assert said in said_by(board)


def test_a_card_out_of_sight_comes_into_sight_when_it_is_chosen(board, qapp) -> None:
    many = [BoardCard(str(n), "reported", f"Bevinding {n}") for n in range(500)]
    board.show_cards(many)
    board.choose("420")
    assert board.view.viewport().rect().contains(board.view.middle_of("420"))


def test_a_board_without_cards_says_so(board) -> None:
    board.show_cards([])
    assert "Nog geen bevindingen" in said_by(board)


@pytest.mark.parametrize("look", [theme.Look(theme.Scheme.DARK), theme.Look(large_print=True)])
def test_nothing_is_cut_off_and_everything_has_a_name(board, qapp, look: theme.Look) -> None:
    theme.wear(qapp, look)
    qapp.processEvents()
    assert cut_off(board) == []
    assert unnamed(board) == []
    assert out_of_reach(board) == []
