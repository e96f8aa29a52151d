"""What is agreed about how an agreement is measured: which wishes hold together (E3 to E5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from desktop.agreements.rules.form import (
    check_dates,
    check_direction,
    check_number,
    check_percentage,
    margin_hint,
)
from desktop.agreements.rules.light import Target, tolerance
from desktop.agreements.states import Direction, Frequency, PathShape
from desktop.language import _
from desktop.language.format import day_figures
from desktop.refused import Refused

MOST_DECIMALS = 4
WHOLE = Decimal(100)  # percent


@dataclass(frozen=True)
class IndicatorWish:
    """An indicator as somebody wants it, field by field as in `model.Indicator`.

    `steps` are the values of a schedule on days between baseline and goal. An empty `code` is
    made from the agreement; without `max_age_days` it follows from `frequency`.
    """

    name: str
    direction: Direction
    goal_on: date
    source: str
    unit: str = ""
    code: str = ""
    decimals: int = 0
    cumulative: bool = False
    baseline: Decimal | None = None
    baseline_on: date | None = None
    goal: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    path: PathShape = PathShape.LINEAR
    steps: tuple[tuple[date, Decimal], ...] = ()
    margin_percent: Decimal = Decimal(10)
    margin_absolute: Decimal | None = None
    frequency: Frequency = Frequency.QUARTER
    max_age_days: int | None = None
    norm: str = ""
    owner_id: int | None = None
    counts: bool = True

    @property
    def lasts_days(self) -> int:
        """How old a measurement may be before its light is no longer known."""
        return self.frequency.max_age_days if self.max_age_days is None else self.max_age_days

    def target(self) -> Target:
        """What a measurement is held against. The wish must have passed `checked`."""
        return Target(
            direction=self.direction,
            cumulative=self.cumulative,
            baseline=self.baseline,
            baseline_on=self.baseline_on,
            goal=self.goal,
            goal_on=self.goal_on,
            low=self.low,
            high=self.high,
            path=self.path,
            steps=self.steps,
            margin_percent=self.margin_percent,
            margin_absolute=self.margin_absolute,
            max_age_days=self.lasts_days,
            decimals=self.decimals,
            done_on=None,
        )


def checked(wish: IndicatorWish) -> IndicatorWish:
    """The wish as it is kept: trimmed, and without what its direction does not use, such as a
    goal that was filled in before "yes or no" was chosen.

    Refused: what is missing, a percentage that cannot be (E3), a goal before its baseline (E4) or
    on the wrong side of it (E5), and steps or margins that mean nothing.
    """
    kept = _of_its_direction(wish)
    _check_words(kept)
    _check_numbers(kept)
    if kept.direction is Direction.BETWEEN:
        _check_bounds(kept)
    elif kept.direction is not Direction.YESNO:
        _check_way(kept)
        _check_steps(kept)
    return kept


def hint(wish: IndicatorWish) -> str | None:
    """What may be better about a wish that holds: a margin that leaves no room for "at risk"."""
    on_a_path = wish.baseline is not None or wish.direction is Direction.BETWEEN
    if wish.direction is Direction.YESNO or not on_a_path:
        return None
    fixed = wish.margin_absolute is not None
    return margin_hint(tolerance(wish.target()), wish.decimals, fixed)


def _of_its_direction(wish: IndicatorWish) -> IndicatorWish:
    words = replace(
        wish,
        name=wish.name.strip(),
        unit=wish.unit.strip(),
        code=wish.code.strip(),
        source=wish.source.strip(),
        norm=wish.norm.strip(),
        max_age_days=wish.lasts_days,
    )
    if wish.direction in (Direction.UP, Direction.DOWN):
        scheduled = wish.path is PathShape.SCHEDULE
        return replace(
            words, low=None, high=None, steps=tuple(sorted(wish.steps)) if scheduled else ()
        )
    without_way = replace(
        words,
        cumulative=False,
        baseline=None,
        goal=None,
        path=PathShape.LINEAR,
        steps=(),
    )
    if wish.direction is Direction.BETWEEN:
        return without_way
    return replace(without_way, baseline_on=None, low=None, high=None, margin_absolute=None)


def _check_words(wish: IndicatorWish) -> None:
    if not wish.name:
        raise Refused(_("Fill in what is measured."), "name")
    if not wish.source:
        raise Refused(_("Fill in where the numbers come from."), "source")
    if not wish.unit and wish.direction is not Direction.YESNO:
        raise Refused(_("Fill in the unit, for example: number or %."), "unit")
    if not 0 <= wish.decimals <= MOST_DECIMALS:
        sentence = _("Choose 0 to {n} decimals.").format(n=MOST_DECIMALS)
        raise Refused(sentence, "decimals")
    if wish.lasts_days < 1:
        raise Refused(_("A measurement lasts at least one day. Choose 1 or more."), "max_age_days")


def _check_numbers(wish: IndicatorWish) -> None:
    fields = ("baseline", "goal", "low", "high", "margin_percent", "margin_absolute")
    for field in fields:
        value: Decimal | None = getattr(wish, field)
        if value is None:
            continue
        check_number(value, field)
        if not field.startswith("margin"):
            check_percentage(value, wish.unit, field)
        elif value < 0:
            raise Refused(_("A margin cannot be below 0."), field)
    if wish.margin_percent > WHOLE:
        raise Refused(_("A margin is at most 100% of the way."), "margin_percent")
    for _day, value in wish.steps:
        check_number(value, "steps")
        check_percentage(value, wish.unit, "steps")


def _check_bounds(wish: IndicatorWish) -> None:
    for field in ("low", "high"):
        if getattr(wish, field) is None:
            raise Refused(_("Fill in the lower and the upper limit."), field)
    assert wish.low is not None
    assert wish.high is not None
    if wish.high <= wish.low:
        raise Refused(_("The upper limit must be higher than the lower limit."), "high")
    if wish.baseline_on is not None:
        check_dates(wish.baseline_on, wish.goal_on)


def _check_way(wish: IndicatorWish) -> None:
    if wish.goal is None:
        raise Refused(_("Fill in the goal."), "goal")
    if wish.baseline is None:
        if wish.baseline_on is not None:
            raise Refused(_("Fill in the value of the baseline, or clear its date."), "baseline")
        return
    if wish.baseline_on is None:
        raise Refused(_("Fill in the date of the baseline."), "baseline_on")
    check_dates(wish.baseline_on, wish.goal_on)
    check_direction(wish.direction, wish.cumulative, wish.baseline, wish.goal)


def _check_steps(wish: IndicatorWish) -> None:
    if wish.path is not PathShape.SCHEDULE:
        return
    if wish.baseline_on is None:
        raise Refused(_("A schedule starts at a baseline. Fill in its value and date."), "baseline")
    days = [day for day, _value in wish.steps]
    if not days:
        raise Refused(_("Fill in at least one step, or choose a straight path."), "steps")
    for day in days:
        if not wish.baseline_on < day < wish.goal_on:
            sentence = _("The step of {day} must lie between the baseline and the goal.")
            raise Refused(sentence.format(day=day_figures(day)), "steps")
        if days.count(day) > 1:
            sentence = _("There are two steps on {day}. Keep one.")
            raise Refused(sentence.format(day=day_figures(day)), "steps")
