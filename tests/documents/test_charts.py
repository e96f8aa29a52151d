"""Charts say the same on screen and on paper, and stay within their width."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.documents import charts_pdf
from desktop.documents.charts import Bar, BarChart, Block, Dot, Interval, IntervalChart, Line, Words

shares = st.floats(0, 1)
intervals = st.builds(
    lambda label, three: Interval(label, "3 van 6", sorted(three)[1], min(three), max(three)),
    st.text(max_size=80),
    st.tuples(shares, shares, shares),
)


def test_an_interval_is_a_line_from_low_to_high_with_a_dot_at_the_value():
    picture = IntervalChart([Interval("Proef", "3 van 6", 0.5, 0.19, 0.81)]).lay_out(500)
    (dot,) = [mark for mark in picture.marks if isinstance(mark, Dot)]
    thick = [mark for mark in picture.marks if isinstance(mark, Line) and mark.width > 1]
    assert min(line.x1 for line in thick) < dot.x < max(line.x2 for line in thick)
    half = (min(line.x1 for line in thick) + max(line.x2 for line in thick)) / 2
    assert abs(dot.x - half) < 0.01


def test_too_little_data_shows_words_and_no_line():
    picture = IntervalChart([Interval("Proef", "te weinig gegevens")]).lay_out(500)
    assert not [mark for mark in picture.marks if isinstance(mark, Dot)]
    assert "te weinig gegevens" in [m.text for m in picture.marks if isinstance(m, Words)]


def test_the_longest_bar_takes_the_whole_room():
    picture = BarChart([Bar("a", 2, "2"), Bar("b", 4, "4")]).lay_out(500)
    short, long = (mark for mark in picture.marks if isinstance(mark, Block))
    assert long.width == 2 * short.width


def test_bars_of_nothing_have_no_length():
    picture = BarChart([Bar("a", 0, "0")]).lay_out(500)
    assert [mark.width for mark in picture.marks if isinstance(mark, Block)] == [0]


@given(st.lists(intervals, max_size=6), st.floats(200, 700))
def test_every_mark_lies_within_the_picture(rows: list[Interval], width: float):
    picture = IntervalChart(rows, [(0.7, "werkbaar")]).lay_out(width)
    for mark in picture.marks:
        x = [mark.x1, mark.x2] if isinstance(mark, Line) else [mark.x]
        y = [mark.y1, mark.y2] if isinstance(mark, Line) else [mark.y]
        assert all(0 <= value <= picture.width for value in x)
        assert all(0 <= value <= picture.height for value in y)


@given(st.lists(intervals, max_size=4))
def test_every_chart_can_be_drawn_on_paper(rows: list[Interval]):
    chart = IntervalChart(rows)
    drawn = charts_pdf.drawing(chart, 400)
    assert len(drawn.contents) == len(chart.lay_out(400).marks)
