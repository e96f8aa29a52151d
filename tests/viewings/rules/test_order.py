"""The order of candidates: R2, R10, R13, C1, C2. What hosts enter has no place in it."""

import inspect
import itertools
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language import in_language
from desktop.refused import Refused
from desktop.viewings.rules import order
from desktop.viewings.rules.order import (
    Agreed,
    PassCode,
    Standing,
    check_offer_turn,
    check_turn,
    in_order,
    next_for_offer,
    pass_code,
    passed_by_nomination,
    skip_that_policy_asks,
)
from desktop.viewings.rules.order_table import check_complete, order_table, without_code
from desktop.viewings.states import CandidateState, Level, SkipCode, UrgencyPolicy, Want

C = CandidateState


def someone(rank: int, **facts) -> Standing:
    return Standing(id=rank, number=f"K-{rank}", rank=rank, **facts)


NOMINATION = Agreed((1, 2, 3), 5)
THREE = [someone(1), someone(2), someone(3)]


def refused_words(call, *args, **kwargs) -> Refused:
    with in_language("nl"), pytest.raises(Refused) as refused:
        call(*args, **kwargs)
    return refused.value


# R2 -------------------------------------------------------------------------------------------


def test_R2_the_first_in_order_are_invited():
    check_turn(THREE, [1, 2], {})


def test_R2_somebody_before_is_not_skipped_without_a_code():
    refused = refused_words(check_turn, THREE, [1, 3], {})
    assert refused.sentence == "Kandidaat 2 staat vóór kandidaat 3. Kies waarom u 2 overslaat."
    assert refused.field == "skip:2"


def test_R2_a_code_lets_somebody_be_skipped():
    check_turn(THREE, [1, 3], {2: SkipCode.UNREACHABLE})


def test_R2_a_code_that_was_given_before_still_counts():
    check_turn([someone(1, skip=SkipCode.HOUSED), someone(2)], [2], {})


def test_R2_who_was_invited_before_is_not_in_the_way():
    check_turn([someone(1, invited=True, state=C.INVITED), someone(2)], [2], {})


def test_R2_who_already_has_an_offer_is_not_in_the_way():
    check_turn([someone(1, state=C.OFFERED), someone(2)], [2], {})


@pytest.mark.parametrize("state", [C.SELECTED, C.NO_RESPONSE, C.CANCELLED])
def test_R2_somebody_whose_viewing_was_called_off_is_still_first(state):
    refused_words(check_turn, [someone(1, state=state), someone(2)], [2], {})


def test_R2_an_advantage_of_the_rules_needs_no_thought():
    def asks(**facts):
        return skip_that_policy_asks(someone(1, **facts), UrgencyPolicy.U2, False)

    assert asks(protected=True, adapted=True) is SkipCode.PROTECTED
    assert asks(adapted=True) is SkipCode.ASSISTANCE
    assert asks(priority=True) is None
    assert asks() is None


@pytest.mark.parametrize(
    ("policy", "for_priority", "outside"),
    [
        (UrgencyPolicy.U1, False, True),
        (UrgencyPolicy.U2, True, False),
        (UrgencyPolicy.U3, True, True),
        (UrgencyPolicy.U3, False, False),
        (UrgencyPolicy.U4, False, False),
    ],
)
def test_U1_and_the_share_of_U3_take_priority_out_of_the_round(policy, for_priority, outside):
    asked = skip_that_policy_asks(someone(1, priority=True), policy, for_priority)
    assert (asked is SkipCode.URGENCY_POLICY) == outside


# C1, C2 ---------------------------------------------------------------------------------------


def test_C1_priority_goes_first_and_then_the_rank():
    ordered = in_order([someone(1), someone(3, priority=True), someone(2, priority=True)])
    assert [c.rank for c in ordered] == [2, 3, 1]


@pytest.mark.parametrize("level", [Level.B, Level.C])
@pytest.mark.parametrize("code", [PassCode.NOMINATED, PassCode.NOT_ELIGIBLE])
def test_C1_no_advice_moves_priority_behind_somebody_without(level, code):
    both = [someone(1), someone(2, priority=True)]
    refused_words(check_offer_turn, both, 1, False, level, {2: code}, NOMINATION)


