"""Where residents can set up a committee, and what the corporation then must do."""

from __future__ import annotations

import pytest

from desktop.agreements.rules.committees import Duty, duties, is_housing_complex


@pytest.mark.parametrize(("dwellings", "is_one"), [(0, False), (24, False), (25, True)])
def test_a_housing_complex_has_at_least_25_dwellings(dwellings: int, is_one: bool) -> None:
    assert is_housing_complex(dwellings) is is_one


def test_a_smaller_complex_has_no_committee_by_law() -> None:
    assert duties(24, has_committee=False) == duties(24, has_committee=True) == ()


def test_without_a_committee_residents_can_set_one_up() -> None:
    assert duties(25, has_committee=False) == (Duty.RECOGNISE, Duty.FACILITATE)


def test_with_a_committee_the_corporation_informs_asks_and_talks() -> None:
    assert duties(96, has_committee=True) == (
        Duty.FACILITATE, Duty.INFORM, Duty.ADVICE, Duty.TALK, Duty.AGENDA, Duty.BID,
    )  # fmt: skip
