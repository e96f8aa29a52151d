from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.documents.charts import (
    Area,
    Bar,
    BarChart,
    Block,
    Dot,
    Interval,
    IntervalChart,
    Line,
    Mark,
    Measured,
    PathChart,
    Tone,
    Trail,
    Words,
)
from desktop.widgets import theme
from desktop.widgets.chart import Chart, draw
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


def test_a_chart_is_laid_out_again_for_large_print(
    desk: Desk, qtbot: QtBot, qapp: QApplication
) -> None:
    chart = Chart(SHARES, "Gehouden bezichtigingen")
    qtbot.addWidget(chart)
    chart.resize(520, 100)
    chart.show()
    before = chart.height()
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT, large_print=True))
    qtbot.waitUntil(lambda: chart.height() > before)


def pixels_of(mark: Mark, scale: float = 2) -> set[str]:
    """The colours of one mark on paper of 20 by 20 points."""
    picture = QPixmap(40, 40)
    picture.fill(theme.colour("paper"))
    painter = QPainter(picture)
    draw(painter, [mark], scale)
    painter.end()
    image = picture.toImage()
    return {image.pixelColor(x, y).name() for x in range(40) for y in range(40)}


MARKS = [
    Line(2, 10, 18, 10, Tone.RED, 3),
    Trail(((2, 2), (10, 18), (18, 2)), Tone.RED, 3),
    Area(((2, 2), (18, 2), (10, 18)), Tone.RED),
    Dot(10, 10, 6, Tone.RED),
    Dot(10, 10, 6, Tone.RED, hollow=True),
    Block(2, 2, 16, 16, Tone.RED),
    Block(2, 2, 16, 16, Tone.RED, radius=4),
    Words(1, 17, "WM", 19, Tone.RED, 14, bold=True),
]


@pytest.mark.parametrize("mark", MARKS, ids=lambda mark: type(mark).__name__)
def test_every_kind_of_mark_is_drawn_in_its_tone(desk: Desk, mark: Mark) -> None:
    assert theme.LIGHT.red in pixels_of(mark)


def test_a_hollow_dot_has_paper_inside(desk: Desk) -> None:
    picture = QPixmap(40, 40)
    picture.fill(theme.colour("ink"))
    painter = QPainter(picture)
    draw(painter, [Dot(10, 10, 6, Tone.RED, hollow=True)], 2)
    painter.end()
    assert picture.toImage().pixelColor(20, 20).name() == theme.LIGHT.paper


@pytest.mark.parametrize("tone", list(Tone))
def test_a_tone_on_paper_is_the_colour_of_the_light_look(tone: Tone) -> None:
    assert tone.value == getattr(theme.LIGHT, tone.name.lower())


def test_a_path_chart_is_drawn_on_the_screen(desk: Desk, qtbot: QtBot) -> None:
    first, last = date(2027, 1, 1), date(2027, 12, 31)
    measured = [Measured(date(2027, 7, 1), Decimal(51), "51")]
    path = ((first, Decimal(0)), (last, Decimal(120)))
    chart = Chart(PathChart(first, last, measured, path), "Nieuwe woningen")
    qtbot.addWidget(chart)
    chart.resize(700, 200)
    chart.show()
    assert theme.LIGHT.brand in colours_of(chart)
    assert chart.accessibleDescription() == "Gemeten: 1 jul 2027 51"
