"""The chart of an indicator: the way that was agreed, and what was measured."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import charts_pdf
from desktop.documents.charts import (
    Area,
    Band,
    Block,
    Dot,
    Level,
    Line,
    Measured,
    PathChart,
    Step,
    Tone,
    Trail,
    Words,
)
from desktop.documents.charts.axis import figure
from tests.support.charts import outside, overlapping, said_in

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
JULY, OCTOBER = date(2027, 7, 1), date(2027, 10, 1)


def measured(on: date, value: int | str, provisional: bool = False) -> Measured:
    number = Decimal(value)
    return Measured(on, number, figure(number, 0), provisional)


def straight(start: int | str, goal: int | str, *values: Measured, decimals: int = 0) -> PathChart:
    first, last = Decimal(start), Decimal(goal)
    return PathChart(
        FIRST,
        LAST,
        values,
        path=((FIRST, first), (LAST, last)),
        levels=(Level(last, f"doel {figure(last, decimals)}"),),
        decimals=decimals,
    )


HOMES = straight(0, 120, measured(JULY, 51), measured(OCTOBER, 84))


def axis_of(chart: PathChart) -> list[str]:
    """The words at the axis of values, from below."""
    picture = chart.lay_out(500)
    grid = [m for m in picture.marks if isinstance(m, Line) and m.tone is Tone.LINE]
    return said_in(picture)[: len(grid)]


def days_of(chart: PathChart) -> list[str]:
    picture = chart.lay_out(500)
    below = [m for m in picture.marks if isinstance(m, Words) and m.y == 20 + 116 + 14]
    return [m.text for m in sorted(below, key=lambda m: m.x)]


def last_label(chart: PathChart) -> Words:
    (label,) = [
        m
        for m in chart.lay_out(500).marks
        if isinstance(m, Words) and m.bold and m.tone is Tone.BRAND
    ]
    return label


def test_the_expected_way_is_dashed_and_what_was_measured_is_solid():
    trails = [m for m in HOMES.lay_out(500).marks if isinstance(m, Trail)]
    assert [(m.tone, m.dashed) for m in trails] == [(Tone.SOFT, True), (Tone.BRAND, False)]


def test_a_measurement_behind_the_way_is_drawn_below_it():
    way, values = (m.places for m in HOMES.lay_out(500).marks if isinstance(m, Trail))
    (x1, y1), (x2, y2) = way
    x, y = values[-1]
    assert y > y1 + (y2 - y1) * (x - x1) / (x2 - x1)


def test_the_goal_and_the_last_value_are_written_at_their_places():
    picture = HOMES.lay_out(500)
    way = next(m for m in picture.marks if isinstance(m, Trail))
    goal = next(m for m in picture.marks if isinstance(m, Words) and m.text == "doel 120")
    assert goal.x > way.places[-1][0]
    assert abs(goal.y - 3 - way.places[-1][1]) < 0.1
    assert last_label(HOMES).text == "84"


def test_a_provisional_measurement_is_hollow():
    chart = straight(0, 120, measured(JULY, 51), measured(OCTOBER, 84, provisional=True))
    dots = [m for m in chart.lay_out(500).marks if isinstance(m, Dot) and m.y < 136]
    assert [dot.hollow for dot in dots] == [False, True]


def test_the_legend_names_only_what_is_drawn():
    assert said_in(HOMES.lay_out(500))[-2:] == ["gemeten", "verwacht"]
    assert said_in(straight(0, 120).lay_out(500))[-1:] == ["verwacht"]
    assert "gemeten" not in said_in(straight(0, 120).lay_out(500))


@pytest.mark.parametrize(
    ("chart", "axis"),
    [
        (HOMES, ["0", "40", "80", "120"]),
        (straight(0, 60), ["0", "20", "40", "60"]),
        (straight(0, 4), ["0", "1", "2", "3", "4"]),
        (straight(4200, 4200, measured(JULY, 4188)), ["4.188", "4.192", "4.196", "4.200"]),
        (straight("6.9", "7.2", decimals=1), ["6,9", "7,0", "7,1", "7,2"]),
        (straight(640, 560), ["560", "580", "600", "620", "640"]),
        (straight(-30, 10), ["-30", "-20", "-10", "0", "10"]),
        (straight(0, 3_000_000), ["0", "1 miljoen", "2 miljoen", "3 miljoen"]),
        (straight(0, 0), ["0", "1", "2"]),
    ],
)
def test_the_axis_has_round_values(chart: PathChart, axis: list[str]):
    assert axis_of(chart) == axis


def test_a_value_that_stays_what_it_is_gets_room_around_it():
    axis = axis_of(straight(4200, 4200))
    assert axis[0] < "4.200" < axis[-1]


def test_the_margin_does_not_pull_the_axis_below_nothing():
    margin = Band(((FIRST, Decimal(-12), Decimal(0)), (LAST, Decimal(108), Decimal(120))))
    chart = PathChart(FIRST, LAST, HOMES.measured, HOMES.path, (margin,), HOMES.levels)
    assert axis_of(chart)[0] == "0"
    assert not outside(chart.lay_out(500))
    (area,) = [m for m in chart.lay_out(500).marks if isinstance(m, Area)]
    assert max(y for _x, y in area.corners) == 136


def test_a_year_has_its_quarters_and_its_ends():
    assert days_of(HOMES) == ["1 jan", "1 apr", "1 jul", "1 okt", "31 dec"]


def test_ends_in_two_years_say_which():
    start = date(2026, 12, 31)
    chart = PathChart(start, LAST, (), path=((start, Decimal(0)), (LAST, Decimal(60))))
    assert days_of(chart) == ["31 dec 2026", "1 apr", "1 jul", "1 okt", "31 dec 2027"]


def test_ten_years_are_told_by_years():
    first, last = date(2016, 1, 1), date(2026, 1, 1)
    chart = PathChart(first, last, (), path=((first, Decimal(0)), (last, Decimal(60))))
    assert days_of(chart) == ["1 jan 2016", "2018", "2020", "2022", "2024", "1 jan 2026"]


def test_the_day_of_the_chart_is_a_line_with_its_words():
    chart = PathChart(FIRST, LAST, (), HOMES.path, reference=(OCTOBER, "peildatum 1 okt"))
    dashed = [m for m in chart.lay_out(500).marks if isinstance(m, Line) and m.dashed]
    assert any(m.x1 == m.x2 for m in dashed)
    assert "peildatum 1 okt" in said_in(chart.lay_out(500))


def test_a_chart_of_a_year_that_is_over_has_no_line_for_today():
    chart = PathChart(FIRST, LAST, (), HOMES.path, reference=(date(2030, 1, 1), "peildatum"))
    assert "peildatum" not in said_in(chart.lay_out(500))


def test_a_value_that_was_agreed_for_a_day_is_a_block_with_its_value():
    way = ((FIRST, Decimal(0)), (JULY, Decimal(18)), (LAST, Decimal(60)))
    chart = PathChart(FIRST, LAST, (), way, steps=(Step(JULY, Decimal(18), "18"),))
    picture = chart.lay_out(500)
    (block,) = [m for m in picture.marks if isinstance(m, Block) and m.y < 136]
    trail = next(m for m in picture.marks if isinstance(m, Trail))
    assert (block.x + block.width / 2, block.y + block.height / 2) == pytest.approx(trail.places[1])
    assert "18" in said_in(picture)


def test_between_two_values_has_a_band_and_two_lines():
    low, high = Decimal(95), Decimal(100)
    chart = PathChart(
        FIRST,
        LAST,
        [measured(JULY, 97)],
        bands=(Band(((FIRST, low, high), (LAST, low, high)), good=True),),
        levels=(Level(low, "minstens 95"), Level(high, "hoogstens 100")),
        unit="%",
    )
    picture = chart.lay_out(500)
    assert [m.tone for m in picture.marks if isinstance(m, Area)] == [Tone.BRAND_SOFT]
    assert len([m for m in picture.marks if isinstance(m, Line) and m.dashed]) == 2
    assert {"minstens 95", "hoogstens 100", "zoals afgesproken"} <= set(said_in(picture))


def test_levels_close_to_each_other_are_written_apart():
    levels = (Level(Decimal(100), "minstens 100"), Level(Decimal(101), "hoogstens 101"))
    chart = PathChart(FIRST, LAST, [measured(JULY, 900)], levels=levels)
    assert not overlapping(chart.lay_out(500))


def test_who_cannot_see_it_hears_the_goal_and_the_measurements():
    chart = straight(0, 120, measured(JULY, 51), measured(OCTOBER, 84, provisional=True))
    assert chart.in_words() == (
        "doel 120 (31 dec 2027). Gemeten: 1 jul 2027 51; 1 okt 2027 84 (voorlopig)"
    )
    assert straight(0, 120).in_words().endswith("Nog geen meting")


def test_of_many_measurements_the_first_and_the_last_are_told():
    many = [measured(FIRST + timedelta(n), n) for n in range(300)]
    told = straight(0, 300, *many).in_words()
    assert told.count(";") == 11
    assert "1 jan 2027 0;" in told
    assert told.endswith(" 299")


def test_nothing_at_all_is_an_empty_plot():
    picture = PathChart(FIRST, LAST, ()).lay_out(500)
    assert said_in(picture) == ["31 dec", "1 jan", "1 apr", "1 jul", "1 okt"]
    assert not outside(picture)


values = st.one_of(
    st.decimals(-1000, 100_000, places=1),
    st.integers(0, 200).map(Decimal),
    st.sampled_from(["0", "4200", "1e400", "-1e30", "0.0001", "1e15", "999999"]).map(Decimal),
)
days = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@st.composite
def path_charts(draw: st.DrawFn) -> PathChart:
    first, last = sorted((draw(days), draw(days)))
    within = st.dates(first, last)
    decimals = draw(st.integers(0, 2))
    found = draw(st.lists(st.tuples(within, values, st.booleans()), max_size=15))
    way = ((first, draw(values)), (last, draw(values)))
    margin = draw(st.decimals(0, 50, places=1))
    corners = [(day, value - margin, value) for day, value in way]
    level = Level(way[-1][1], "doel " + draw(st.sampled_from([figure(way[-1][1], 1), "W" * 40])))
    other = Level(draw(values), "hoogstens iets")
    step = Step(draw(within), draw(values), "1.234")
    return PathChart(
        first,
        last,
        [
            Measured(day, value, figure(value, decimals), provisional)
            for day, value, provisional in sorted(found)
        ],
        path=draw(st.sampled_from([way, ()])),
        bands=draw(st.sampled_from([(Band(corners),), ()])),
        levels=draw(st.sampled_from([(level,), (level, other), ()])),
        steps=draw(st.sampled_from([(step,), ()])),
        reference=draw(st.none() | st.tuples(days, st.just("peildatum 15 jul 2026"))),
        unit=draw(st.sampled_from(["", "%", "woningen", "woningen met een heel lang woord " * 4])),
        decimals=decimals,
    )


@given(path_charts(), st.floats(300, 1200))
def test_words_never_overlap_and_nothing_falls_outside(chart: PathChart, width: float):
    picture = chart.lay_out(width)
    assert not overlapping(picture)
    assert not outside(picture)
    assert picture.width == width


@given(path_charts())
def test_every_day_and_value_has_a_place_from_left_to_right(chart: PathChart):
    trails = [m for m in chart.lay_out(500).marks if isinstance(m, Trail) and not m.dashed]
    for trail in trails:
        xs = [x for x, _y in trail.places]
        assert xs == sorted(xs)


@given(path_charts())
def test_every_path_chart_can_be_drawn_on_paper(chart: PathChart):
    drawn = charts_pdf.drawing(chart, 400)
    assert len(drawn.contents) == len(chart.lay_out(400).marks)


def test_five_hundred_measurements_have_small_dots():
    chart = straight(0, 500, *(measured(FIRST + timedelta(n % 364), n) for n in range(500)))
    dots = [m for m in chart.lay_out(500).marks if isinstance(m, Dot)]
    assert len(dots) == 501  # and one in the legend
    assert {dot.radius for dot in dots[:-1]} == {1.2}
