"""The page of promises: where one was made, on the screen and on the list for everybody."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.panels.promises.page import PromisesPage
from desktop.widgets.desk import Desk
from desktop.widgets.form import Form
from tests.support.dialogs import fill, opened, press
from tests.support.estate import make_corporation
from tests.support.gathered import HELD, TODAY, Gathered, gather
from tests.support.pdf import words_of
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed


@pytest.fixture
def gathered(desk: Desk) -> Gathered:
    make_corporation(desk.store, desk.who)
    return gather(desk.store, desk.who)


@pytest.fixture
def page(desk: Desk, gathered: Gathered, qtbot: QtBot, qapp: QApplication) -> PromisesPage:
    dress(qapp)
    project = ChosenProject()
    made = PromisesPage(desk, project)
    made.resize(980, 520)
    qtbot.addWidget(made)
    made.show()
    project.choose(gathered.project)
    QApplication.processEvents()
    return made


def test_a_promise_is_of_the_gathering_where_it_was_made(
    desk: Desk, page: PromisesPage, gathered: Gathered, qtbot: QtBot
) -> None:
    press(page, "Nieuwe belofte…", qtbot)
    dialog = opened(page)
    form = dialog.findChild(Form)
    assert form is not None
    fill(dialog, {"what": "Stille boor", "owner": "Aannemer", "due_on": TODAY})
    assert form.value("on") == TODAY
    fill(dialog, {"session_id": gathered.held})
    assert form.value("on") == HELD
    assert not form.fields["on"].isEnabled()
    assert cut_off(dialog) == unnamed(dialog) == out_of_reach(dialog) == []
    dialog.do()
    line = next(one for one in page.lines.values() if one.what == "Stille boor")
    page.page.table.choose(line.id)
    assert "Beloofd op di 10 nov, tijdens “Eerste bewonersavond”." in said_by(page)
    make = page.print_what()
    assert make is not None
    with desk.reading() as session:
        words = words_of(make(session))
    assert "beloofd op 10-11-2026, tijdens “Eerste bewonersavond”" in words
    page.page.table.activated_row.emit(line.id)
    dialog = opened(page)
    fill(dialog, {"session_id": None})
    dialog.do()
    assert page.lines[line.id].gathering == ""
    assert page.lines[line.id].made_on == HELD
