"""Which state follows which (viewings, section 3)."""

from datetime import date
from itertools import pairwise

import pytest

from desktop.refused import Refused
from desktop.viewings.rules.lifecycle import (
    DECISION,
    HOST,
    STEP_OF,
    STEPS,
    VACANCY,
    VIEWING,
    advert_runs,
    check_decision,
    check_host,
    check_vacancy,
    check_viewing,
)
from desktop.viewings.states import DecisionState, HostState, VacancyState, ViewingState

V, W, H, D = VacancyState, ViewingState, HostState, DecisionState
MACHINES = [
    (VACANCY, VacancyState, check_vacancy),
    (VIEWING, ViewingState, check_viewing),
    (HOST, HostState, check_host),
    (DECISION, DecisionState, check_decision),
]


@pytest.mark.parametrize(("machine", "states", "check"), MACHINES, ids=lambda x: str(x)[:24])
def test_every_step_is_possible_or_refused_as_the_table_says(machine, states, check):
    assert set(machine) == set(states)
    for now in states:
        for then in states:
            if then in machine[now]:
                check(now, then)
            else:
                with pytest.raises(Refused):
                    check(now, then)


@pytest.mark.parametrize(
    ("check", "road"),
    [
        (
            check_vacancy,
            [
                V.ANNOUNCED,
                V.PREPARED,
                V.PUBLISHED,
                V.CLOSED,
                V.VIEWING,
                V.OFFERING,
                V.DECIDED,
                V.CONTRACT,
                V.COMPLETED,
            ],
        ),
        (check_viewing, [W.DRAFT, W.STAFFED, W.INVITED, W.HELD, W.CLOSED]),
        (check_host, [H.APPLIED, H.INSTRUCTED, H.ACTIVE, H.PAUSED, H.ACTIVE, H.STOPPED]),
        (
            check_decision,
            [
                D.DRAFT,
                D.SUBMITTED,
                D.RETURNED,
                D.SUBMITTED,
                D.SETTLED,
                D.LETTERS_SENT,
                D.CLOSED,
                D.WIPED,
            ],
        ),
    ],
    ids=["vacancy", "viewing", "host", "decision"],
)
def test_the_usual_road_goes_from_begin_to_end(check, road):
    for now, then in pairwise(road):
        check(now, then)


@pytest.mark.parametrize("state", [s for s in V if s not in (V.CONTRACT, V.COMPLETED, V.WITHDRAWN)])
def test_a_dwelling_can_be_taken_back_until_the_lease(state):
    check_vacancy(state, V.WITHDRAWN)


@pytest.mark.parametrize("state", [V.CONTRACT, V.COMPLETED])
def test_a_dwelling_with_a_lease_is_not_taken_back(state):
    with pytest.raises(Refused):
        check_vacancy(state, V.WITHDRAWN)


def test_a_decision_is_never_settled_without_a_second_reader():
    for state in set(D) - {D.SUBMITTED}:
        assert D.SETTLED not in DECISION[state]


def test_every_state_but_taken_back_has_a_step_on_the_screen():
    assert set(STEP_OF) == set(V) - {V.WITHDRAWN}
    assert set(STEP_OF.values()) == set(range(len(STEPS)))


@pytest.mark.parametrize(
    ("state", "until", "runs"),
    [
        (VacancyState.PUBLISHED, date(2026, 12, 2), True),
        (VacancyState.PUBLISHED, date(2026, 11, 25), True),
        (VacancyState.PUBLISHED, date(2026, 11, 24), False),
        (VacancyState.PUBLISHED, None, False),
        (VacancyState.CLOSED, date(2026, 12, 2), False),
    ],
)
def test_an_advert_runs_up_to_and_with_its_last_day(
    state: VacancyState, until: date | None, runs: bool
) -> None:
    assert advert_runs(state, until, date(2026, 11, 25)) is runs
