"""Voting for a residents' budget at a screen that is lent, as residents do it one after another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.estate.model import Complex
from desktop.language import use_language
from desktop.projects.actions.ballots import fix_result
from desktop.projects.actions.projects import change_project
from desktop.projects.panels.budget.page import BudgetPage
from desktop.projects.panels.budget.tenant import (
    ChoosePage,
    LookAgainPage,
    TenantVote,
    ThanksPage,
)
from desktop.projects.panels.chosen_project import ChosenProject
from desktop.projects.queries.ballots import ballots_of, wanted_on
from desktop.widgets import theme
from desktop.widgets.desk import Desk
from tests.support.dialogs import press
from tests.support.dividing import Dividing, begin_dividing
from tests.support.estate import make_dwelling
from tests.support.screens import cut_off, dress, out_of_reach, said_by, unnamed
from tests.support.undoing import nothing_to_undo

FINGER = 44  # pixels: the smallest thing that a finger hits


@pytest.fixture
def voting(desk: Desk) -> Dividing:
    return begin_dividing(desk.store, desk.who)


@pytest.fixture
def page(desk: Desk, voting: Dividing, qtbot: QtBot, qapp: QApplication) -> BudgetPage:
    dress(qapp)
    project = ChosenProject()
    page = BudgetPage(desk, project)
    qtbot.addWidget(page)
    page.show()
    project.choose(voting.project)
    return page


@pytest.fixture
def lent(page: BudgetPage, qtbot: QtBot) -> Iterator[TenantVote]:
    screen = page.tenant_screen()
    assert isinstance(screen, TenantVote)
    qtbot.addWidget(screen)
    screen.resize(1270, 670)
    screen.show()
    QApplication.processEvents()
    yield screen
    use_language("nl")


def choose(lent: TenantVote, household: str, ideas: list[int]) -> None:
    """Tick ideas, type a number and press Enter."""
    assert isinstance(lent.page, ChoosePage)
    for idea in ideas:
        lent.page.ticks[idea].click()
    lent.page.household.set_value(household)


def test_a_household_chooses_looks_again_and_votes_and_leaves_nothing_behind(
    lent: TenantVote, voting: Dividing, qtbot: QtBot
) -> None:
    ideas = [voting.ideas["Bankjes"], voting.ideas["Verlichting"]]
    assert "Zwembad" not in said_by(lent)  # it cannot be done
    press(lent, "Verder", qtbot)
    assert "Typ eerst het nummer van uw huishouden." in said_by(lent)
    choose(lent, " 14a", ideas)
    qtbot.keyClick(lent.page.household.inner, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert isinstance(lent.page, LookAgainPage)
    assert "Huishouden 14A" in said_by(lent)
    press(lent, "Iets veranderen", qtbot)
    assert isinstance(lent.page, ChoosePage)
    assert (lent.page.household.value(), lent.page.ticked) == ("14a", ideas)
    lent.page.ticks[ideas[1]].click()
    press(lent, "Verder", qtbot)
    assert voting.view().voted == 0
    press(lent, "Stemmen", qtbot)
    assert isinstance(lent.page, ThanksPage)
    assert "14A" not in said_by(lent)
    with voting.store.reading() as session:
        [ballot] = ballots_of(session, voting.round)
        assert (ballot.household, wanted_on(session, ballot.id)) == ("14A", ideas[:1])
    assert nothing_to_undo(voting.store, voting.who)  # it is not the next one's to undo
    press(lent, "Naar het volgende huishouden", qtbot)
    assert isinstance(lent.page, ChoosePage)
    assert (lent.page.household.value(), lent.page.ticked) == ("", [])


def test_who_votes_again_does_not_hear_when_the_household_voted(
    lent: TenantVote, voting: Dividing, qtbot: QtBot
) -> None:
    voting.vote("14A", ["Bankjes"])
    choose(lent, "14a", [])
    press(lent, "Verder", qtbot)
    assert "U koos geen idee. Ook dat is een stem." in said_by(lent)
    press(lent, "Stemmen", qtbot)
    assert "Met dit nummer is al gestemd." in said_by(lent)
    assert "uur" not in said_by(lent)
    assert voting.view().voted == 1


def test_a_number_that_nobody_has_is_asked_again_where_all_homes_are_known(
    lent: TenantVote, voting: Dividing, qtbot: QtBot
) -> None:
    with voting.store.act(voting.who, "estate.test") as act:
        flat = Complex(code="T1", name="Torenflat")
        act.session.add(flat)
        act.session.flush()
        homes = [make_dwelling(act.session, flat, f"{n} A").id for n in range(1, 25)]
        flat_id = flat.id

    def about(dwellings: list[int]) -> None:
        change_project(
            voting.store, voting.who, voting.project, complex_ids=[flat_id], dwelling_ids=dwellings
        )

    about(homes)
    choose(lent, "25A", [voting.ideas["Bankjes"]])
    press(lent, "Verder", qtbot)
    assert isinstance(lent.page, ChoosePage)
    assert "‘25A’ staat niet in onze lijst." in said_by(lent)
    assert lent.page.ticked == [voting.ideas["Bankjes"]]
    assert lent.page.household.inner.hasFocus()
    for number in ("24-a", "Torenflat 24A"):
        lent.choose()
        choose(lent, number, [])
        press(lent, "Verder", qtbot)
        assert isinstance(lent.page, LookAgainPage)
    about(homes[:23])  # of one household the house is not known
    lent.choose()
    choose(lent, "25A", [])
    press(lent, "Verder", qtbot)
    assert isinstance(lent.page, LookAgainPage)


def test_another_language_keeps_what_was_ticked(
    lent: TenantVote, voting: Dividing, qtbot: QtBot
) -> None:
    choose(lent, "14", [voting.ideas["Bankjes"]])
    press(lent, "English", qtbot)
    assert isinstance(lent.page, ChoosePage)
    assert (lent.page.household.value(), lent.page.ticked) == ("14", [voting.ideas["Bankjes"]])
    assert "Number of your household" in said_by(lent)
    press(lent, "Clear everything", qtbot)
    assert (lent.page.household.value(), lent.page.ticked) == ("", [])


def test_there_is_a_ballot_to_lend_only_while_people_vote(
    page: BudgetPage, voting: Dividing
) -> None:
    assert page.tenant_screen() is not None
    voting.vote("1", ["Bankjes"])
    fix_result(voting.store, voting.who, voting.round)
    QApplication.processEvents()
    assert page.tenant_screen() is None


def test_in_large_print_all_words_are_whole_and_all_is_as_broad_as_a_finger(
    lent: TenantVote, voting: Dividing, qapp: QApplication, qtbot: QtBot
) -> None:
    dress(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    lent.choose("14", [voting.ideas["Bankjes"]])
    for words in ("Verder", "Stemmen", ""):
        for _turn in range(4):
            QApplication.processEvents()
        assert cut_off(lent) == unnamed(lent) == out_of_reach(lent) == []
        if words:
            press(lent, words, qtbot)
    assert isinstance(lent.page, ThanksPage)
    lent.choose()
    assert isinstance(lent.page, ChoosePage)
    QApplication.processEvents()
    assert all(tick.height() >= FINGER for tick in lent.page.ticks.values())
