"""What can be agreed about measuring, and what is refused (E3 to E5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from desktop.agreements.rules.indicators import IndicatorWish, checked, hint
from desktop.agreements.states import Direction, Frequency, PathShape
from desktop.refused import Refused

BASELINE_ON, HALF_WAY, GOAL_ON = date(2025, 12, 31), date(2026, 7, 1), date(2026, 12, 31)

HOMES = IndicatorWish(
    name="woningen met label E, F of G",
    unit="aantal",
    direction=Direction.DOWN,
    baseline=Decimal(640),
    baseline_on=BASELINE_ON,
    goal=Decimal(560),
    goal_on=GOAL_ON,
    source="energielabels",
)
FITTING = IndicatorWish(
    name="passend toegewezen",
    unit="%",
    direction=Direction.BETWEEN,
    low=Decimal(95),
    high=Decimal(100),
    goal_on=GOAL_ON,
    source="verantwoording",
)


def test_a_wish_that_holds_together_is_kept() -> None:
    kept = checked(replace(HOMES, name="  woningen met label E, F of G "))
    assert kept == replace(HOMES, max_age_days=120)


@pytest.mark.parametrize(
    ("wish", "changes", "field"),
    [
        (HOMES, {"name": " "}, "name"),
        (HOMES, {"source": ""}, "source"),
        (HOMES, {"unit": ""}, "unit"),
        (HOMES, {"decimals": 5}, "decimals"),
        (HOMES, {"decimals": -1}, "decimals"),
        (HOMES, {"max_age_days": 0}, "max_age_days"),
        (HOMES, {"goal": None}, "goal"),
        (HOMES, {"baseline_on": None}, "baseline_on"),
        (HOMES, {"baseline": None}, "baseline"),
        (HOMES, {"goal": Decimal("NaN")}, "goal"),
        (HOMES, {"baseline": Decimal("1e400")}, "baseline"),
        (HOMES, {"margin_percent": Decimal(-1)}, "margin_percent"),
        (HOMES, {"margin_percent": Decimal(101)}, "margin_percent"),
        (HOMES, {"margin_absolute": Decimal("-0.1")}, "margin_absolute"),
        (HOMES, {"path": PathShape.SCHEDULE}, "steps"),
        (FITTING, {"low": None}, "low"),
        (FITTING, {"high": None}, "high"),
        (FITTING, {"high": Decimal(95)}, "high"),
        (FITTING, {"baseline_on": GOAL_ON}, "goal_on"),
    ],
)
def test_what_is_missing_or_means_nothing_is_refused(
    wish: IndicatorWish, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(Refused) as refused:
        checked(replace(wish, **changes))  # type: ignore[arg-type]
    assert refused.value.field == field


def test_E3_a_percentage_is_between_0_and_100() -> None:
    with pytest.raises(Refused, match="148") as refused:
        checked(replace(FITTING, high=Decimal(148)))
    assert refused.value.field == "high"


def test_E4_the_goal_is_later_than_the_baseline() -> None:
    with pytest.raises(Refused) as refused:
        checked(replace(HOMES, goal_on=BASELINE_ON))
    assert refused.value.sentence == (
        "De doeldatum (31-12-2025) moet later zijn dan de datum van de nulmeting (31-12-2025)."
    )


def test_E5_the_goal_lies_in_the_direction_that_was_chosen() -> None:
    with pytest.raises(Refused) as refused:
        checked(replace(HOMES, direction=Direction.UP))
    assert refused.value.sentence == (
        "U koos ‘omhoog’, maar het doel (560) is lager dan de nulmeting (640). "
        "Kies ‘omlaag’ of pas het doel aan."
    )


def test_a_ceiling_counts_from_nothing_upwards() -> None:
    ceiling = replace(HOMES, cumulative=True, baseline=Decimal(0), goal=Decimal(8))
    assert checked(ceiling).goal == 8


def steps(*days: date) -> tuple[tuple[date, Decimal], ...]:
    return tuple((day, Decimal(600)) for day in days)


def test_steps_are_kept_by_day() -> None:
    later, earlier = date(2026, 9, 1), HALF_WAY
    wish = replace(HOMES, path=PathShape.SCHEDULE, steps=steps(later, earlier))
    assert [day for day, _value in checked(wish).steps] == [earlier, later]


@pytest.mark.parametrize("days", [(BASELINE_ON,), (GOAL_ON,), (HALF_WAY, HALF_WAY)])
def test_a_step_outside_the_way_or_twice_on_a_day_is_refused(days: tuple[date, ...]) -> None:
    wish = replace(HOMES, path=PathShape.SCHEDULE, steps=steps(*days))
    with pytest.raises(Refused) as refused:
        checked(wish)
    assert refused.value.field == "steps"


def test_a_schedule_starts_at_a_baseline() -> None:
    wish = replace(
        HOMES, path=PathShape.SCHEDULE, steps=steps(HALF_WAY), baseline=None, baseline_on=None
    )
    with pytest.raises(Refused) as refused:
        checked(wish)
    assert refused.value.field == "baseline"


def test_what_a_direction_does_not_use_is_not_kept() -> None:
    filled = replace(
        HOMES, low=Decimal(1), high=Decimal(2), steps=steps(HALF_WAY), path=PathShape.LINEAR
    )
    assert checked(filled) == checked(HOMES)
    deed = checked(replace(filled, direction=Direction.YESNO, unit=""))
    assert (deed.baseline, deed.goal, deed.low, deed.baseline_on) == (None, None, None, None)
    between = checked(replace(FITTING, goal=Decimal(99), baseline=Decimal(90), cumulative=True))
    assert (between.goal, between.baseline, between.cumulative) == (None, None, False)


def test_how_long_a_measurement_lasts_follows_from_how_often_is_measured() -> None:
    assert checked(replace(HOMES, frequency=Frequency.YEAR)).max_age_days == 420
    assert checked(replace(HOMES, max_age_days=30)).max_age_days == 30


def test_a_margin_of_less_than_one_gets_a_hint() -> None:
    ceiling = replace(HOMES, cumulative=True, baseline=Decimal(0), goal=Decimal(8))
    assert hint(ceiling) == "De marge is kleiner dan 1. Kies een vaste marge."
    assert hint(replace(ceiling, margin_absolute=Decimal(1))) is None
    assert hint(HOMES) is None


def test_without_a_path_there_is_no_margin_to_hint_at() -> None:
    assert hint(checked(replace(HOMES, baseline=None, baseline_on=None))) is None
    assert hint(checked(replace(HOMES, direction=Direction.YESNO))) is None
