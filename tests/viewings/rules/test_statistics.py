"""The oracle values of viewings, section 7, and what must hold for every number."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.viewings.rules.statistics import (
    BeforeAfter,
    Share,
    Spread,
    difference_in_differences,
    fisher_exact,
    median_iqr,
    needed_per_arm,
    newcombe,
    wilson,
)

SIGNIFICANCE = 0.05
SHARES = st.integers(1, 300).flatmap(lambda n: st.builds(Share, st.integers(0, n), st.just(n)))


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (3, 6, 0.1876, 0.8124),
        (0, 6, 0, 0.3903),
        (9, 12, 0.4677, 0.9111),
        (0, 12, 0, 0.2425),
        (12, 12, 0.7575, 1),
        (15, 20, 0.5313, 0.8881),
        (2, 8, 0.0715, 0.5907),
        (153, 662, 0.2006, 0.2647),
    ],
)
def test_the_interval_of_a_share_is_wilsons(count, of, low, high):
    interval = wilson(Share(count, of))
    assert (interval.low, interval.high) == pytest.approx((low, high), abs=0.00005)


@pytest.mark.parametrize(
    ("one", "other", "difference", "low", "high", "p"),
    [
        (Share(2, 8), Share(11, 24), -0.2083, -0.4697, 0.1767, 0.4203),
        (Share(6, 12), Share(3, 12), 0.25, -0.1246, 0.5442, 0.4003),
        (Share(4, 20), Share(9, 20), -0.25, -0.4897, 0.0389, 0.1760),
        (Share(10, 40), Share(18, 40), -0.20, -0.3863, 0.0086, 0.1000),
    ],
)
def test_a_difference_of_shares_is_newcombes_and_its_footnote_fishers(
    one, other, difference, low, high, p
):
    interval = newcombe(one, other)
    assert (interval.estimate, interval.low, interval.high) == pytest.approx(
        (difference, low, high), abs=0.00005
    )
    assert fisher_exact(one, other) == pytest.approx(p, abs=0.00005)


def power(first: float, second: float, per_arm: int) -> float:
    """The chance that Fisher's exact test sees the difference between two true shares with so
    many in each arm, summed over every possible outcome."""
    ones, others = chances(per_arm, first), chances(per_arm, second)
    return sum(
        ones[a] * others[b]
        for a in range(per_arm + 1)
        for b in range(per_arm + 1)
        if fisher_exact(Share(a, per_arm), Share(b, per_arm)) <= SIGNIFICANCE
    )


def chances(n: int, p: float) -> list[float]:
    return [comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n + 1)]


@pytest.mark.parametrize(
    ("first", "second", "per_arm", "expected"),
    [
        (0.50, 0.25, 12, 0.14),
        (0.50, 0.25, 20, 0.27),
        (0.50, 0.25, 40, 0.56),
        (0.50, 0.25, 60, 0.76),
        (0.50, 0.25, 80, 0.88),
        (0.50, 0.10, 12, 0.43),
        (0.50, 0.10, 20, 0.74),
        (0.50, 0.10, 40, 0.98),
    ],
)
def test_the_chance_to_see_a_difference(first, second, per_arm, expected):
    # The values are whole percents; 12 per arm to 10 % is 42.5.
    assert power(first, second, per_arm) == pytest.approx(expected, abs=0.006)


def test_a_fall_from_50_to_25_percent_needs_65_to_70_lettings_per_arm():
    assert 65 <= needed_per_arm(0.50, 0.25) <= 70


@pytest.mark.parametrize(("first", "second"), [(0.5, 0.25), (0.5, 0.1), (0.2, 0.5), (0.9, 0.6)])
def test_what_is_needed_gives_about_80_percent_power(first, second):
    assert 0.78 < power(first, second, needed_per_arm(first, second)) < 0.84


def test_no_difference_can_never_be_seen():
    with pytest.raises(ValueError, match="different"):
        needed_per_arm(0.5, 0.5)


def test_days_are_told_as_a_median_with_its_quartiles():
    assert median_iqr([1, 2, 3, 4, 10]) == Spread(3, 2, 4, 5)


def test_one_value_is_its_own_median():
    assert median_iqr([7]) == Spread(7, 7, 7, 1)


def test_more_than_all_is_no_share():
    with pytest.raises(ValueError, match="7 of 6"):
        Share(7, 6)


def vacancies(happened: int, of: int, each: int = 1) -> tuple[Share, ...]:
    return tuple(Share(each if n < happened else 0, each) for n in range(of))


def test_a_change_is_held_against_the_change_elsewhere():
    pilot = BeforeAfter(before=vacancies(10, 20), after=vacancies(4, 20))
    comparison = BeforeAfter(before=vacancies(10, 20), after=vacancies(8, 20))
    found = difference_in_differences(pilot, comparison)
    assert found.estimate == pytest.approx(-0.2)
    assert found.low < found.estimate < found.high


def test_the_same_numbers_give_the_same_report_again():
    group = BeforeAfter(vacancies(5, 12), vacancies(3, 12))
    other = BeforeAfter(vacancies(6, 12), vacancies(6, 12))
    assert difference_in_differences(group, other) == difference_in_differences(group, other)


def test_fewer_than_ten_vacancies_in_a_cell_give_no_change():
    enough, few = vacancies(3, 10), vacancies(3, 9)
    assert difference_in_differences(BeforeAfter(enough, few), BeforeAfter(enough, enough)) is None


def test_vacancies_without_candidates_do_not_fill_a_cell():
    enough = vacancies(3, 10)
    empty = (*vacancies(3, 9), Share(0, 0))
    assert (
        difference_in_differences(BeforeAfter(enough, enough), BeforeAfter(empty, enough)) is None
    )


def test_candidates_of_one_vacancy_are_drawn_together():
    """Ten candidates a vacancy tell no more than their vacancy does."""
    alone = difference_in_differences(
        BeforeAfter(vacancies(6, 12), vacancies(6, 12)),
        BeforeAfter(vacancies(6, 12), vacancies(6, 12)),
    )
    tens = difference_in_differences(
        BeforeAfter(vacancies(6, 12, 10), vacancies(6, 12, 10)),
        BeforeAfter(vacancies(6, 12, 10), vacancies(6, 12, 10)),
    )
    assert tens == alone


@given(SHARES)
def test_an_interval_holds_its_share_and_stays_between_nothing_and_all(share):
    interval = wilson(share)
    assert 0 <= interval.low <= share.value <= interval.high <= 1


@given(SHARES, SHARES)
def test_a_difference_the_other_way_round_is_its_mirror(one, other):
    there, back = newcombe(one, other), newcombe(other, one)
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert fisher_exact(one, other) == pytest.approx(fisher_exact(other, one))


@given(SHARES, SHARES)
def test_a_p_value_is_a_chance(one, other):
    assert 0 < fisher_exact(one, other) <= 1
