"""A plan as a planning program wrote it, and where the rules give other days than it states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from desktop.language import _, ngettext
from desktop.language.format import day_year
from desktop.projects.rules.schedule import Link, Planned, Task, schedule
from desktop.projects.rules.working_days import Dated, WorkingDays, dated_on
from desktop.refused import Refused

WEEKEND = frozenset({5, 6})


@dataclass(frozen=True)
class PlanCalendar:
    """When people work: not on the weekdays of `weekend` (0 is Monday), not on the days that are
    free once or each year as (month, day); and on the days of `worked` whatever they are."""

    weekend: frozenset[int] = WEEKEND
    free: frozenset[date] = frozenset()
    free_each_year: frozenset[tuple[int, int]] = frozenset()
    worked: frozenset[date] = frozenset()

    def works_on(self, day: date) -> bool:
        if day in self.worked:
            return True
        if day.weekday() in self.weekend or day in self.free:
            return False
        return (day.month, day.day) not in self.free_each_year


class PlanDays(WorkingDays):
    """The working days of a plan by its own calendar, in place of those of the law."""

    def __init__(self, begins: date, calendar: PlanCalendar) -> None:
        super().__init__(begins)
        self._calendar = calendar
        if not self.in_a_week:
            raise OverflowError("no day of the week is a working day: none would ever be found")

    def works_on(self, day: date) -> bool:
        return self._calendar.works_on(day)

    @property
    def in_a_week(self) -> int:
        """How many days of an ordinary week are working days."""
        return 7 - len(self._calendar.weekend)

    def between(self, start: date, finish: date) -> int:
        """How many working days there are from a day up to and including another; 0 when the
        second comes first. Neither may lie before these days begin."""
        if finish < start:
            return 0
        return self.number(finish) + self.works_on(finish) - self.number(start)


@dataclass(frozen=True)
class PlanTask:
    """A task as it stands in the file: `days` are working days, `start` and `finish` what the file
    states, `not_before` and `finish_not_before` what it may not come before, `done` a percentage.

    `because` says why the days of the file may be other ones than the rules give, as far as the
    file tells."""

    id: str
    name: str
    days: int
    parent: str | None = None
    is_milestone: bool = False
    start: date | None = None
    finish: date | None = None
    not_before: date | None = None
    finish_not_before: date | None = None
    done: int = 0
    owner: str = ""
    because: str = ""


@dataclass(frozen=True)
class PlanFile:
    """A whole plan; `begins` is its first day, when the file states one. `remarks` say what of the
    file counts in another way here."""

    name: str
    begins: date | None
    calendar: PlanCalendar
    tasks: tuple[PlanTask, ...]
    links: tuple[Link, ...]
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class LaidOut:
    """The days of each task by the rules, and a sentence for all that the file says otherwise."""

    days: tuple[Dated, ...]
    remarks: tuple[str, ...]


def laid_out(plan: PlanFile, begins: date) -> LaidOut:
    """Count a plan with its own calendar, from a first day on. When that is another day than in the
    file, there is nothing to compare with.

    Refused: what `schedule` refuses, and a plan that runs on beyond the year 9999."""
    try:
        days = PlanDays(plan.begins or begins, plan.calendar)
        planned = schedule([_task(task, days) for task in plan.tasks], plan.links)
        if begins != plan.begins:
            return LaidOut(dated_on(planned, PlanDays(begins, plan.calendar)), plan.remarks)
        return _compared(plan, planned, days)
    except OverflowError as error:
        raise too_long() from error


def too_long() -> Refused:
    """Beyond the year 9999, as when no day of the week is a working day."""
    return Refused(
        _(
            "This plan runs on beyond the year 9999. Look at its calendar and at how long its "
            "tasks take. Nothing was read in."
        ),
        "file",
    )


def _task(task: PlanTask, days: PlanDays) -> Task:
    bounds = [0]
    if task.not_before is not None:
        bounds.append(days.number(task.not_before))
    if task.finish_not_before is not None:
        on = task.finish_not_before
        bounds.append(days.number(on) + days.works_on(on) - task.days)
    return Task(task.id, task.name, task.days, max(bounds), task.parent)


def _compared(plan: PlanFile, planned: Sequence[Planned], days: PlanDays) -> LaidOut:
    why = _Why(plan, planned, days)
    shown, remarks = [], list(plan.remarks)
    for task, one in zip(plan.tasks, dated_on(planned, days), strict=True):
        shown.append(_as_stated(one, task, days))
        remarks += why.other_days(task, shown[-1])
    return LaidOut(tuple(shown), tuple(remarks))


def _as_stated(one: Dated, task: PlanTask, days: PlanDays) -> Dated:
    """A milestone lies between two working days: programs show it on the evening of the one or on
    the morning of the other. It stays on the side where the file has it."""
    start = one.planned.earliest_start
    if one.planned.task.days or task.start is None or days.number(task.start) != start:
        return one
    morning = days.day(start)
    return Dated(one.planned, morning, morning) if task.start == morning else one


class _Why:
    """Finds for a task why its days are other ones than the file states."""

    def __init__(self, plan: PlanFile, planned: Sequence[Planned], days: PlanDays) -> None:
        self._days = days
        self._tasks: Mapping[str, PlanTask] = {task.id: task for task in plan.tasks}
        self._planned = {one.task.id: one for one in planned}
        self._groups = {task.parent for task in plan.tasks}
        self._links: dict[str, list[Link]] = {}
        for link in plan.links:
            self._links.setdefault(link.after, []).append(link)

    def other_days(self, task: PlanTask, one: Dated) -> Iterator[str]:
        """A sentence when the start or else the finish is another day; nothing when both are as
        stated."""
        planned = one.planned
        if task.start is not None and not self._same(
            task.start, one.start, planned.earliest_start, planned
        ):
            yield _("“{task}” begins on {stated} in the file; here on {day}: {why}").format(
                task=task.name,
                stated=day_year(task.start),
                day=day_year(one.start),
                why=self._of_start(task, task.start, planned),
            )
        elif task.finish is not None and not self._same(
            task.finish, one.finish, planned.earliest_finish, planned
        ):
            yield _("“{task}” is done on {stated} in the file; here on {day}: {why}").format(
                task=task.name,
                stated=day_year(task.finish),
                day=day_year(one.finish),
                why=self._of_finish(task, planned),
            )

    def _same(self, stated: date, shown: date, point: int, planned: Planned) -> bool:
        """Whether two days are one. The ends of milestones, and of groups that begin or end with
        one, may be stated on the evening before or the morning after."""
        if stated == shown:
            return True
        if planned.task.days and planned.task.id not in self._groups:
            return False
        evening = self._days.number(stated) + self._days.works_on(stated)
        return point in (self._days.number(stated), evening)

    def _of_start(self, task: PlanTask, stated: date, planned: Planned) -> str:
        if task.id in self._groups:
            return _("the tasks inside give other days.")
        if not self._days.works_on(stated):
            return _("nobody works on that day in this plan.")
        if task.because:
            return task.because
        if planned.earliest_start < self._days.number(stated):
            return _("nothing in the file holds it until then.")
        if (before := self._waits_for(planned)) is not None:
            return _("it waits for “{task}”.").format(task=before.name)
        return _("it may not come earlier by a bound of its own.")

    def _of_finish(self, task: PlanTask, planned: Planned) -> str:
        if task.id in self._groups:
            return _("the tasks inside give other days.")
        if task.because:
            return task.because
        return ngettext(
            "it takes {n} working day.", "it takes {n} working days.", task.days
        ).format(n=task.days)

    def _waits_for(self, planned: Planned) -> PlanTask | None:
        """The task that keeps this one, or a group that it is in, until its start."""
        inside: str | None = planned.task.id
        while inside is not None:
            for link in self._links.get(inside, ()):
                days = planned.task.days if inside == planned.task.id else 0
                if link.first_day(self._planned[link.before], days) == planned.earliest_start:
                    return self._tasks[link.before]
            inside = self._tasks[inside].parent
        return None
