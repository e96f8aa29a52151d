"""From a measurement that is entered to its light and chart on the screen, in a year of 200
agreements among 400,000 measurements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.measuring import measure
from desktop.agreements.panels.agreements import AgreementsPanel
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.language.format import AMSTERDAM
from desktop.store import Store
from desktop.widgets.desk import Desk
from tests.benchmarks.table import show
from tests.benchmarks.test_agreements import (
    CYCLES,
    INDICATORS,
    MOST_MS,
    TIMES,
    best_p95,
    fill,
    timed,
)
from tests.support.clock import Clock

FIRST_ON = date(2026, 8, 1)


def test_a_measurement_shows_at_once(store: Store, desk: Desk, clock: Clock, qtbot: QtBot) -> None:
    fill(store)
    clock.move_to(datetime(2026, 12, 30, 9, tzinfo=AMSTERDAM))
    cycle = ChosenCycle(desk)
    cycle.choose(CYCLES)
    panel = AgreementsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 590)
    panel.show()
    QApplication.processEvents()
    assert panel.list.chosen_id is not None
    indicator_id = 1 + (panel.list.chosen_id - 1) * INDICATORS
    days = (FIRST_ON + timedelta(days=n) for n in range(1000))

    def enter(day: date) -> None:
        measure(store, desk.who, indicator_id, day, Decimal(42), "telling")
        panel.agreement.repaint()

    shown = best_p95(lambda: entering(enter, days))
    figure = ("a measurement to its light and chart, p95", f"{shown:.1f} ms")
    show("The screen of an agreement", [], [(*figure, f"at most {MOST_MS:.0f} ms")])
    assert shown <= MOST_MS


def entering(enter: Callable[[date], object], days: Iterator[date]) -> list[float]:
    """Enter one value after another; between them the list catches up."""
    times = []
    for _turn in range(TIMES):
        times.append(timed(partial(enter, next(days))))
        QApplication.processEvents()
    return times
