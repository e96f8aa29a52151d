"""The whole program, screen by screen and dialog by dialog, as somebody sees it who needs large
print, has no mouse, or hears the screen instead of seeing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.login import ensure_user
from desktop.language import use_language
from desktop.store import Store
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support.screens import cut_off, dress, out_of_reach, unnamed
from tests.support.tour import Tour

LOOKS: tuple[Callable[[QWidget], list[str]], ...] = (cut_off, unnamed, out_of_reach)


def wrong_in(
    language: str, store: Store, qapp: QApplication, qtbot: QtBot
) -> dict[tuple[str, str], list[str]]:
    """Words that are cut off, inputs without a name and what no key reaches, through a store with
    the demo in large print on the smallest screen that must work. One walk for all: it takes
    long."""
    use_language(language)
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    window = Window(Desk(store, ensure_user(store)), app.features())
    qtbot.addWidget(window)
    window.showNormal()
    window.setFixedSize(1366, 768)
    found = {
        (name, look.__name__): wrong
        for name, screen in Tour(window).stops()
        for look in LOOKS
        if (wrong := look(screen))
    }
    window.close()
    return found
