"""Equal shares: the example of the paper, and what holds for every vote."""

from __future__ import annotations

import json
import random
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.projects.rules.budget import Idea, equal_shares, most_votes
from desktop.refused import Refused

IDEAS = [Idea("Bankjes", 3000), Idea("Groene gevel", 3000), Idea("Buurtfeest", 4000),
         Idea("Verlichting", 4000)]  # fmt: skip
# Votes of which counting the most votes gives another result, with what pabutools 1.2.3 funds:
# equal shares by cost, shares raised by 1, the cheaper first and then by name. A digit is an idea.
REFERENCE = json.loads((Path(__file__).parent / "equal_shares.json").read_text("utf-8"))
WISHES = {
    **{str(n): ["Bankjes", "Groene gevel", "Buurtfeest"] for n in range(1, 13)},
    **{str(n): ["Verlichting"] for n in range(13, 21)},
}


def names(ideas: tuple[Idea, ...]) -> list[str]:
    return [idea.name for idea in ideas]


def test_counting_votes_lets_the_majority_take_all():
    assert names(most_votes(IDEAS, WISHES, 10_000)) == ["Bankjes", "Groene gevel", "Buurtfeest"]


def test_equal_shares_leave_the_minority_its_own():
    outcome = equal_shares(IDEAS, WISHES, 10_000)
    assert sorted(names(outcome.funded)) == ["Bankjes", "Groene gevel", "Verlichting"]
    assert outcome.left == 0


def test_equal_prices_go_to_the_cheaper_and_then_by_name():
    ideas = [Idea("B", 100), Idea("A", 100), Idea("C", 50)]
    outcome = equal_shares(ideas, {"1": ["A", "B", "C"]}, 150)
    assert names(outcome.funded) == ["C", "A"]


def test_money_that_no_share_can_use_raises_all_shares():
    ideas = [Idea("Boom", 60), Idea("Bank", 60)]
    outcome = equal_shares(ideas, {"1": ["Boom"], "2": ["Bank"], "3": []}, 120)
    assert sorted(names(outcome.funded)) == ["Bank", "Boom"]
    assert outcome.share > Fraction(120, 3)


@pytest.mark.parametrize(
    ("ideas", "wishes", "amount"),
    [
        (IDEAS, WISHES, 0),
        (IDEAS, {}, 100),
        ([Idea("A", 0)], {"1": ["A"]}, 100),
        ([Idea("A", 1), Idea("A", 2)], {"1": ["A"]}, 100),
        (IDEAS, {"1": ["Zwembad"]}, 100),
    ],
)
def test_votes_that_cannot_be_counted_are_refused(
    ideas: list[Idea], wishes: dict[str, list[str]], amount: int
):
    with pytest.raises(Refused):
        equal_shares(ideas, wishes, amount)


@st.composite
def votes(draw: st.DrawFn) -> tuple[list[Idea], dict[str, list[str]], int]:
    costs = draw(st.lists(st.integers(1, 60), min_size=1, max_size=6))
    ideas = [Idea(f"I{n}", cost) for n, cost in enumerate(costs)]
    some = st.lists(st.sampled_from([idea.name for idea in ideas]), unique=True)
    households = draw(st.lists(some, min_size=1, max_size=8))
    wishes = {f"H{n}": wanted for n, wanted in enumerate(households)}
    return ideas, wishes, draw(st.integers(1, 150))


@pytest.mark.parametrize("case", REFERENCE, ids=range(len(REFERENCE)))
def test_what_is_funded_is_what_the_reference_of_the_method_funds(case: dict[str, Any]):
    ideas = [Idea(str(number), cost) for number, cost in enumerate(case["costs"])]
    wishes = {f"H{number}": list(wanted) for number, wanted in enumerate(case["ballots"])}
    outcome = equal_shares(ideas, wishes, case["amount"])
    assert sorted(idea.name for idea in outcome.funded) == list(case["funded"])


@given(votes(), st.integers(0, 1000))
@settings(max_examples=150)
def test_never_more_is_spent_than_there_is_and_order_changes_nothing(
    vote: tuple[list[Idea], dict[str, list[str]], int], seed: int
):
    ideas, wishes, amount = vote
    outcome = equal_shares(ideas, wishes, amount)
    assert sum(idea.cost for idea in outcome.funded) + outcome.left == amount
    assert outcome.left >= 0
    households, listed = list(wishes), list(ideas)
    random.Random(seed).shuffle(households)
    random.Random(seed).shuffle(listed)
    mixed = {f"anders {household}": wishes[household] for household in households}
    assert equal_shares(listed, mixed, amount) == outcome


@given(votes())
@settings(max_examples=150)
def test_a_group_that_agrees_gets_something_for_its_part_of_the_money(
    vote: tuple[list[Idea], dict[str, list[str]], int],
):
    ideas, wishes, amount = vote
    funded = equal_shares(ideas, wishes, amount).funded
    for idea in ideas:
        group = [wanted for wanted in wishes.values() if idea.name in wanted]
        if idea.cost * len(wishes) <= amount * len(group):
            chosen = {one.name for one in funded}
            assert any(chosen & set(wanted) for wanted in group)


@given(votes())
@settings(max_examples=150)
def test_nobody_pays_for_what_they_did_not_want(
    vote: tuple[list[Idea], dict[str, list[str]], int],
):
    ideas, wishes, amount = vote
    outcome = equal_shares(ideas, wishes, amount)
    left = dict.fromkeys(wishes, outcome.share)
    for idea, most in zip(outcome.funded, outcome.prices, strict=True):
        paid = {h: min(left[h], most) for h, wanted in wishes.items() if idea.name in wanted}
        assert sum(paid.values()) == idea.cost  # who wanted it paid all of it, from what they had
        left.update({household: left[household] - cost for household, cost in paid.items()})
    for idea in set(ideas) - set(outcome.funded):
        assert sum(left[h] for h, wanted in wishes.items() if idea.name in wanted) < idea.cost
