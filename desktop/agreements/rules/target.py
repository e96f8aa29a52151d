"""What was agreed about an indicator, and what was measured: exact numbers, or none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal

from desktop.agreements.states import Direction, PathShape

# Sums and products of what people enter have far fewer digits, so they are exact in this context.
EXACT = Context(prec=10_000, Emax=MAX_EMAX, Emin=MIN_EMIN)


@dataclass(frozen=True, slots=True)
class Target:
    """What was agreed about an indicator.

    `goal` is the value to reach by `goal_on`, on the way from `baseline` at `baseline_on`; an
    indicator that must stay between two values has `low` and `high` instead. `steps` are what a
    schedule expects on days between. `cumulative` counts through the year: upwards it can only
    grow, downwards it is a ceiling ("at most 8"). The margin is `margin_absolute`, or else
    `margin_percent` of the whole way. `done_on` is the day on which a yes/no was done.

    Refused: with TypeError a number that is not a Decimal, with ValueError one that is not finite
    or a direction without the values it is judged by.
    """

    direction: Direction
    cumulative: bool
    baseline: Decimal | None
    baseline_on: date | None
    goal: Decimal | None
    goal_on: date
    low: Decimal | None
    high: Decimal | None
    path: PathShape
    steps: tuple[tuple[date, Decimal], ...]
    margin_percent: Decimal
    margin_absolute: Decimal | None
    max_age_days: int
    decimals: int
    done_on: date | None

    def __post_init__(self) -> None:
        _check(
            self.baseline,
            self.goal,
            self.low,
            self.high,
            self.margin_percent,
            self.margin_absolute,
        )
        if self.steps:
            _check(*(value for _day, value in self.steps))
        if self.direction is Direction.BETWEEN and (self.low is None or self.high is None):
            raise ValueError("an indicator that stays between two values has both")
        if self.direction in (Direction.UP, Direction.DOWN) and self.goal is None:
            raise ValueError("an indicator that goes up or down has a goal")


@dataclass(frozen=True, slots=True)
class Reading:
    """A measurement that holds on `measured_on`; a superseded one was corrected by a later row."""

    id: int
    measured_on: date
    value: Decimal
    provisional: bool
    superseded: bool = False

    def __post_init__(self) -> None:
        _check(self.value)


def _check(*numbers: Decimal | None) -> None:
    for number in numbers:
        if number is None:
            continue
        if not isinstance(number, Decimal):
            raise TypeError(f"a light is reckoned from Decimal, not {type(number).__name__}")
        if not number.is_finite():
            raise ValueError(f"{number} cannot be measured")
