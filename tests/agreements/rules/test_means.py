"""The budget of tenants and their days of training."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from desktop.agreements.rules.means import cents, settle, training_right
from desktop.refused import Refused

CENTS = integers(0, 10_000_000)


def test_what_is_left_is_the_tenants_to_spend() -> None:
    settled = settle(1_200_000, 450_050, 0)
    assert (settled.left, settled.over) == (749_950, 0)


@pytest.mark.parametrize(
    ("consented", "of_landlord", "of_tenants"),
    [(0, 0, 5_000), (3_000, 3_000, 2_000), (5_000, 5_000, 0), (9_000, 5_000, 0)],
)
def test_beyond_the_amount_the_landlord_pays_what_it_consented_to(
    consented: int, of_landlord: int, of_tenants: int
) -> None:
    settled = settle(100_000, 105_000, consented)
    assert (settled.of_landlord, settled.of_tenants) == (of_landlord, of_tenants)


@given(CENTS, CENTS, CENTS)
def test_every_cent_is_paid_by_somebody(amount: int, spent: int, consented: int) -> None:
    one = settle(amount, spent, consented)
    assert one.spent == one.amount - one.left + one.over
    assert min(one.left, one.over) == 0


@pytest.mark.parametrize(("agreed", "half_days"), [(None, 6), (3, 6), (4, 8)])
def test_a_member_of_the_board_has_three_days_or_what_was_agreed(
    agreed: int | None, half_days: int
) -> None:
    assert training_right(agreed) == half_days


@pytest.mark.parametrize(
    ("typed", "whole"),
    [
        ("1200", 120_000),
        ("1.200", 120_000),
        ("1.200,50", 120_050),
        ("€ 12,5", 1_250),
        ("12.50", 1_250),
    ],
)
def test_an_amount_is_read_as_people_type_it(typed: str, whole: int) -> None:
    assert cents(typed, "amount") == whole


@pytest.mark.parametrize("typed", ["", "veel", "12,505", "1,2,3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        cents(typed, "amount")
    assert refused.value.field == "amount"
