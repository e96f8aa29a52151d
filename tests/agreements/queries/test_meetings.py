"""Meetings in the list and one by one: late papers, topics of tenants, what is to be done."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop.agreements.actions.agenda import accept_item, add_item, refuse_item
from desktop.agreements.actions.meetings import papers_sent, plan_meeting
from desktop.agreements.actions.proceedings import (
    action_done,
    add_action,
    add_decision,
    note_attendance,
)
from desktop.agreements.queries.meetings import (
    decisions,
    meeting_view,
    meetings,
    meetings_without_papers,
    open_actions,
)
from desktop.agreements.states import MeetingKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.beleid import Table, make_table

TODAY = date(2026, 11, 23)


@pytest.fixture
def table(store: Store, who: Actor) -> Table:
    return make_table(store, who)


def plan(table: Table, held_on: date) -> int:
    return plan_meeting(table.store, table.who, table.cycle, held_on, MeetingKind.TRIPARTITE)


def test_papers_of_less_than_seven_days_before_are_late(table: Table) -> None:
    store, who = table.store, table.who
    early, late, none = (plan(table, date(2026, 11, day)) for day in (2, 3, 4))
    papers_sent(store, who, early, date(2026, 10, 26))
    papers_sent(store, who, late, date(2026, 10, 28))
    with store.reading() as session:
        lines = meetings(session, table.cycle, TODAY)
        assert [line.id for line in lines] == [early, late, none]
        assert [(line.papers_days, line.papers_late) for line in lines] == [
            (7, False),
            (6, True),
            (None, True),
        ]


def test_meetings_to_come_say_until_when_papers_can_go_out(table: Table) -> None:
    soon = plan(table, TODAY + timedelta(days=7))
    plan(table, TODAY - timedelta(days=1))
    with table.store.reading() as session:
        [line] = meetings_without_papers(session, TODAY)
        [next_day] = meetings_without_papers(session, TODAY + timedelta(days=1))
    assert (line.id, line.papers_due_on, line.papers_late) == (soon, TODAY, False)
    assert next_day.papers_late


def test_topics_of_tenants_are_marked_and_a_refusal_shows_its_reason(table: Table) -> None:
    store, who = table.store, table.who
    meeting = plan(table, TODAY)
    add_item(store, who, meeting, "Opening")
    wish = add_item(store, who, meeting, "De hal is donker", table.tenants)
    refused = add_item(store, who, meeting, "Servicekosten", table.tenants)
    add_item(store, who, meeting, "Grondprijs", table.municipality)
    accept_item(store, who, wish)
    refuse_item(store, who, refused, "Dit komt in mei.")
    with store.reading() as session:
        view = meeting_view(session, meeting, TODAY)
    assert [(t.title, t.of_tenants, t.accepted, t.refusal_reason) for t in view.topics] == [
        ("Opening", False, True, ""),
        ("De hal is donker", True, True, ""),
        ("Servicekosten", True, False, "Dit komt in mei."),
        ("Grondprijs", False, None, ""),
    ]
    assert (view.line.topics, view.line.waiting) == (3, 1)


def test_what_parties_have_yet_to_do_is_in_order_of_day(table: Table) -> None:
    store, who = table.store, table.who
    meeting = plan(table, date(2026, 11, 9))
    someday = add_action(store, who, meeting, "Denkt na", table.tenants)
    late = add_action(store, who, meeting, "Belt", table.corporation, date(2026, 11, 20))
    later = add_action(store, who, meeting, "Stuurt", table.municipality, date(2026, 12, 1))
    done = add_action(store, who, meeting, "Leest", table.tenants, date(2026, 11, 10))
    action_done(store, who, done, TODAY)
    with store.reading() as session:
        lines = open_actions(session, table.cycle, TODAY)
        view = meeting_view(session, meeting, TODAY)
    assert [(line.id, line.days_left, line.is_late) for line in lines] == [
        (late, -3, True),
        (later, 8, False),
        (someday, None, False),
    ]
    assert [line.id for line in view.actions] == [someday, late, later, done]
    assert view.actions[-1].done_on == TODAY


def test_what_was_decided_about_an_agreement_can_be_found(table: Table) -> None:
    store, who = table.store, table.who
    meeting = plan(table, TODAY)
    add_decision(store, who, meeting, "In het algemeen.")
    add_decision(store, who, meeting, "Over de woningen.", table.agreement)
    with store.reading() as session:
        [(held_on, decision)] = decisions(session, table.agreement)
        view = meeting_view(session, meeting, TODAY)
    assert (held_on, decision.text, decision.agreement) == (TODAY, "Over de woningen.", "BES-01")
    assert [line.agreement for line in view.decisions] == ["", "BES-01"]


def test_who_was_there_is_known_by_party_and_function(table: Table) -> None:
    meeting = plan(table, TODAY)
    note_attendance(table.store, table.who, meeting, table.tenants, "voorzitter", present=False)
    with table.store.reading() as session:
        [line] = meeting_view(session, meeting, TODAY).attendance
    assert (line.party, line.function, line.present) == (
        "Huurdersvereniging Samen Morgenveld",
        "voorzitter",
        False,
    )


def test_a_meeting_that_is_gone_is_refused(store: Store) -> None:
    with store.reading() as session, pytest.raises(Refused):
        meeting_view(session, 7, TODAY)
