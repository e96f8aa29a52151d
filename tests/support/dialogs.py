"""Working with a screen and its dialogs as a user does."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Field, Form
from tests.support.screens import button


def press(screen: QWidget, words: str, qtbot: QtBot) -> None:
    """Press the button with these words; what was just made is on view first."""
    QApplication.processEvents()
    qtbot.mouseClick(button(screen, words), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def opened(screen: QWidget) -> Dialog:
    """The one dialog that is open over the screen."""
    QApplication.processEvents()
    [dialog] = [d for d in screen.window().findChildren(Dialog) if d.isVisible()]
    return dialog


def is_open(screen: QWidget) -> bool:
    """Whether a dialog is open over the screen."""
    QApplication.processEvents()
    return any(dialog.isVisible() for dialog in screen.window().findChildren(Dialog))


def fill(dialog: Dialog, values: Mapping[str, object]) -> None:
    """Fill in fields by their key."""
    form = dialog.findChild(Form)
    assert form is not None
    for key, value in values.items():
        form.set_value(key, value)


def asked(screen: QWidget, words: str, qtbot: QtBot, values: Mapping[str, object]) -> Dialog:
    """Press a button, fill in the dialog that it opens, and press its verb."""
    press(screen, words, qtbot)
    dialog = opened(screen)
    fill(dialog, values)
    dialog.do()
    QApplication.processEvents()
    return dialog


def refusal_at(dialog: Dialog, key: str) -> str:
    """The sentence under a field; nothing when there is none."""
    field = dialog.findChild(Field, key)
    assert field is not None
    return field.refusal
