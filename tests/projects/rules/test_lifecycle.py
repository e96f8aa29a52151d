"""What a project is held to before its next state (projects, "States and guards")."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.projects.rules.lifecycle import (
    ORDER,
    Asked,
    Lack,
    Standing,
    check_at_work,
    check_move,
    lacks,
    next_state,
)
from desktop.projects.states import ProjectKind, ProjectState
from desktop.refused import Refused

S = ProjectState
READY = Standing(ProjectKind.RENOVATION, 48, advice_closed=True, consent=Asked.FINISHED)


@pytest.mark.parametrize(
    ("standing", "lacking"),
    [
        (READY, ()),
        (replace(READY, proposals_open=2), (Lack.PROPOSALS,)),
        (replace(READY, advice_closed=None), (Lack.NO_ADVICE,)),
        (replace(READY, advice_closed=False), (Lack.ADVICE_OPEN,)),
        (replace(READY, consent=None), (Lack.NO_CONSENT,)),
        (replace(READY, consent=Asked.OPEN), (Lack.CONSENT_OPEN,)),
        (replace(READY, consent=Asked.SHORT), (Lack.CONSENT_SHORT,)),
        (replace(READY, consent=Asked.SHORT, uses_no_presumption=True), ()),
        (replace(READY, consent=None, uses_no_presumption=True), ()),
        (replace(READY, consent=None, dwellings=9), ()),
        (Standing(ProjectKind.DEMOLITION, 48), (Lack.NO_ADVICE,)),
        (Standing(ProjectKind.NEIGHBOURHOOD, 0), (Lack.NO_ADVICE,)),
        (Standing(ProjectKind.NEW_BUILD, 0), ()),
        (Standing(ProjectKind.MAINTENANCE, 48), ()),
    ],
)
def test_what_a_decision_waits_for(standing: Standing, lacking: tuple[Lack, ...]) -> None:
    assert lacks(standing, S.DECISION) == lacking


@pytest.mark.parametrize(
    ("standing", "sentence"),
    [
        (replace(READY, promises_open=1), "Er staat nog 1 belofte open"),
        (replace(READY, findings_open=2), "Er staan nog 2 bevindingen open"),
    ],
)
def test_a_project_closes_when_nothing_is_open(standing: Standing, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        check_move(S.AFTERCARE, S.CLOSED, "", standing)
    check_move(S.AFTERCARE, S.CLOSED, "", READY)


@pytest.mark.parametrize(
    ("now", "to"),
    [
        (S.HALTED, S.WORK),
        (S.CLOSED, S.AFTERCARE),
        (S.WORK, S.HALTED),
        (S.WORK, S.WORK),
        (S.IDEA, S.WITH_TENANTS),
    ],
)
def test_steps_that_do_not_follow_are_refused(now: ProjectState, to: ProjectState) -> None:
    with pytest.raises(Refused) as refused:
        check_move(now, to, "Omdat het moet", READY)
    assert refused.value.field == "state"


def test_a_step_back_asks_why_and_no_more() -> None:
    with pytest.raises(Refused) as refused:
        check_move(S.WORK, S.PREPARING, " ", READY)
    assert refused.value.field == "reason"
    check_move(S.WORK, S.PREPARING, "De aannemer is failliet", READY)


def test_each_state_has_one_next_one_and_what_is_closed_stays() -> None:
    assert [next_state(state) for state in ORDER] == [*ORDER[1:], None]
    with pytest.raises(Refused):
        check_at_work(S.CLOSED)
