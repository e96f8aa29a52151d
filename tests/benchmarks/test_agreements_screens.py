"""From the last key of a value in the grid to its light and its chart on the screen, in the window
of the program, among 400,000 measurements."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.agreements.panels.meeting.evening import EveningScreen
from desktop.agreements.tab import AgreementsTab
from desktop.feature import Place
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from desktop.window import Window
from tests.benchmarks.table import show
from tests.benchmarks.test_agreements import CYCLES, MOST_MS, best_p95, fill, timed
from tests.support.clock import Clock
from tests.support.screens import dress

TIMES = 20


@pytest.fixture
def evening(
    store: Store, who: Actor, clock: Clock, qtbot: QtBot, qapp: QApplication, own_settings: Path
) -> Iterator[EveningScreen]:
    """The grid of a year of 1,000 indicators, in the window of the program."""
    fill(store)
    clock.move_to(datetime(2026, 7, 27, 19, tzinfo=AMSTERDAM))
    dress(qapp)
    window = Window(Desk(store, who), app.features())
    window.resize(1366, 768)
    with qtbot.waitExposed(window):
        window.show()
    window.show_place(Place("agreements", "cycle", CYCLES, "measuring"))
    tab = window.current
    assert isinstance(tab, AgreementsTab)
    assert tab.evening is not None
    qapp.processEvents()
    yield tab.evening
    window.close()


def test_a_value_shows_its_light_and_chart_at_once(evening: EveningScreen, qtbot: QtBot) -> None:
    grid, on_view = evening.measuring.grid, evening.measuring.on_view

    def enter(text: str) -> None:
        """Type a value; the time begins with Enter."""
        qtbot.keyClicks(evening.window().focusWidget(), text[:1])
        qtbot.keyClicks(evening.window().focusWidget(), text[1:])
        QApplication.processEvents()

    def leave() -> None:
        qtbot.keyClick(evening.window().focusWidget(), Qt.Key.Key_Return)
        QApplication.processEvents()

    def one_round() -> list[float]:
        times = []
        for _turn in range(TIMES):
            entry = grid.entry
            assert entry is not None
            previous = entry.row.before.measured
            enter(str(previous).replace(".", ","))
            times.append(timed(leave))
            assert on_view.entry is entry
            assert entry.is_filled, entry.wrong
        return times

    spent = best_p95(one_round)
    show(
        "1,000 indicators in the grid",
        [],
        [("Enter to the light and the chart, p95", f"{spent:.1f} ms", f"at most {MOST_MS:.0f} ms")],
    )
    assert spent <= MOST_MS
