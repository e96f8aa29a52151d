"""The grid of positions: who agrees to what, and what is still open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.agreements.panels.chosen_cycle import ChosenCycle
from desktop.agreements.panels.positions import PositionsPanel
from desktop.agreements.states import PositionValue
from desktop.feature import Place
from desktop.widgets.desk import Desk
from desktop.widgets.table_rows import TableModel
from tests.support.beleid import Table
from tests.support.dialogs import fill, opened
from tests.support.screens import cut_off, said_by

NOTHING = "Nog niets gezegd"


@pytest.fixture
def panel(desk: Desk, table: Table, qtbot: QtBot) -> PositionsPanel:
    """Two agreements, of which the parties agree to the first."""
    table.agree(table.clause)
    table.write(table.add("Buurtkamer", "LEE"), "Er komt een buurtkamer.", "Er komt een kamer.")
    cycle = ChosenCycle(desk)
    panel = PositionsPanel(desk, cycle)
    cycle.setParent(panel)
    qtbot.addWidget(panel)
    panel.resize(1334, 590)
    panel.show()
    QApplication.processEvents()
    return panel


def cells(panel: PositionsPanel) -> list[list[str]]:
    assert panel.table is not None
    model = panel.table.model()
    assert isinstance(model, TableModel)
    return [[row.cell(n).text for n in range(len(row.cells))] for row in model.rows]


def choose(panel: PositionsPanel, row: int) -> int:
    assert panel.table is not None
    chosen = panel.table.ids[row]
    panel.table.choose(chosen)
    return chosen


def test_each_party_has_a_column(panel: PositionsPanel) -> None:
    assert cells(panel) == [
        ["BES-01", "60 nieuwe sociale huurwoningen", "1", "Akkoord", "Akkoord", "Akkoord"],
        ["LEE-01", "Buurtkamer", "1", NOTHING, NOTHING, NOTHING],
    ]
    assert "nog 1 zonder akkoord" in said_by(panel)


def test_what_is_agreed_can_be_left_out(panel: PositionsPanel) -> None:
    panel.only_open.setChecked(True)
    assert [row[0] for row in cells(panel)] == ["LEE-01"]


def test_a_position_is_written_down_from_the_menu_of_the_row(panel: PositionsPanel) -> None:
    choose(panel, 1)
    menu = panel._say.menu()
    menu.aboutToShow.emit()
    entry = next(a for a in menu.actions() if a.text() == "Standpunt van Samen Morgenveld")
    entry.trigger()
    dialog = opened(panel)
    fill(dialog, {"value": PositionValue.DISAGREES, "remark": "Te weinig plek."})
    dialog.do()
    assert cells(panel)[1][3:] == [NOTHING, NOTHING, "Niet akkoord"]


def test_enter_opens_the_text(panel: PositionsPanel, desk: Desk, qtbot: QtBot) -> None:
    chosen = choose(panel, 1)
    assert panel.table is not None
    with qtbot.waitSignal(desk.place_asked) as where:
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert where.args == [Place("agreements", "agreement", chosen, "text")]


def test_when_everybody_agrees_it_says_so(panel: PositionsPanel, table: Table) -> None:
    assert panel.grid is not None
    clause = panel.grid.rows[1].clause
    assert clause is not None
    table.agree(clause.id)
    panel.only_open.setChecked(True)
    assert "Iedereen is akkoord" in said_by(panel)


def test_nothing_is_cut_off(panel: PositionsPanel) -> None:
    assert cut_off(panel) == []
