"""From a proposal to the answer that tenants heard, and what becomes of a promise (projects,
"States and guards")."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.projects.rules.voices import (
    check_answer,
    check_people,
    check_promise,
    check_settling,
    check_told,
)
from desktop.projects.states import PromiseState, ProposalAnswer, ProposalState
from desktop.refused import Refused

A, PS, S = ProposalAnswer, ProposalState, PromiseState
RAISED, LATER = date(2026, 11, 12), date(2026, 11, 20)


@pytest.mark.parametrize(
    ("state", "answer", "reason", "by", "on", "field"),
    [
        (PS.RAISED, A.DO, "", "Beheer", LATER, "reason"),
        (PS.DISCUSSED, A.OTHERWISE, "Zo kan het wel", " ", LATER, "answered_by"),
        (PS.RAISED, A.DO, "Goed idee", "Beheer", date(2026, 11, 11), "on"),
        (PS.REPORTED_BACK, A.DO, "Goed idee", "Beheer", LATER, "answer"),
    ],
)
def test_answers_that_are_refused(
    state: ProposalState, answer: ProposalAnswer, reason: str, by: str, on: date, field: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_answer(state, answer, reason, by, RAISED, on)
    assert refused.value.field == field


def test_no_asks_why_not_and_says_who_reads_it() -> None:
    with pytest.raises(Refused, match=r"^Leg uit waarom niet\. Bewoners lezen dit\.$"):
        check_answer(PS.RAISED, A.NOT, " ", "Beheer", RAISED, LATER)


@pytest.mark.parametrize(
    ("state", "answered_on"),
    [(PS.RAISED, None), (PS.DISCUSSED, None), (PS.ANSWERED, date(2026, 11, 21))],
)
def test_tenants_hear_an_answer_that_is_there(
    state: ProposalState, answered_on: date | None
) -> None:
    with pytest.raises(Refused):
        check_told(state, answered_on, LATER)


@pytest.mark.parametrize(
    ("owner", "due_on", "field"),
    [("", LATER, "owner"), ("Beheer", None, "due_on"), ("Beheer", date(2026, 11, 1), "due_on")],
)
def test_a_promise_has_somebody_and_a_day(owner: str, due_on: date | None, field: str) -> None:
    with pytest.raises(Refused) as refused:
        check_promise(owner, RAISED, due_on)
    assert refused.value.field == field
    if field == "owner" or due_on is None:
        assert refused.value.sentence == "Wie doet dit, en wanneer is het klaar?"


@pytest.mark.parametrize(
    ("now", "then", "said", "field"),
    [
        (S.OPEN, S.KEPT, ("", "", ""), "evidence"),
        (S.OPEN, S.CHANGED, ("", "", "Ze vinden het goed"), "reason"),
        (S.CHANGED, S.BROKEN, ("", "Te duur", ""), "reaction"),
        (S.KEPT, S.BROKEN, ("", "Te duur", "Jammer"), "state"),
        (S.BROKEN, S.KEPT, ("Foto", "", ""), "state"),
    ],
)
def test_what_becomes_of_a_promise_is_explained(
    now: PromiseState, then: PromiseState, said: tuple[str, str, str], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        check_settling(now, then, *said)
    assert refused.value.field == field


@pytest.mark.parametrize("number", [-1, 10_001])
def test_a_room_holds_so_many_people(number: int) -> None:
    with pytest.raises(Refused):
        check_people("present", number)
