"""How an indicator goes on a day: the traffic light, and what it says of an agreement.

All reckoning is in `Decimal` and whole numbers, so that a value on the edge of a margin falls on
the same side on every machine. What is printed is what is compared: the expected value is rounded
to the decimals of the indicator before a measurement is held against it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, localcontext
from typing import NamedTuple

from desktop.agreements.rules.path import (
    bounds,
    expected_on,
    goal_of,
    progress_percent,
    tolerance,
)
from desktop.agreements.rules.target import EXACT, Reading, Target
from desktop.agreements.states import AgreementState, Direction, Light, LightReason

__all__ = [
    "EXACT",
    "FINAL_MEASUREMENT_DAYS",
    "ByHand",
    "Reading",
    "Reckoned",
    "Target",
    "effective",
    "expected_on",
    "in_force",
    "last_reading",
    "reckon",
    "roll_up",
    "says_something",
    "tolerance",
]

DUE_SOON_DAYS = 30
FINAL_MEASUREMENT_DAYS = 31  # how long after the end its last measurement may take
RUNS_OR_RAN = (AgreementState.RUNNING, AgreementState.ACHIEVED, AgreementState.MISSED)


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A light and what it rests on.

    `expected` is what the path asked on the day of the measurement; `gap` is how far the
    measurement is on the good side of it (negative: on the wrong side); `tolerance` is how far
    on the wrong side is still no failure. They are None where nothing was compared.
    `progress_percent` is the part of the way that is done, below 0 or above 100 when it is so.
    `pale` is the last known light of an outdated measurement. `days` belongs to the reason: days
    left, days too late, or the age of the measurement.
    """

    light: Light
    reason: LightReason
    measured: Decimal | None = None
    measured_on: date | None = None
    provisional: bool = False
    expected: Decimal | None = None
    gap: Decimal | None = None
    tolerance: Decimal | None = None
    progress_percent: int | None = None
    pale: Light | None = None
    days: int | None = None


class Judged(NamedTuple):
    """A measurement held against the target: the light, and the numbers it came from."""

    light: Light
    reason: LightReason
    expected: Decimal | None = None
    gap: Decimal | None = None
    tolerance: Decimal | None = None


@dataclass(frozen=True, slots=True)
class ByHand:
    """A light that a meeting set itself, from the day `since` up to and including `until`."""

    id: int
    light: Light
    since: date
    until: date


def reckon(target: Target, readings: Iterable[Reading], on: date) -> Reckoned:
    """The light of an indicator on a day, from what was measured up to that day.

    The measurement is held against what was expected on the day of the measurement: a value does
    not turn red only because time passed. That it grows old is a rule of its own.
    """
    if target.direction is Direction.YESNO:
        return _by_deed(target, on)
    last = last_reading(readings, on)
    if last is None:
        begun = target.baseline_on is None or on >= target.baseline_on
        reason = LightReason.NO_MEASUREMENT if begun else LightReason.NOT_STARTED
        return Reckoned(Light.NM, reason)
    with localcontext(EXACT):
        settled = _settled(target, last)
        if settled is not None:
            return _told(target, last, settled)
        overdue_days = (on - target.goal_on).days
        if overdue_days > FINAL_MEASUREMENT_DAYS:
            missing = Judged(Light.NM, LightReason.FINAL_MISSING)
            return _told(target, last, missing, days=overdue_days)
        along = _along_the_path(target, last)
        age_days = (on - last.measured_on).days
        if age_days > target.max_age_days:
            pale = along.light if along.light is not Light.NM else None
            outdated = Judged(Light.NM, LightReason.OUTDATED)
            return _told(target, last, outdated, pale=pale, days=age_days)
        return _told(target, last, along)


def last_reading(readings: Iterable[Reading], on: date) -> Reading | None:
    """The latest measurement up to a day that was not corrected. Of one day a definitive one goes
    before a provisional one, and then the one that was entered last."""
    known = (r for r in readings if r.measured_on <= on and not r.superseded)
    return max(known, key=lambda r: (r.measured_on, not r.provisional, r.id), default=None)


def roll_up(lights: Sequence[Light]) -> Light:
    """The light of an agreement from those of its indicators. A theme and a year get counts, no
    light: nobody is helped by the colour of an average."""
    for bad in (Light.OFF, Light.RISK):
        if bad in lights:
            return bad
    if lights and all(light is Light.DONE for light in lights):
        return Light.DONE
    unknown = sum(light is Light.NM for light in lights)
    return Light.NM if unknown * 2 > len(lights) or unknown == len(lights) else Light.ON


