"""The chart of an indicator, from its description to the painted picture and to the page."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from desktop.documents import charts_pdf
from desktop.documents.charts import Band, Level, Measured, PathChart
from desktop.widgets import theme
from desktop.widgets.chart import PIXELS_A_POINT, draw
from tests.benchmarks.table import p95, show

FIRST, LAST = date(2027, 1, 1), date(2027, 12, 31)
WIDTH = 640.0  # points: the card of an agreement on the smallest screen
ROUNDS = 40
MOST_MS = {40: 10.0, 500: 25.0}


def chart_of(measurements: int) -> PathChart:
    """A year with a goal, a margin, and so many measurements."""
    goal, zero = Decimal(3 * measurements), Decimal(0)
    days = [FIRST + timedelta(360 * n // measurements) for n in range(measurements)]
    return PathChart(
        FIRST,
        LAST,
        [Measured(day, Decimal(3 * n), str(3 * n)) for n, day in enumerate(days)],
        path=((FIRST, zero), (LAST, goal)),
        bands=(Band(((FIRST, zero - 12, zero), (LAST, goal - 12, goal))),),
        levels=(Level(goal, f"doel {goal}"),),
        reference=(date(2027, 10, 15), "peildatum 15 okt"),
        unit="woningen",
    )


def painted(chart: PathChart) -> None:
    """Laid out and painted as in a window."""
    picture = chart.lay_out(WIDTH)
    canvas = QPixmap(960, 280)
    painter = QPainter(canvas)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, picture.marks, PIXELS_A_POINT)
    painter.end()


def milliseconds(work: Callable[[], object]) -> float:
    took = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return p95(took)


def test_a_chart_is_drawn_within_its_time(qapp: QApplication) -> None:
    theme.wear(qapp, theme.Look(theme.Scheme.LIGHT))
    rows, taken = [], {}
    for measurements, most in MOST_MS.items():
        chart = chart_of(measurements)
        taken[measurements] = milliseconds(lambda chart=chart: painted(chart))
        on_paper = milliseconds(lambda chart=chart: charts_pdf.drawing(chart, WIDTH))
        rows.append((f"{measurements} measurements on paper, p95", f"{on_paper:.1f} ms", ""))
        rows.append(
            (
                f"{measurements} measurements on screen, p95",
                f"{taken[measurements]:.1f} ms",
                f"≤ {most:.0f} ms",
            )
        )
    show("Chart of an indicator", rows, [])
    assert all(taken[measurements] <= most for measurements, most in MOST_MS.items())