def test_C2_somebody_protected_is_never_invited_to_a_group():
    refused = refused_words(check_turn, [someone(1, protected=True)], [1], {})
    assert "afgeschermd" in refused.sentence


def test_C2_somebody_protected_is_invited_to_a_viewing_alone():
    check_turn([someone(1, protected=True)], [1], {}, protected_in_group=True)


# R10 ------------------------------------------------------------------------------------------


def test_R10_the_first_in_order_gets_the_offer():
    check_offer_turn(THREE, 1, False, Level.A, {})
    assert next_for_offer(THREE, False).rank == 1


def test_R10_nobody_is_passed_over_without_a_code():
    refused = refused_words(check_offer_turn, THREE, 2, False, Level.A, {})
    assert "Kandidaat 1" in refused.sentence


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"state": C.REFUSED}, PassCode.REFUSED),
        ({"state": C.WANTS_NOT}, PassCode.WANTS_NOT),
        ({"state": C.WITHDRAWN}, PassCode.WITHDRAWN),
        ({"state": C.WITHDRAWN, "offer_code": "DOC"}, PassCode.OFFER_WITHDRAWN),
        ({"state": C.OFFERED, "offer_expired": True}, PassCode.EXPIRED),
        ({"skip": SkipCode.OWN_REQUEST}, PassCode.WITHDRAWN),
        ({"skip": SkipCode.HOUSED}, PassCode.HOUSED),
        ({"skip": SkipCode.UNREACHABLE}, PassCode.UNREACHABLE),
    ],
)
def test_R10_what_is_recorded_gives_the_code(facts, code):
    first = someone(1, **facts)
    assert pass_code(first, False) is code
    check_offer_turn([first, someone(2)], 2, False, Level.A, {})


@pytest.mark.parametrize("skip", [SkipCode.PROTECTED, SkipCode.URGENCY_POLICY, SkipCode.ASSISTANCE])
def test_R10_a_skip_to_somebodys_advantage_takes_no_right_away(skip):
    assert pass_code(someone(1, skip=skip), True) is None


@pytest.mark.parametrize("state", [C.ALLOCATED, C.WITHDRAWN, C.REFUSED])
def test_R10_somebody_who_is_housed_or_withdrew_gets_no_offer(state):
    refused = refused_words(check_offer_turn, [someone(1, state=state)], 1, False, Level.A, {})
    assert refused.field == "candidate"


def test_R10_somebody_of_another_list_gets_no_offer():
    refused_words(check_offer_turn, THREE, 9, False, Level.A, {})


def test_R10_the_order_table_names_a_code_for_everybody_else():
    candidates = [
        someone(1, state=C.REFUSED, offer_code="HUU", invited=True),
        someone(2, state=C.DOCUMENTS, invited=True, want=Want.YES),
        someone(3, state=C.WANTS, invited=True, want=Want.YES),
    ]
    rows = order_table(candidates, 2, False, [1, 2], {1: True, 2: True, 3: False})
    assert [(r.rank, r.code, r.chosen) for r in rows] == [
        (1, PassCode.REFUSED, False),
        (2, None, True),
        (3, PassCode.BEHIND, False),
    ]
    assert rows[0].vera == "HUU"
    assert [r.offered for r in rows] == [True, True, False]
    check_complete(rows)


def test_R10_a_decision_that_passes_somebody_over_without_a_code_is_refused():
    rows = order_table(THREE, 2, False, [2], {})
    assert [r.rank for r in without_code(rows)] == [1]
    assert "Kandidaat 1" in refused_words(check_complete, rows).sentence


def test_R10_a_code_of_staff_fills_the_table_at_level_b():
    rows = order_table(THREE, 2, False, [2], {}, {1: PassCode.NOT_ELIGIBLE})
    check_complete(rows)
    assert rows[0].code is PassCode.NOT_ELIGIBLE


# Levels ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", list(PassCode))
def test_at_level_a_no_code_of_staff_moves_anybody(code):
    refused_words(check_offer_turn, THREE, 2, False, Level.A, {1: code}, NOMINATION)


def test_at_level_b_only_an_objective_reason_moves_somebody():
    check_offer_turn(THREE, 2, False, Level.B, {1: PassCode.NOT_ELIGIBLE})
    for code in set(PassCode) - {PassCode.NOT_ELIGIBLE}:
        refused_words(check_offer_turn, THREE, 2, False, Level.B, {1: code}, NOMINATION)


