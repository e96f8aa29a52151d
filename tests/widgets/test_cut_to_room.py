"""Words of one line that end where their room ends."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.buttons import Button
from desktop.widgets.cut_to_room import CutToRoom
from desktop.widgets.words import Words

WHOLE = "Kritiek pad: advies van de bewonerscommissie → akkoord van de gemeente"


@pytest.mark.parametrize("kind", [Words, Button])
def test_words_are_cut_to_their_room_and_show_whole_on_hover_only_then(
    kind: type[QLabel] | type[QPushButton], qtbot: QtBot, qapp: QApplication
) -> None:
    shown = kind(WHOLE)
    qtbot.addWidget(shown)
    CutToRoom(shown, lambda: 40)
    shown.show()
    whole = shown.fontMetrics().horizontalAdvance(WHOLE) + 40 + 2
    shown.resize(whole, 30)
    assert (shown.text(), shown.toolTip()) == (WHOLE, "")
    shown.resize(whole - 10, 30)
    assert shown.text().endswith("…")
    assert shown.fontMetrics().horizontalAdvance(shown.text()) <= shown.width() - 40
    assert shown.toolTip() == shown.accessibleName() == WHOLE
    shown.resize(2 * whole, 30)
    assert (shown.text(), shown.toolTip()) == (WHOLE, "")
    larger = shown.font()
    larger.setPixelSize(4 * shown.fontMetrics().height())
    shown.setFont(larger)
    assert shown.text().endswith("…")
