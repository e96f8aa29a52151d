from __future__ import annotations

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.documents.charts import Bar, BarChart, Interval, IntervalChart
from desktop.widgets import theme
from desktop.widgets.chart import Chart
from desktop.widgets.desk import Desk

SHARES = IntervalChart(
    [
        Interval("Kadeflat", "9 van 12", 9 / 12, 0.4677, 0.9111),
        Interval("Havenflat", "te weinig gegevens"),
    ],
    thresholds=[(0.7, "afgesproken")],
)


def colours_of(chart: Chart) -> set[str]:
    picture = chart.grab().toImage()
    across, down = range(picture.width()), range(picture.height())
    return {QColor(found).name() for found in {picture.pixel(x, y) for x in across for y in down}}


def test_a_chart_is_drawn_in_the_colours_of_the_look(desk: Desk, qtbot: QtBot) -> None:
    chart = Chart(SHARES, "Gehouden bezichtigingen")
    qtbot.addWidget(chart)
    chart.resize(520, 100)
    chart.show()
    assert theme.LIGHT.brand in colours_of(chart)


def test_a_screen_reader_hears_the_counts(desk: Desk, qtbot: QtBot) -> None:
    chart = Chart(SHARES, "Gehouden bezichtigingen")
    qtbot.addWidget(chart)
    assert chart.accessibleDescription() == "Kadeflat: 9 van 12; Havenflat: te weinig gegevens"


def test_a_chart_with_more_rows_is_higher(desk: Desk, qtbot: QtBot) -> None:
    chart = Chart(BarChart([Bar("Kadeflat", 2, "2 dagen")]), "Dagen")
    qtbot.addWidget(chart)
    before = chart.height()
    chart.show_chart(BarChart([Bar(f"Flat {n}", n, f"{n} dagen") for n in range(5)]))
    assert chart.height() > before
