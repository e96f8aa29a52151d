"""Entering questionnaires in the evaluation."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.store import Store
from desktop.viewings.model import CandidateSurvey, CohesionSurvey
from desktop.viewings.panels.dialogs.surveys import (
    enter_candidate_answers,
    enter_resident_answers,
)
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support import steps
from tests.support.clock import Clock
from tests.support.steps import Letting


@pytest.fixture
def letting(store: Store, clock: Clock) -> Letting:
    return steps.begin(store, clock)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def opened(parent: QWidget) -> tuple[Dialog, Form]:
    QApplication.processEvents()
    dialog = parent.findChild(Dialog)
    assert dialog is not None
    form = dialog.findChild(Form)
    assert form is not None
    return dialog, form


def test_the_answers_of_a_candidate_are_entered_without_a_name(
    letting: Letting, desk: Desk, parent: QWidget
) -> None:
    enter_candidate_answers(desk, parent)
    dialog, form = opened(parent)
    form.set_value("mark", 9)
    form.set_value("welcome", 5)
    dialog.do()
    with letting.store.reading() as session:
        assert session.query(CandidateSurvey).one().mark == 9


def test_the_answers_of_a_household_are_entered(
    letting: Letting, desk: Desk, parent: QWidget
) -> None:
    enter_resident_answers(desk, parent)
    dialog, form = opened(parent)
    form.set_value("wave", 12)
    form.set_value("age_band", "65-74")
    form.set_value("home", 4)
    dialog.do()
    with letting.store.reading() as session:
        row = session.query(CohesionSurvey).one()
        assert (row.wave, row.age_band, row.answers) == (12, "65-74", [None] * 3 + [4, None, None])
