"""The page of the planning: its phases, its critical path, and what is opened from it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.actions.phases import arrange_phases
from desktop.projects.actions.tasks import add_task, change_task
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.dialogs.phases import PhaseRows
from desktop.projects.panels.plan.page import PlanPage
from desktop.projects.queries.phases import phases_of
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.dialogs import fill, is_open, opened, press
from tests.support.screens import cut_off, dress, out_of_reach, unnamed

ALT = Qt.KeyboardModifier.AltModifier


def shown(desk: Desk, project_id: int, qtbot: QtBot) -> PlanPage:
    project = ChosenProject()
    made = PlanPage(desk, project)
    made.resize(980, 520)  # as on the smallest screen
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    project.choose(project_id)
    QApplication.processEvents()
    return made


@pytest.fixture
def page(desk: Desk, renovation: int, qtbot: QtBot, qapp: QApplication) -> PlanPage:
    dress(qapp)
    return shown(desk, renovation, qtbot)


@pytest.fixture
def rows(page: PlanPage, qtbot: QtBot) -> PhaseRows:
    """The dialog of the phases is open."""
    press(page, "Fasen…", qtbot)
    found = opened(page).findChild(PhaseRows)
    assert found is not None
    return found


def heads(page: PlanPage) -> list[str]:
    """The phases that stand above the tasks, each with the first task under it."""
    view = page.timeline.view
    frame = view.sight.frame()
    return [view.bars[row].phase for row in frame.heads]


def test_phases_are_named_ordered_and_added_by_keyboard(
    desk: Desk, page: PlanPage, rows: PhaseRows, renovation: int, qtbot: QtBot
) -> None:
    rows.rows[0].setFocus()
    qtbot.keyClick(rows.rows[0].name.inner, Qt.Key.Key_Down, ALT)
    assert [row.name.value() for row in rows.rows][:2] == ["Met bewoners", "Voorbereiding"]
    assert rows.rows[1].name.inner.hasFocus()
    rows.rows[3].remove.setFocus()
    qtbot.keyClick(rows.rows[3].remove, Qt.Key.Key_Tab)
    assert rows.more.hasFocus()
    qtbot.keyClick(rows.more, Qt.Key.Key_Return)
    qtbot.keyClicks(rows.rows[4].name.inner, "Garantie")
    # The new row is where Tab expects it: behind the one above it, before the button.
    qtbot.keyClick(rows.rows[4].name.inner, Qt.Key.Key_Backtab)
    assert rows.rows[3].remove.hasFocus()
    qtbot.keyClick(rows.rows[4].name.inner, Qt.Key.Key_Return)
    assert not is_open(page)
    assert heads(page) == ["Met bewoners", "Voorbereiding", "Uitvoering", "Nazorg"]
    with desk.reading() as session:
        assert phases_of(session, renovation)[4].name == "Garantie"


def test_a_phase_with_tasks_stays_and_says_why(
    page: PlanPage, rows: PhaseRows, qtbot: QtBot
) -> None:
    rows.more.click()
    qtbot.mouseClick(rows.rows[4].remove, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(rows.rows[3].remove, Qt.MouseButton.LeftButton)
    assert rows.rows[3].refusal.startswith("In “Nazorg” zit nog: 2 taken.")
    assert len(rows.rows) == 4
    rows.rows[1].name.set_value("voorbereiding")
    opened(page).do()
    assert rows.rows[1].refusal == "Er is al een fase “voorbereiding”. Kies een andere naam."
    assert cut_off(opened(page)) == unnamed(opened(page)) == out_of_reach(opened(page)) == []


def test_a_project_without_phases_begins_with_the_first(
    desk: Desk, page: PlanPage, renovation: int, qtbot: QtBot
) -> None:
    with desk.reading() as session:
        lines = phases_of(session, renovation)
    for bar in page.timeline.view.plan.bars:
        change_task(desk.store, desk.who, int(bar.id), phase_id=None)
    arrange_phases(desk.store, desk.who, renovation, [], [line.id for line in lines])
    assert heads(page) == []
    press(page, "Fasen…", qtbot)
    dialog = opened(page)
    rows = dialog.findChild(PhaseRows)
    assert rows is not None
    assert not rows.rows
    press(dialog, "Fase erbij", qtbot)
    rows.rows[0].name.set_value("Begin")
    dialog.do()
    with desk.reading() as session:
        [line] = phases_of(session, renovation)
    change_task(desk.store, desk.who, int(page.timeline.view.plan.bars[2].id), phase_id=line.id)
    assert heads(page) == ["Begin", ""]
    assert page.timeline.view.bars[0].phase == "Begin"


def test_a_click_finds_the_task_under_the_name_of_its_phase(page: PlanPage, qtbot: QtBot) -> None:
    view = page.timeline.view
    for row in range(len(view.bars)):
        view.choose(row)
        frame = view.sight.frame()
        middle = frame.top(row) + frame.row // 2
        assert frame.row_at(middle) == row
        assert row in frame.rows()
        assert frame.header <= frame.top(row) <= frame.height - frame.row
        if row in frame.heads:
            assert frame.row_at(middle - frame.row) is None
            assert frame.top_of_head(frame.heads.index(row)) == frame.top(row) - frame.row
    view.choose(0)
    assert view.sight.frame().top_of_head(0) == view.sight.frame().header


def test_a_new_task_begins_in_the_phase_of_the_chosen_one(page: PlanPage, qtbot: QtBot) -> None:
    view = page.timeline.view
    view.choose(next(row for row, bar in enumerate(view.bars) if bar.phase == "Uitvoering"))
    # Who does not see the name of the phase above the tasks hears it.
    assert view.accessibleName().startswith(f"Uitvoering. {view.bars[view.row or 0].name}: van")
    press(page, "Nieuwe taak…", qtbot)
    dialog = opened(page)
    fill(dialog, {"name": "Steiger bouwen"})
    dialog.do()
    [made] = [bar for bar in page.timeline.view.bars if bar.name == "Steiger bouwen"]
    assert made.phase == "Uitvoering"


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large print"])
def test_the_critical_path_has_a_line_of_its_own_and_is_whole_on_hover(
    desk: Desk, renovation: int, qtbot: QtBot, qapp: QApplication, large: bool
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=large))
    add_task(desk.store, desk.who, renovation, name="Een heel lange taak " * 8, days=400)
    page = shown(desk, renovation, qtbot)
    names = [bar.name for bar in page.timeline.view.bars if bar.is_critical and bar.days]
    assert page.critical.accessibleName() == "Kritiek pad: " + " → ".join(names)
    assert page.critical.toolTip().splitlines() == names
    assert page.critical.height() < 2 * page.critical.fontMetrics().lineSpacing()
    assert cut_off(page) == unnamed(page) == []
