"""From working days counted from the start of a project to days of the calendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from desktop.projects.rules.schedule import Planned
from desktop.terms.holidays import is_working_day

LIBERATION_DAY = (5, 5)


@dataclass(frozen=True)
class Dated:
    """A planned task with its first and its last day. A milestone is on the day on which what it
    waits for is done."""

    planned: Planned
    start: date
    finish: date


def dated(planned: Sequence[Planned], begins: date, free_5_may: bool = True) -> tuple[Dated, ...]:
    """The days of every task. The project begins on the first working day from `begins` on. Whether
    people work on 5 May is a choice of the project."""
    last = max((one.earliest_finish for one in planned), default=0)
    days = _working_days(begins, last + 1, free_5_may)
    return tuple(_dated(one, days) for one in planned)


def _dated(one: Planned, days: Sequence[date]) -> Dated:
    if one.task.days == 0:
        day = days[max(one.earliest_start - 1, 0)]
        return Dated(one, day, day)
    return Dated(one, days[one.earliest_start], days[one.earliest_finish - 1])


def _working_days(begins: date, count: int, free_5_may: bool) -> list[date]:
    days: list[date] = []
    day = begins
    while len(days) < count:
        works_then = not free_5_may and (day.month, day.day) == LIBERATION_DAY and day.weekday() < 5
        if works_then or is_working_day(day):
            days.append(day)
        day += timedelta(days=1)
    return days
