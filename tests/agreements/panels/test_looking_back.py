"""Looking back on a year: each agreement, how it ended, and the next year."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.looking_back import LookingBackPanel
from desktop.agreements.queries.looking_back import look_back_rows
from desktop.agreements.queries.overview import agreement_rows
from desktop.agreements.states import AgreementState, CycleState
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from desktop.widgets.desk import Desk
from tests.support.agreed import Year, make_year
from tests.support.beleid import Table
from tests.support.clock import Clock
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.screens import cut_off, said_by


def panel_of(desk: Desk, cycle_id: int, qtbot: QtBot) -> LookingBackPanel:
    cycle = ChosenCycle(desk)
    panel = LookingBackPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    cycle.choose(cycle_id)
    panel.resize(1334, 590)
    panel.show()
    QApplication.processEvents()
    return panel


@pytest.fixture
def year(store: Store, who: Actor, clock: Clock) -> Year:
    """A signed year that is over."""
    year = make_year(store, who)
    year.sign(year.seal())
    clock.move_to(datetime(2027, 3, 10, 9, tzinfo=AMSTERDAM))
    move_cycle(store, who, year.cycle, CycleState.RUNNING)
    return year


@pytest.fixture
def panel(desk: Desk, year: Year, qtbot: QtBot) -> LookingBackPanel:
    return panel_of(desk, year.cycle, qtbot)


def look_at(panel: LookingBackPanel, row: int, qtbot: QtBot, goes_on: bool) -> None:
    panel.table.choose(panel.table.ids[row])
    values = {"result": "Er kwamen 58 woningen.", "goes_on": goes_on}
    asked(panel, "Terugblikken…", qtbot, values)


def end(panel: LookingBackPanel, row: int, words: str) -> None:
    panel.table.choose(panel.table.ids[row])
    menu = panel.end.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_before_signing_there_is_nothing_to_look_back_on(
    desk: Desk, table: Table, qtbot: QtBot
) -> None:
    assert "Nog niets om op terug te kijken" in said_by(panel_of(desk, table.cycle, qtbot))


def test_enter_looks_back_on_the_chosen_agreement(
    panel: LookingBackPanel, year: Year, qtbot: QtBot
) -> None:
    panel.table.choose(panel.table.ids[0])
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    dialog = opened(panel)
    dialog.do()
    assert refusal_at(dialog, "result")
    fill(dialog, {"result": "Er kwamen 58 woningen.", "lesson": "Begin eerder.", "goes_on": True})
    dialog.do()
    with year.store.reading() as session:
        told = look_back_rows(session, year.cycle, panel._desk.today())[0].told
    assert told is not None
    assert (told.lesson, told.goes_on) == ("Begin eerder.", True)
    assert "op 1 van 2 afspraken teruggekeken" in said_by(panel)


def test_the_look_back_is_ready_when_every_agreement_has_one(
    panel: LookingBackPanel, year: Year, qtbot: QtBot
) -> None:
    assert not panel.done.isEnabled()
    look_at(panel, 0, qtbot, goes_on=True)
    look_at(panel, 1, qtbot, goes_on=False)
    press(panel, "Terugblik is klaar", qtbot)
    assert year.state() is CycleState.EVALUATED


def test_a_year_closes_when_it_is_said_how_everything_ended(
    panel: LookingBackPanel, year: Year, qtbot: QtBot
) -> None:
    for row in (0, 1):
        look_at(panel, row, qtbot, goes_on=False)
    press(panel, "Terugblik is klaar", qtbot)
    assert not panel.close_year.isEnabled()
    end(panel, 0, "Niet behaald")
    end(panel, 1, "Behaald")
    assert [row.state for row in panel.rows] == [AgreementState.MISSED, AgreementState.ACHIEVED]
    press(panel, "Sluit dit jaar af", qtbot)
    assert year.state() is CycleState.CLOSED


def test_the_next_year_has_ticked_what_goes_on(
    panel: LookingBackPanel, year: Year, desk: Desk, qtbot: QtBot
) -> None:
    look_at(panel, 0, qtbot, goes_on=True)
    look_at(panel, 1, qtbot, goes_on=False)
    press(panel, "Volgend jaar…", qtbot)
    opened(panel).do()
    cycle = panel._cycle
    assert cycle.number != year.cycle
    with desk.reading() as session:
        rows = agreement_rows(session, cycle.number, desk.today())
    assert [row.code for row in rows] == ["BES-01"]


def test_nothing_is_cut_off(panel: LookingBackPanel) -> None:
    assert cut_off(panel) == []
