"""What tenants at the table see, and what they do not."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest

from desktop.agreements.actions.agenda import add_item, refuse_item
from desktop.agreements.actions.clauses import settle_position, share_clause, take_position
from desktop.agreements.actions.commitments import commitment_done
from desktop.agreements.actions.indicators import add_indicator
from desktop.agreements.actions.measuring import measure
from desktop.agreements.actions.meetings import plan_meeting
from desktop.agreements.actions.voices import add_input, reply_to
from desktop.agreements.queries import tenants
from desktop.agreements.queries.detail import AgreementView, agreement_view
from desktop.agreements.queries.tenants import News, NewsKind
from desktop.agreements.rules.indicators import IndicatorWish
from desktop.agreements.states import (
    Direction,
    InputChannel,
    MeetingKind,
    PositionValue,
    ReplyDecision,
)
from desktop.language.format import AMSTERDAM, local
from tests.support.beleid import Table
from tests.support.clock import Clock


@pytest.fixture
def today(table: Table) -> date:
    return local(table.store.now()).date()


def new_since(table: Table, since: date) -> tuple[News, ...]:
    with table.store.reading() as session:
        return tenants.news(session, table.cycle, since)


def view(table: Table) -> AgreementView:
    with table.store.reading() as session:
        return agreement_view(session, table.agreement, local(table.store.now()).date())


def test_a_text_that_was_not_shared_is_not_for_tenants(table: Table) -> None:
    assert tenants.shown_clause(view(table), table.tenants) is None
    share_clause(table.store, table.who, table.clause)
    shown = tenants.shown_clause(view(table), table.tenants)
    assert shown is not None
    assert shown.id == table.clause


def test_while_a_newer_text_is_not_shared_tenants_read_the_one_before(table: Table) -> None:
    share_clause(table.store, table.who, table.clause)
    table.write(table.agreement, "De corporatie bouwt 50 woningen.")
    now = view(table)
    shown = tenants.shown_clause(now, table.tenants)
    assert shown is not None
    assert shown.number == 1
    assert not tenants.may_say(now, shown)


def test_what_tenants_wrote_themselves_they_may_read(table: Table) -> None:
    table.write(table.agreement, "De corporatie bouwt 80 woningen.", author=table.tenants)
    shown = tenants.shown_clause(view(table), table.tenants)
    assert shown is not None
    assert shown.number == 2
    assert tenants.may_say(view(table), shown)


def test_what_happened_since_the_last_visit_is_new(table: Table, clock: Clock, today: date) -> None:
    store, who = table.store, table.who
    assert new_since(table, today + timedelta(days=1)) == ()
    asked = add_input(store, who, table.cycle, "Kan de lift sneller?", InputChannel.WALK)
    clock.move_to(datetime(2026, 12, 1, 10, tzinfo=AMSTERDAM))
    since = date(2026, 12, 1)
    share_clause(store, who, table.clause)
    commitment_done(store, who, table.commitments[0], since)
    reply_to(store, who, asked, ReplyDecision.NOT, "Dat kan de lift niet.", table.corporation)
    wish = IndicatorWish(
        name="opgeleverde woningen", unit="aantal", direction=Direction.UP,
        baseline=Decimal(0), baseline_on=date(2025, 12, 31), goal=Decimal(60),
        goal_on=date(2026, 12, 31), source="telling",
    )  # fmt: skip
    indicator = add_indicator(store, who, table.agreement, wish)
    measure(store, who, indicator, date(2026, 11, 30), Decimal(50), "telling")
    found = new_since(table, since)
    assert {one.kind for one in found} == {
        NewsKind.TEXT,
        NewsKind.DONE,
        NewsKind.MEASURED,
        NewsKind.ANSWERED,
    }
    assert [one.on for one in found] == sorted((one.on for one in found), reverse=True)
    answered = next(one for one in found if one.kind is NewsKind.ANSWERED)
    assert (answered.title, answered.words) == ("Kan de lift sneller?", "Dat kan de lift niet.")


def test_a_draft_waits_until_it_is_settled(table: Table) -> None:
    share_clause(table.store, table.who, table.clause)
    position = take_position(
        table.store, table.who, table.clause, table.tenants, PositionValue.AGREES, draft=True
    )
    take_position(table.store, table.who, table.clause, table.corporation, PositionValue.AGREES)

    def waiting() -> list[int]:
        with table.store.reading() as session:
            found = tenants.drafts(session, table.cycle, table.tenants)
        return [one.said.id for one in found]

    assert waiting() == [position]
    settle_position(table.store, table.who, position)
    assert waiting() == []


def test_a_topic_tells_why_it_was_refused(table: Table, today: date) -> None:
    store, who = table.store, table.who
    meeting = plan_meeting(
        store, who, table.cycle, today + timedelta(days=9), MeetingKind.TRIPARTITE
    )
    item = add_item(store, who, meeting, "Parkeren bij de flat", table.tenants)
    add_item(store, who, meeting, "Van de gemeente", table.municipality)
    refuse_item(store, who, item, "Dit hoort bij het overleg over de wijk.")
    with store.reading() as session:
        [topic] = tenants.topics(session, table.cycle, table.tenants)
        [coming] = tenants.next_meetings(session, table.cycle, today)
    assert (topic.title, topic.accepted) == ("Parkeren bij de flat", False)
    assert topic.reason == "Dit hoort bij het overleg over de wijk."
    assert coming.id == meeting


def test_the_tenants_organisation_comes_before_a_residents_committee(table: Table) -> None:
    from desktop.agreements.actions.cycles import start_cycle
    from desktop.agreements.actions.parties import add_party
    from desktop.agreements.states import PartyKind

    flat = add_party(table.store, table.who, "Bewonerscommissie Flat", PartyKind.RESIDENTS)
    cycle = start_cycle(
        table.store, table.who, 2026, table.municipality, (table.corporation, flat, table.tenants)
    )
    with table.store.reading() as session:
        found = tenants.tenant_parties(session, cycle)
    assert [one.id for one in found] == [table.tenants, flat]
