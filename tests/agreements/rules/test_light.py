"""The traffic light: the worked examples of the agreement on measuring, and what always holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.rules.light import (
    EXACT,
    ByHand,
    Reading,
    Reckoned,
    Target,
    effective,
    expected_on,
    in_force,
    last_reading,
    reckon,
    roll_up,
    says_something,
    tolerance,
)
from desktop.agreements.states import (
    AgreementState,
    Direction,
    Frequency,
    Light,
    LightReason,
    PathShape,
)
from tests.support.agreements import MORGENVELD_2026, Row
from tests.support.agreements import ON as DAY_OF_THE_DEMO

ON, RISK, OFF, NM, DONE = Light.ON, Light.RISK, Light.OFF, Light.NM, Light.DONE
D0, D1 = date(2015, 12, 31), date(2016, 12, 31)
JULY_1, JULY_15, JUNE_30 = date(2016, 7, 1), date(2016, 7, 15), date(2016, 6, 30)


def target(direction: Direction, baseline: str | None, goal: str | None, **other) -> Target:
    """A target of 2016 with the usual margin of 10 % and measurements that last 120 days."""
    usual = {
        "cumulative": False,
        "baseline_on": D0,
        "goal_on": D1,
        "low": None,
        "high": None,
        "path": PathShape.LINEAR,
        "steps": (),
        "margin_percent": Decimal(10),
        "margin_absolute": None,
        "max_age_days": 120,
        "decimals": 0,
        "done_on": None,
    }
    return Target(
        direction=direction,
        baseline=None if baseline is None else Decimal(baseline),
        goal=None if goal is None else Decimal(goal),
        **(usual | other),
    )


NEW_HOMES = target(Direction.UP, "0", "60", cumulative=True)
EVICTIONS = target(Direction.DOWN, "40", "30")
CEILING = target(Direction.DOWN, "0", "8", cumulative=True)
FITTING = target(
    Direction.BETWEEN,
    None,
    None,
    low=Decimal(95),
    high=Decimal(100),
    margin_absolute=Decimal("0.5"),
    decimals=1,
)
ENERGY_INDEX = target(
    Direction.DOWN,
    "2.00",
    "1.40",
    baseline_on=date(2013, 12, 31),
    goal_on=date(2017, 12, 31),
    decimals=2,
    max_age_days=420,
)


def read(value: str, measured_on: date, **other) -> Reading:
    return Reading(
        **({"id": 1, "provisional": False, "superseded": False} | other),
        measured_on=measured_on,
        value=Decimal(value),
    )


def on(aim: Target, value: str, measured_on: date, day: date) -> Reckoned:
    return reckon(aim, [read(value, measured_on)], day)


def numbers(reckoned: Reckoned) -> tuple[object, ...]:
    return reckoned.light, reckoned.expected, reckoned.gap, reckoned.tolerance


# The worked examples -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("aim", "value", "measured_on", "expected", "gap", "tolerance", "light"),
    [
        pytest.param(NEW_HOMES, "30", JULY_1, "30", "0", "6", ON, id="O1"),
        pytest.param(NEW_HOMES, "24", JULY_1, "30", "-6", "6", RISK, id="O2"),
        pytest.param(NEW_HOMES, "23", JULY_1, "30", "-7", "6", OFF, id="O3"),
        pytest.param(
            replace(NEW_HOMES, path=PathShape.SCHEDULE, steps=((JULY_1, Decimal(10)),)),
            "9",
            JULY_1,
            "10",
            "-1",
            "6",
            RISK,
            id="O11",
        ),
        pytest.param(target(Direction.UP, "60", "70"), "71", JUNE_30, "65", "6", "1", ON, id="O14"),
        pytest.param(CEILING, "4", JULY_1, "4", "0", "0.8", ON, id="O16 on"),
        pytest.param(CEILING, "5", JULY_1, "4", "-1", "0.8", OFF, id="O16 off"),
    ],
)
def test_a_measurement_is_held_against_what_was_expected_on_its_day(
    aim: Target,
    value: str,
    measured_on: date,
    expected: str,
    gap: str,
    tolerance: str,
    light: Light,
) -> None:
    found = on(aim, value, measured_on, JULY_15)
    assert numbers(found) == (light, Decimal(expected), Decimal(gap), Decimal(tolerance))


def test_O4_what_only_grows_is_done_as_soon_as_the_goal_is_reached() -> None:
    found = on(NEW_HOMES, "61", date(2016, 10, 1), date(2016, 10, 10))
    assert numbers(found) == (DONE, None, Decimal(1), None)


def test_O5_one_eviction_more_than_expected_is_within_the_margin() -> None:
    found = on(EVICTIONS, "36", JULY_1, date(2016, 7, 31))
    assert numbers(found) == (RISK, Decimal(35), Decimal(-1), Decimal(1))


def test_O6_the_expected_value_is_rounded_before_it_is_compared() -> None:
    found = on(ENERGY_INDEX, "1.55", date(2016, 12, 31), date(2017, 3, 1))
    assert numbers(found) == (ON, Decimal("1.55"), Decimal(0), Decimal("0.06"))
    unrounded = replace(ENERGY_INDEX, decimals=6)
    assert on(unrounded, "1.55", date(2016, 12, 31), date(2017, 3, 1)).light is RISK


def test_O7_just_outside_two_bounds_is_within_the_margin() -> None:
    found = on(FITTING, "94.8", JUNE_30, JULY_15)
    assert numbers(found) == (RISK, None, Decimal("-0.2"), Decimal("0.5"))


def test_O8_a_measurement_grows_old_after_its_last_day() -> None:
    last_day = on(NEW_HOMES, "20", date(2016, 3, 31), date(2016, 7, 29))
    assert numbers(last_day)[:3] == (ON, Decimal(15), Decimal(5))
    day_after = on(NEW_HOMES, "20", date(2016, 3, 31), date(2016, 7, 30))
    assert numbers(day_after) == (NM, None, None, None)
    assert (day_after.reason, day_after.days) == (LightReason.OUTDATED, 121)
    assert day_after.pale is ON


def test_O9_without_a_baseline_only_the_goal_itself_can_be_told() -> None:
    satisfaction = target(Direction.UP, None, "7.5", decimals=1, baseline_on=None)
    below = on(satisfaction, "7.2", JUNE_30, JULY_15)
    assert (below.light, below.reason) == (NM, LightReason.NO_BASELINE)
    assert on(satisfaction, "7.5", JUNE_30, JULY_15).light is ON


def test_O10_after_the_end_there_is_no_margin() -> None:
    found = on(NEW_HOMES, "59", D1, date(2017, 1, 15))
    assert numbers(found) == (OFF, Decimal(60), Decimal(-1), None)
    assert found.reason is LightReason.NOT_REACHED


@pytest.mark.parametrize(
    ("day", "light", "reason"),
    [
        (date(2016, 8, 31), ON, LightReason.DUE_LATER),
        (date(2016, 9, 5), RISK, LightReason.DUE_SOON),
        (date(2016, 10, 1), RISK, LightReason.DUE_SOON),
        (date(2016, 10, 2), OFF, LightReason.OVERDUE),
    ],
)
def test_O12_what_is_not_done_yet_goes_from_green_to_red(
    day: date, light: Light, reason: LightReason
) -> None:
    found = reckon(target(Direction.YESNO, None, None, goal_on=date(2016, 10, 1)), [], day)
    assert (found.light, found.reason) == (light, reason)
    assert found.days == abs((date(2016, 10, 1) - day).days)


@pytest.mark.parametrize(("value", "light"), [("4150", OFF), ("4158", RISK), ("4200", ON)])
def test_O13_a_stock_that_must_stay_has_a_margin_of_its_size(value: str, light: Light) -> None:
    keep = target(Direction.UP, "4200", "4200", margin_percent=Decimal(1))
    found = on(keep, value, JUNE_30, JULY_15)
    assert (found.light, found.expected, found.tolerance) == (light, Decimal(4200), Decimal(42))


def test_O15_a_month_after_the_end_the_last_measurement_must_be_there() -> None:
    measured_on = date(2016, 10, 1)
    within = on(EVICTIONS, "32", measured_on, date(2017, 1, 29))
    assert numbers(within)[:3] == (ON, Decimal(32), Decimal(0))
    after = on(EVICTIONS, "32", measured_on, date(2017, 2, 1))
    assert (after.light, after.reason) == (NM, LightReason.FINAL_MISSING)
    assert after.days == 32


def test_O16_a_ceiling_that_is_passed_cannot_come_down() -> None:
    found = on(CEILING, "9", date(2016, 10, 1), date(2016, 10, 15))
    assert (found.light, found.reason) == (OFF, LightReason.CEILING_PASSED)


def test_O16_a_ceiling_is_kept_only_on_its_last_day() -> None:
    assert on(CEILING, "0", date(2016, 12, 30), D1).light is ON
    assert on(CEILING, "8", D1, D1).light is DONE


def test_O16_twenty_as_a_ceiling_has_an_orange_band() -> None:
    ceiling = replace(CEILING, goal=Decimal(20))
    assert on(ceiling, "11", JULY_1, JULY_15).light is RISK
    assert on(ceiling, "13", JULY_1, JULY_15).light is OFF


# Other rules of the light -------------------------------------------------------------------------


def test_a_deed_is_done_in_time_or_late() -> None:
    deed = target(Direction.YESNO, None, None, goal_on=date(2016, 10, 1))
    in_time = reckon(replace(deed, done_on=date(2016, 10, 1)), [], D1)
    assert (in_time.light, in_time.reason) == (DONE, LightReason.DONE_IN_TIME)
    late = reckon(replace(deed, done_on=date(2016, 10, 8)), [], D1)
    assert (late.light, late.reason, late.days) == (DONE, LightReason.DONE_LATE, 7)


def test_a_deed_of_a_later_day_is_not_done_yet() -> None:
    deed = target(Direction.YESNO, None, None, done_on=D1)
    assert reckon(deed, [], JULY_1).light is ON


def test_before_the_baseline_it_has_not_begun() -> None:
    assert reckon(NEW_HOMES, [], date(2015, 12, 30)).reason is LightReason.NOT_STARTED
    assert reckon(NEW_HOMES, [], D0).reason is LightReason.NO_MEASUREMENT


def test_between_two_bounds_is_settled_on_the_last_day() -> None:
    assert on(FITTING, "95", D1, D1).light is DONE
    missed = on(FITTING, "94.8", D1, D1)
    assert (missed.light, missed.reason) == (OFF, LightReason.NOT_REACHED)


def test_without_a_fixed_margin_two_bounds_have_a_part_of_their_width() -> None:
    found = on(replace(FITTING, margin_absolute=None), "94.8", JUNE_30, JULY_15)
    assert found.tolerance == Decimal("0.5")


def test_a_margin_is_exact_however_many_digits_it_has() -> None:
    goal = Decimal("1" * 40)
    assert tolerance(replace(NEW_HOMES, goal=goal)) == Fraction(goal) / 10


def test_a_part_of_a_way_that_has_no_start_is_no_margin() -> None:
    with pytest.raises(ValueError, match="baseline"):
        tolerance(replace(NEW_HOMES, baseline=None))


def test_a_fixed_margin_of_nothing_is_a_margin() -> None:
    strict = replace(NEW_HOMES, margin_absolute=Decimal(0))
    assert on(strict, "29", JULY_1, JULY_15).light is OFF


def test_of_two_measurements_of_a_day_the_definitive_one_counts() -> None:
    definitive = read("30", JULY_1, id=1)
    provisional = read("20", JULY_1, id=2, provisional=True)
    assert last_reading([definitive, provisional], JULY_15) == definitive
    assert last_reading([provisional, replace(definitive, id=3)], JULY_15).id == 3


def test_a_provisional_measurement_has_the_same_light_and_says_so() -> None:
    found = reckon(NEW_HOMES, [read("30", JULY_1, provisional=True)], JULY_15)
    assert (found.light, found.provisional) == (ON, True)


@pytest.mark.parametrize(
    ("aim", "value", "percent"),
    [
        (NEW_HOMES, "66", 110),
        (NEW_HOMES, "-3", -5),
        (target(Direction.DOWN, "640", "560"), "610", 38),
        (target(Direction.UP, "0", "200"), "1", 1),
        (target(Direction.UP, "60", "60"), "60", None),
        (FITTING, "97", None),
    ],
)
def test_progress_is_the_part_of_the_way_in_whole_percents(
    aim: Target, value: str, percent: int | None
) -> None:
    assert on(aim, value, JULY_1, JULY_15).progress_percent == percent


def test_the_path_stays_at_its_ends_outside_its_days() -> None:
    assert expected_on(NEW_HOMES, date(2014, 1, 1)) == 0
    assert expected_on(NEW_HOMES, date(2018, 1, 1)) == 60


def test_a_path_with_a_step_expects_nothing_before_the_end() -> None:
    step = replace(NEW_HOMES, path=PathShape.STEP)
    assert expected_on(step, date(2016, 12, 30)) == 0
    assert expected_on(step, D1) == 60


def test_a_schedule_is_straight_between_its_steps_in_any_order() -> None:
    steps = ((date(2016, 9, 29), Decimal(40)), (JULY_1, Decimal(10)))
    schedule = replace(NEW_HOMES, path=PathShape.SCHEDULE, steps=steps)
    assert expected_on(schedule, date(2016, 4, 1)) == 5
    assert expected_on(schedule, date(2016, 8, 15)) == 25
    assert expected_on(schedule, date(2016, 9, 29)) == 40


def test_two_bounds_have_no_path() -> None:
    assert expected_on(FITTING, JULY_1) is None


def test_how_long_a_measurement_lasts_follows_from_how_often_is_measured() -> None:
    assert [f.max_age_days for f in Frequency] == [45, 120, 245, 420]


@pytest.mark.parametrize("wrong", [0.1, 3, "3"])
def test_a_number_that_is_not_exact_is_refused(wrong: object) -> None:
    with pytest.raises(TypeError):
        Reading(1, JULY_1, wrong, provisional=False, superseded=False)  # type: ignore[arg-type]
    for field in ("baseline", "goal", "low", "high", "margin_percent", "margin_absolute"):
        with pytest.raises(TypeError):
            replace(NEW_HOMES, **{field: wrong})
    with pytest.raises(TypeError):
        replace(NEW_HOMES, steps=((JULY_1, wrong),))


@pytest.mark.parametrize("wrong", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_a_number_without_a_size_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="measured"):
        read(wrong, JULY_1)


def test_a_target_has_what_it_is_judged_by() -> None:
    with pytest.raises(ValueError, match="goal"):
        target(Direction.UP, "0", None)
    with pytest.raises(ValueError, match="two values"):
        target(Direction.BETWEEN, None, None, low=Decimal(1))


# The eighteen agreements of the demo --------------------------------------------------------------


@pytest.mark.parametrize("row", MORGENVELD_2026, ids=lambda row: row.code)
def test_an_agreement_of_morgenveld_has_the_light_of_its_table(row: Row) -> None:
    found = reckon(row.target(), row.readings(), DAY_OF_THE_DEMO)
    assert (found.light, found.reason, found.days) == (row.light, row.reason, row.days)
    assert (found.expected, found.gap, found.tolerance) == row.numbers()


def test_morgenveld_counts_nine_three_three_two_and_one() -> None:
    lights = [
        reckon(row.target(), row.readings(), DAY_OF_THE_DEMO).light for row in MORGENVELD_2026
    ]
    assert Counter(lights) == {ON: 9, RISK: 3, OFF: 3, NM: 2, DONE: 1}


# Roll-ups and lights by hand ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lights", "together"),
    [
        ([ON, RISK], RISK),
        ([DONE, DONE], DONE),
        ([ON, NM], ON),
        ([DONE, NM], ON),
        ([NM, NM, ON], NM),
        ([OFF, DONE], OFF),
        ([OFF, NM, NM], OFF),
        ([DONE, ON], ON),
        ([NM], NM),
        ([], NM),
    ],
)
def test_an_agreement_is_as_its_indicators(lights: list[Light], together: Light) -> None:
    assert roll_up(lights) is together


BY_MEETING = ByHand(1, RISK, since=date(2026, 7, 9), until=date(2026, 9, 30))


@pytest.mark.parametrize(
    ("day", "light"),
    [
        (date(2026, 7, 8), OFF),
        (date(2026, 7, 9), RISK),
        (date(2026, 9, 30), RISK),
        (date(2026, 10, 1), OFF),
    ],
)
def test_a_light_by_hand_holds_from_its_day_up_to_and_including_its_last(
    day: date, light: Light
) -> None:
    assert effective(OFF, [BY_MEETING], day) is light


def test_of_two_lights_by_hand_the_last_one_holds() -> None:
    later = ByHand(2, DONE, since=date(2026, 7, 10), until=date(2026, 12, 31))
    assert in_force([later, BY_MEETING], date(2026, 7, 15)) == later
    assert in_force([], date(2026, 7, 15)) is None


# What always holds --------------------------------------------------------------------------------

DAYS = st.dates(date(2016, 1, 1), date(2016, 12, 31))
REPORT_DAYS = st.dates(date(2016, 6, 1), date(2017, 2, 1))
DECIMALS = st.decimals(-20, 20, places=1)
HUGE = st.decimals(allow_nan=False, allow_infinity=False)


@st.composite
def targets(draw: st.DrawFn, numbers: st.SearchStrategy[Decimal] = DECIMALS) -> Target:
    direction = draw(st.sampled_from(Direction))
    low, high = sorted((draw(numbers), draw(numbers)))
    baseline_on = draw(st.dates(date(2015, 12, 1), date(2016, 7, 1)))
    goal_on = baseline_on + timedelta(days=draw(st.integers(1, 500)))
    return Target(
        direction=direction,
        cumulative=draw(st.booleans()),
        baseline=draw(st.none() | numbers),
        baseline_on=baseline_on,
        goal=draw(numbers),
        goal_on=goal_on,
        low=low,
        high=high,
        path=draw(st.sampled_from(PathShape)),
        steps=tuple(draw(st.lists(st.tuples(DAYS, numbers), max_size=3))),
        margin_percent=draw(st.decimals(0, 100, places=1)),
        margin_absolute=draw(st.none() | st.decimals(0, 50, places=2)),
        max_age_days=draw(st.sampled_from([45, 120, 245, 420])),
        decimals=draw(st.integers(0, 4)),
        done_on=draw(st.none() | DAYS),
    )


@st.composite
def readings(
    draw: st.DrawFn, numbers: st.SearchStrategy[Decimal] = DECIMALS, least: int = 1
) -> list[Reading]:
    rows = draw(
        st.lists(st.tuples(DAYS, numbers, st.booleans(), st.booleans()), min_size=least, max_size=5)
    )
    return [Reading(number, *row) for number, row in enumerate(rows)]


@given(targets(HUGE), readings(HUGE, least=0), REPORT_DAYS)
def test_there_is_always_one_of_five_lights(aim: Target, rows: list[Reading], day: date) -> None:
    found = reckon(aim, rows, day)
    assert isinstance(found.light, Light)
    exact = (found.measured, found.expected, found.gap, found.tolerance)
    assert all(number is None or isinstance(number, Decimal) for number in exact)


@given(targets(), st.data(), REPORT_DAYS)
def test_the_order_of_measurements_never_matters(
    aim: Target, data: st.DataObject, day: date
) -> None:
    rows = data.draw(readings())
    assert reckon(aim, data.draw(st.permutations(rows)), day) == reckon(aim, rows, day)


@given(targets(), readings(), REPORT_DAYS, DECIMALS, st.integers(1, 400))
def test_a_later_measurement_changes_nothing_of_an_earlier_day(
    aim: Target, rows: list[Reading], day: date, value: Decimal, days: int
) -> None:
    later = Reading(99, day + timedelta(days=days), value, provisional=False, superseded=False)
    assert reckon(aim, [*rows, later], day) == reckon(aim, rows, day)


@given(targets(), readings(), REPORT_DAYS)
def test_a_corrected_measurement_never_counts(aim: Target, rows: list[Reading], day: date) -> None:
    kept = [row for row in rows if not row.superseded]
    assert reckon(aim, rows, day) == reckon(aim, kept, day)


def goodness(light: Light) -> int:
    """Not known is worse than green and never beside orange: no measurement makes one the other."""
    return {OFF: 0, RISK: 1, NM: 1, ON: 2, DONE: 3}[light]


def distance(aim: Target, value: Decimal) -> Decimal:
    """How far a value is on the wrong side of what was agreed; negative on the good side."""
    if aim.direction is Direction.UP:
        return -value
    if aim.direction is Direction.DOWN:
        return value
    assert aim.low is not None
    assert aim.high is not None
    return max(aim.low - value, value - aim.high)


@given(targets(), DECIMALS, DECIMALS, DAYS, REPORT_DAYS)
def test_the_light_never_gets_better_when_the_value_moves_away_from_the_target(
    aim: Target, one: Decimal, other: Decimal, measured_on: date, day: date
) -> None:
    near, far = sorted((one, other), key=lambda value: distance(aim, value))
    lights = [
        reckon(aim, [Reading(1, measured_on, value, False, False)], day).light
        for value in (near, far)
    ]
    assert goodness(lights[1]) <= goodness(lights[0])


def scaled(aim: Target, factor: Decimal, decimals: int) -> Target:
    def by(number: Decimal | None) -> Decimal | None:
        return None if number is None else number * factor

    margin = aim.margin_absolute
    return replace(
        aim,
        baseline=by(aim.baseline),
        goal=by(aim.goal),
        low=by(aim.low),
        high=by(aim.high),
        steps=tuple((day, value * factor) for day, value in aim.steps),
        margin_absolute=None if margin is None else margin * abs(factor),
        decimals=decimals,
    )


@given(targets(), readings(), REPORT_DAYS, st.integers(-4, 4))
def test_another_unit_never_changes_the_light(
    aim: Target, rows: list[Reading], day: date, tens: int
) -> None:
    """Thousands of homes or homes, cents or euros: the decimals move along with the mark."""
    aim = replace(aim, decimals=4)
    factor = Decimal(10) ** tens
    other_unit = scaled(aim, factor, aim.decimals - tens)
    other_rows = [replace(row, value=row.value * factor) for row in rows]
    assert reckon(other_unit, other_rows, day).light is reckon(aim, rows, day).light


@given(
    targets(),
    DECIMALS,
    st.integers(0, 8),
    st.decimals("0.01", 100, places=2),
    st.integers(0, 40),
)
def test_any_scale_keeps_the_light_when_the_decimals_suffice(
    aim: Target, value: Decimal, eighth: int, factor: Decimal, age_days: int
) -> None:
    """On eighths of a way of 256 days the path needs no rounding to seven decimals."""
    assert aim.baseline_on is not None
    aim = replace(
        aim,
        path=PathShape.LINEAR,
        goal_on=aim.baseline_on + timedelta(days=256),
        decimals=7,
    )
    measured_on = aim.baseline_on + timedelta(days=32 * eighth)
    day = measured_on + timedelta(days=age_days)
    row = Reading(1, measured_on, value, False, False)
    larger = scaled(aim, factor, aim.decimals)
    larger_row = replace(row, value=value * factor)
    assert reckon(larger, [larger_row], day).light is reckon(aim, [row], day).light


@given(targets(), readings(), REPORT_DAYS)
def test_what_goes_down_is_the_mirror_of_what_goes_up(
    aim: Target, rows: list[Reading], day: date
) -> None:
    up = replace(aim, direction=Direction.UP, cumulative=False)
    down = replace(scaled(up, Decimal(-1), up.decimals), direction=Direction.DOWN)
    mirrored = [replace(row, value=-row.value) for row in rows]
    assert reckon(down, mirrored, day).light is reckon(up, rows, day).light


@given(targets(), readings(), REPORT_DAYS)
def test_two_bounds_are_symmetric_around_their_middle(
    aim: Target, rows: list[Reading], day: date
) -> None:
    between = replace(aim, direction=Direction.BETWEEN)
    assert between.low is not None
    assert between.high is not None
    both = between.low + between.high
    mirrored = [replace(row, value=both - row.value) for row in rows]
    assert reckon(between, mirrored, day).light is reckon(between, rows, day).light


# The path in whole numbers is the path in fractions -----------------------------------------------


def in_fractions(aim: Target, day: date) -> Decimal | None:
    """The path as agreements 2.3 writes it."""
    if aim.baseline is None or aim.baseline_on is None or aim.goal is None:
        return None
    points = [(aim.baseline_on, aim.baseline), (aim.goal_on, aim.goal)]
    if aim.path is PathShape.SCHEDULE:
        points += [step for step in aim.steps if aim.baseline_on < step[0] < aim.goal_on]
    points.sort()
    if day >= aim.goal_on:
        exact = Fraction(aim.goal)
    elif day <= aim.baseline_on or aim.path is PathShape.STEP:
        exact = Fraction(aim.baseline)
    else:
        (d0, b), (d1, t) = next((p, q) for p, q in pairwise(points) if day <= q[0])
        exact = Fraction(b) + (Fraction(t) - Fraction(b)) * Fraction(
            (day - d0).days, (d1 - d0).days
        )
    return half_away(exact, aim.decimals)


def half_away(exact: Fraction, decimals: int) -> Decimal:
    whole = floor(abs(exact) * 10**decimals + Fraction(1, 2))
    with localcontext(EXACT):
        return Decimal(-whole if exact < 0 else whole).scaleb(-decimals)


@given(targets(), DAYS)
def test_the_path_in_whole_numbers_is_the_path_in_fractions(aim: Target, day: date) -> None:
    found, exact = expected_on(aim, day), in_fractions(aim, day)
    assert str(found) == str(exact)


@given(targets(HUGE), DAYS)
def test_the_path_is_exact_however_large_its_numbers_are(aim: Target, day: date) -> None:
    assert expected_on(aim, day) == in_fractions(aim, day)


@given(targets(), readings())
def test_progress_in_whole_numbers_is_progress_in_fractions(
    aim: Target, rows: list[Reading]
) -> None:
    found = reckon(aim, rows, date(2016, 12, 31))
    if found.progress_percent is None or found.measured is None:
        return
    assert aim.baseline is not None
    assert aim.goal is not None
    part = Fraction(found.measured - aim.baseline) / Fraction(aim.goal - aim.baseline)
    assert found.progress_percent == half_away(part * 100, 0)


@pytest.mark.parametrize(
    ("reason", "state", "tells"),
    [
        (LightReason.NOT_STARTED, AgreementState.RUNNING, False),
        (LightReason.NO_MEASUREMENT, AgreementState.TALKS, False),
        (LightReason.NO_MEASUREMENT, AgreementState.ADOPTED, False),
        (LightReason.NO_MEASUREMENT, AgreementState.RUNNING, True),
        (LightReason.ON_PATH, AgreementState.ADOPTED, True),
    ],
)
def test_what_has_yet_to_begin_has_no_light_to_show(
    reason: LightReason, state: AgreementState, tells: bool
) -> None:
    assert says_something([reason], state) is tells
    assert not says_something([], state)
