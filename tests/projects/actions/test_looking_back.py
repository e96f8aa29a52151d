"""Looking back at a project: what the data showed then stays, whatever changes after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from desktop.projects.actions.looking_back import (
    add_score,
    change_look_back,
    change_score,
    look_back,
    remove_look_back,
    remove_score,
)
from desktop.projects.actions.promises import keep_promise, make_promise
from desktop.projects.actions.sessions import change_session, plan_session
from desktop.projects.model import Project
from desktop.projects.queries.looking_back import LookBackView, look_back_of
from desktop.projects.states import Participation, ProjectState
from desktop.refused import Conflict, Refused
from desktop.store import Actor, Store


@pytest.fixture
def done(store: Store, who: Actor, renovation: int) -> int:
    """The work of the renovation is done."""
    with store.act(who, "test.done") as act:
        act.session.get_one(Project, renovation).state = ProjectState.AFTERCARE
    return renovation


def seen(store: Store, project_id: int) -> LookBackView:
    with store.reading() as session:
        return look_back_of(session, project_id)


def refused(work: Callable[[], object]) -> str | None:
    with pytest.raises(Refused) as why:
        work()
    return why.value.field


def test_what_the_data_showed_stays_when_it_changes_later(
    store: Store, who: Actor, done: int
) -> None:
    evening = plan_session(
        store, who, done, held_on=date(2026, 11, 2), place="Buurthuis", starts="19:30"
    )
    change_session(store, who, evening, present=31)
    promise = make_promise(store, who, done, "Nieuwe bel", "Beheer", date(2026, 12, 1))
    before = seen(store, done)
    assert (before.held_on, before.showed.sessions, before.showed.people) == (None, 1, 31)
    look_back(store, who, done, "De avonden", "Eerder beginnen", date(2026, 11, 20))
    keep_promise(store, who, promise, "Foto")
    with store.act(who, "test.promised") as act:
        act.session.get_one(Project, done).participation = Participation.INFORM
    after = seen(store, done)
    assert (after.held_on, after.lessons) == (date(2026, 11, 20), "Eerder beginnen")
    assert after.showed == before.showed
    assert after.showed.promised is Participation.ADVISE
    assert (after.showed.promises, after.showed.promises_kept) == (1, 0)


def test_looking_back_too_early_twice_or_without_a_lesson_is_refused(
    store: Store, who: Actor, renovation: int
) -> None:
    assert refused(lambda: look_back(store, who, renovation, "", "Leerzaam")) == "held_on"
    with store.act(who, "test.done") as act:
        act.session.get_one(Project, renovation).state = ProjectState.AFTERCARE
    assert refused(lambda: look_back(store, who, renovation, "Alles", " ")) == "lessons"
    tomorrow = date(2026, 11, 24)
    assert refused(lambda: look_back(store, who, renovation, "", "Ja", tomorrow)) == "held_on"
    look_back(store, who, renovation, "", "Ja")
    assert refused(lambda: look_back(store, who, renovation, "", "Nog eens")) == "held_on"


def test_words_are_corrected_and_the_second_writer_is_told(
    store: Store, who: Actor, done: int
) -> None:
    id = look_back(store, who, done, "", "Eerder beginen")
    version = seen(store, done).version
    change_look_back(store, who, id, "", "Eerder beginnen", version=version)
    assert seen(store, done).lessons == "Eerder beginnen"
    with pytest.raises(Conflict):
        change_look_back(store, who, id, "", "Later", version=version)


def test_a_score_is_a_mean_of_so_many_answers(store: Store, who: Actor, done: int) -> None:
    id = look_back(store, who, done, "", "Ja")
    score = add_score(store, who, id, "Wist u op tijd wat er ging gebeuren?", 31, "7,4")
    for question, answers, mean, field in (
        (" ", 3, "7", "question"),
        ("wist u op tijd wat er ging gebeuren?", 3, "7", "question"),
        ("Anders", 0, "7", "answers"),
        ("Anders", 3, "11", "mean"),
    ):
        with pytest.raises(Refused) as why:
            add_score(store, who, id, question, answers, mean)
        assert why.value.field == field
    change_score(store, who, score, "Wist u op tijd wat er ging gebeuren?", 32, "7,5")
    [line] = seen(store, done).scores
    assert (line.answers, line.mean) == (32, Decimal("7.5"))
    remove_score(store, who, score)
    assert seen(store, done).scores == ()


def test_a_look_back_that_was_too_early_goes_with_its_scores_and_can_come_back(
    store: Store, who: Actor, done: int
) -> None:
    id = look_back(store, who, done, "", "Ja")
    add_score(store, who, id, "Bent u tevreden?", 12, "8")
    remove_look_back(store, who, id)
    assert seen(store, done).id is None
    store.undo(who)
    assert [line.mean for line in seen(store, done).scores] == [Decimal(8)]
