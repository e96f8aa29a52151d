"""Days on a line: where each day lies, and the calendar that stands over it.

Widths are in the measure of who draws: pixels of a screen or points of a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from desktop.language import _
from desktop.language.format import month_name, month_tiny, weekday_tiny
from desktop.projects.rules.timeline.plan import Span
from desktop.projects.rules.working_days import WorkingDays
from desktop.terms.holidays import ONE_DAY

# So many times the height of its letters a day must be wide before days off are shown.
DAY_OFF = 0.4


@dataclass(frozen=True)
class Scale:
    """`first` begins at 0, and each day is `a_day` wide."""

    first: date
    a_day: float

    @staticmethod
    def fitting(span: Span, width: float) -> Scale:
        """The scale on which a span takes this width."""
        return Scale(span.start, width / ((span.finish - span.start).days + 1))

    def x(self, day: date) -> float:
        """Where a day begins."""
        return (day - self.first).days * self.a_day

    def day(self, x: float) -> date:
        """The day that lies at a place."""
        return self.first + timedelta(days=int(x // self.a_day))

    def box(self, span: Span) -> tuple[float, float]:
        """Where a span begins, and how wide it is."""
        return self.x(span.start), ((span.finish - span.start).days + 1) * self.a_day


class Unit(Enum):
    """What one column of the calendar is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


# How many days a column has at least, and how wide its words are in heights of their letters.
_WORDS_FIT: tuple[tuple[Unit, int, float], ...] = (
    (Unit.DAY, 1, 1.7),
    (Unit.WEEK, 7, 3.6),
    (Unit.MONTH, 28, 2.8),
    (Unit.QUARTER, 90, 3.0),
)
_OVER = {
    Unit.DAY: Unit.MONTH,
    Unit.WEEK: Unit.MONTH,
    Unit.MONTH: Unit.YEAR,
    Unit.QUARTER: Unit.YEAR,
}
_WEEKDAY_FITS = 3.6


@dataclass(frozen=True)
class Column:
    """A part of the calendar with its words."""

    x: float
    width: float
    words: str


@dataclass(frozen=True)
class Calendar:
    """The two rows over a scale: the columns, and what each group of them belongs to; over years
    there is nothing."""

    upper: tuple[Column, ...]
    lower: tuple[Column, ...]


def calendar(scale: Scale, shown: Span, letter: float) -> Calendar:
    """The calendar over a part of a scale: the smallest columns that have room for their words,
    whose letters are `letter` high."""
    unit = unit_for(scale, letter)
    over = _OVER.get(unit)
    write = _WRITE[unit]
    if unit is Unit.DAY and scale.a_day >= _WEEKDAY_FITS * letter:
        write = weekday_tiny
    upper = tuple(_columns(scale, shown, over, _WRITE_OVER[over])) if over is not None else ()
    return Calendar(upper, tuple(_columns(scale, shown, unit, write)))


def unit_for(scale: Scale, letter: float) -> Unit:
    """The smallest unit whose columns have room for their words."""
    for unit, days, letters in _WORDS_FIT:
        if scale.a_day * days >= letters * letter:
            return unit
    return Unit.YEAR


def days_off(scale: Scale, shown: Span, days: WorkingDays, letter: float) -> list[Span]:
    """Weekends and holidays, those that follow each other in one; none where a day is too narrow
    to be seen."""
    if scale.a_day < DAY_OFF * letter:
        return []
    found: list[Span] = []
    day = shown.start
    while day <= shown.finish:
        if not days.works_on(day):
            follows = bool(found) and found[-1].finish + ONE_DAY == day
            start = found.pop().start if follows else day
            found.append(Span(start, day))
        day += ONE_DAY
    return found


def _columns(
    scale: Scale, shown: Span, unit: Unit, write: Callable[[date], str]
) -> Iterator[Column]:
    day = _begin(shown.start, unit)
    while day <= shown.finish:
        after = _next(day, unit)
        x = scale.x(day)
        yield Column(x, scale.x(after) - x, write(day))
        day = after


def _begin(day: date, unit: Unit) -> date:
    """The first day of the column that a day is in."""
    match unit:
        case Unit.DAY:
            return day
        case Unit.WEEK:
            return day - timedelta(days=day.weekday())
        case Unit.MONTH:
            return day.replace(day=1)
        case Unit.QUARTER:
            return day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
        case Unit.YEAR:
            return day.replace(month=1, day=1)


_LONGEST = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 31, Unit.QUARTER: 92, Unit.YEAR: 366}


def _next(begin: date, unit: Unit) -> date:
    """The first day of the next column: the longest one later is in it, for all have less than
    twice the days of the shortest."""
    return _begin(begin + timedelta(days=_LONGEST[unit]), unit)


def _week(day: date) -> str:
    return _("wk {number}").format(number=day.isocalendar().week)


def _quarter(day: date) -> str:
    return _("Q{number}").format(number=(day.month - 1) // 3 + 1)


def _year(day: date) -> str:
    return str(day.year)


_WRITE: dict[Unit, Callable[[date], str]] = {
    Unit.DAY: lambda day: str(day.day),
    Unit.WEEK: _week,
    Unit.MONTH: month_tiny,
    Unit.QUARTER: _quarter,
    Unit.YEAR: _year,
}
_WRITE_OVER: dict[Unit, Callable[[date], str]] = {Unit.MONTH: month_name, Unit.YEAR: _year}
