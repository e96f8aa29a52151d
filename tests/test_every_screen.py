"""Every screen and dialog of the program, in Dutch."""

from __future__ import annotations

import shutil
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.demo_world import opened
from tests.support.whole_program import wrong_in


def test_words_are_whole_and_every_input_has_a_name_and_can_be_reached_by_key(
    demo_file: Path, tmp_path: Path, own_settings: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    with opened(Path(shutil.copy(demo_file, tmp_path))) as demo:
        assert wrong_in("nl", demo, qapp, qtbot) == {}
