"""Days on a line, the calendar over it, and the arrows between bars: for screen and paper."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.projects.rules.schedule import LinkKind
from desktop.projects.rules.timeline.layout import Box, arrow, box_of
from desktop.projects.rules.timeline.plan import Span
from desktop.projects.rules.timeline.scale import Scale, Unit, calendar, days_off, unit_for
from desktop.projects.rules.working_days import WorkingDays
from tests.support.projects import renovation

BEGINS = date(2026, 11, 23)
LETTER = 12.0
DAYS = st.dates(date(2000, 1, 1), date(2060, 1, 1))


@given(DAYS, DAYS, st.floats(0.1, 60))
def test_a_place_within_a_day_is_that_day(first: date, day: date, a_day: float) -> None:
    scale = Scale(first, a_day)
    assert scale.day(scale.x(day) + a_day / 2) == day


@pytest.mark.parametrize(
    ("a_day", "unit", "first_words"),
    [
        (50.0, Unit.DAY, "ma 23"),
        (25.0, Unit.DAY, "23"),
        (8.0, Unit.WEEK, "wk 48"),
        (2.0, Unit.MONTH, "nov"),
        (0.5, Unit.QUARTER, "kw 4"),
        (0.15, Unit.YEAR, "2026"),
    ],
)
def test_the_calendar_has_the_smallest_columns_with_room_for_their_words(
    a_day: float, unit: Unit, first_words: str
) -> None:
    scale = Scale(BEGINS, a_day)
    assert unit_for(scale, LETTER) is unit
    shown = calendar(scale, Span(BEGINS, date(2028, 1, 1)), LETTER)
    assert shown.lower[0].words == first_words


@given(DAYS, st.integers(0, 900), st.floats(0.12, 60))
def test_the_columns_of_a_calendar_join_and_cover_what_is_shown(
    first: date, days: int, a_day: float
) -> None:
    scale = Scale(first, a_day)
    shown = Span(first, date.fromordinal(first.toordinal() + days))
    for row in (calendar(scale, shown, LETTER).lower, calendar(scale, shown, LETTER).upper):
        for one, after in pairwise(row):
            assert one.x + one.width == pytest.approx(after.x)
        if row:
            assert row[0].x <= 0
            assert row[-1].x + row[-1].width >= days * a_day


def test_days_off_are_weekends_and_holidays_and_those_that_follow_are_one() -> None:
    shown = Span(date(2026, 12, 21), date(2027, 1, 3))
    assert days_off(Scale(BEGINS, 20), shown, WorkingDays(BEGINS), LETTER) == [
        Span(date(2026, 12, 25), date(2026, 12, 27)),
        Span(date(2027, 1, 1), date(2027, 1, 3)),
    ]
    assert days_off(Scale(BEGINS, 1), shown, WorkingDays(BEGINS), LETTER) == []


def test_a_bar_covers_its_last_day_and_a_milestone_is_a_point_in_its_day() -> None:
    scale = Scale(BEGINS, 10)
    _all, demolition, *_others, done = (box_of(bar, scale, 0, 5) for bar in renovation().bars)
    assert (demolition.left, demolition.right) == (0, 50)
    assert done.left == done.right == scale.x(date(2026, 12, 11)) + 5


@pytest.mark.parametrize("kind", list(LinkKind))
@pytest.mark.parametrize("start", [-300.0, 0.0, 60.0, 300.0])
def test_an_arrow_joins_the_ends_that_its_kind_tells(kind: LinkKind, start: float) -> None:
    before, after = Box(0, 100, 0, 5), Box(start, start + 80, 40, 5)
    corners = arrow(kind, before, after, reach=7, a_day=10)
    from_finish = kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
    assert corners[0] == (before.right if from_finish else before.left, 0)
    x, y = corners[-1]
    to_start = kind in (LinkKind.FINISH_START, LinkKind.START_START)
    assert x == pytest.approx(after.left if to_start else after.right, abs=7)
    assert abs(y - after.middle) <= after.half
    for (x1, y1), (x2, y2) in pairwise(corners):
        assert x1 == x2 or y1 == y2
