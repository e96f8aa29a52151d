"""What the bars of a plan say on paper without colour."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.documents.charts import Block, Line, Tone, Trail, Words
from desktop.projects.charts.bars import bar_marks, days_words
from desktop.projects.charts.money_bar import MoneyBar
from desktop.projects.charts.plan_sheet import PlanSheet
from desktop.projects.charts.strip import StripChart
from desktop.projects.rules.timeline.layout import Box
from desktop.projects.rules.timeline.plan import PlanBar, Span
from desktop.projects.rules.timeline.sheets import SheetRow
from tests.support.projects import BEGINS, renovation

TODAY = date(2026, 11, 30)
BAR = PlanBar("a", "Dak", BEGINS, BEGINS, 5)
BOX = Box(10, 90, 20, 5)


def test_the_critical_path_has_slanting_lines_and_a_thicker_edge() -> None:
    plain, critical = bar_marks(BAR, BOX), bar_marks(replace(BAR, is_critical=True), BOX)
    assert not any(isinstance(mark, Line) for mark in plain)
    slanting = [mark for mark in critical if isinstance(mark, Line)]
    assert len(slanting) > 10
    assert all(10 <= line.x1 < line.x2 <= 90 and 15 <= line.y2 < line.y1 <= 25 for line in slanting)
    [edge] = [mark.width for mark in plain if isinstance(mark, Trail)]
    [thick] = [mark.width for mark in critical if isinstance(mark, Trail)]
    assert thick > edge


def test_what_is_done_fills_its_part_of_a_bar() -> None:
    filled = [m for m in bar_marks(replace(BAR, percent=25), BOX) if isinstance(m, Block)][-1]
    assert (filled.width, filled.tone) == (20, Tone.BRAND)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 11, 2), date(2026, 12, 18), "2 nov – 18 dec"),
        (date(2026, 12, 7), date(2027, 1, 22), "7 dec – 22 jan 2027"),
        (date(2026, 11, 2), date(2026, 11, 2), "2 nov"),
    ],
)
def test_days_have_their_year_when_it_is_another(first: date, last: date, words: str) -> None:
    assert days_words(Span(first, last), TODAY) == words


def test_nothing_of_a_sheet_or_a_strip_lies_outside_it() -> None:
    plan = renovation()
    rows = tuple(SheetRow("Renovatie", bar) for bar in plan.bars)
    for picture in (
        PlanSheet(plan, rows, TODAY).lay_out(900),
        StripChart(plan, TODAY).lay_out(460),
    ):
        for mark in picture.marks:
            if isinstance(mark, Block):
                assert 0 <= mark.x <= mark.x + mark.width <= picture.width + 0.01
                assert 0 <= mark.y <= mark.y + mark.height <= picture.height
            if isinstance(mark, Words):
                assert 0 <= mark.x <= picture.width
                assert 0 <= mark.y <= picture.height


def test_a_sheet_of_many_has_the_time_of_its_own_rows() -> None:
    plan = renovation()
    alone = PlanSheet(plan, (SheetRow("Renovatie", plan.bars[2]),), TODAY)
    assert alone.span == Span(plan.bars[2].start, plan.bars[2].finish)
    whole = PlanSheet(plan, tuple(SheetRow("Renovatie", bar) for bar in plan.bars), TODAY)
    assert whole.span == Span(BEGINS, plan.end)


def test_more_than_the_budget_is_said_as_such() -> None:
    assert "boven de begroting" in MoneyBar(100_00, 90_00, 30_00, -20_00).in_words()
    assert "nog vrij" in MoneyBar(100_00, 20_00, 30_00, 50_00).in_words()
