"""The whole program in large print, on the smallest screen that must work."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.staff import ensure_user
from desktop.language import LANGUAGES, use_language
from desktop.store import Store
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support.screens import cut_off
from tests.support.tour import Tour


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_nothing_is_cut_off_in_any_screen_or_dialog(
    spoken: str, store: Store, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    use_language(spoken)
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    app.fill_demo(store)
    window = Window(Desk(store, ensure_user(store)), app.features())
    qtbot.addWidget(window)
    window.showNormal()
    window.setFixedSize(1366, 768)
    found = {}
    for name, screen in Tour(window).stops():
        if cut := cut_off(screen):
            found[name] = cut
    assert found == {}
    window.close()
