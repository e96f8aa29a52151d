"""How far the hosts are like the residents of their complex."""

from __future__ import annotations

import pytest

from desktop.viewings.rules.mirror import likeness


def test_hosts_who_are_spread_like_the_residents_are_a_mirror() -> None:
    assert likeness(["A", "B"] * 3, ["A", "B"] * 20) == pytest.approx(1)


def test_hosts_from_one_stairwell_are_like_the_share_that_lives_there() -> None:
    assert likeness(["A"] * 5, ["A"] * 10 + ["B"] * 30) == pytest.approx(0.25)


def test_hosts_of_whom_nobody_lives_among_the_residents_are_like_none() -> None:
    assert likeness(["C"] * 6, ["A", "B"] * 4) == pytest.approx(0)


@pytest.mark.parametrize(("hosts", "residents"), [(4, 40), (40, 4), (0, 0)])
def test_r14_fewer_than_five_on_a_side_are_not_shown(hosts: int, residents: int) -> None:
    assert likeness(["A"] * hosts, ["A"] * residents) is None
