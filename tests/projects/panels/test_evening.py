"""The evening with tenants, worked with as its leader does: keyboard, mouse and big screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.panels.evening.big_screen import BigScreen
from desktop.projects.panels.evening.card import ProposalCard
from desktop.projects.panels.evening.screen import EveningScreen
from desktop.projects.queries.evening import EveningView
from desktop.projects.queries.voices import ProposalLine
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.dialogs import fill, is_open, opened, press
from tests.support.gathered import Gathered, gather
from tests.support.screens import cut_off, dress, out_of_reach, unnamed

K = Qt.Key


@pytest.fixture
def gathered(desk: Desk) -> Gathered:
    return gather(desk.store, desk.who)


@pytest.fixture
def screen(desk: Desk, gathered: Gathered, qtbot: QtBot) -> EveningScreen:
    screen = EveningScreen(desk, gathered.tonight)
    qtbot.addWidget(screen)
    screen.resize(1334, 660)
    screen.show()
    screen.said.setFocus()
    QApplication.processEvents()
    return screen


def say(screen: EveningScreen, *said: str) -> list[int]:
    """Type what people say, each with Enter; returns the numbers of the cards."""
    for words in said:
        QTest.keyClicks(screen.said, words)
        QTest.keyClick(screen.said, K.Key_Return)
    QApplication.processEvents()
    return list(screen.wall.cards)


def view(screen: EveningScreen) -> EveningView:
    assert screen.view is not None
    return screen.view


def card(screen: EveningScreen, id: int) -> ProposalCard:
    return screen.wall.cards[id]


def line(screen: EveningScreen, id: int) -> ProposalLine:
    return card(screen, id).line


def drag(screen: EveningScreen, id: int, to: QPoint) -> None:
    """Take a card by its words and let it go at a place on the screen."""
    held = card(screen, id)
    grasped = QPoint(20, 12)
    QTest.mousePress(held, Qt.MouseButton.LeftButton, pos=grasped)
    for part in (0.3, 0.7, 1.0):
        way = held.mapFromGlobal(to) - grasped
        QTest.mouseMove(held, grasped + QPoint(round(way.x() * part), round(way.y() * part)))
    QTest.mouseRelease(held, Qt.MouseButton.LeftButton, pos=held.mapFromGlobal(to))
    QApplication.processEvents()


def middle_of(screen: EveningScreen, id: int) -> QPoint:
    found = card(screen, id)
    return found.mapToGlobal(found.rect().center())


def test_what_people_say_is_typed_and_stands_there_and_the_keyboard_stays(
    screen: EveningScreen,
) -> None:
    ids = say(screen, "Meer licht.", "Geen drempels.")
    assert [line(screen, id).text for id in ids] == ["Meer licht.", "Geen drempels."]
    assert screen.said.text() == ""
    assert screen.said.hasFocus()


def test_cards_of_one_line_stand_in_rows_in_the_order_in_which_they_were_said(
    screen: EveningScreen,
) -> None:
    ids = say(
        screen, "Een lift tot de vijfde.", "Een bank.", "Ramen.", "Groen bij de deur.", "Een slot."
    )
    places = [card(screen, id).mapTo(screen, QPoint()) for id in ids]
    assert [(at.y(), at.x()) for at in places] == sorted((at.y(), at.x()) for at in places)
    assert places[3].x() == places[0].x()


def test_nothing_is_no_proposal(screen: EveningScreen) -> None:
    assert say(screen, "   ") == []


def test_who_is_there_is_counted_up_and_down(screen: EveningScreen, qtbot: QtBot) -> None:
    for _person in range(3):
        qtbot.mouseClick(screen.present.more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(screen.present.less, Qt.MouseButton.LeftButton)
    assert screen.present.number.text() == "2"
    assert view(screen).gathering.present == 2


def test_dots_are_counted_with_the_mouse_and_by_key_and_never_below_none(
    screen: EveningScreen, qtbot: QtBot
) -> None:
    [id] = say(screen, "Meer licht.")
    qtbot.mouseClick(card(screen, id).more, Qt.MouseButton.LeftButton)
    card(screen, id).setFocus()
    for key in (K.Key_Plus, K.Key_Plus, K.Key_Minus):
        QTest.keyClick(card(screen, id), key)
    assert line(screen, id).support == 2
    assert card(screen, id).hasFocus()
    for _time in range(4):
        QTest.keyClick(card(screen, id), K.Key_Minus)
    assert line(screen, id).support == 0


def test_a_card_that_is_dragged_onto_another_comes_with_it(screen: EveningScreen) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    drag(screen, second, middle_of(screen, first))
    [group] = view(screen).groups
    assert [one.id for one in group.lines] == [first, second]
    assert group.theme == "Meer licht"


def test_a_card_that_is_dragged_out_of_its_group_stands_alone(screen: EveningScreen) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    drag(screen, second, middle_of(screen, first))
    drag(screen, second, screen.wall.mapToGlobal(screen.wall.rect().bottomRight()))
    assert line(screen, second).theme == ""


def test_what_is_typed_after_a_card_was_dragged_or_clicked_comes_on_the_line(
    screen: EveningScreen, qtbot: QtBot
) -> None:
    def type_on(words: str) -> None:
        focus = screen.window().focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, words[0])
        QTest.keyClicks(screen.said, words[1:])

    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    drag(screen, second, middle_of(screen, first))
    assert screen.said.hasFocus()
    type_on("Een bank.")
    qtbot.mouseClick(card(screen, first), Qt.MouseButton.LeftButton)
    assert card(screen, first).hasFocus()  # where + gives it a dot
    type_on("En een boom.")
    assert screen.said.text() == "Een bank.En een boom."
    drag(screen, second, screen.wall.mapToGlobal(screen.wall.rect().bottomRight()))
    assert screen.said.hasFocus()


def test_a_card_that_is_let_go_beside_all_stays_as_it_was(screen: EveningScreen) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    drag(screen, second, screen.wall.mapToGlobal(screen.wall.rect().bottomRight()))
    assert (line(screen, first).theme, line(screen, second).theme) == ("", "")


def test_cards_come_together_by_key_too(screen: EveningScreen) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    card(screen, second).setFocus()
    QTest.keyClick(card(screen, second), K.Key_Space)
    assert "In de hand" in screen.hint.text()
    QTest.keyClick(card(screen, second), K.Key_Left)
    assert card(screen, first).hasFocus()
    QTest.keyClick(card(screen, first), K.Key_Space)
    assert line(screen, second).theme == "Meer licht"


def test_what_is_in_hand_is_let_go_with_escape_and_the_evening_stays(
    screen: EveningScreen, qtbot: QtBot
) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    card(screen, second).setFocus()
    QTest.keyClick(card(screen, second), K.Key_Space)
    with qtbot.assertNotEmitted(screen.left):
        QTest.keyClick(card(screen, second), K.Key_Escape)
    card(screen, first).setFocus()
    QTest.keyClick(card(screen, first), K.Key_Space)
    assert line(screen, second).theme == ""


def test_a_subject_gets_a_name_of_its_own(screen: EveningScreen, qtbot: QtBot) -> None:
    first, second = say(screen, "Meer licht.", "Een lamp bij de deur.")
    drag(screen, second, middle_of(screen, first))
    press(screen, "Naam…", qtbot)
    dialog = opened(screen)
    fill(dialog, {"theme": "Licht"})
    dialog.do()
    assert [group.theme for group in view(screen).groups] == ["Licht"]
    assert not is_open(screen)


def test_escape_first_clears_what_was_typed_and_only_then_leaves(
    screen: EveningScreen, qtbot: QtBot
) -> None:
    QTest.keyClicks(screen.said, "Half een z")
    with qtbot.assertNotEmitted(screen.left):
        QTest.keyClick(screen.said, K.Key_Escape)
    assert screen.said.text() == ""
    with qtbot.waitSignal(screen.left):
        QTest.keyClick(screen.said, K.Key_Escape)


def test_in_large_print_all_words_are_whole_and_all_is_named_and_reached_by_key(
    desk: Desk, gathered: Gathered, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    screen = EveningScreen(desk, gathered.held)
    qtbot.addWidget(screen)
    screen.resize(1334, 640)
    screen.show()
    for _turn in range(6):
        QApplication.processEvents()
    assert cut_off(screen) == []
    assert unnamed(screen) == []
    assert out_of_reach(screen) == []


def test_going_home_has_a_paper_once_something_was_said(screen: EveningScreen) -> None:
    assert screen.tonight.reason == "Er is nog niets gezegd."
    say(screen, "Meer licht.")
    assert screen.tonight.reason is None


class TestBigScreen:
    @pytest.fixture
    def big(self, desk: Desk, gathered: Gathered, screen: EveningScreen, qtbot: QtBot) -> BigScreen:
        big = BigScreen(desk, gathered.tonight, screen)
        big.resize(1366, 768)
        big.show()
        return big

    def test_it_shows_the_question_and_at_once_what_is_said(
        self, big: BigScreen, screen: EveningScreen
    ) -> None:
        say(screen, "Meer licht.")
        assert big.question.text() == "Wat mist u nog?"
        assert "Meer licht." in [piece.words for piece in big.board.pieces]

    def test_the_most_dots_come_first(self, big: BigScreen, screen: EveningScreen) -> None:
        _first, second = say(screen, "Meer licht.", "Geen drempels.")
        card(screen, second).counted.emit(second, 5)
        words = [piece.words for piece in big.board.pieces]
        assert words.index("Geen drempels.") < words.index("Meer licht.")

    def test_letters_become_smaller_until_all_fits_and_what_never_fits_is_counted(
        self, big: BigScreen, screen: EveningScreen
    ) -> None:
        say(screen, "Kort.")
        large = big.board.pieces[-1].font.pixelSize()
        long = "Een voorstel met veel woorden, zodat het over meer regels gaat. " * 3
        for _time in range(30):
            screen.said.setText(long)
            screen._say()  # typing each sign would take long
        QApplication.processEvents()
        assert big.board.pieces[-1].font.pixelSize() < large
        assert big.board.pieces[-1].words.startswith("en nog ")
        bottom = max(piece.box.bottom() for piece in big.board.pieces)
        assert bottom <= big.board.height()

    def test_escape_closes_it(self, big: BigScreen) -> None:
        QTest.keyClick(big, K.Key_Escape)
        assert not big.isVisible()