def test_at_level_c_an_agreed_nomination_moves_somebody_within_the_first_n_only():
    ahead = dict.fromkeys((1, 2), PassCode.NOMINATED)
    check_offer_turn(THREE, 3, False, Level.C, ahead, Agreed((3,), 3))
    refused_words(check_offer_turn, THREE, 3, False, Level.C, ahead, Agreed((3,), 2))
    refused_words(check_offer_turn, THREE, 3, False, Level.C, ahead, None)


def test_at_level_c_the_order_of_residents_counts_among_whom_they_nominated():
    agreed = Agreed((3, 1), 3)
    check_offer_turn(THREE, 3, False, Level.C, dict.fromkeys((1, 2), PassCode.NOMINATED), agreed)
    refused_words(check_offer_turn, THREE, 2, False, Level.C, {1: PassCode.NOMINATED}, agreed)


@pytest.mark.parametrize(("nominated", "offered"), [((3, 1), 3), ((1, 3), 1), ((9,), 1), ((), 1)])
def test_at_level_c_the_first_nominated_is_next(nominated, offered):
    following = next_for_offer(THREE, False, Agreed(nominated, 3))
    assert following is not None
    assert following.id == offered


def test_at_level_c_the_second_nominated_is_next_after_a_refusal():
    refused = [someone(1), someone(2), someone(3, state=C.REFUSED)]
    following = next_for_offer(refused, False, Agreed((3, 2), 3))
    assert following is not None
    assert following.id == 2
    assert passed_by_nomination(refused, 2, False, Agreed((3, 2), 3)) == {1: PassCode.NOMINATED}


@pytest.mark.parametrize("shield", ["priority", "protected"])
def test_C1_C2_no_nomination_passes_somebody_with_priority_or_protected(shield):
    some = [someone(1, **{shield: True}), someone(2)]
    agreed = Agreed((2,), 2)
    following = next_for_offer(some, False, agreed)
    assert following is not None
    assert following.id == 1
    refused_words(check_offer_turn, some, 2, False, Level.C, {1: PassCode.NOMINATED}, agreed)


# R13, R13b ------------------------------------------------------------------------------------

ABSENT = [C.NO_SHOW, C.NO_RESPONSE, C.CANCELLED]


@pytest.mark.parametrize("state", ABSENT)
@pytest.mark.parametrize("shield", ["priority", "protected", "adapted"])
def test_R13b_not_taking_part_never_counts_against_somebody_shielded(state, shield):
    assert pass_code(someone(1, state=state, **{shield: True}), True) is None


@pytest.mark.parametrize("shield", ["priority", "protected", "adapted"])
def test_R13_not_being_reached_for_a_viewing_takes_no_right_from_somebody_shielded(shield):
    assert pass_code(someone(1, skip=SkipCode.UNREACHABLE, **{shield: True}), True) is None


@pytest.mark.parametrize("state", ABSENT)
def test_R13b_not_taking_part_counts_only_when_it_is_required(state):
    assert pass_code(someone(1, state=state), False) is None
    assert pass_code(someone(1, state=state), True) is not None


# Properties -----------------------------------------------------------------------------------

STANDINGS = st.builds(
    Standing,
    id=st.just(0),
    number=st.just("K"),
    rank=st.just(0),
    priority=st.booleans(),
    protected=st.booleans(),
    adapted=st.booleans(),
    state=st.sampled_from(CandidateState),
    invited=st.booleans(),
    skip=st.one_of(st.none(), st.sampled_from(SkipCode)),
    want=st.one_of(st.none(), st.sampled_from(Want)),
    offer_code=st.sampled_from(["", "DOC", "HUU"]),
    offer_expired=st.booleans(),
)
LISTS = st.lists(STANDINGS, min_size=1, max_size=8).map(
    lambda found: [replace(c, id=n, rank=n, number=f"K-{n}") for n, c in enumerate(found, start=1)]
)


