"""The screen of a vacancy: one next step, the paper that fits, and what stops a step in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.estate.model import Complex
from desktop.feature import Place
from desktop.language import _
from desktop.refused import Refused
from desktop.store import Store
from desktop.store.audit import PROGRAM
from desktop.viewings.actions.invitations import record_answer
from desktop.viewings.actions.vacancies import VacancyDates, announce, to_staff
from desktop.viewings.actions.viewings import cancel_viewing, plan_viewing, record_host_answer
from desktop.viewings.model import Candidate
from desktop.viewings.panels.vacancies import VacanciesPanel
from desktop.viewings.queries.due import due
from desktop.viewings.states import Answer, ShiftState
from desktop.widgets.desk import Desk
from desktop.widgets.dialog import Dialog
from tests.support import steps
from tests.support.clock import Clock
from tests.support.estate import make_corporation, make_dwelling
from tests.support.pdf import words_of
from tests.support.screens import button, said_by


@pytest.fixture
def letting(store: Store, clock: Clock) -> steps.Letting:
    make_corporation(store, PROGRAM)
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
        (steps.publish, "Import candidates…"),
        (steps.take_list, "Plan viewing…"),
        (steps.plan, "Choose hosts…"),
        (steps.choose_hosts, "Ask hosts"),
        (steps.ask_hosts, "Answers of hosts"),
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


def test_the_list_shows_the_very_number_that_was_asked_before_longer_ones(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.choose_policy)
    dates = VacancyDates(notice_on=letting.today, old_lease_ends_on=letting.today)
    for number in ("7", "78", "77"):
        with letting.store.act(PROGRAM, "test.home") as act:
            home = make_dwelling(act.session, act.session.get_one(Complex, letting.complex), number)
            act.session.flush()
            dwelling = home.id
        announce(letting.store, letting.author, dwelling, f"2026-{number}", dates)
    panel = open_panel()
    panel.list.filter.setText("kadeflat 7")
    assert panel.list.rows[0].title == "Kadeflat 7"


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
    assert panel.vacancy.next.text() == _("Import candidates…")


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


@pytest.mark.parametrize(
    ("last", "part"),
    [
        (steps.announce, "candidates"),
        (steps.take_list, "candidates"),
        (steps.choose_hosts, "viewings"),
        (steps.offer, "offers"),
        (steps.submit, "decision"),
    ],
)
def test_a_vacancy_opens_at_the_part_of_its_next_step(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel], last: steps.Step, part: str
) -> None:
    steps.bring(letting, last)
    assert open_panel().vacancy.segments.current == part


def test_the_part_stays_while_the_same_vacancy_stays_on_view(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.choose_hosts)
    panel = open_panel()
    panel.vacancy.show_part("history")
    panel.show_place(Place("viewings", "vacancy", letting.vacancy))
    steps.ask_hosts(letting)
    assert panel.vacancy.segments.current == "history"


def test_recording_answers_begins_at_the_first_who_did_not_answer(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel], qtbot: QtBot
) -> None:
    steps.bring(letting, steps.invite)
    first = letting.invitations[letting.view().candidates[0].rank]
    record_answer(letting.store, letting.author, first, Answer.COMING)
    screen = open_panel().vacancy
    screen.show_part("history")
    screen.next.click()
    assert screen.segments.current == "candidates"
    assert screen.candidates.table.chosen_id == letting.view().candidates[1].id
    qtbot.waitUntil(lambda: button(screen.candidates, _("Is not coming")).isVisible())


def test_an_alarm_about_money_opens_the_candidate(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.remind)
    letting.clock.move_to(steps.at(letting, 1, 16, 30))
    asked = list(letting.invitations.values())[1]
    steps.save_report(letting, steps.came(asked, money_asked=True))
    with letting.store.reading() as session:
        [alarm] = [one for one in due(session, letting.clock()) if one.badge == "€"]
    panel = open_panel()
    panel.show_place(alarm.place)
    table = panel.vacancy.candidates.table
    assert panel.vacancy.segments.current == "candidates"
    assert table.chosen_id == letting.view().candidates[1].id


def test_a_reminder_that_is_due_brings_its_viewing_in_view(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel], qtbot: QtBot
) -> None:
    steps.bring(letting, steps.answers)
    for _later in range(5):
        plan_viewing(letting.store, letting.author, letting.vacancy, steps.usual_plan(letting, 5))
    letting.clock.move_to(steps.at(letting, 2, 10))
    with letting.store.reading() as session:
        [reminder] = [one for one in due(session, letting.clock()) if one.action == _("Remind")]
    panel = open_panel()
    panel.show_place(reminder.place)
    assert panel.vacancy.segments.current == "viewings"
    card = panel.vacancy.visits.cards[letting.viewing]
    qtbot.waitUntil(lambda: not card.visibleRegion().isEmpty())


def test_r5_one_click_at_a_host_records_that_the_list_came_back(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.report)
    screen = open_panel().vacancy
    screen.show_part("viewings")

    def buttons() -> list[QPushButton]:
        found = screen.visits.cards[letting.viewing].findChildren(QPushButton)
        return [one for one in found if one.text() == _("List handed in")]

    first, _second = buttons()
    first.click()
    assert len(buttons()) == 1
    back = [shift.list_back_on for shift in letting.shown().shifts]
    assert back == [letting.today, None]


def test_a_viewing_that_was_called_off_says_nobody_is_coming(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.hosts_say_yes)
    cancel_viewing(letting.store, letting.author, letting.viewing, "Lekkage")
    screen = open_panel().vacancy
    screen.show_part("viewings")
    assert "Ahmed" not in said_by(screen.visits)


def test_a_dwelling_that_staff_show_promises_no_hosts(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.take_list)
    to_staff(letting.store, letting.author, letting.vacancy, "Geen gastheren")
    screen = open_panel().vacancy
    screen.show_part("viewings")
    assert _("Choose a day and time. A member of staff receives.") in said_by(screen.visits)


def test_a_host_who_says_no_gives_way_to_another_while_the_other_stays(
    letting: steps.Letting, open_panel: Callable[[], VacanciesPanel]
) -> None:
    steps.bring(letting, steps.ask_hosts)
    lead, second = (letting.shifts[host] for host in letting.hosts[:2])
    record_host_answer(letting.store, letting.author, lead, says_yes=True)
    record_host_answer(letting.store, letting.author, second, says_yes=False)
    screen = open_panel().vacancy
    assert screen.next.text() == _("Choose hosts…")
    screen.next.click()
    title = _("Another host in place of {name}").format(name="Ahmed Yilmaz")
    [dialog] = screen.findChildren(Dialog)
    assert dialog.windowTitle() == title
    dialog.do()
    assert screen.next.text() == _("Ask hosts")
    assert [s.name for s in letting.shown().shifts if s.state is ShiftState.CONFIRMED] == [
        "Ria Smit"
    ]
