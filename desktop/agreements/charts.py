"""The charts of Beleid, described from lights and measurements; screen and paper draw them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from desktop.agreements.queries.history import Round, YearLight
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.rules.light import FINAL_MEASUREMENT_DAYS, Reading, Target, tolerance
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.states import Direction, Light, PathShape
from desktop.agreements.wording import word
from desktop.agreements.wording.lights import COUNTED
from desktop.documents.charts import (
    Band,
    Counts,
    CountsChart,
    DueChart,
    History,
    HistoryChart,
    Level,
    Measured,
    PathChart,
    Shape,
    Sign,
    Step,
    Tone,
)
from desktop.documents.charts.axis import decimals_of, figure
from desktop.documents.charts.path import PLOT_HEIGHT
from desktop.language import _
from desktop.language.format import day_tiny

SHAPES: Mapping[Light, tuple[Shape, Tone, Tone]] = {
    Light.ON: (Shape.CIRCLE, Tone.GREEN, Tone.GREEN_SOFT),
    Light.RISK: (Shape.TRIANGLE, Tone.AMBER, Tone.AMBER_SOFT),
    Light.OFF: (Shape.SQUARE, Tone.RED, Tone.RED_SOFT),
    Light.NM: (Shape.QUESTION, Tone.GREY, Tone.GREY_SOFT),
    Light.DONE: (Shape.CHECK, Tone.BLUE, Tone.BLUE_SOFT),
}
PERCENT = "%"
Corners = list[tuple[date, Decimal]]


def sign(light: Light) -> Sign:
    """A light as a shape and its word; its colour only helps (agreements, 2.3)."""
    shape, tone, ground = SHAPES[light]
    return Sign(shape, word(light), tone, ground)


def pale_words(light: Light) -> str:
    """What is said of a light that holds no longer: "was: op koers"."""
    return _("was: {light}").format(light=word(light).lower())


def indicator_chart(
    indicator: IndicatorLight,
    measured: Iterable[MeasurementLine | Reading],
    on: date,
    plot_height: float = PLOT_HEIGHT,
) -> PathChart | DueChart:
    """The chart of an indicator as it stands on a day. What was corrected or measured later is
    left out; of one day the measurement that counts is shown. A yes/no has its due day."""
    if indicator.target.direction is Direction.YESNO:
        return _due_chart(indicator.target, on)
    target, unit = indicator.target, indicator.unit.strip()
    counting = _counting(measured, on)
    first, last = _span(target, [line.measured_on for line in counting], on)
    return PathChart(
        first_day=first,
        last_day=last,
        measured=[
            Measured(
                line.measured_on,
                line.value,
                _value_words(line.value, unit),
                line.provisional,
            )
            for line in counting
        ],
        path=_path(target, first, last),
        bands=_bands(target, unit, first, last),
        levels=_levels(target, unit),
        steps=[Step(day, value, _value_words(value, unit)) for day, value in _steps(target)],
        reference=_reference(on),
        unit="" if unit.lower() in COUNTED else unit,
        decimals=target.decimals,
        plot_height=plot_height,
    )


def themes_chart(themes: Iterable[tuple[str, LightCounts]]) -> CountsChart:
    """How many agreements of each theme have which light. A theme gets counts, no light."""
    return CountsChart(
        [
            Counts(name, [(sign(light), counts.of(light)) for light in Light])
            for name, counts in themes
        ]
    )


def rounds_chart(rounds: Sequence[Round], labels: Mapping[str, str]) -> HistoryChart:
    """The lights of agreements in each round of measuring, the oldest first. `labels` says by
    code which agreements are shown and under which name."""
    rows = [
        History(label, [_sign_or_none(round.lights.get(code)) for round in rounds])
        for code, label in labels.items()
    ]
    return HistoryChart([day_tiny(round.on) for round in rounds], rows)


def years_chart(years: Sequence[YearLight], label: str = "") -> HistoryChart:
    """How one agreement went in each of its years, the oldest first."""
    signs = [sign(year.light) for year in years]
    return HistoryChart([str(year.year) for year in years], [History(label, signs)])


def _sign_or_none(light: Light | None) -> Sign | None:
    return None if light is None else sign(light)


def _due_chart(target: Target, on: date) -> DueChart:
    """The year of the due day; longer when it began before, or is not done in time."""
    done = target.done_on if target.done_on is not None and target.done_on <= on else None
    starts = [target.baseline_on or date(target.goal_on.year, 1, 1)]
    starts += [day for day in (done, target.goal_on) if day is not None]
    ends = [date(target.goal_on.year, 12, 31), done or on]
    return DueChart(min(starts), max(ends), target.goal_on, done, _reference(on))


def _reference(on: date) -> tuple[date, str]:
    return on, _("reference date {day}").format(day=day_tiny(on))


def _counting(
    measured: Iterable[MeasurementLine | Reading], on: date
) -> list[MeasurementLine | Reading]:
    """One measurement a day, as the light chooses: a definitive one before a provisional one,
    and then the newest."""
    known = [line for line in measured if _counts(line) and line.measured_on <= on]
    known.sort(key=lambda line: (line.measured_on, not line.provisional, line.id))
    return list({line.measured_on: line for line in known}.values())


def _counts(line: MeasurementLine | Reading) -> bool:
    return not line.superseded if isinstance(line, Reading) else line.counts


def _span(target: Target, days: Sequence[date], on: date) -> tuple[date, date]:
    """From the baseline to the goal and every measurement; and up to the day of the chart while
    the last measurement may still come."""
    first = target.baseline_on or target.goal_on - timedelta(365)
    late = [on] if (on - target.goal_on).days <= FINAL_MEASUREMENT_DAYS else []
    return min([first, *days]), max([target.goal_on, *days, *late])


def _has_path(target: Target) -> bool:
    return (
        target.baseline is not None
        and target.baseline_on is not None
        and target.goal is not None
        and target.baseline_on < target.goal_on
    )


def _steps(target: Target) -> Corners:
    """The steps that have a meaning: those of a schedule, between its two ends."""
    if target.path is not PathShape.SCHEDULE or not _has_path(target):
        return []
    assert target.baseline_on is not None
    return sorted(s for s in target.steps if target.baseline_on < s[0] < target.goal_on)


def _corners(target: Target) -> Corners:
    """The way from the baseline to the goal; none without a baseline."""
    if not _has_path(target):
        return []
    assert target.baseline is not None
    assert target.baseline_on is not None
    assert target.goal is not None
    start, end = (target.baseline_on, target.baseline), (target.goal_on, target.goal)
    if target.path is PathShape.STEP:
        return [start, (target.goal_on, target.baseline), end]
    return [start, *_steps(target), end]


def _path(target: Target, first: date, last: date) -> Corners:
    """The way, level before the baseline and after the goal."""
    corners = _corners(target)
    if not corners:
        return []
    before = [(first, corners[0][1])] if first < corners[0][0] else []
    after = [(last, corners[-1][1])] if last > corners[-1][0] else []
    return [*before, *corners, *after]


def _bands(target: Target, unit: str, first: date, last: date) -> list[Band]:
    """Where a measurement is as agreed, and where it is still within the margin. There is no
    margin from the last day on."""
    if target.direction is Direction.BETWEEN:
        return _bands_between(target, unit, first, last)
    corners = _path(target, first, target.goal_on)
    if not corners:
        return []
    if target.path is PathShape.STEP:
        corners = corners[:-1]
    margin = tolerance(target)
    if not margin:
        return []
    up = target.direction is Direction.UP
    return [
        Band(
            [
                (day, value - margin, value)
                if up
                else (day, value, _at_most_all(value + margin, value, unit))
                for day, value in corners
            ]
        )
    ]


def _bands_between(target: Target, unit: str, first: date, last: date) -> list[Band]:
    assert target.low is not None
    assert target.high is not None
    bands = [Band([(day, target.low, target.high) for day in (first, last)], good=True)]
    margin = tolerance(target)
    days = (first, target.goal_on)
    highest = _at_most_all(target.high + margin, target.high, unit)
    if margin:
        bands.append(Band([(day, target.low - margin, target.low) for day in days]))
    if highest > target.high:
        bands.append(Band([(day, target.high, highest) for day in days]))
    return bands


def _at_most_all(value: Decimal, agreed: Decimal, unit: str) -> Decimal:
    """A percentage is no more than 100, unless more was agreed."""
    return min(value, max(agreed, Decimal(100))) if unit == PERCENT else value


def _levels(target: Target, unit: str) -> list[Level]:
    """What is written at the end of the lines."""

    def level(value: Decimal | None, words: str) -> Level:
        assert value is not None
        return Level(value, words.format(value=_value_words(value, unit)))

    if target.direction is Direction.BETWEEN:
        return [level(target.low, _("at least {value}")), level(target.high, _("at most {value}"))]
    is_ceiling = target.cumulative and target.direction is Direction.DOWN
    return [level(target.goal, _("at most {value}") if is_ceiling else _("goal {value}"))]


def _value_words(value: Decimal, unit: str) -> str:
    """A value as it was given; percentages with their sign, other units stand at the axis."""
    words = figure(value, decimals_of([value]))
    return f"{words} %" if unit == PERCENT else words
