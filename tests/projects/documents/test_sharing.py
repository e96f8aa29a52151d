"""Ballot, result and look back, read back from the paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from sqlalchemy.orm import Session

from desktop.documents.paper import Paper
from desktop.language.format import AMSTERDAM
from desktop.projects.actions.ballots import fix_result
from desktop.projects.actions.budgets import (
    add_idea,
    carry_out_idea,
    judge_idea,
    start_budget,
)
from desktop.projects.actions.looking_back import add_score, look_back
from desktop.projects.actions.projects import move_project
from desktop.projects.documents.sharing import ballot, budget_result
from desktop.projects.documents.sharing import look_back as look_back_paper
from desktop.projects.model import Project
from desktop.projects.states import ProjectState
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.dividing import Dividing, begin_dividing
from tests.support.estate import make_corporation
from tests.support.pdf import fonts_not_embedded, outside_the_page, page_texts, words_of

NOW = datetime(2026, 11, 23, 10, tzinfo=AMSTERDAM)
Make = Callable[[Session, int, datetime], Paper]


@pytest.fixture
def voting(store: Store, who: Actor) -> Dividing:
    make_corporation(store, who)
    return begin_dividing(store, who)


def made(store: Store, make: Make, of: int) -> Paper:
    with store.reading() as session:
        paper = make(session, of, NOW)
    assert not fonts_not_embedded(paper)
    assert not outside_the_page(paper)
    assert len(page_texts(paper)) == 1
    return paper


def test_the_ballot_has_what_can_be_chosen_the_rules_until_when_and_where(
    voting: Dividing,
) -> None:
    words = words_of(made(voting.store, ballot.make, voting.round))
    for said in (
        "1 Bankjes € 3.000,00", "4 Verlichting € 4.000,00", "Voor alle bewoners.", "Uw huisnummer",
        "tot en met vrijdag 4 december 2026", "Wijkbeheer Noord, 0500 – 00 00 07",
        "wissen we het nummer",
    ):  # fmt: skip
        assert said in words
    assert "Zwembad" not in words


def test_a_short_list_of_ideas_is_printed_twice_on_a_sheet_that_is_cut(
    store: Store, who: Actor, voting: Dividing
) -> None:
    words = words_of(made(store, ballot.two_to_a_sheet, voting.round))
    for said in ("4 Verlichting € 4.000,00", "Uw huisnummer", "Voor alle bewoners.", "wissen we"):
        assert words.count(said) == 2
    long = start_budget(store, who, voting.project, "Geld", 1_000_000, 10)
    for number in range(12):
        judge_idea(store, who, add_idea(store, who, long, f"Idee {number}"), 100, True)
    with store.reading() as session, pytest.raises(Refused, match="Druk één stembiljet per blad"):
        ballot.two_to_a_sheet(session, long, NOW)


def test_a_ballot_with_an_untested_idea_is_refused(
    store: Store, who: Actor, renovation: int
) -> None:
    id = start_budget(store, who, renovation, "Geld", 1, 1)
    with store.reading() as session, pytest.raises(Refused, match="minder dan twee ideeën"):
        ballot.make(session, id, NOW)
    add_idea(store, who, id, "Boom")
    with store.reading() as session, pytest.raises(Refused, match="“Boom” is nog niet getoetst"):
        ballot.make(session, id, NOW)


def test_the_result_says_what_is_done_by_whom_and_why_not_the_rest(voting: Dividing) -> None:
    store, who = voting.store, voting.who
    with store.reading() as session, pytest.raises(Refused, match="nog geen uitslag"):
        budget_result.make(session, voting.round, NOW)
    voting.vote_all()
    fix_result(store, who, voting.round)
    carry_out_idea(store, who, voting.ideas["Bankjes"], "Wijkbeheer", NOW.date(), False)
    words = words_of(made(store, budget_result.make, voting.round))
    for said in (
        "20 van 24 huishoudens stemden.", "Wijkbeheer doet dit vóór 23 november 2026.",
        "Verlichting gaat door: 8 van de 20 huishoudens", "Buurtfeest niet: het kost € 4.000,00",
        "Alleen stemmen tellen had gekozen voor Buurtfeest", "Zwembad: Er is geen toezicht.",
    ):  # fmt: skip
        assert said in words


def test_the_look_back_is_marked_until_people_looked_back(voting: Dividing) -> None:
    store, who, project = voting.store, voting.who, voting.project
    words = words_of(made(store, look_back_paper.make, project))
    assert "TUSSENSTAND" in words
    assert "Beloofd: meebeslissen. Tot nu toe:" in words
    with store.act(who, "test.done") as act:
        act.session.get_one(Project, project).state = ProjectState.AFTERCARE
    id = look_back(store, who, project, "De stemming", "Eerder beginnen")
    add_score(store, who, id, "Wist u op tijd wat er ging gebeuren?", 31, "7,4")
    move_project(store, who, project, ProjectState.CLOSED)
    words = words_of(made(store, look_back_paper.make, project))
    assert "TUSSENSTAND" not in words
    assert "Nu: afgesloten." in words
    for said in (
        "Wij keken terug op 23 november 2026.", "Het werd:", "Voor de belofte ontbrak:",
        "De stemming", "Eerder beginnen", "Wist u op tijd wat er ging gebeuren? 31 antwoorden 7,4",
    ):  # fmt: skip
        assert said in words
