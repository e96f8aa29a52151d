"""From working days counted from the start of a project to days of the calendar."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.projects.rules.schedule import Planned
from desktop.terms.holidays import ONE_DAY, SATURDAY, is_working_day

LIBERATION_DAY = (5, 5)


@dataclass(frozen=True)
class Dated:
    """A planned task with its first and its last day. A milestone is on the day on which what it
    waits for is done."""

    planned: Planned
    start: date
    finish: date


class WorkingDays:
    """The working days of one project, numbered: 0 is the first one from `begins` on. Whether
    people work on 5 May is a choice of the project. Days are looked up once, so that a plan can be
    counted again at every movement of a hand; two threads need two of these."""

    def __init__(self, begins: date, free_5_may: bool = True) -> None:
        self._free_5_may = free_5_may
        self._days: list[date] = []
        self._next = begins

    def day(self, number: int) -> date:
        """The working day with this number, 0 or more."""
        while len(self._days) <= number:
            self._look_at_next()
        return self._days[number]

    def number(self, day: date) -> int:
        """The number of the first working day from `day` on; 0 for each day before the start."""
        while self._next <= day:
            self._look_at_next()
        return bisect_left(self._days, day)

    def works_on(self, day: date) -> bool:
        """Whether people work on a day, also before the project begins."""
        if (day.month, day.day) == LIBERATION_DAY and not self._free_5_may:
            return day.weekday() < SATURDAY
        return is_working_day(day)

    def _look_at_next(self) -> None:
        if self.works_on(self._next):
            self._days.append(self._next)
        self._next += ONE_DAY


def dated(planned: Sequence[Planned], begins: date, free_5_may: bool = True) -> tuple[Dated, ...]:
    """The days of every task. The project begins on the first working day from `begins` on. Whether
    people work on 5 May is a choice of the project."""
    return dated_on(planned, WorkingDays(begins, free_5_may))


def dated_on(planned: Sequence[Planned], days: WorkingDays) -> tuple[Dated, ...]:
    """The days of every task on working days that are known already."""
    return tuple(_dated(one, days) for one in planned)


def _dated(one: Planned, days: WorkingDays) -> Dated:
    if one.task.days == 0:
        day = days.day(max(one.earliest_start - 1, 0))
        return Dated(one, day, day)
    return Dated(one, days.day(one.earliest_start), days.day(one.earliest_finish - 1))
