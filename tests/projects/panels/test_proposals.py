"""The list of proposals as it is worked with after an evening: brought together by keyboard."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.actions.proposals import raise_proposal
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.residents.proposals import ProposalsPage
from desktop.projects.states import ProposalState
from desktop.widgets.desk import Desk
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.gathered import Gathered, gather
from tests.support.screens import cut_off, said_by, unnamed

K, M, S = Qt.Key, Qt.KeyboardModifier, ProposalState


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


def test_several_that_were_selected_get_one_answer_and_are_told_in_one_step(
    page: ProposalsPage, gathered: Gathered, qtbot: QtBot
) -> None:
    def states() -> list[S]:
        return [page.lines[number].state for number in sorted(page.lines)]

    table = page.page.table
    qtbot.keyClick(table, K.Key_A, M.ControlModifier)
    press(page, "Beantwoorden…", qtbot)
    dialog = opened(page)
    said = said_by(dialog)
    assert "2. Boor niet vóór acht uur." in said
    assert "1 daarvan heeft al een antwoord." in said
    fill(dialog, {"reason": "Dat doen we.", "on": date(2026, 11, 11)})
    dialog.do()
    assert "Het voorstel is van 23 november 2026" in refusal_at(dialog, "on")
    assert states() == [S.ANSWERED, S.RAISED, S.RAISED]  # none of them got it
    fill(dialog, {"on": date(2026, 11, 23)})
    dialog.do()
    assert {line.reason for line in page.lines.values()} == {"Dat doen we."}
    qtbot.keyClick(table, K.Key_A, M.ControlModifier)
    asked(page, "Verteld…", qtbot, {"via": "Brief"})
    assert states() == [S.REPORTED_BACK] * 3
    for _step in range(2):
        gathered.store.undo(gathered.who)
    assert states() == [S.ANSWERED, S.RAISED, S.RAISED]


def test_a_whole_group_is_answered_from_one_of_its_proposals(
    page: ProposalsPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(page.page.table, K.Key_Down, M.ShiftModifier)
    qtbot.keyClick(page.page.table, K.Key_G, M.ControlModifier)
    fill(opened(page), {"theme": "Geluid en licht"})
    opened(page).do()
    QApplication.processEvents()
    page.page.table.choose(page.page.table.ids[0])
    words, answer = page._entries(page.page.table.ids[0])[2]
    assert words == "De hele groep beantwoorden…"
    answer()
    dialog = opened(page)
    assert dialog.windowTitle() == "2 voorstellen beantwoorden"
    fill(dialog, {"reason": "We boren later en hangen een lamp op."})
    dialog.do()
    assert page.page.hint.text().endswith("Elk voorstel heeft antwoord.")


def test_what_can_be_done_with_a_proposal_says_why_not(page: ProposalsPage, qtbot: QtBot) -> None:
    assert page.answer.isEnabled()
    for _row in range(2):
        qtbot.keyClick(page.page.table, K.Key_Down)
    assert page.tell.isEnabled()  # the last one was answered
    qtbot.keyClick(page.page.table, K.Key_Up, M.ShiftModifier)
    assert page.tell.reason == "Eerst komt het antwoord."  # not of both
    QApplication.processEvents()
    assert cut_off(page) == []
    assert unnamed(page) == []
