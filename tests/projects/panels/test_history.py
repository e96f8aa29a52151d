"""Who did what in a project, and when."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.projects.actions.phases import WishedPhase, arrange_phases
from desktop.projects.actions.projects import start_project
from desktop.projects.actions.tasks import add_task, remove_task
from desktop.projects.panels.dialogs.history import HistoryDialog
from desktop.projects.queries.phases import phases_of
from desktop.projects.queries.projects import project_view
from desktop.projects.states import Participation, ProjectKind
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from desktop.widgets.table import Table
from tests.support.screens import cut_off, dress, unnamed


def cells(table: Table) -> list[list[str]]:
    model = table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])
def test_the_history_of_a_project_names_what_changed_and_what_was_taken_away(
    desk: Desk, renovation: int, qtbot: QtBot, qapp: QApplication, large: bool
) -> None:
    store, who = desk.store, desk.who
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=large))
    start_project(
        store, who, "Anders", ProjectKind.NEW_BUILD, Participation.INFORM, date(2026, 9, 1)
    )
    with store.reading() as session:
        first, *others = phases_of(session, renovation)
    wished = [WishedPhase(line.name, line.id) for line in others]
    arrange_phases(store, who, renovation, [WishedPhase("Start", first.id), *wished])
    remove_task(store, who, add_task(store, who, renovation, name="Vergissing"))
    with store.reading() as session:
        view = project_view(session, renovation, desk.today())
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = HistoryDialog(desk, view, parent)
    dialog.show()
    QApplication.processEvents()
    rows = cells(dialog.trail.table)
    assert [row[3] for row in rows] == [
        "Taak weggehaald", "Taak toegevoegd", "Fasen gewijzigd · Start", "Project begonnen",
    ]  # fmt: skip
    assert {row[2] for row in rows} == {who.name}
    dialog.trail.table.choose(dialog.trail.table.ids[2])
    assert cells(dialog.trail.changes) == [["Start", "naam", "Voorbereiding", "Start"]]
    assert cut_off(dialog) == unnamed(dialog) == []
