"""Advice and consent on Vandaag, each with its article and its day."""

from __future__ import annotations

from datetime import date

from desktop.advice.states import AdviceDecision
from desktop.feature import Due, Urgency
from desktop.language.format import local
from desktop.projects.actions.advice import (
    advice_received,
    decide_advice,
    draft_advice,
    reasons_received,
    send_advice,
    send_reasons,
)
from desktop.projects.actions.consent import send_result
from desktop.projects.queries.due.consulting import due, week
from desktop.projects.states import ConsentAnswer
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.consent import begin_asking

A = ConsentAnswer


def told(store: Store) -> list[Due]:
    with store.reading() as session:
        return due(session, store.now())


def test_reasons_are_due_fourteen_days_after_the_advice(
    store: Store, who: Actor, renovation: int
) -> None:
    request = draft_advice(
        store, who, renovation, asked_of="HV", subject="Plan", reasons="A", consequences="B"
    )
    assert told(store) == []
    send_advice(store, who, request, date(2026, 9, 21))
    advice_received(store, who, request, date(2026, 11, 2), "Wacht.")
    [decide] = told(store)
    assert (decide.title, decide.urgency) == ("Besluit over het advies, met redenen", Urgency.LATE)
    assert decide.article == "Overlegwet, art. 5 lid 2"
    assert decide.when is not None
    assert decide.when.date() == date(2026, 11, 16)
    decide_advice(store, who, request, AdviceDecision.NOT, "Kan niet.")
    assert [one.title for one in told(store)] == ["Stuur huurders de redenen van uw besluit"]
    send_reasons(store, who, request)
    [receipt] = told(store)
    assert receipt.title == "Leg vast wanneer huurders de redenen kregen"
    assert receipt.article == "Overlegwet, art. 5 lid 3 onder c"
    reasons_received(store, who, request)
    assert told(store) == []
    with store.reading() as session:
        [item] = week(session, date(2026, 11, 23), date(2026, 11, 29))
    assert item.title == "Mag worden uitgevoerd: Plan"
    assert local(item.at).date() == date(2026, 11, 26)  # three days after the reasons


def test_the_term_of_the_tenants_is_told_when_it_nears_its_end(
    store: Store, who: Actor, clock: Clock, renovation: int
) -> None:
    request = draft_advice(
        store, who, renovation, asked_of="HV", subject="Plan", reasons="A", consequences="B"
    )
    send_advice(store, who, request, date(2026, 11, 13))
    assert told(store) == []
    clock.move_on(days=25)
    assert [one.title for one in told(store)] == ["De adviestermijn van de huurders eindigt"]
    with store.reading() as session:
        [item] = week(session, date(2026, 12, 28), date(2027, 1, 3))
    assert item.title == "Laatste dag voor advies: Plan"
    clock.move_on(days=14)
    assert [one.title for one in told(store)] == ["Besluit: er kwam op tijd geen advies"]


def test_who_was_not_visited_then_the_result_then_the_eight_weeks(
    store: Store, who: Actor, clock: Clock
) -> None:
    asking = begin_asking(store, who)
    asking.say_all([str(n) for n in range(1, 8)], A.YES)
    assert [(one.badge, one.title) for one in told(store)] == [
        ("5", "Bezoek 5 huishoudens zonder antwoord")
    ]
    asking.say_all(["8", "9"], A.YES)
    assert [one.title for one in told(store)] == ["Verstuur de uitslag van de ronde"]
    send_result(store, who, asking.round)
    assert told(store) == []
    clock.move_on(days=50)
    [ends] = told(store)
    assert (ends.title, ends.article) == (
        "De acht weken van 3 huurders eindigen",
        "BW 7:220 lid 3",
    )
    clock.move_on(days=7)
    assert [one.title for one in told(store)] == ["Rond de ronde af: alle acht weken zijn voorbij"]