def test_what_hosts_enter_is_no_argument_of_the_order():
    words = {"report", "advice", "criterion", "criteria", "mark", "point", "remark", "tour"}
    known = {field.name for field in fields(Standing)}
    for _name, rule in inspect.getmembers(order, inspect.isfunction):
        if rule.__module__ == order.__name__:
            known |= set(inspect.signature(rule).parameters)
    assert not {name for name in known if any(word in name for word in words)}


@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_does_not_depend_on_how_a_list_is_handed_over(candidates, chance):
    shuffled = candidates.copy()
    chance.shuffle(shuffled)
    assert in_order(shuffled) == in_order(candidates)


@given(LISTS, LISTS)
def test_nothing_that_happens_changes_the_order_of_two_candidates(before, after):
    """Whatever state, answer, skip or offer two candidates come to have, only the municipality's
    priority and the system's rank say who is first."""
    later = [
        replace(new, id=old.id, rank=old.rank, priority=old.priority)
        for old, new in zip(before, after, strict=False)
    ]
    same = [c.id for c in in_order(before) if c.id in {x.id for x in later}]
    assert [c.id for c in in_order(later)] == same


@given(LISTS, st.booleans(), st.data())
def test_at_level_a_an_offer_never_passes_somebody_who_still_has_a_right(
    candidates, required, data
):
    chosen = data.draw(st.sampled_from(candidates))
    codes = data.draw(
        st.dictionaries(st.sampled_from([c.id for c in candidates]), st.sampled_from(PassCode))
    )
    try:
        check_offer_turn(candidates, chosen.id, required, Level.A, codes, Agreed((chosen.id,), 50))
    except Refused:
        return
    before = itertools.takewhile(lambda c: c.id != chosen.id, in_order(candidates))
    assert all(pass_code(c, required) is not None for c in before)


@given(LISTS, st.booleans())
def test_the_next_for_an_offer_may_have_it_unless_housed(candidates, required):
    following = next_for_offer(candidates, required)
    if following is not None and following.state is not C.ALLOCATED:
        check_offer_turn(candidates, following.id, required, Level.A, {})


@given(LISTS, st.booleans(), st.lists(st.integers(1, 8), unique=True), st.integers(0, 8))
def test_the_next_by_a_nomination_passes_only_whom_it_may(candidates, required, nominated, top_n):
    agreed = Agreed(tuple(nominated), top_n)
    following = next_for_offer(candidates, required, agreed)
    if following is None or following.state is C.ALLOCATED:
        return
    passed = passed_by_nomination(candidates, following.id, required, agreed)
    check_offer_turn(candidates, following.id, required, Level.C, passed, agreed)
    assert not any(c.protected for c in candidates if c.id in passed)
    if not following.priority:
        assert not any(c.priority for c in candidates if c.id in passed)


@given(LISTS, st.booleans())
def test_a_complete_table_has_a_code_for_everybody_but_the_chosen(candidates, required):
    following = next_for_offer(candidates, required)
    if following is None:
        return
    rows = order_table(candidates, following.id, required, [following.id], {})
    check_complete(rows)
    assert [row.chosen for row in rows].count(True) == 1
    assert all((row.code is None) == row.chosen for row in rows)


@given(LISTS, st.data())
def test_a_round_of_invitations_leaves_nobody_before_without_a_reason(candidates, data):
    chosen = data.draw(st.sets(st.sampled_from([c.id for c in candidates]), min_size=1))
    skips = data.draw(
        st.dictionaries(st.sampled_from([c.id for c in candidates]), st.sampled_from(SkipCode))
    )
    try:
        check_turn(candidates, chosen, skips, protected_in_group=True)
    except Refused:
        return
    ordered = in_order(candidates)
    last = max(n for n, c in enumerate(ordered) if c.id in chosen)
    for c in ordered[:last]:
        open_states = (C.SELECTED, C.NO_RESPONSE, C.CANCELLED)
        assert c.id in chosen or c.invited or c.skip or c.id in skips or c.state not in open_states


@given(STANDINGS)
def test_missing_the_tour_leaves_somebody_with_priority_as_before(candidate):
    """C3: the same history with and without the tour ends in the same right to an offer."""
    urgent = replace(candidate, priority=True, skip=None, offer_expired=False)
    without = replace(urgent, state=C.SELECTED)
    for state in ABSENT:
        assert pass_code(replace(urgent, state=state), True) == pass_code(without, True)
