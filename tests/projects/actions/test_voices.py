"""What tenants were told, said and were promised, with what is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from desktop.projects.actions.grouping import group_under
from desktop.projects.actions.projects import start_project
from desktop.projects.actions.promises import (
    alter_promise,
    break_promise,
    change_promise,
    hand_over_promise,
    keep_promise,
    make_promise,
    remove_promise,
)
from desktop.projects.actions.proposals import (
    answer_proposals,
    change_proposal,
    discuss_proposal,
    raise_proposal,
    remove_proposal,
    support_proposal,
    tell_answers,
)
from desktop.projects.actions.sessions import (
    call_off_session,
    change_session,
    invitations_sent,
    minutes_sent,
    note_message,
    plan_session,
    remove_message,
)
from desktop.projects.model import Phase, Project
from desktop.projects.queries.projects import project_rows
from desktop.projects.queries.promises import promises_of
from desktop.projects.queries.standing import happened
from desktop.projects.queries.voices import messages_of, proposals_of, session_line
from desktop.projects.rules.ladder import Happened
from desktop.projects.states import (
    MessageChannel,
    Participation,
    ProjectKind,
    PromiseState,
    ProposalAnswer,
    ProposalState,
    SessionKind,
)
from desktop.refused import Refused
from desktop.store import Actor, Store

A, PS = ProposalAnswer, ProposalState
TODAY, EVENING, TOMORROW = date(2026, 11, 23), date(2026, 11, 12), date(2026, 11, 24)


@pytest.fixture
def evening(store: Store, who: Actor, renovation: int) -> int:
    """An evening that was."""
    return plan_session(
        store, who, renovation, kind=SessionKind.DESIGN, held_on=EVENING, place="Buurthuis",
        starts="19.30", ends="21 uur",
    )  # fmt: skip


@pytest.fixture
def elsewhere(store: Store, who: Actor) -> int:
    """Another project."""
    return start_project(store, who, "W", ProjectKind.NEW_BUILD, Participation.INFORM, TODAY)


def field_of(work: Callable[[], object]) -> str | None:
    with pytest.raises(Refused) as why:
        work()
    return why.value.field


def was(store: Store, project_id: int) -> Happened:
    with store.reading() as session:
        return happened(session, session.get_one(Project, project_id))


def test_a_gathering_has_a_day_a_place_and_an_end_after_its_beginning(
    store: Store, who: Actor, renovation: int, evening: int
) -> None:
    plan = partial(plan_session, store, who, renovation)
    assert field_of(lambda: plan(place="Buurthuis")) == "held_on"
    assert field_of(lambda: plan(held_on=TODAY, place=" ")) == "place"
    late = partial(plan, held_on=TODAY, place="Buurthuis", starts="20:00")
    assert field_of(lambda: late(ends="19.30")) == "ends"
    assert field_of(lambda: late(ends="straks")) == "ends"
    with store.reading() as session:
        line = session_line(session, evening)
    assert (line.starts, line.ends) == ("19:30", "21:00")


def test_people_are_counted_when_they_were_there(
    store: Store, who: Actor, renovation: int, evening: int
) -> None:
    later = plan_session(store, who, renovation, held_on=TOMORROW, place="Buurthuis")
    assert field_of(lambda: change_session(store, who, later, present=12)) == "present"
    assert field_of(lambda: change_session(store, who, evening, present=-1)) == "present"
    assert field_of(lambda: invitations_sent(store, who, later, TOMORROW)) == "on"
    assert field_of(lambda: minutes_sent(store, who, evening, date(2026, 11, 11))) == "on"
    change_session(store, who, evening, present=31)
    minutes_sent(store, who, evening)
    assert was(store, renovation).design_sessions == 1
    assert field_of(lambda: call_off_session(store, who, evening)) == "session"
    call_off_session(store, who, later)
    assert field_of(lambda: change_session(store, who, later, notes="Toch")) == "session"


def test_a_message_before_a_phase_is_about_that_phase(
    store: Store, who: Actor, renovation: int, elsewhere: int
) -> None:
    with store.reading() as session:
        mine = session.get_one(Project, renovation).phases[0].id
        other = session.get_one(Project, elsewhere).phases[0].id
        assert session.get(Phase, other) is not None
    note = partial(note_message, store, who, renovation)
    assert field_of(lambda: note(" ", MessageChannel.LETTER)) == "subject"
    assert field_of(lambda: note("Start", MessageChannel.LETTER, TOMORROW)) == "on"
    assert field_of(lambda: note("Start", MessageChannel.LETTER, None, other)) == "phase_id"
    id = note("Wat vindt u?", MessageChannel.SURVEY, None, mine)
    assert was(store, renovation).asked_before_decision == 1
    remove_message(store, who, id)
    with store.reading() as session:
        assert messages_of(session, renovation) == []


def test_a_proposal_goes_from_raised_to_heard(
    store: Store, who: Actor, renovation: int, evening: int
) -> None:
    with store.reading() as session:
        task = session.get_one(Project, renovation).tasks[0].id
    id = raise_proposal(store, who, renovation, "Graag dubbel glas", evening, on=EVENING)
    group_under(store, who, [id], "Glas")
    support_proposal(store, who, id, 14)
    discuss_proposal(store, who, id)
    answer_proposals(store, who, [id], A.DO, "Dit hoort erbij.", "Projectleider", task_id=task)
    assert was(store, renovation).proposals_that_changed_the_plan == 1
    tell_answers(store, who, [id], "Brief")
    with store.reading() as session:
        [line] = proposals_of(session, renovation, TODAY)
    assert (line.number, line.theme, line.support, line.state) == (1, "Glas", 14, PS.REPORTED_BACK)
    for late in (
        partial(answer_proposals, store, who, [id], A.NOT, "Toch niet", "Projectleider"),
        partial(change_proposal, store, who, id, "Iets anders", ""),
        partial(remove_proposal, store, who, id),
    ):
        with pytest.raises(Refused):
            late()


def test_what_belongs_to_another_project_is_refused(
    store: Store, who: Actor, renovation: int, elsewhere: int, evening: int
) -> None:
    with store.reading() as session:
        task = session.get_one(Project, elsewhere).tasks[0].id
    assert field_of(partial(raise_proposal, store, who, elsewhere, "Glas", evening)) == "session_id"
    id = raise_proposal(store, who, renovation, "Glas")
    answer = partial(answer_proposals, store, who, [id])
    assert field_of(lambda: answer(A.DO, "Ja", "Beheer", None, task)) == "task_id"
    assert field_of(lambda: answer(A.NOT, "Te duur", "Beheer", None, task)) == "task_id"
    assert field_of(lambda: answer(A.NOT, " ", "Beheer")) == "reason"
    assert field_of(lambda: answer(A.DO, "Ja", "Beheer", EVENING)) == "on"
    assert field_of(lambda: tell_answers(store, who, [id], "Brief")) == "told_on"
    promise = partial(make_promise, store, who, elsewhere, "Bel", "Beheer", TODAY)
    assert field_of(lambda: promise(session_id=evening)) == "session_id"


def test_a_promise_has_somebody_and_a_day(store: Store, who: Actor, renovation: int) -> None:
    sentence = r"^Wie doet dit, en wanneer is het klaar\?$"
    for owner, due_on in (("", TODAY), ("Beheer", None)):
        with pytest.raises(Refused, match=sentence):
            make_promise(store, who, renovation, "Bel", owner, due_on)
    assert field_of(partial(make_promise, store, who, renovation, " ", "B", TODAY)) == "what"


def test_what_was_promised_at_a_gathering_is_of_its_day(
    store: Store, who: Actor, renovation: int, evening: int
) -> None:
    later = plan_session(store, who, renovation, held_on=TOMORROW, place="Buurthuis")
    promise = partial(make_promise, store, who, renovation, "Bel", "Beheer", TOMORROW)
    assert field_of(lambda: promise(session_id=later)) == "session_id"
    id = promise()
    change_promise(store, who, id, "Nieuwe bel", "Beheer", evening)
    with store.reading() as session:
        [line] = promises_of(session, renovation, TODAY)
    assert (line.gathering, line.made_on) == ("Ontwerpavond", EVENING)


def test_another_day_is_agreed_with_tenants_and_then_kept(
    store: Store, who: Actor, renovation: int
) -> None:
    id = make_promise(store, who, renovation, "Nieuwe bel", "Beheer", TOMORROW, "Portiek A")
    alter = partial(alter_promise, store, who, id, date(2026, 12, 4))
    assert field_of(lambda: alter("Commissie", "", "Goed")) == "reason"
    assert field_of(lambda: alter("Commissie", "Levertijd", "")) == "reaction"
    assert field_of(lambda: alter(" ", "Levertijd", "Goed")) == "agreed_with"
    alter("Commissie", "Levertijd", "Goed")
    with store.reading() as session:
        late = [project_rows(session, date(2026, 12, day))[0].promises_late for day in (4, 5)]
    assert late == [0, 1]  # the new day counts, and can pass too
    assert field_of(partial(remove_promise, store, who, id)) is None  # people heard of it
    assert field_of(lambda: keep_promise(store, who, id, " ")) == "evidence"
    assert field_of(lambda: keep_promise(store, who, id, "Foto", EVENING)) == "on"
    keep_promise(store, who, id, "Foto")
    with store.reading() as session:
        [line] = promises_of(session, renovation, TODAY)
    assert (line.state, line.settled_on, line.due_on) == (
        PromiseState.KEPT,
        TODAY,
        date(2026, 12, 4),
    )
    assert field_of(partial(change_promise, store, who, id, "Iets", "Beheer", None)) == "state"
    assert field_of(partial(hand_over_promise, store, who, id, "Mw. Jansen")) == "state"
    assert field_of(partial(break_promise, store, who, id, "Te duur", "Jammer")) == "state"
