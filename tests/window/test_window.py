from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.actions import add_complex
from desktop.estate.facts import ComplexFacts
from desktop.estate.queries import complexes
from desktop.feature import Feature, Place
from desktop.settings.dialog import Settings
from desktop.today import feature as today
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.manual import Manual
from desktop.widgets.preview import Preview
from desktop.window import Window
from desktop.window.geometry import first_size
from tests.support.features import Made, Screen, one_page
from tests.support.screens import cut_off, dress, is_dead

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def buren() -> Made:
    return Made("buren")


@pytest.fixture
def window(desk: Desk, buren: Made, qtbot: QtBot) -> Iterator[Window]:
    nowhere = Feature(key="estate", title=lambda: "Complexen")
    work = (buren.feature(), nowhere)
    made = Window(desk, (today.feature(work), *work))
    made.resize(1366, 768)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    for other in made.findChildren(QWidget):
        if other.isWindow():
            other.close()


def test_in_large_print_a_narrow_window_cuts_no_tab_and_holds_its_settings(
    qapp: QApplication, desk: Desk, qtbot: QtBot
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    window = Window(desk, app.features())
    qtbot.addWidget(window)
    window.show()
    QApplication.processEvents()
    window.setFixedSize(1024, 700)  # wider than the screen of the tests
    QApplication.processEvents()
    assert window.tabs.width() >= window.tabs.sizeHint().width()
    assert window.search.geometry().left() > window.tabs.geometry().right()
    settings = Settings(desk, window)
    for place in range(settings.list.count()):
        settings.list.setCurrentRow(place)
    settings.show()
    assert settings.width() <= 1024
    settings.close()
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))


def test_only_features_with_a_screen_have_a_tab(window: Window) -> None:
    titles = [window.tabs.tabText(n) for n in range(window.tabs.count())]
    assert titles == ["Vandaag", "Buren"]


def test_a_tab_is_built_when_it_is_first_shown(window: Window, buren: Made, qtbot: QtBot) -> None:
    assert buren.built == 0
    for _time in range(2):
        qtbot.keyClick(window, Qt.Key.Key_2, ALT)
        qtbot.keyClick(window, Qt.Key.Key_1, ALT)
    assert buren.built == 1


def test_alt_and_a_number_goes_to_a_tab(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert isinstance(window.current, Screen)


def test_the_wheel_over_the_tabs_leaves_the_screen_as_it_is(window: Window) -> None:
    at = QPointF(window.tabs.rect().center())
    down = QWheelEvent(
        at,
        window.tabs.mapToGlobal(at),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.tabs, down)
    assert window.tabs.currentIndex() == 0


def test_a_place_opens_in_its_tab(window: Window, desk: Desk) -> None:
    desk.open(Place("buren", "complex", 7))
    assert isinstance(window.current, Screen)
    assert window.current.places == [Place("buren", "complex", 7)]


def test_ctrl_k_searches_and_enter_opens_in_place(window: Window, desk: Desk, qtbot: QtBot) -> None:
    made = add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat"))
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.search.hasFocus()
    qtbot.keyClicks(window.search, "kade")
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert isinstance(window.current, Screen)
    assert window.current.places == [Place("buren", "complex", made)]


def test_ctrl_z_takes_back_and_ctrl_y_does_again(window: Window, desk: Desk, qtbot: QtBot) -> None:
    def count() -> int:
        with desk.reading() as session:
            return len(complexes(session))

    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert count() == 0
    assert window.messages.words.text() == "Ongedaan gemaakt: Nieuw complex"
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert count() == 1


def test_ctrl_p_shows_the_paper_of_the_screen(
    window: Window, buren: Made, desk: Desk, qtbot: QtBot
) -> None:
    buren.prints = lambda _session: one_page(desk.today())
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: window.findChild(Preview) is not None)
    assert window.findChild(Preview).pages.count == 1


def test_ctrl_p_says_so_when_there_is_nothing_to_print(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(window, Qt.Key.Key_P, CTRL)
    assert "niets om af te drukken" in window.messages.words.text()


def test_f1_opens_the_manual_page_of_the_screen(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    manual = window.findChild(Manual)
    assert manual.page == "search"
    assert "Ctrl+K" in manual.browser.toPlainText()


def test_ctrl_comma_opens_the_settings(window: Window, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Comma, CTRL)
    assert window.findChild(Settings) is not None


def test_features_catch_up_when_the_window_opens(window: Window, buren: Made, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: buren.caught_up == 1)


def test_the_window_comes_back_where_it_was(
    window: Window, desk: Desk, buren: Made, qtbot: QtBot
) -> None:
    window.setFixedSize(1024, 700)  # the screen of the tests is narrower
    window.close()
    again = Window(desk, (buren.feature(),))
    qtbot.addWidget(again)
    assert again.size().toTuple() == (1024, 700)


def test_no_words_are_cut_off_on_the_smallest_screen(window: Window, qtbot: QtBot) -> None:
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        window.desk.wait_for_jobs()
        qtbot.waitUntil(lambda: cut_off(window) == [])


def test_a_message_covers_nothing_of_the_screen(window: Window, desk: Desk, qtbot: QtBot) -> None:
    desk.said.emit("Kies eerst de werkwijze.")
    margin = theme.LARGE  # each screen keeps this free at its foot
    foot = window.screens.mapTo(window, window.screens.rect().bottomLeft()).y() - margin
    assert window.messages.isVisible()
    assert window.messages.y() > foot
    assert window.messages.geometry().bottom() < window.height()


def test_a_message_with_undo_leaves_the_focus_where_it_was(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    window.search.setFocus()
    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    qtbot.mouseClick(window.messages.undo_button, Qt.MouseButton.LeftButton)
    assert window.search.hasFocus()


def test_a_paper_opens_above_the_dialog_that_asked_for_it(
    window: Window, desk: Desk, qtbot: QtBot
) -> None:
    dialog = Dialog(desk, "Brieven", QWidget(), "Maken", lambda: None, window)
    dialog.open()
    desk.paper_ready.emit(one_page(desk.today()))
    preview = dialog.findChild(Preview)
    assert QApplication.activeModalWidget() is preview
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert is_dead(preview)
    assert QApplication.activeModalWidget() is dialog
    dialog.reject()


@pytest.mark.parametrize("screen", [QSize(1366, 768), QSize(1280, 720), QSize(1920, 1080)])
def test_the_first_window_fits_on_the_screen_with_its_title_bar(screen: QSize) -> None:
    frame = QSize(8, 34)
    outside = first_size(screen, frame) + frame
    assert outside.boundedTo(screen) == outside
