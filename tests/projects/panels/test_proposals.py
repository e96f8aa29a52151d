"""The list of proposals as it is worked with after an evening: brought together by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.actions.proposals import raise_proposal
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.residents.proposals import ProposalsPage
from desktop.widgets.desk import Desk
from tests.support.dialogs import asked, fill, opened
from tests.support.gathered import Gathered, gather
from tests.support.screens import cut_off, unnamed

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def gathered(desk: Desk) -> Gathered:
    return gather(desk.store, desk.who)


@pytest.fixture
def page(desk: Desk, gathered: Gathered, qtbot: QtBot) -> ProposalsPage:
    """Without an answer: 2 about noise and 3 about lights; answered: 1, about kitchens."""
    raise_proposal(desk.store, desk.who, gathered.project, "Meer licht bij de deur.", support=3)
    project = ChosenProject()
    page = ProposalsPage(desk, project)
    qtbot.addWidget(page)
    page.resize(980, 500)
    page.show()
    project.choose(gathered.project)
    page.page.table.setFocus()
    QApplication.processEvents()
    return page


def subjects(page: ProposalsPage) -> list[str]:
    """What the column of subjects says, in the order of the rows."""
    model = page.page.table.model()
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_several_that_are_selected_come_together_under_a_new_subject_and_undo_parts_them(
    page: ProposalsPage, gathered: Gathered, qtbot: QtBot
) -> None:
    table = page.page.table
    qtbot.keyClick(table, K.Key_Down, M.ShiftModifier)
    qtbot.keyClick(table, K.Key_G, M.ControlModifier)
    dialog = opened(page)
    fill(dialog, {"theme": "Geluid en licht"})
    dialog.do()
    QApplication.processEvents()
    assert subjects(page) == ["Geluid en licht (2)", "Geluid en licht (2)", "Keuken"]
    assert "Onder ‘Geluid en licht’ staan 2 voorstellen, samen 24 stippen." in page.page.hint.text()
    gathered.store.undo(gathered.who)
    assert subjects(page) == ["", "", "Keuken"]


def test_one_comes_to_a_subject_that_is_there_and_is_taken_out_of_it_by_key(
    page: ProposalsPage, qtbot: QtBot
) -> None:
    table = page.page.table
    qtbot.keyClick(table, K.Key_G, M.ControlModifier)
    dialog = opened(page)
    fill(dialog, {"onto": "Keuken"})
    dialog.do()
    QApplication.processEvents()
    assert subjects(page) == ["Keuken (2)", "", "Keuken (2)"]
    page.activateWindow()  # as a desktop does when a dialog closes
    qtbot.waitUntil(table.hasFocus)
    qtbot.keyClick(table, K.Key_G, M.ControlModifier | M.ShiftModifier)
    assert subjects(page) == ["", "", "Keuken"]


def test_an_answer_is_of_who_leads_the_project_unless_somebody_types_another(
    page: ProposalsPage, gathered: Gathered, qtbot: QtBot
) -> None:
    asked(page, "Beantwoorden…", qtbot, {"reason": "Er komt een lamp."})
    [line] = [one for one in page.lines.values() if one.reason == "Er komt een lamp."]
    assert line.answered_by == "Onderhoud"
    assert page.page.hint.text().endswith("1 voorstel wacht nog op antwoord.")
    asked(page, "Beantwoorden…", qtbot, {"reason": "Dat doen we."})  # the next one is chosen
    assert page.page.hint.text().endswith("Elk voorstel heeft antwoord.")


def test_an_answer_is_given_to_one_at_a_time(page: ProposalsPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.page.table, K.Key_Down, M.ShiftModifier)
    assert (page.answer.isEnabled(), page.answer.reason) == (False, "Kies één voorstel.")
    qtbot.keyClick(page.page.table, K.Key_Down)
    assert page.answer.isEnabled()
    assert page.tell.isEnabled()  # the last one was answered
    qtbot.keyClick(page.page.table, K.Key_Up)
    assert page.tell.reason == "Eerst komt het antwoord."
    QApplication.processEvents()
    assert cut_off(page) == []
    assert unnamed(page) == []
