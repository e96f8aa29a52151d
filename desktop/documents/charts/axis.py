"""The values and days at which an axis has its words: round ones, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from desktop.documents.charts.letters import width_of
from desktop.language import _
from desktop.language.format import day_tiny, day_year, number, number_fixed

# What a step may begin with; of two that take as little room the earlier goes first.
ROUND = tuple(map(Decimal, ("1", "5", "2", "4", "2.5")))
FEWEST, MOST = 2, 5  # steps on the axis of values
# Values that differ less than this part of themselves cannot be told apart on an axis.
SMALLEST_PART = Decimal("1e-9")
WIDER_PART = Decimal("0.05")

DAY_STEPS = (1, 2, 7, 14)
MONTH_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
MOST_DAYS = 6  # between the ends of the axis of days
ONE_YEAR, LONG_SPAN = 400, 1500  # days
APART = 6.0  # points between two days


def round_values(values: Iterable[Decimal], decimals: int) -> tuple[Decimal, ...]:
    """Round values from below the lowest to above the highest, in equal steps. No step is smaller
    than the last of the decimals; values of 0 and more get no axis below 0. None: no values."""
    known = list(values)
    if not known:
        return ()
    least = Decimal(1).scaleb(-decimals)
    low, high = _widened(min(known), max(known), least)
    return min(_scales(low, high, least), key=lambda scale: (scale[0], scale[1]))[2]


def _widened(low: Decimal, high: Decimal, least: Decimal) -> tuple[Decimal, Decimal]:
    """A range that has a length: of one value, some room around it."""
    floor = Decimal(0) if low >= 0 else None
    largest = max(abs(low), abs(high))
    if high == low:
        around = max(least, largest * WIDER_PART)
        low, high = low - around, high + around
    short = max(least * FEWEST, largest * SMALLEST_PART) - (high - low)
    if short > 0:
        low, high = low - short / 2, high + short / 2
    if floor is not None and low < floor:
        low, high = floor, max(high, floor + least * FEWEST)
    return low, high


def _scales(
    low: Decimal, high: Decimal, least: Decimal
) -> Iterable[tuple[Decimal, int, tuple[Decimal, ...]]]:
    """Scales that hold the range: how much room each wastes, how round its steps are, and its
    values."""
    power = (high - low).adjusted()
    for exponent in (power - 1, power, power + 1):
        for place, digits in enumerate(ROUND):
            step = digits.scaleb(exponent)
            if step < least or (digits == Decimal("2.5") and step.scaleb(-1) < least):
                continue
            first = (low / step).to_integral_value(ROUND_FLOOR)
            last = (high / step).to_integral_value(ROUND_CEILING)
            steps = int(last - first)
            if FEWEST <= steps <= MOST:
                scale = tuple((first + n) * step for n in range(steps + 1))
                yield scale[-1] - scale[0], place, scale


def figure(value: Decimal, decimals: int) -> str:
    """A value as short as it can be read: from a million on in millions, and so on."""
    size = abs(value).adjusted() if value else 0
    if size < 6:
        return number_fixed(value, decimals)
    if size < 9:
        return _("{n} million").format(n=number(value.scaleb(-6), 2))
    if size < 12:
        return _("{n} billion").format(n=number(value.scaleb(-9), 2))
    return f"{number(value.scaleb(-size), 1)}·10^{size}"


def decimals_of(values: Sequence[Decimal]) -> int:
    """How many decimals the values need, none of them rounded."""
    return max(0, *(-int(value.normalize().as_tuple().exponent) for value in values))


def round_days(first: date, last: date, room: float, size: float) -> list[tuple[date, str]]:
    """Days between the ends of an axis with their words: the first of months or of years, or
    single days when the time is short. They fit in `room` points in letters of `size`."""
    if last <= first:
        return []
    span = (last - first).days
    for days in _day_choices(first, last, span):
        worded = [(day, _inner_words(day, days, span)) for day in days]
        taken = sum(width_of(words, size) + APART for _day, words in worded)
        if len(days) <= MOST_DAYS and taken <= room:
            return worded
    return []


def end_words(first: date, last: date) -> tuple[str, str]:
    """The ends of an axis of days; with their years where these differ."""
    if first.year == last.year:
        return day_tiny(first), day_tiny(last)
    return day_year(first), day_year(last)


def _day_choices(first: date, last: date, span: int) -> Iterable[list[date]]:
    if span <= DAY_STEPS[-1] * MOST_DAYS:
        for step in DAY_STEPS:
            if span / step <= MOST_DAYS + 1:
                yield [first + timedelta(n) for n in range(step, span, step)]
    for months in MONTH_STEPS:
        if span / (months * 30.5) <= MOST_DAYS + 2:
            yield list(_firsts(first, last, months))


def _firsts(first: date, last: date, months: int) -> Iterable[date]:
    """The firsts of every so many months, counted from January of a round year."""
    count = first.year * 12 + first.month - 1
    count -= count % months
    while True:
        count += months
        year, month = divmod(count, 12)
        if year > last.year or year > date.max.year:
            return
        day = date(year, month + 1, 1)
        if day >= last:
            return
        yield day


def _inner_words(day: date, days: Sequence[date], span: int) -> str:
    if span > LONG_SPAN and all(d.month == 1 and d.day == 1 for d in days):
        return str(day.year)
    return day_tiny(day) if span <= ONE_YEAR else day_year(day)
