"""Bewonersbudget as a project leader works with it: mostly from the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from desktop.language.format import AMSTERDAM
from desktop.projects.actions.ballots import fix_result
from desktop.projects.actions.budgets import add_idea, judge_idea
from desktop.projects.panels.budget.files import take_ballots
from desktop.projects.panels.budget.page import BudgetPage
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.queries.ballots import wanted_on
from desktop.projects.queries.budgets import budgets_of
from desktop.projects.states import BudgetRoundState
from desktop.widgets.desk import Desk
from tests.support.clock import Clock
from tests.support.dialogs import asked, fill, opened, press, refusal_at
from tests.support.dividing import Dividing, begin_dividing
from tests.support.screens import button, cut_off, said_by, unnamed

FILE = "huishouden;ideeën\n7;Bankjes, Verlichting\n8;\n{more}"


@pytest.fixture
def voting(desk: Desk) -> Dividing:
    return begin_dividing(desk.store, desk.who)


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Callable[[int], BudgetPage]:
    def show(project_id: int) -> BudgetPage:
        project = ChosenProject()
        page = BudgetPage(desk, project)
        qtbot.addWidget(page)
        page.resize(980, 540)
        page.show()
        project.choose(project_id)
        QApplication.processEvents()
        return page

    return show


def test_a_pile_of_ballots_goes_in_by_keyboard(
    voting: Dividing, shown: Callable[[int], BudgetPage], clock: Clock, qtbot: QtBot
) -> None:
    """Number, Tab, the figures of the ideas, Enter; a second ballot of a household is refused, and
    what was ticked stays."""
    clock.move_to(datetime(2026, 11, 23, 19, 42, tzinfo=AMSTERDAM))
    page = shown(voting.project)
    page.entering.entry.setFocus()

    def enter(household: str, ticks: str) -> None:
        for word, key in ((household, Qt.Key.Key_Tab), (ticks, Qt.Key.Key_Return)):
            for sign in word:
                qtbot.keyClick(QApplication.focusWidget(), sign)
            qtbot.keyClick(QApplication.focusWidget(), key)
        QApplication.processEvents()

    enter("14", "124")
    enter("15", "")
    assert page.entering.entry.counted.text() == "2 van 24 huishoudens stemden."
    assert page.entering.entry.household.value() == ""
    enter("14", "3")
    assert page.entering.entry.field.refusal == "Huishouden 14 heeft al gestemd om 19.42 uur."
    ticked = [
        box.text()[:1] for box in page.entering.entry.findChildren(QCheckBox) if box.isChecked()
    ]
    assert ticked == ["3"]
    fix_result(voting.store, voting.who, voting.round)
    votes = {idea.name: idea.votes for idea in voting.view().ideas}
    assert votes == {
        "Bankjes": 1, "Groene gevel": 1, "Buurtfeest": 0, "Verlichting": 1, "Zwembad": 0,
    }  # fmt: skip


def test_a_ballot_entered_by_mistake_is_found_by_its_number_and_taken_away_by_key(
    voting: Dividing, shown: Callable[[int], BudgetPage], clock: Clock, qtbot: QtBot
) -> None:
    clock.move_to(datetime(2026, 11, 23, 19, 42, tzinfo=AMSTERDAM))
    for household in ("3", "14a", "5"):
        voting.vote(household, ["Bankjes"])
    page = shown(voting.project)
    ballots = page.entering.ballots
    table = ballots.page.table
    assert [ballots.lines[id].household for id in table.ids] == ["5", "14A", "3"]
    page.entering.entry.household.set_value("14a")
    press(page, "Invoeren", qtbot)
    table.setFocus()  # the refusal put it on the household that voted already
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    dialog = opened(page)
    assert dialog.windowTitle() == "Stembiljet van huishouden 14A weghalen?"
    assert "maandag 23 november 2026, 19.42 uur" in said_by(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [ballots.lines[id].household for id in table.ids] == ["5", "3"]
    voting.store.undo(voting.who)
    assert voting.view().voted == 3


def test_a_ballot_that_was_entered_wrong_is_corrected(
    voting: Dividing, shown: Callable[[int], BudgetPage], qtbot: QtBot
) -> None:
    ballot = voting.vote("14", ["Bankjes", "Verlichting"])
    voting.vote("15", [])
    page = shown(voting.project)
    page.entering.ballots.choose("14")
    ideas = [voting.ideas["Verlichting"], voting.ideas["Buurtfeest"]]
    dialog = asked(page, "Veranderen…", qtbot, {"household": "15", "ideas": ideas})
    assert "Huishouden 15 heeft al gestemd" in refusal_at(dialog, "household")
    fill(dialog, {"household": "16"})
    dialog.do()
    with voting.store.reading() as session:
        assert sorted(wanted_on(session, ballot)) == sorted(ideas)
    assert [line.household for line in page.entering.ballots.lines.values()] == ["15", "16"]


def test_ballots_come_in_from_a_file_all_or_none(
    voting: Dividing, shown: Callable[[int], BudgetPage], desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    page, path = shown(voting.project), tmp_path / "stemmen.csv"
    view = page.view
    assert view is not None
    path.write_text(FILE.format(more="9;Zwembad\n"), encoding="utf-8")
    take_ballots(desk, view, path, page)
    desk.wait_for_jobs()
    QApplication.processEvents()
    assert voting.view().voted == 0
    path.write_text(FILE.format(more="9;Buurtfeest\n"), encoding="utf-8")
    take_ballots(desk, view, path, page)
    desk.wait_for_jobs()
    QApplication.processEvents()
    assert page.entering.entry.counted.text() == "3 van 24 huishoudens stemden."


def test_the_result_says_what_is_wiped_and_then_why(
    voting: Dividing, shown: Callable[[int], BudgetPage], qtbot: QtBot
) -> None:
    page = shown(voting.project)
    press(page, "Uitslag vaststellen…", qtbot)
    dialog = opened(page)
    dialog.do()
    assert dialog.isVisible()  # nobody voted yet
    dialog.reject()
    voting.vote_all()
    asked(page, "Uitslag vaststellen…", qtbot, {})
    assert voting.view().state is BudgetRoundState.RESULT
    assert page.result.funded.text().startswith("Gaat door: ")
    assert "Alleen stemmen tellen had gekozen voor Buurtfeest" in page.result.why.text()
    assert not page.entering.isVisible()
    assert button(page, "Uitslag afdrukken…").isVisible()
    page.ideas.table.choose(voting.ideas["Buurtfeest"])
    assert page.test.reason == "Voor dit idee was er geen geld."
    page.ideas.table.choose(voting.ideas["Bankjes"])
    assert page.test.isEnabled()


def test_a_result_of_few_votes_is_told_in_sentences_that_fit(
    voting: Dividing, shown: Callable[[int], BudgetPage]
) -> None:
    voting.vote("1", ["Bankjes"])
    voting.vote("2", [])
    fix_result(voting.store, voting.who, voting.round)
    told = shown(voting.project).result.why.text()
    assert "Bankjes gaat door: 1 van de 2 huishoudens wil dit en betaalt hoogstens" in told
    assert "Groene gevel niet: geen huishouden wil dit." in told


def test_a_budget_begins_on_an_empty_page(
    desk: Desk, renovation: int, shown: Callable[[int], BudgetPage], qtbot: QtBot
) -> None:
    page = shown(renovation)
    facts = {"name": "Voor de hal", "amount": 500_000, "households": 48}
    asked(page, "Nieuw bewonersbudget…", qtbot, facts)
    asked(page, "Nieuw idee…", qtbot, {"name": "Bankje"})
    dialog = asked(page, "Toetsen…", qtbot, {"feasible": False})
    assert refusal_at(dialog, "reason") == "Leg uit waarom niet. Bewoners lezen dit."
    dialog.reject()
    assert page.ideas.hint.text().startswith("1 idee is nog niet getoetst.")
    asked(page, "Toetsen…", qtbot, {"cost": 90_000})
    assert page.ideas.hint.text() == ""
    assert page.view is not None
    assert page.view.ideas[0].cost_cents == 90_000
    dialog = asked(page, "Stemmen beginnen…", qtbot, {})
    assert dialog.isVisible()  # one idea is no choice
    dialog.reject()
    with desk.reading() as session:
        [view] = budgets_of(session, renovation)
    judge_idea(desk.store, desk.who, add_idea(desk.store, desk.who, view.id, "Boom"), 5_000, True)
    asked(page, "Stemmen beginnen…", qtbot, {})
    assert button(page, "Stembiljet afdrukken…").isVisible()
    page.activateWindow()  # as a desktop does when a dialog closes
    qtbot.waitUntil(lambda: page.entering.entry.household.inner.hasFocus())


def test_nothing_is_cut_off_and_everything_has_a_name(
    voting: Dividing, shown: Callable[[int], BudgetPage]
) -> None:
    page = shown(voting.project)
    assert cut_off(page) == []
    assert unnamed(page) == []
    voting.vote_all()
    fix_result(voting.store, voting.who, voting.round)
    QApplication.processEvents()
    QApplication.processEvents()
    assert cut_off(page) == []
