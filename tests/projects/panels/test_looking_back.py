"""Terugblik as a project leader works with it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.model import Project
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.looking_back.page import LookingBackPage
from desktop.projects.states import ProjectState
from desktop.widgets.desk import Desk
from tests.support.dialogs import asked, refusal_at
from tests.support.screens import button, cut_off, unnamed


@pytest.fixture
def page(desk: Desk, renovation: int, qtbot: QtBot) -> LookingBackPage:
    project = ChosenProject()
    page = LookingBackPage(desk, project)
    qtbot.addWidget(page)
    page.resize(980, 540)
    page.show()
    project.choose(renovation)
    QApplication.processEvents()
    return page


def work_is_done(desk: Desk, project_id: int) -> None:
    with desk.store.act(desk.who, "test.done") as act:
        act.session.get_one(Project, project_id).state = ProjectState.AFTERCARE
    QApplication.processEvents()


def test_before_the_work_is_done_it_says_how_it_stands(page: LookingBackPage) -> None:
    assert page.verdict.text() == "Beloofd: adviseren. Tot nu toe: nog niets."
    assert "een advies vóór het besluit" in page.missing.text()
    assert not button(page, "Terugblikken…").isEnabled()
    assert not page.scores.isVisible()


def test_looking_back_and_the_scores_of_tenants(
    page: LookingBackPage, desk: Desk, renovation: int, qtbot: QtBot
) -> None:
    work_is_done(desk, renovation)
    dialog = asked(page, "Terugblikken…", qtbot, {"went_well": "De avonden"})
    assert refusal_at(dialog, "lessons")
    dialog.reject()
    asked(page, "Terugblikken…", qtbot, {"went_well": "De avonden", "lessons": "Eerder beginnen"})
    assert page.verdict.text() == "Beloofd: adviseren. Het werd: niets."
    facts = {"question": "Wist u op tijd wat er ging gebeuren?", "answers": 31, "mean": "11"}
    dialog = asked(page, "Nieuw cijfer…", qtbot, facts)
    assert refusal_at(dialog, "mean") == "Vul een gemiddelde in van 1 tot 10, zoals 7,4."
    dialog.reject()
    asked(page, "Nieuw cijfer…", qtbot, {**facts, "mean": "7,4"})
    model = page.page.table.model()
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row == ["Wist u op tijd wat er ging gebeuren?", "31 antwoorden", "7,4"]
    assert cut_off(page) == []
    assert unnamed(page) == []
