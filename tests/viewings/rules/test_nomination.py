"""Level C: what a nomination of residents must meet (section 1; R3, R12, C2)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.refused import Refused
from desktop.viewings.rules.hosts import HostFacts, Relation, Seeker
from desktop.viewings.rules.nomination import (
    Nominated,
    Proposal,
    check_no_test_runs,
    check_proposal,
    checks,
    first_ones,
)
from desktop.viewings.rules.order import Standing
from desktop.viewings.states import CriterionAnswer, Level, NominationState, RelationKind

DAY = date(2026, 11, 2)
YES, NO = CriterionAnswer.YES, CriterionAnswer.NO


def host(id: int, **facts: object) -> HostFacts:
    given = {"household": id, "instructed_on": DAY, "secrecy_on": DAY, **facts}
    return HostFacts(id, f"Gastheer {id}", **given)  # type: ignore[arg-type]


def someone(rank: int, **facts: object) -> Standing:
    return Standing(id=rank, number=f"K-{rank}", rank=rank, **facts)  # type: ignore[arg-type]


GOOD = Proposal(
    level=Level.C,
    top_n=3,
    criteria=("rules", "tasks"),
    candidates=[someone(rank) for rank in (1, 2, 3, 4)],
    nominees=[Nominated(3, {"rules": YES, "tasks": CriterionAnswer.NOT_DISCUSSED})],
    members=[host(1), host(2)],
    seekers=[Seeker(3, "Fatima el Bakkali", "Bakkali")],
    departing_household=99,
    proposed_on=DAY,
    baseline=DAY,
    day_budget=3,
)
KNOWS = (Relation(RelationKind.FRIEND, "Fatima el Bakkali", DAY),)


def test_a_nomination_that_meets_every_check_passes():
    check_proposal(GOOD)
    assert all(check.is_met for check in checks(GOOD))


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"level": Level.B}, "level"),
        ({"top_n": None}, "level"),
        ({"members": [host(1)]}, "members"),
        ({"members": [host(1), host(2, household=1)]}, "members"),
        ({"members": [host(1), host(2, instructed_on=None)]}, "members"),
        ({"members": [host(1), host(2, secrecy_on=None)]}, "members"),
        ({"members": [host(1), host(2, relations=KNOWS)]}, "members"),
        ({"members": [host(1), host(99)]}, "members"),
        ({"nominees": []}, "nominees"),
        ({"nominees": [*GOOD.nominees, *GOOD.nominees]}, "nominees"),
        ({"nominees": [Nominated(4, GOOD.nominees[0].answers)]}, "nominees"),
        ({"nominees": [Nominated(9, GOOD.nominees[0].answers)]}, "nominees"),
        ({"nominees": [Nominated(3, {"rules": YES})]}, "answers"),
        ({"nominees": [Nominated(3, {"rules": YES, "tasks": YES, "looks": YES})]}, "answers"),
        ({"nominees": [Nominated(3, {"rules": YES, "tasks": NO})]}, "answers"),
        ({"proposed_on": date(2026, 11, 6)}, "proposed_on"),
    ],
)
def test_what_a_nomination_does_not_meet_is_refused_at_its_field(changed, field):
    proposal = replace(GOOD, **changed)
    with pytest.raises(Refused) as refused:
        check_proposal(proposal)
    assert refused.value.field == field
    failed = [check for check in checks(proposal) if not check.is_met]
    assert failed[0].sentence == refused.value.sentence


def test_r12_the_last_of_the_extra_days_is_in_time():
    check_proposal(replace(GOOD, proposed_on=date(2026, 11, 5)))


def test_c2_residents_do_not_choose_from_somebody_who_is_protected():
    candidates = [someone(1), someone(2, protected=True), someone(3)]
    assert [c.id for c in first_ones(candidates, 3)] == [1, 3]
    with pytest.raises(Refused):
        check_proposal(
            replace(GOOD, candidates=candidates, nominees=[Nominated(2, GOOD.nominees[0].answers)])
        )


def test_c1_the_first_n_begin_with_priority():
    candidates = [someone(1), someone(2), someone(3, priority=True)]
    assert [c.id for c in first_ones(candidates, 2)] == [3, 1]


@pytest.mark.parametrize("state", list(NominationState))
def test_nothing_is_offered_while_a_nomination_is_being_tested(state):
    ready = state in (NominationState.AGREED, NominationState.REJECTED)
    check_no_test_runs(None)
    if ready:
        check_no_test_runs(state)
    else:
        with pytest.raises(Refused):
            check_no_test_runs(state)