def in_force(overrides: Iterable[ByHand], on: date) -> ByHand | None:
    """The light by hand that holds on a day: of several the one that was set last."""
    holding = (o for o in overrides if o.since <= on <= o.until)
    return max(holding, key=lambda o: (o.since, o.id), default=None)


def effective(computed: Light, overrides: Iterable[ByHand], on: date) -> Light:
    """The light that is shown on a day; the computed one is always printed beside it."""
    by_hand = in_force(overrides, on)
    return computed if by_hand is None else by_hand.light


def _by_deed(target: Target, on: date) -> Reckoned:
    """The light of a yes/no: done, or how many days are left or passed."""
    if target.done_on is not None and target.done_on <= on:
        late_days = (target.done_on - target.goal_on).days
        if late_days <= 0:
            return Reckoned(Light.DONE, LightReason.DONE_IN_TIME)
        return Reckoned(Light.DONE, LightReason.DONE_LATE, days=late_days)
    days_left = (target.goal_on - on).days
    if days_left < 0:
        return Reckoned(Light.OFF, LightReason.OVERDUE, days=-days_left)
    if days_left <= DUE_SOON_DAYS:
        return Reckoned(Light.RISK, LightReason.DUE_SOON, days=days_left)
    return Reckoned(Light.ON, LightReason.DUE_LATER, days=days_left)


def _settled(target: Target, last: Reading) -> Judged | None:
    """The verdict that no later day changes: the goal reached, missed on its day, or a ceiling
    broken through, which cannot come down. There is no margin after the end."""
    at_the_end = last.measured_on >= target.goal_on
    if target.direction is Direction.BETWEEN:
        gap = _room(target, last.value)
        return _verdict(gap >= 0, None, gap) if at_the_end else None
    goal = goal_of(target)
    gap = _sign(target) * (last.value - goal)
    if target.cumulative and target.direction is Direction.DOWN and gap < 0:
        return Judged(Light.OFF, LightReason.CEILING_PASSED, gap=gap)
    if at_the_end:
        return _verdict(gap >= 0, goal, gap)
    if gap >= 0 and target.cumulative and target.direction is Direction.UP:
        return _verdict(True, None, gap)
    return None


def _verdict(reached: bool, expected: Decimal | None, gap: Decimal) -> Judged:
    if reached:
        return Judged(Light.DONE, LightReason.REACHED, expected, gap)
    return Judged(Light.OFF, LightReason.NOT_REACHED, expected, gap)


def _along_the_path(target: Target, last: Reading) -> Judged:
    """The light before the end: the measurement against the path, with its margin."""
    if target.direction is Direction.BETWEEN:
        return _within(_room(target, last.value), tolerance(target), None)
    expected = expected_on(target, last.measured_on)
    if expected is not None:
        gap = _sign(target) * (last.value - expected)
        return _within(gap, tolerance(target), expected)
    gap = _sign(target) * (last.value - goal_of(target))
    if gap >= 0:
        return Judged(Light.ON, LightReason.REACHED, gap=gap)
    return Judged(Light.NM, LightReason.NO_BASELINE)


def says_something(reasons: Iterable[LightReason], state: AgreementState) -> bool:
    """Whether the lights of an agreement tell how it goes. Nothing is known of what has yet to
    begin; that something was not measured tells only of an agreement that runs."""
    silent = {LightReason.NOT_STARTED}
    if state not in RUNS_OR_RAN:
        silent.add(LightReason.NO_MEASUREMENT)
    return any(reason not in silent for reason in reasons)


def _within(gap: Decimal, margin: Decimal, expected: Decimal | None) -> Judged:
    if gap >= 0:
        light, reason = Light.ON, LightReason.ON_PATH
    elif gap >= -margin:
        light, reason = Light.RISK, LightReason.WITHIN_MARGIN
    else:
        light, reason = Light.OFF, LightReason.BEYOND_MARGIN
    return Judged(light, reason, expected, gap, margin)


def _told(
    target: Target,
    last: Reading,
    judged: Judged,
    pale: Light | None = None,
    days: int | None = None,
) -> Reckoned:
    return Reckoned(
        judged.light,
        judged.reason,
        measured=last.value,
        measured_on=last.measured_on,
        provisional=last.provisional,
        expected=judged.expected,
        gap=judged.gap,
        tolerance=judged.tolerance,
        progress_percent=progress_percent(target, last.value),
        pale=pale,
        days=days,
    )


def _room(target: Target, value: Decimal) -> Decimal:
    """How far a value is inside its two bounds; negative outside them."""
    low, high = bounds(target)
    return min(value - low, high - value)


def _sign(target: Target) -> int:
    return 1 if target.direction is Direction.UP else -1
