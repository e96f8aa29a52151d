"""Letters are recorded as sent only by somebody who had them on view, or says they are printed."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.language import _
from desktop.store import Store
from desktop.viewings.panels.dialogs.letters import send_letters
from desktop.viewings.panels.dialogs.offer_answer import withdraw_offer
from desktop.viewings.states import Level
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from desktop.widgets.form import Form
from tests.support import steps
from tests.support.clock import Clock
from tests.support.screens import button


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


def opened(parent: QWidget) -> Dialog:
    [dialog] = parent.findChildren(Dialog)
    return dialog


@pytest.fixture
def letters(store: Store, clock: Clock, desk: Desk, parent: QWidget) -> Dialog:
    letting = steps.bring(steps.begin(store, clock), steps.settle)
    send_letters(desk, letting.view(), parent)
    return opened(parent)


def test_letters_count_as_sent_once_both_were_opened(letters: Dialog) -> None:
    assert not letters.button.isEnabled()
    button(letters, _("Letter to the chosen one")).click()
    assert not letters.button.isEnabled()
    button(letters, _("Letters to the others")).click()
    assert letters.button.isEnabled()


def test_letters_count_as_sent_for_who_says_that_they_are_printed(letters: Dialog) -> None:
    form = letters.findChild(Form)
    assert form is not None
    form.set_value("printed", True)
    assert letters.button.isEnabled()


def test_no_reason_is_chosen_beforehand_for_taking_an_offer_back(
    store: Store, clock: Clock, desk: Desk, parent: QWidget
) -> None:
    letting = steps.bring(steps.begin(store, clock), steps.offer)
    withdraw_offer(desk, letting.view().code, letting.view().offers[0], Level.A, parent)
    form = opened(parent).findChild(Form)
    assert form is not None
    assert form.value("reason") == ""
