"""The charts of Beleid: what was agreed and measured, as the light reckons with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.agreements.charts import (
    SHAPES,
    indicator_chart,
    rounds_chart,
    themes_chart,
    years_chart,
)
from desktop.agreements.queries.history import Round, YearLight
from desktop.agreements.queries.lights import IndicatorLight
from desktop.agreements.queries.measuring import MeasurementLine
from desktop.agreements.rules.light import Reading, Reckoned, Target, expected_on, tolerance
from desktop.agreements.rules.rounds import LightCounts
from desktop.agreements.states import Direction, Light, LightReason, PathShape
from desktop.documents.charts import Chart, DueChart, PathChart
from tests.support.agreements import BASELINE_ON, GOAL_ON, MORGENVELD_2026, ON, Row
from tests.support.charts import outside, overlapping, said_in

ROWS = {row.code: row for row in MORGENVELD_2026}
numbers = iter(range(1, 10_000_000))


def indicator(target: Target, unit: str = "aantal", name: str = "woningen") -> IndicatorLight:
    """The chart does not look at the light itself."""
    reckoned = Reckoned(Light.NM, LightReason.NO_MEASUREMENT)
    return IndicatorLight(1, "BES-01", name, unit, "", True, target, reckoned, None)


def line(
    on: date,
    value: str | Decimal,
    provisional: bool = False,
    corrected_by: int | None = None,
) -> MeasurementLine:
    return MeasurementLine(
        id=next(numbers),
        measured_on=on,
        value=Decimal(value),
        source="opleverlijst",
        source_date=None,
        provisional=provisional,
        remark="",
        entered_at=datetime(2026, 7, 2, tzinfo=UTC),
        entered_by="Noor de Vries",
        supersedes_id=None,
        corrected_by=corrected_by,
    )


def lines(row: Row) -> list[MeasurementLine]:
    return [line(row.measured_on, row.measured)] if row.measured is not None else []


def chart_of(row: Row, unit: str = "aantal", on: date = ON) -> PathChart:
    chart = indicator_chart(indicator(row.target(), unit), lines(row), on)
    assert isinstance(chart, PathChart)
    return chart


def words_of(chart: Chart) -> list[str]:
    return said_in(chart.lay_out(600))


@pytest.mark.parametrize("row", MORGENVELD_2026, ids=lambda row: row.code)
def test_each_agreement_of_morgenveld_has_a_chart_that_fits(row: Row):
    chart = indicator_chart(indicator(row.target()), lines(row), ON)
    for width in (300, 468, 900):
        picture = chart.lay_out(width)
        assert not overlapping(picture)
        assert not outside(picture)
    assert isinstance(chart, DueChart) is (row.code == "VER-03")


def test_a_schedule_bends_at_its_steps_and_shows_them():
    chart = chart_of(ROWS["BES-01"])
    assert list(chart.path) == [
        (BASELINE_ON, Decimal(0)),
        (date(2026, 7, 1), Decimal(18)),
        (GOAL_ON, Decimal(60)),
    ]
    assert [step.words for step in chart.steps] == ["18"]


def test_all_at_the_end_stays_level_until_the_last_day():
    target = replace(ROWS["BET-03"].target(), path=PathShape.STEP)
    chart = indicator_chart(indicator(target), [], ON)
    assert isinstance(chart, PathChart)
    assert [value for _day, value in chart.path] == [70, 70, 85]


def test_the_goal_is_written_at_its_end():
    assert "doel 60" in words_of(chart_of(ROWS["BES-01"]))
    assert "hoogstens 8" in words_of(chart_of(ROWS["BET-02"]))
    assert "doel 85 %" in words_of(chart_of(ROWS["BET-03"], "%"))


def test_between_two_values_is_a_band_with_its_margin_and_no_percentage_above_100():
    chart = chart_of(ROWS["BET-01"], "%")
    assert [(band.good, *band.corners[0][1:]) for band in chart.bands] == [
        (True, 95, 100),
        (False, Decimal("94.5"), 95),
    ]
    assert {"minstens 95 %", "hoogstens 100 %"} <= set(words_of(chart))


@pytest.mark.parametrize("row", MORGENVELD_2026, ids=lambda row: row.code)
def test_the_margin_is_on_the_side_where_it_goes_worse(row: Row):
    target = row.target()
    if target.direction not in (Direction.UP, Direction.DOWN):
        return
    (band,) = chart_of(row).bands
    _day, low, high = band.corners[0]
    assert high - low == tolerance(target)
    assert (high if target.direction is Direction.UP else low) == target.baseline


def test_without_a_baseline_the_goal_is_a_line_from_side_to_side():
    target = replace(ROWS["LEE-01"].target(), baseline=None, baseline_on=None)
    chart = indicator_chart(indicator(target, "rapportcijfer"), [line(ON, "7.2")], ON)
    assert isinstance(chart, PathChart)
    assert not chart.path
    assert {"doel 7,2", "rapportcijfer"} <= set(words_of(chart))


def test_the_unit_is_named_at_the_axis_unless_things_are_only_counted():
    assert "maanden" in words_of(chart_of(ROWS["BES-02"], "maanden"))
    assert "aantal" not in words_of(chart_of(ROWS["BES-01"], "aantal"))


def test_what_was_corrected_or_measured_later_is_left_out():
    measured = [
        line(date(2026, 7, 1), "17", corrected_by=99),
        line(date(2026, 7, 1), "18"),
        line(date(2026, 10, 1), "40"),
    ]
    chart = indicator_chart(indicator(ROWS["BES-01"].target()), measured, ON)
    assert isinstance(chart, PathChart)
    assert [m.words for m in chart.measured] == ["18"]


def test_of_one_day_the_definitive_measurement_is_shown():
    measured = [line(date(2026, 7, 1), "18"), line(date(2026, 7, 1), "20", provisional=True)]
    chart = indicator_chart(indicator(ROWS["BES-01"].target()), measured, ON)
    assert isinstance(chart, PathChart)
    assert [(m.words, m.provisional) for m in chart.measured] == [("18", False)]


def test_the_day_of_the_chart_has_its_words_as_long_as_it_matters():
    assert "peildatum 15 jul" in words_of(chart_of(ROWS["BES-01"]))
    late = chart_of(ROWS["BES-01"], on=GOAL_ON + timedelta(31))
    assert late.last_day == GOAL_ON + timedelta(31)
    over = chart_of(ROWS["BES-01"], on=date(2030, 1, 1))
    assert over.last_day == GOAL_ON
    assert not any(words.startswith("peildatum") for words in words_of(over))


def test_a_yes_or_no_has_no_line_but_a_day():
    chart = indicator_chart(indicator(ROWS["VER-03"].target()), [], ON)
    assert chart.in_words() == "uiterlijk 1 okt 2026; nog niet gedaan"


def test_a_deed_of_after_the_day_of_the_chart_is_not_known_yet():
    target = replace(ROWS["VER-03"].target(), done_on=date(2026, 9, 12))
    assert "nog niet gedaan" in indicator_chart(indicator(target), [], ON).in_words()
    later = indicator_chart(indicator(target), [], date(2026, 10, 1))
    assert later.in_words() == "uiterlijk 1 okt 2026; gedaan op 12 sep 2026"


def test_a_theme_shows_the_counts_of_its_lights():
    chart = themes_chart([("Genoeg woningen", LightCounts(on=1, off=2))])
    assert chart.in_words() == "Genoeg woningen: 1 Op koers, 2 Niet op koers"


def test_history_shows_the_light_of_each_round():
    april = Round(1, date(2026, 4, 1), {"BES-02": Light.OFF})
    july = Round(2, date(2026, 7, 1), {"BES-01": Light.RISK, "BES-02": Light.OFF})
    chart = rounds_chart([april, july], {"BES-01": "BES-01 60 woningen"})
    assert chart.in_words() == "BES-01 60 woningen: 1 apr –, 1 jul Let op"


def test_history_over_the_years_has_a_light_a_year():
    years = [
        YearLight(2025, 1, "BES-01", date(2026, 1, 31), Light.DONE),
        YearLight(2026, 2, "BES-01", ON, Light.ON),
    ]
    assert years_chart(years).in_words() == "2025 Gehaald, 2026 Op koers"


def test_the_measurements_of_a_report_give_the_same_chart():
    reading = Reading(1, date(2026, 7, 1), Decimal(18), provisional=False, superseded=False)
    corrected = Reading(0, date(2026, 4, 1), Decimal(9), provisional=False, superseded=True)
    shown = indicator(ROWS["BES-01"].target())
    assert indicator_chart(shown, [corrected, reading], ON) == chart_of(ROWS["BES-01"])


def test_every_light_has_a_shape_of_its_own():
    assert set(SHAPES) == set(Light)
    assert len({shape for shape, _tone, _ground in SHAPES.values()}) == len(Light)


amounts = st.one_of(
    st.decimals(-500, 500, places=1), st.sampled_from([Decimal("1e400"), Decimal("-3e20")])
)
some_days = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@st.composite
def targets(draw: st.DrawFn) -> Target:
    low, high = sorted((draw(amounts), draw(amounts)))
    has_baseline = draw(st.booleans())
    return Target(
        direction=draw(st.sampled_from(Direction)),
        cumulative=draw(st.booleans()),
        baseline=draw(amounts) if has_baseline else None,
        baseline_on=draw(some_days) if has_baseline else None,
        goal=draw(amounts),
        goal_on=draw(some_days),
        low=low,
        high=high,
        path=draw(st.sampled_from(PathShape)),
        steps=tuple(draw(st.lists(st.tuples(some_days, amounts), max_size=3))),
        margin_percent=draw(st.decimals(0, 100, places=1)),
        margin_absolute=draw(st.none() | st.decimals(0, 100, places=1)),
        max_age_days=120,
        decimals=draw(st.integers(0, 4)),
        done_on=draw(st.none() | some_days),
    )


measurements = st.lists(st.builds(line, some_days, amounts, st.booleans()), max_size=8)


@given(targets(), measurements, some_days, st.sampled_from(["%", "aantal", "maanden"]))
def test_whatever_was_agreed_and_measured_fits(
    target: Target, measured: list[MeasurementLine], on: date, unit: str
):
    chart = indicator_chart(indicator(target, unit), measured, on)
    for width in (300, 700):
        picture = chart.lay_out(width)
        assert not overlapping(picture)
        assert not outside(picture)
    assert chart.in_words()


@given(targets())
def test_the_corners_of_the_way_are_what_the_light_expects(target: Target):
    chart = indicator_chart(indicator(target), [], date(2020, 1, 1))
    if not isinstance(chart, PathChart) or target.path is PathShape.STEP:
        return
    unit = Decimal(1).scaleb(-target.decimals)
    for day, value in chart.path:
        if [d for d, _v in chart.path].count(day) == 1:
            expected = expected_on(target, day)
            assert expected is not None
            assert abs(value - expected) <= unit / 2


def test_the_chart_leaves_nothing_of_the_order_of_measurements():
    measured = [line(date(2026, 4, 1), "9"), line(date(2026, 7, 1), "18")]
    target = indicator(ROWS["BES-01"].target())
    assert indicator_chart(target, measured, ON) == indicator_chart(target, measured[::-1], ON)
