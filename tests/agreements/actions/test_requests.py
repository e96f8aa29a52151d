"""Data that parties ask of the corporation, until they have them (Woningwet, art. 44b)."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.parties import add_party
from desktop.agreements.actions.requests import answer_information, ask_information
from desktop.agreements.model import Cycle
from desktop.agreements.queries.requests import RequestLine, requests, unanswered_requests
from desktop.agreements.states import CycleState, PartyKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from tests.support.clock import Clock
from tests.support.statutory import Talks, begin_talks

ASKED = date(2026, 10, 1)
TODAY = date(2026, 10, 20)
WHAT = "Hoeveel woningen hebben label E, F of G, per straat?"


@pytest.fixture
def talks(store: Store, who: Actor, clock: Clock) -> Talks:
    talks = begin_talks(store, who, clock)
    talks.on(TODAY)
    return talks


def ask(talks: Talks, party: int | None = None, what: str = WHAT, on: date = ASKED) -> int:
    return ask_information(talks.store, talks.who, talks.cycle, party or talks.tenants, what, on)


def line(talks: Talks) -> RequestLine:
    with talks.store.reading() as session:
        (one,) = requests(session, talks.cycle)
        return one


def test_an_answer_is_due_fourteen_days_after_the_request(talks: Talks) -> None:
    ask(talks)
    got = line(talks)
    assert (got.due_on, got.rule) == (date(2026, 10, 15), "Antwoord op een vraag om gegevens")
    assert not got.is_late(date(2026, 10, 15))
    assert got.is_late(date(2026, 10, 16))


@pytest.mark.parametrize("asker", ["municipality", "tenants", "residents"])
def test_whoever_sits_at_the_table_asks_without_a_reason(talks: Talks, asker: str) -> None:
    ask(talks, getattr(talks, asker))
    assert line(talks).what == WHAT


def test_the_corporation_does_not_ask_itself(talks: Talks) -> None:
    with pytest.raises(Refused) as refused:
        ask(talks, talks.corporation)
    assert refused.value.field == "party_id"


def test_who_is_not_at_the_table_is_refused(talks: Talks) -> None:
    elsewhere = add_party(talks.store, talks.who, "Zorggroep De Brug", PartyKind.CARE)
    with pytest.raises(Refused, match="aan tafel"):
        ask(talks, elsewhere)


@pytest.mark.parametrize("what", ["", " \n "])
def test_a_request_says_what_is_asked(talks: Talks, what: str) -> None:
    with pytest.raises(Refused) as refused:
        ask(talks, what=what)
    assert refused.value.field == "what"


def test_nobody_asks_tomorrow(talks: Talks) -> None:
    with pytest.raises(Refused, match="moet nog komen") as refused:
        ask(talks, on=date(2026, 10, 21))
    assert refused.value.field == "asked_on"


def test_what_was_given_is_kept_with_its_day(talks: Talks) -> None:
    answer_information(talks.store, talks.who, ask(talks), True, "Een lijst per straat.", TODAY)
    got = line(talks)
    assert (got.given, got.answered_on, got.answer) == (True, TODAY, "Een lijst per straat.")
    assert got.is_late(TODAY)


def test_data_may_be_given_without_words(talks: Talks) -> None:
    answer_information(talks.store, talks.who, ask(talks), True, "")
    assert line(talks).given


def test_what_is_not_given_needs_a_reason(talks: Talks) -> None:
    request = ask(talks)
    with pytest.raises(Refused) as refused:
        answer_information(talks.store, talks.who, request, False, "  ")
    assert refused.value.field == "answer"
    assert line(talks).answered_on is None


def test_an_answer_does_not_come_before_the_request(talks: Talks) -> None:
    with pytest.raises(Refused) as refused:
        answer_information(talks.store, talks.who, ask(talks), True, "", date(2026, 9, 30))
    assert refused.value.field == "on"


def test_a_request_is_answered_once_and_the_first_answer_stays(talks: Talks) -> None:
    request = ask(talks)
    answer_information(talks.store, talks.who, request, False, "Dit schaadt de verkoop.")
    with pytest.raises(Refused, match="20 oktober 2026"):
        answer_information(talks.store, talks.who, request, True, "Toch.")
    assert line(talks).answer == "Dit schaadt de verkoop."


def test_what_waits_is_in_the_order_in_which_it_is_due(talks: Talks) -> None:
    later, first = ask(talks, on=date(2026, 10, 9)), ask(talks)
    answered = ask(talks, on=date(2026, 9, 1))
    answer_information(talks.store, talks.who, answered, True, "")
    with talks.store.reading() as session:
        waiting = unanswered_requests(session, talks.cycle)
    assert [one.id for one in waiting] == [first, later]


def test_a_request_of_before_the_rules_has_a_day_too(talks: Talks) -> None:
    ask(talks, on=date(2014, 12, 1))
    assert line(talks).due_on == date(2014, 12, 15)


def test_a_closed_year_takes_no_requests(talks: Talks) -> None:
    request = ask(talks)
    with talks.store.act(talks.who, "test.closed") as act:
        act.session.get_one(Cycle, talks.cycle).state = CycleState.CLOSED
    with pytest.raises(Refused):
        ask(talks)
    with pytest.raises(Refused):
        answer_information(talks.store, talks.who, request, True, "")


def test_an_answer_can_be_undone(talks: Talks) -> None:
    answer_information(talks.store, talks.who, ask(talks), True, "Een lijst.")
    talks.store.undo(talks.who)
    got = line(talks)
    assert (got.answered_on, got.given, got.answer) == (None, None, "")
