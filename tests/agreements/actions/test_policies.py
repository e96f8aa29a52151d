"""The policy of a municipality and its goals."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.agreements.actions.policies import (
    add_goal,
    add_policy,
    change_goal,
    change_policy,
)
from desktop.agreements.model import PolicyDocument
from desktop.agreements.states import PolicyKind
from desktop.refused import Conflict, Refused
from tests.support.beleid import Table

GOALS = ("Genoeg woningen", "Warme woningen")


def test_a_policy_keeps_its_goals_in_order(table: Table) -> None:
    id = add_policy(
        table.store, table.who, table.municipality, "Woonvisie Morgenveld 2024–2028",
        date(2024, 1, 1), date(2028, 12, 31), date(2024, 2, 12), GOALS,
    )  # fmt: skip
    with table.store.reading() as session:
        policy = session.get_one(PolicyDocument, id)
        assert policy.kind is PolicyKind.VISION
        assert tuple(goal.words for goal in policy.goals) == GOALS


def test_policy_on_housing_is_of_a_municipality(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_policy(table.store, table.who, table.corporation, "Plan", None, None, None)
    assert refused.value.field == "party_id"


def test_a_policy_does_not_end_before_it_begins(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_policy(
            table.store, table.who, table.municipality, "Woonvisie", date(2028, 1, 1),
            date(2024, 1, 1), None,
        )  # fmt: skip
    assert refused.value.field == "valid_to"


def vision(table: Table) -> int:
    return add_policy(
        table.store, table.who, table.municipality, "Woonvisie", date(2024, 1, 1),
        date(2028, 12, 31), None, GOALS,
    )  # fmt: skip


def goals(table: Table, policy: int) -> list[tuple[int, str]]:
    with table.store.reading() as session:
        document = session.get_one(PolicyDocument, policy)
        return [(goal.id, goal.words) for goal in document.goals]


def test_a_policy_may_be_corrected(table: Table) -> None:
    policy = vision(table)
    change_policy(
        table.store, table.who, policy, 1, title="Programma", kind=PolicyKind.PROGRAMME,
        received_on=date(2024, 2, 12),
    )  # fmt: skip
    with table.store.reading() as session:
        document = session.get_one(PolicyDocument, policy)
        assert (document.title, document.kind) == ("Programma", PolicyKind.PROGRAMME)
    with pytest.raises(Conflict):
        change_policy(table.store, table.who, policy, 1, title="Visie")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"valid_to": date(2023, 1, 1)}, "valid_to"),
        ({"received_on": date(2026, 11, 24)}, "received_on"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    table: Table, facts: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        change_policy(table.store, table.who, vision(table), **facts)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_a_goal_is_added_after_the_others_and_said_in_other_words(table: Table) -> None:
    policy = vision(table)
    new = add_goal(table.store, table.who, policy, "Een fijne buurt")
    change_goal(table.store, table.who, new, "Fijne buurten", 1)
    assert [words for _id, words in goals(table, policy)] == [*GOALS, "Fijne buurten"]
    with pytest.raises(Refused) as refused:
        change_goal(table.store, table.who, new, " ")
    assert refused.value.field == "words"


def test_policy_is_not_received_tomorrow(table: Table) -> None:
    with pytest.raises(Refused) as refused:
        add_policy(
            table.store, table.who, table.municipality, "Woonvisie", None, None, date(2026, 11, 24)
        )
    assert refused.value.field == "received_on"
