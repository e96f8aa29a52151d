"""Every screen and dialog of the program, in English: in a file of its own, two workers walk."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.app import fill_demo
from desktop.language import in_language
from desktop.store import Store
from tests.support.whole_program import wrong_in


@pytest.mark.long
def test_words_are_whole_and_every_input_has_a_name_and_can_be_reached_by_key(
    store: Store, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with in_language("en"):
        fill_demo(store)
    assert wrong_in("en", store, qapp, qtbot) == {}
