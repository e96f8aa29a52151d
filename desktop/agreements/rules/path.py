"""The way that was agreed: what it asks on a day, how far behind is no failure, what is done."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from itertools import pairwise

from desktop.agreements.rules.target import EXACT, Target
from desktop.agreements.states import Direction, PathShape


def expected_on(target: Target, day: date) -> Decimal | None:
    """What the path from baseline to goal asks on a day, rounded half up to the decimals of the
    indicator. None without a path: no baseline with a date, or no goal.

    Before the baseline and after the goal it stays at their values. A schedule is straight
    between its steps; steps outside those two days have no meaning and are left out.
    """
    if target.baseline is None or target.baseline_on is None or target.goal is None:
        return None
    start, end = (target.baseline_on, target.baseline), (target.goal_on, target.goal)
    if day >= target.goal_on:
        return _rounded(*target.goal.as_integer_ratio(), target.decimals)
    if day <= target.baseline_on or target.path is PathShape.STEP:
        return _rounded(*target.baseline.as_integer_ratio(), target.decimals)
    if target.path is PathShape.SCHEDULE:
        between = sorted(s for s in target.steps if target.baseline_on < s[0] < target.goal_on)
        legs = pairwise([start, *between, end])
        start, end = next(leg for leg in legs if day <= leg[1][0])
    return _straight(start, end, day, target.decimals)


def tolerance(target: Target) -> Decimal:
    """How far behind is still no failure: the fixed margin, or a percentage of the whole way; of
    the goal itself when the way has no length, as for a stock that must stay what it is. Refused,
    with ValueError: a percentage of a way without a baseline."""
    if target.margin_absolute is not None:
        return target.margin_absolute
    with localcontext(EXACT):
        share = target.margin_percent.scaleb(-2)
        if target.direction is Direction.BETWEEN:
            low, high = bounds(target)
            return share * (high - low)
        if target.baseline is None:
            raise ValueError("a percentage of a way needs a baseline")
        goal = goal_of(target)
        way = goal - target.baseline
        return share * abs(way if way else goal)


def progress_percent(target: Target, value: Decimal) -> int | None:
    """The part of the way from baseline to goal that is done; below 0 and above 100 when it is
    so. None without a way."""
    if target.baseline is None or target.goal is None or target.baseline == target.goal:
        return None
    done, done_part = EXACT.subtract(value, target.baseline).as_integer_ratio()
    way, way_part = EXACT.subtract(target.goal, target.baseline).as_integer_ratio()
    return _nearest(100 * done * way_part, done_part * way)


def bounds(target: Target) -> tuple[Decimal, Decimal]:
    """The two values of an indicator that stays between them."""
    assert target.low is not None
    assert target.high is not None
    return target.low, target.high


def goal_of(target: Target) -> Decimal:
    """The goal of an indicator that goes up or down."""
    assert target.goal is not None
    return target.goal


def _straight(
    start: tuple[date, Decimal], end: tuple[date, Decimal], day: date, decimals: int
) -> Decimal:
    """The value on a day between two others, in whole numbers: `Fraction` would do the same, but
    looks for a common divisor at every step, and a year has a thousand of these."""
    whole, passed = (end[0] - start[0]).days, (day - start[0]).days
    first, first_part = start[1].as_integer_ratio()
    last, last_part = end[1].as_integer_ratio()
    value = first * last_part * (whole - passed) + last * first_part * passed
    return _rounded(value, first_part * last_part * whole, decimals)


def _rounded(numerator: int, denominator: int, decimals: int) -> Decimal:
    return EXACT.scaleb(Decimal(_nearest(numerator * 10**decimals, denominator)), -decimals)


def _nearest(numerator: int, denominator: int) -> int:
    """Half away from zero, so that a mirrored indicator gets a mirrored value."""
    part = abs(denominator)
    whole = (2 * abs(numerator) + part) // (2 * part)
    return whole if (numerator < 0) is (denominator < 0) else -whole
