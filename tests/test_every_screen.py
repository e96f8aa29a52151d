"""The whole program, screen by screen and dialog by dialog, as somebody sees it who needs large
print, has no mouse, or hears the screen instead of seeing it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.estate.login import ensure_user
from desktop.language import LANGUAGES, use_language
from desktop.store import Store
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.support.screens import cut_off, dress, out_of_reach, unnamed
from tests.support.tour import Tour


@pytest.fixture(params=LANGUAGES)
def tour(
    request: pytest.FixtureRequest,
    store: Store,
    own_settings: Path,
    qapp: QApplication,
    qtbot: QtBot,
) -> Iterator[Tour]:
    """Through the demo in large print, on the smallest screen that must work."""
    use_language(request.param)
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    app.fill_demo(store)
    window = Window(Desk(store, ensure_user(store)), app.features())
    qtbot.addWidget(window)
    window.showNormal()
    window.setFixedSize(1366, 768)
    yield Tour(window)
    window.close()


def test_words_are_whole_and_every_input_has_a_name_and_can_be_reached_by_key(tour: Tour) -> None:
    # One walk for all: it takes long.
    looks: tuple[Callable[[QWidget], list[str]], ...] = (cut_off, unnamed, out_of_reach)
    found = {
        (name, look.__name__): wrong
        for name, screen in tour.stops()
        for look in looks
        if (wrong := look(screen))
    }
    assert found == {}
