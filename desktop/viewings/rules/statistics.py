"""Intervals, differences and power for small numbers, in plain Python.

Shares are counts: "3 of 6" first, then an interval. Intervals are 95 %. Nothing here says whether
something works; `evaluation` holds these numbers against thresholds fixed beforehand.
"""

from __future__ import annotations

import random
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import ceil, comb, sqrt

Z_95 = 1.959964  # two-sided 95 %
Z_POWER_80 = 0.841621
SIGNIFICANCE = 0.05
LEAST_PER_CELL = 10
RESAMPLES = 2000
SEED = 2015


@dataclass(frozen=True)
class Share:
    """So many out of so many: `count` of `of`."""

    count: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.of:
            raise ValueError(f"{self.count} of {self.of} is no share")

    @property
    def value(self) -> float:
        """The share between 0 and 1. Nothing out of nothing has none: `ZeroDivisionError`."""
        return self.count / self.of


@dataclass(frozen=True)
class Interval:
    """An estimate with its 95 % interval, as fractions (0.25 is 25 %)."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Spread:
    """A median with the quartiles around it, of `n` values."""

    median: float
    lower_quartile: float
    upper_quartile: float
    n: int


def wilson(share: Share) -> Interval:
    """The score interval of a share. E. B. Wilson, "Probable inference, the law of succession,
    and statistical inference", JASA 22 (1927) 209–212."""
    n, p, z2 = share.of, share.value, Z_95**2
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    low = 0.0 if share.count == 0 else middle - half
    high = 1.0 if share.count == n else middle + half
    return Interval(p, low, high)


def newcombe(one: Share, other: Share) -> Interval:
    """The difference `one` − `other` with its hybrid score interval. R. G. Newcombe, "Interval
    estimation for the difference between independent proportions", Statistics in Medicine 17
    (1998) 873–890, method 10."""
    a, b = wilson(one), wilson(other)
    difference = a.estimate - b.estimate
    return Interval(
        difference,
        difference - sqrt((a.estimate - a.low) ** 2 + (b.high - b.estimate) ** 2),
        difference + sqrt((a.high - a.estimate) ** 2 + (b.estimate - b.low) ** 2),
    )


def fisher_exact(one: Share, other: Share) -> float:
    """The two-sided p-value of two shares: the chance, given all the margins, of a table that is
    no more likely than this one. R. A. Fisher, Statistical Methods for Research Workers (1934).
    For a footnote only."""
    return _fisher_of_margin(one.of, other.of, one.count + other.count)[one.count]


@cache
def _fisher_of_margin(n1: int, n2: int, successes: int) -> dict[int, float]:
    """The p-value for every table with these margins, by the count in the first row."""
    first = max(0, successes - n2)
    ways = {a: comb(n1, a) * comb(n2, successes - a) for a in range(first, min(n1, successes) + 1)}
    every = sum(ways.values())
    # Whole numbers: tables that are equally likely are exactly so.
    return {a: sum(w for w in ways.values() if w <= own) / every for a, own in ways.items()}


def needed_per_arm(first: float, second: float) -> int:
    """How many are needed in each arm to see the difference between two true shares with a power
    of 80 % (Fisher, two-sided 5 %). Casagrande, Pike and Smith, "An improved approximate formula
    for calculating sample sizes for comparing two binomial distributions", Biometrics 34 (1978)
    483–486. Two equal shares have no difference to see: `ValueError`."""
    difference = abs(first - second)
    if difference == 0 or not (0 <= first <= 1 and 0 <= second <= 1):
        raise ValueError("two different shares between 0 and 1 are needed")
    mean = (first + second) / 2
    spread = Z_95 * sqrt(2 * mean * (1 - mean)) + Z_POWER_80 * sqrt(
        first * (1 - first) + second * (1 - second)
    )
    normal = (spread / difference) ** 2
    return ceil(normal / 4 * (1 + sqrt(1 + 4 / (normal * difference))) ** 2)


def median_iqr(values: Sequence[float]) -> Spread:
    """The median with the quartiles, as most programs compute them (Hyndman and Fan, type 7).
    No values have no median: `statistics.StatisticsError`."""
    if len(values) == 1:
        return Spread(values[0], values[0], values[0], 1)
    lower, middle, upper = statistics.quantiles(values, n=4, method="inclusive")
    return Spread(middle, lower, upper, len(values))


@dataclass(frozen=True)
class BeforeAfter:
    """The vacancies of one group of complexes before and after the start, each as the share of
    its candidates (or of itself, 0 or 1 of 1) to which something happened."""

    before: tuple[Share, ...]
    after: tuple[Share, ...]


def difference_in_differences(pilot: BeforeAfter, comparison: BeforeAfter) -> Interval | None:
    """How much more a share changed in the pilot than in the comparison complexes, with the
    percentiles of a bootstrap over vacancies: candidates of one vacancy are alike, so the vacancy
    is what is drawn. Seeded, so a report can be made again. None when a cell has fewer than ten
    vacancies with somebody in them. Efron and Tibshirani, An Introduction to the Bootstrap (1993).
    """
    cells = [
        [share for share in cell if share.of > 0]
        for cell in (pilot.after, pilot.before, comparison.after, comparison.before)
    ]
    if any(len(cell) < LEAST_PER_CELL for cell in cells):
        return None
    chance = random.Random(SEED)
    drawn = sorted(
        _change(*(_pooled(chance.choices(cell, k=len(cell))) for cell in cells))
        for _resample in range(RESAMPLES)
    )
    return Interval(
        _change(*map(_pooled, cells)),
        drawn[round(RESAMPLES * SIGNIFICANCE / 2)],
        drawn[round(RESAMPLES * (1 - SIGNIFICANCE / 2)) - 1],
    )


def _pooled(cell: Sequence[Share]) -> float:
    return sum(share.count for share in cell) / sum(share.of for share in cell)


def _change(after: float, before: float, other_after: float, other_before: float) -> float:
    return (after - before) - (other_after - other_before)
