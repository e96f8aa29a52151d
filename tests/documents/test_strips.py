"""Strips of signs: counts of each, their history, and the day before which something is done."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import charts_pdf
from desktop.documents.charts import (
    Area,
    Block,
    Chart,
    Counts,
    CountsChart,
    Dot,
    DueChart,
    History,
    HistoryChart,
    Line,
    Shape,
    Sign,
    Tone,
    Trail,
    Words,
)
from desktop.documents.charts.signs import drawn
from tests.support.charts import outside, overlapping, said_in

GOOD = Sign(Shape.CIRCLE, "op koers", Tone.GREEN, Tone.GREEN_SOFT)
LATE = Sign(Shape.TRIANGLE, "let op", Tone.AMBER, Tone.AMBER_SOFT)
BAD = Sign(Shape.SQUARE, "niet op koers", Tone.RED, Tone.RED_SOFT)
UNKNOWN = Sign(Shape.QUESTION, "niet te meten", Tone.GREY, Tone.GREY_SOFT)
DONE = Sign(Shape.CHECK, "gehaald", Tone.BLUE, Tone.BLUE_SOFT)
SIGNS = (GOOD, LATE, BAD, UNKNOWN, DONE)


def blocks(chart: Chart) -> list[Block]:
    return [m for m in chart.lay_out(500).marks if isinstance(m, Block)]


@pytest.mark.parametrize("pale", [False, True])
def test_every_shape_differs_from_the_others_without_its_colour(pale: bool):
    forms = set()
    for shape in Shape:
        (mark,) = drawn(shape, Tone.INK, 0, 0, 8, pale=pale)
        corners = len(getattr(mark, "corners", getattr(mark, "places", ())))
        forms.add((type(mark), corners))
    assert len(forms) == len(Shape)


@pytest.mark.parametrize("shape", Shape)
def test_a_pale_shape_differs_from_a_full_one(shape: Shape):
    assert drawn(shape, Tone.INK, 0, 0, 8) != drawn(shape, Tone.INK, 0, 0, 8, pale=True)


def test_a_theme_is_a_bar_with_the_count_of_each_sign():
    chart = CountsChart([Counts("Warme woningen", [(GOOD, 2), (LATE, 0), (BAD, 1)])])
    good, bad = blocks(chart)[:2]
    assert (good.tone, bad.tone) == (Tone.GREEN_SOFT, Tone.RED_SOFT)
    assert good.width > bad.width
    assert said_in(chart.lay_out(500))[:4] == ["Warme woningen", "2", "1", "3"]


def test_a_theme_with_more_agreements_has_a_longer_bar():
    few, many = blocks(CountsChart([Counts("a", [(GOOD, 10)]), Counts("b", [(GOOD, 20)])]))[:2]
    assert few.width == pytest.approx(many.width / 2, abs=2)


def test_the_legend_says_the_word_of_each_sign_that_is_shown():
    chart = CountsChart([Counts("a", [(GOOD, 1), (LATE, 0)])])
    words = said_in(chart.lay_out(500))
    assert "op koers" in words
    assert "let op" not in words


def test_counts_are_told_in_words():
    chart = CountsChart([Counts("a", [(GOOD, 2), (LATE, 0), (BAD, 1)]), Counts("b", [(DONE, 1)])])
    assert chart.in_words() == "a: 2 op koers, 1 niet op koers; b: 1 gehaald"


def test_a_theme_without_agreements_shows_0():
    chart = CountsChart([Counts("a", [])])
    assert said_in(chart.lay_out(500)) == ["a", "0"]


def test_history_goes_from_left_to_right_and_a_gap_is_a_dash():
    chart = HistoryChart(["1 apr", "1 jul", "1 okt"], [History("BES-01", [None, LATE, GOOD])])
    late, good = blocks(chart)
    assert (late.tone, good.tone) == (Tone.AMBER_SOFT, Tone.GREEN_SOFT)
    assert late.x < good.x
    (dash,) = [m for m in chart.lay_out(500).marks if isinstance(m, Line)]
    assert dash.x2 < late.x


def test_history_is_told_in_words():
    chart = HistoryChart(["1 apr", "1 jul"], [History("BES-01", [None, GOOD])])
    assert chart.in_words() == "BES-01: 1 apr –, 1 jul op koers"
    assert HistoryChart(["1 jul"], [History("", [BAD])]).in_words() == "1 jul niet op koers"


def test_when_not_all_years_fit_the_newest_are_shown():
    years = [str(year) for year in range(2000, 2040)]
    picture = HistoryChart(years, [History("BES-01", [GOOD] * 40)]).lay_out(300)
    shown = said_in(picture)
    assert "2039" in shown
    assert "2000" not in shown


def test_what_is_not_done_yet_shows_its_day():
    chart = DueChart(date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 1), None)
    assert "uiterlijk 1 okt 2026" in said_in(chart.lay_out(500))
    assert chart.in_words() == "uiterlijk 1 okt 2026; nog niet gedaan"


def test_what_was_done_has_a_check_at_its_day():
    chart = DueChart(date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 1), date(2026, 9, 12))
    (check,) = [m for m in chart.lay_out(500).marks if isinstance(m, Trail)]
    (due,) = [m for m in chart.lay_out(500).marks if isinstance(m, Dot)]
    assert check.places[0][0] < due.x
    assert chart.in_words() == "uiterlijk 1 okt 2026; gedaan op 12 sep 2026"


@pytest.mark.parametrize("done_on", [None, date(2026, 11, 20)])
def test_days_too_late_are_dashed(done_on: date | None):
    reference = (date(2026, 12, 1), "peildatum 1 dec")
    first, last, due = date(2026, 1, 1), date(2026, 12, 31), date(2026, 10, 1)
    late = DueChart(first, last, due, done_on, reference)
    lines = [m for m in late.lay_out(500).marks if isinstance(m, Line) and m.tone is Tone.RED]
    assert [line.dashed for line in lines] == [True]


labels = st.text("abcdefghijkLMNO WW%", max_size=50)
counts = st.builds(
    lambda label, numbers: Counts(label, list(zip(SIGNS, numbers, strict=True))),
    labels,
    st.lists(st.integers(0, 2000), min_size=5, max_size=5),
)
moments = st.lists(
    st.sampled_from(["1 jan", "2026", "31 dec 2026", "een heel lang moment"]), max_size=30
)


@st.composite
def histories(draw: st.DrawFn) -> HistoryChart:
    when = draw(moments)
    row = st.lists(st.none() | st.sampled_from(SIGNS), min_size=len(when), max_size=len(when))
    return HistoryChart(when, draw(st.lists(st.builds(History, labels, row), max_size=4)))


@st.composite
def dues(draw: st.DrawFn) -> DueChart:
    days = st.dates(date(2000, 1, 1), date(2040, 1, 1))
    first, last = sorted((draw(days), draw(days)))
    within = st.dates(first, last)
    reference = st.none() | st.tuples(days, st.just("peildatum 15 jul 2026"))
    return DueChart(first, last, draw(within), draw(st.none() | within), draw(reference))


strips = st.one_of(st.builds(CountsChart, st.lists(counts, max_size=4)), histories(), dues())


@given(strips, st.floats(300, 1200))
def test_words_never_overlap_and_nothing_falls_outside(chart: Chart, width: float):
    picture = chart.lay_out(width)
    assert not overlapping(picture)
    assert not outside(picture)


@given(strips)
def test_every_strip_can_be_drawn_on_paper(chart: Chart):
    drawing = charts_pdf.drawing(chart, 400)
    assert len(drawing.contents) == len(chart.lay_out(400).marks)


def test_the_words_of_a_part_are_inside_it():
    chart = CountsChart([Counts("a", [(sign, 1000) for sign in SIGNS]), Counts("b", [(GOOD, 1)])])
    parts = blocks(chart)
    numbers = [m for m in chart.lay_out(300).marks if isinstance(m, Words) and m.bold]
    assert len(parts) == 6
    assert {number.text for number in numbers if number.text != "?"} == {"1000", "1"}


def test_a_square_and_a_triangle_are_filled():
    for shape in (Shape.SQUARE, Shape.TRIANGLE):
        (mark,) = drawn(shape, Tone.INK, 0, 0, 8)
        assert isinstance(mark, Area)
