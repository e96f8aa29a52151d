"""The list of what tenants asked: when answers are due, how many came in time."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from desktop.agreements.actions.voices import add_input, reply_to, told
from desktop.agreements.queries.voices import input_line, inputs, unanswered_inputs
from desktop.agreements.states import InputChannel, ReplyDecision
from desktop.language.format import AMSTERDAM
from desktop.store import Actor, Store
from tests.support.beleid import Table, make_table
from tests.support.clock import Clock

TODAY = date(2026, 7, 15)
D = ReplyDecision

# When each was asked, what was decided and when (agreements, section 3).
ASKED = (
    (date(2026, 3, 9), D.TAKEN, date(2026, 4, 1)),
    (date(2026, 3, 9), D.PARTLY, date(2026, 4, 20)),
    (date(2026, 3, 21), D.TAKEN, date(2026, 5, 2)),
    (date(2026, 4, 14), D.TAKEN, date(2026, 5, 1)),
    (date(2026, 4, 14), D.NOT, date(2026, 6, 4)),
    (date(2026, 5, 20), D.ALREADY, date(2026, 5, 21)),
    (date(2026, 5, 20), D.TAKEN, date(2026, 6, 1)),
    (date(2026, 6, 3), D.PARTLY, date(2026, 7, 1)),
    (date(2026, 6, 3), D.OTHER_PARTY, date(2026, 7, 15)),
    (date(2026, 6, 30), None, None),
)


@pytest.fixture
def table(store: Store, who: Actor, clock: Clock) -> Table:
    clock.move_to(datetime(2026, 7, 15, 10, tzinfo=AMSTERDAM))
    return make_table(store, who)


def ask(table: Table, on: date, is_written_advice: bool = False) -> int:
    text = "Wanneer is mijn straat aan de beurt?"
    return add_input(
        table.store,
        table.who,
        table.cycle,
        text,
        InputChannel.LETTER,
        received_on=on,
        is_written_advice=is_written_advice,
    )


def answer(table: Table, asked: int, on: date, decision: ReplyDecision = D.PARTLY) -> None:
    reply_to(table.store, table.who, asked, decision, "Daarom.", table.corporation, on=on)


@pytest.fixture
def ten(table: Table) -> Table:
    for asked_on, decision, replied_on in ASKED:
        asked = ask(table, asked_on)
        if decision is not None and replied_on is not None:
            answer(table, asked, replied_on, decision)
    return table


def test_the_counts_are_those_of_the_ten_questions(ten: Table) -> None:
    with ten.store.reading() as session:
        counts = inputs(session, ten.cycle, TODAY).counts
    assert dict(counts.by_decision) == {
        D.TAKEN: 4,
        D.PARTLY: 2,
        D.NOT: 1,
        D.ALREADY: 1,
        D.OTHER_PARTY: 1,
    }
    assert (counts.total, counts.answered, counts.unanswered) == (10, 9, 1)
    assert (counts.in_time, counts.percent_in_time) == (8, 89)


def test_the_one_that_is_open_says_until_when(ten: Table) -> None:
    with ten.store.reading() as session:
        [line] = unanswered_inputs(session, TODAY)
    assert (line.code, line.due_on, line.days_left) == ("INB-10", date(2026, 8, 11), 27)
    assert line.article == "Werkafspraak over antwoorden aan huurders"
    assert not line.is_late


def test_an_answer_on_the_last_day_is_in_time_and_a_day_later_is_not(table: Table) -> None:
    first, second = ask(table, date(2026, 5, 1)), ask(table, date(2026, 5, 1))
    answer(table, first, date(2026, 6, 12))
    answer(table, second, date(2026, 6, 13))
    with table.store.reading() as session:
        assert [line.in_time for line in inputs(session, table.cycle, TODAY).lines] == [True, False]


def test_a_question_without_an_answer_is_late_after_its_last_day(table: Table) -> None:
    asked = ask(table, date(2026, 6, 3))
    with table.store.reading() as session:
        for day, late in ((date(2026, 7, 15), False), (date(2026, 7, 16), True)):
            line = input_line(session, asked, day)
            assert line is not None
            assert line.is_late is late
        assert inputs(session, table.cycle, date(2026, 7, 16)).counts.late == 1


def test_a_written_advice_goes_before_what_was_asked_on_the_same_day(table: Table) -> None:
    ask(table, date(2026, 7, 1))
    advice = ask(table, date(2026, 7, 1), is_written_advice=True)
    with table.store.reading() as session:
        lines = unanswered_inputs(session, TODAY)
    assert lines[0].id == advice
    assert lines[0].days_left == 0


def test_without_answers_there_is_no_share(table: Table) -> None:
    with table.store.reading() as session:
        counts = inputs(session, table.cycle, TODAY).counts
    assert (counts.total, counts.percent_in_time) == (0, None)


def test_a_line_shows_the_answer_and_that_tenants_heard_it(table: Table) -> None:
    asked = ask(table, date(2026, 7, 1))
    answer(table, asked, date(2026, 7, 2))
    told(table.store, table.who, asked, date(2026, 7, 3), "nieuwsbrief")
    with table.store.reading() as session:
        line = input_line(session, asked, TODAY)
    assert line is not None
    assert line.reply is not None
    assert (line.reply.party, line.reply.told_via) == ("Woonstichting Morgenwonen", "nieuwsbrief")
    assert line.days_left is None
