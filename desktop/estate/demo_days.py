"""Days and moments of the demo world, counted from the day on which it stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time

from desktop.language.format import AMSTERDAM
from desktop.store import Store
from desktop.terms.holidays import add_working_days, is_working_day, next_working_day


def months_from(day: date, months: int) -> date:
    """The first day of the month so many months later, or before when negative."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def working_day(today: date, days: int) -> date:
    """The so manyth working day after today, or before when negative; 0 is today itself, or the
    next working day when today is none."""
    if days == 0:
        return next_working_day(today)
    if days > 0:
        return add_working_days(today, days)
    day = today
    for _passed in range(-days):
        day = date.fromordinal(day.toordinal() - 1)
        while not is_working_day(day):
            day = date.fromordinal(day.toordinal() - 1)
    return day


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """A moment on the Dutch clock."""
    return datetime.combine(day, time(hour, minute), AMSTERDAM)


@contextmanager
def standing_at(store: Store, moment: datetime) -> Iterator[None]:
    """What happens inside happens at this moment, for the rules and in the trail."""
    clock = store.now
    store.now = lambda: moment.astimezone(UTC)
    try:
        yield
    finally:
        store.now = clock
