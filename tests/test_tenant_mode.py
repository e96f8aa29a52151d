from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from desktop.estate.pins import set_pin
from desktop.refused import Refused
from desktop.tenant_mode import TenantMode, lend
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support.clock import Clock
from tests.support.features import Made
from tests.support.screens import button, is_dead, said_by

PIN = "4913"


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Window:
    made = Window(desk, (Made("buren", lends=True).feature(),))
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def mode(window: Window, desk: Desk, qtbot: QtBot) -> Iterator[TenantMode]:
    set_pin(desk.store, desk.who, PIN)
    screen = window.current.tenant_screen()  # type: ignore[attr-defined]
    made = lend(desk, screen, window)
    qtbot.waitUntil(made.isVisible)
    yield made
    if not is_dead(made):
        made.try_pin(PIN)


def test_nothing_but_what_was_lent_is_on_view(mode: TenantMode, window: Window) -> None:
    assert not window.isVisible()
    assert mode.isFullScreen()
    assert said_by(mode) == "Welkom buur"


def test_it_cannot_be_closed_without_a_pin(mode: TenantMode) -> None:
    mode.close()
    assert mode.isVisible()
    assert mode.pad.isVisible()


@pytest.mark.parametrize(
    ("key", "with_"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_no_key_leads_out(
    mode: TenantMode, window: Window, qtbot: QtBot, key: Qt.Key, with_: Qt.KeyboardModifier
) -> None:
    qtbot.keyClick(mode, key, with_)
    assert mode.isVisible()
    assert not window.isVisible()


def test_a_wrong_pin_leads_nowhere_and_says_so(mode: TenantMode, window: Window) -> None:
    mode.ask_pin()
    mode.try_pin("0000")
    assert mode.isVisible()
    assert not window.isVisible()
    assert mode.pad.refusal.text() == "Deze pincode klopt niet. Probeer het opnieuw."


def test_after_five_wrong_ones_even_the_right_one_waits_but_an_empty_one_is_no_guess(
    mode: TenantMode, window: Window, clock: Clock
) -> None:
    for _guess in range(5):
        mode.try_pin("")
    assert mode.pad.refusal.text() == "Vul eerst uw pincode in."
    for _guess in range(5):
        mode.try_pin("0000")
    mode.try_pin(PIN)
    assert mode.isVisible()
    assert "30 seconden" in mode.pad.refusal.text()
    clock.move_on(seconds=31)
    mode.try_pin(PIN)
    assert window.isVisible()


def test_staff_leave_by_touch_with_their_pin(
    mode: TenantMode, window: Window, qtbot: QtBot
) -> None:
    qtbot.mouseClick(mode.leave_button, Qt.MouseButton.LeftButton)
    for digit in PIN:
        qtbot.mouseClick(button(mode, digit), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(mode, "Huurdersstand verlaten"), Qt.MouseButton.LeftButton)
    assert is_dead(mode)
    assert window.isVisible()


def test_the_digits_are_never_shown(mode: TenantMode, qtbot: QtBot) -> None:
    mode.ask_pin()
    qtbot.keyClicks(mode.pad.pin, PIN)
    assert mode.pad.pin.displayText() != PIN
    mode.try_pin("0000")
    assert mode.pad.pin.text() == PIN
    mode.ask_pin()
    assert mode.pad.pin.text() == ""


def test_a_tenant_who_pressed_stop_can_go_back(mode: TenantMode, qtbot: QtBot) -> None:
    mode.ask_pin()
    qtbot.mouseClick(button(mode, "Terug"), Qt.MouseButton.LeftButton)
    assert not mode.pad.isVisible()
    assert mode.screen_lent.isVisible()


def test_without_anybodys_pin_it_is_not_begun(window: Window, desk: Desk) -> None:
    screen = window.current.tenant_screen()  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="pincode"):
        lend(desk, screen, window)
    assert window.isVisible()


def test_buttons_are_as_broad_as_a_finger(mode: TenantMode, qapp: QApplication) -> None:
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))
    mode.ask_pin()
    QApplication.processEvents()
    shown = [one for one in mode.findChildren(QAbstractButton) if one.isVisible()]
    assert shown
    assert all(one.height() >= 44 for one in shown)
