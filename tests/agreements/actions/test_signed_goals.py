"""The goal that parties signed stays; what measures it may still be filled in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.actions.cycles import move_cycle
from desktop.agreements.actions.indicators import (
    IndicatorWish,
    add_indicator,
    change_indicator,
    remove_indicator,
)
from desktop.agreements.actions.signing import seal, sign
from desktop.agreements.model import Indicator
from desktop.agreements.states import CycleState, Direction
from desktop.refused import Refused
from tests.support.beleid import Table

WISH = IndicatorWish(
    name="rapportcijfer",
    unit="cijfer",
    direction=Direction.UP,
    goal=Decimal("7.2"),
    goal_on=date(2026, 12, 31),
    source="enquête",
    decimals=1,
)


@pytest.fixture
def signed(table: Table) -> int:
    """An indicator without a baseline, in a year that all parties signed."""
    indicator = add_indicator(table.store, table.who, table.agreement, WISH)
    table.agree(table.clause)
    for state in (CycleState.NO_POLICY, CycleState.TALKS, CycleState.DRAFT, CycleState.DECIDING):
        move_cycle(table.store, table.who, table.cycle, state)
    sealed = seal(table.store, table.who, table.cycle)
    for party in table.parties:
        sign(table.store, table.who, sealed, party, None, "Morgenveld", "voorzitter")
    return indicator


@pytest.mark.parametrize(
    "other",
    [
        {"goal": Decimal("6.5")},
        {"goal_on": date(2027, 12, 31)},
        {"name": "iets anders"},
        {"direction": Direction.DOWN},
    ],
)
def test_a_signed_goal_does_not_change(table: Table, signed: int, other: dict[str, object]):
    wish = replace(WISH, **other)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="ondertekend"):
        change_indicator(table.store, table.who, signed, wish)


def test_a_baseline_that_was_missing_may_come_later_but_only_once(table: Table, signed: int):
    first = replace(WISH, baseline=Decimal("6.9"), baseline_on=date(2025, 12, 31))
    change_indicator(table.store, table.who, signed, first)
    with pytest.raises(Refused):
        change_indicator(table.store, table.who, signed, replace(first, baseline=Decimal("5.0")))


def test_how_often_is_measured_and_whether_it_counts_may_change(table: Table, signed: int):
    change_indicator(table.store, table.who, signed, replace(WISH, counts=False, max_age_days=400))
    with table.store.reading() as session:
        kept = session.get_one(Indicator, signed)
        assert (kept.counts, kept.max_age_days) == (False, 400)


def test_a_signed_indicator_is_not_taken_away(table: Table, signed: int):
    with pytest.raises(Refused):
        remove_indicator(table.store, table.who, signed)
