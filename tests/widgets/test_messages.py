from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.estate.actions import add_complex, put_setting
from desktop.estate.facts import ComplexFacts
from desktop.estate.queries import complexes
from desktop.widgets.desk import Desk
from desktop.widgets.job import Job, Progress
from desktop.widgets.message_bar import MessageBar
from desktop.widgets.progress_card import ProgressCard


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def bar(desk: Desk, window: QWidget) -> MessageBar:
    made = MessageBar(desk, window)
    window.show()
    return made


def count(desk: Desk) -> int:
    with desk.reading() as session:
        return len(complexes(session))


def test_what_is_said_shows(bar: MessageBar, desk: Desk) -> None:
    desk.said.emit("Kies eerst de werkwijze.")
    assert bar.isVisible()
    assert bar.words.text() == "Kies eerst de werkwijze."
    assert bar.undo_button.isHidden()


def test_after_an_action_the_bar_offers_to_undo_it(
    bar: MessageBar, desk: Desk, qtbot: QtBot
) -> None:
    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    assert bar.words.text() == "Nieuw complex"
    qtbot.mouseClick(bar.undo_button, Qt.MouseButton.LeftButton)
    assert count(desk) == 0
    assert bar.words.text() == "Ongedaan gemaakt: Nieuw complex"


def test_what_was_undone_can_be_done_again(bar: MessageBar, desk: Desk, qtbot: QtBot) -> None:
    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    assert bar.redo_button.isHidden()
    bar.undo()
    assert bar.undo_button.isHidden()
    qtbot.mouseClick(bar.redo_button, Qt.MouseButton.LeftButton)
    assert count(desk) == 1
    assert bar.words.text() == "Opnieuw gedaan: Nieuw complex"
    assert (bar.redo_button.isHidden(), bar.undo_button.isVisible()) == (True, True)


def test_nothing_to_undo_is_said(bar: MessageBar, desk: Desk) -> None:
    bar.undo()
    assert "ongedaan" in bar.words.text()


def test_the_offer_to_undo_goes_when_something_else_happened(bar: MessageBar, desk: Desk) -> None:
    desk.act(lambda: add_complex(desk.store, desk.who, ComplexFacts("KF", "Kadeflat")))
    with desk.store.act(desk.who, "test.other") as act:
        act.tables.add("complex")
    assert bar.isHidden()


def test_the_card_of_long_work_tells_what_it_does_and_stops_it(desk: Desk, qtbot: QtBot) -> None:
    jobs: list[Job] = []
    desk.working.connect(jobs.append)
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress.step(3, 10, "brief 3 van 10")
        go_on.wait(10)
        progress.step(4, 10)

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    desk.working.connect(lambda job: cards.append(ProgressCard(job, window)))
    cards: list[ProgressCard] = []
    desk.run("Brieven maken", work, lambda _nothing: None)
    card = cards[0]
    qtbot.waitUntil(card.isVisible)
    assert (card.title.text(), card.doing.text()) == ("Brieven maken", "brief 3 van 10")
    assert (card.bar.value(), card.bar.maximum()) == (3, 10)
    with qtbot.waitSignal(desk.said) as said:
        qtbot.mouseClick(card.stop_button, Qt.MouseButton.LeftButton)
        go_on.set()
    assert said.args == ["Gestopt. Er is niets veranderd."]


def test_a_setting_that_changes_nothing_offers_no_undo(bar: MessageBar, desk: Desk) -> None:
    def put() -> None:
        with desk.store.act(desk.who, "test.setting", undo="Instelling") as act:
            put_setting(act.session, "x", 1)

    put()
    assert not bar.isHidden()
    bar.hide()
    put()
    assert bar.isHidden()
