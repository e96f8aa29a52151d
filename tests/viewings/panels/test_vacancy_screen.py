"""The screen of a vacancy: one next step, the paper that fits, and what stops a step in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.language import _
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.model import Candidate
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.widgets.desk import Desk
from tests.support import steps, world
from tests.support.clock import Clock
from tests.support.pdf import words_of


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    with store.act(PROGRAM, "test.letterhead") as act:
        world.make_organisations(act.session)
    return steps.begin(store, clock)


@pytest.fixture
def open_panel(desk: Desk, qtbot: QtBot) -> Callable[[], VacanciesPanel]:
    def open_panel() -> VacanciesPanel:
        panel = VacanciesPanel(desk)
        qtbot.addWidget(panel)
        panel.resize(1340, 690)
        with qtbot.waitExposed(panel):
            panel.show()
        return panel

    return open_panel


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (steps.announce, "Choose way of working…"),
        (steps.choose_policy, "Publish…"),
        (steps.publish, "Read in candidates…"),
        (steps.take_list, "Plan viewing…"),
        (steps.plan, "Choose hosts…"),
        (steps.hosts_say_yes, "Invite…"),
        (steps.offer, "Record answer"),
        (steps.accept, "Write decision…"),
        (steps.draft, "Submit decision"),
        (steps.submit, "Read along…"),
        (steps.settle, "Letters…"),
        (steps.letters, "Record lease…"),
        (steps.lease, "Complete"),
    ],
)
def test_the_green_button_is_the_next_step(
    letting: steps.Letting,
    open_panel: Callable[[], VacanciesPanel],
    last: steps.Step,
    words: str,
) -> None:
    steps.bring(letting, last)
    assert open_panel().vacancy.next.text() == _(words)


def test_what_must_wait_says_until_when(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.complete)
    button = open_panel().vacancy.next
    assert not button.isEnabled()
    assert button.reason


def test_the_list_finds_a_vacancy_by_the_name_of_a_candidate(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.take_list)
    panel = open_panel()
    panel.list.filter.setText("demir")
    assert [row.id for row in panel.list.rows] == [letting.vacancy]
    panel.list.filter.setText("nobody like this")
    assert not panel.list.rows


def test_printing_gives_the_paper_that_fits_where_the_vacancy_stands(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.offer)
    make = open_panel().print_what()
    assert make is not None
    with letting.store.reading() as session:
        paper = make(session)
        name = session.get_one(Candidate, letting.view().offers[0].candidate_id).last_name
    assert paper.key == "offer"
    assert name in words_of(paper)


def test_the_screen_follows_what_another_window_does(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel], desk: Desk, data: Path
) -> None:
    steps.bring(letting, steps.choose_policy)
    panel = open_panel()
    elsewhere = Store.open(data)
    elsewhere.now = letting.clock
    other = steps.Letting(**{**vars(letting), "store": elsewhere})
    steps.publish(other)
    elsewhere.close()
    desk.look_outside()
    assert panel.vacancy.next.text() == _("Read in candidates…")


def test_a_refusal_stands_in_words_and_changes_nothing(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel], desk: Desk, qtbot: QtBot
) -> None:
    steps.bring(letting, steps.plan)
    panel = open_panel()
    with qtbot.waitSignal(desk.said) as said:
        desk.did(lambda: steps.invite(letting), panel)
    assert said.args is not None
    assert said.args[0]
    with pytest.raises(Refused):
        steps.invite(letting)
    assert panel.vacancy.next.text() == _("Choose hosts…")
