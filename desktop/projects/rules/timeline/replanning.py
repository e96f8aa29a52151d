"""What becomes of a plan when a task is moved, stretched or linked: every later date anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from desktop.language import _
from desktop.projects.rules.schedule import Link, Planned, Task, schedule
from desktop.projects.rules.timeline.plan import BarKind, Plan, PlanBar
from desktop.projects.rules.working_days import Dated, WorkingDays, dated_on
from desktop.refused import Refused
from desktop.terms.holidays import ONE_DAY

DONE = 100  # percent


@dataclass(frozen=True)
class Moved:
    """The task begins on this day at the earliest; None: as soon as what it waits for allows."""

    id: str
    not_before: date | None


@dataclass(frozen=True)
class Stretched:
    """The task takes so many working days."""

    id: str
    days: int


Change = Moved | Stretched


@dataclass(frozen=True)
class Outcome:
    """A change with the plan that comes of it. `became_critical` and `got_room` name the tasks
    that are on the critical path now and no longer are; `held_by` is the task for which one waits
    that was moved to before it."""

    change: Change
    plan: Plan
    end_before: date
    became_critical: tuple[str, ...] = ()
    got_room: tuple[str, ...] = ()
    held_by: str = ""


class Replanning:
    """A plan in which changes are tried. Nothing of the plan itself changes: each outcome begins
    from it again."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.days = WorkingDays(plan.begins, plan.free_5_may)
        self._rows = {bar.id: row for row, bar in enumerate(plan.bars)}
        self._tasks = [
            self._task(bar, parent)
            for bar, parent in zip(plan.bars, _parents(plan.bars), strict=True)
        ]
        self._links = [link for link in plan.links if not self._bar(link.after).fixed]
        self._now = schedule(self._tasks, self._links)

    def as_planned(self) -> Plan:
        """The plan with each date as the rules give it."""
        return self._with_dates(self._now)

    def move_to(self, id: str, start: date) -> Outcome:
        """Begin a task on this day, or as soon after it as what it waits for allows. Refused for a
        summary and for what is fixed."""
        bar = self._movable(id)
        # A milestone stands on the day on whose evening it is reached.
        first = start + ONE_DAY if bar.kind is BarKind.MILESTONE else start
        return self._move(id, self.days.number(first))

    def move_by(self, id: str, days: int) -> Outcome:
        """Begin a task so many working days later; fewer than 0 is earlier."""
        self._movable(id)
        return self._move(id, self._start(id) + days)

    def stretch_to(self, id: str, finish: date) -> Outcome:
        """Let a task end on this day. It takes at least one day; a milestone takes none."""
        self._stretchable(id)
        return self._stretch(id, self.days.number(finish + ONE_DAY) - self._start(id))

    def stretch_by(self, id: str, days: int) -> Outcome:
        """Let a task take so many working days more; fewer than 0 is less."""
        self._stretchable(id)
        return self._stretch(id, self._tasks[self._rows[id]].days + days)

    def link(self, before: str, after: str) -> Plan:
        """Let one task wait until another is done. Refused: to itself, twice, and tasks that would
        wait for each other, which are named."""
        if before == after:
            raise Refused(_("A task cannot wait for itself."), "before")
        if any((link.before, link.after) == (before, after) for link in self.plan.links):
            sentence = _("{after} waits for {before} already.")
            raise Refused(
                sentence.format(after=self._bar(after).name, before=self._bar(before).name),
                "before",
            )
        link = Link(before, after)
        # All links count here, also those to work that is begun: arrows must not go round.
        schedule(self._tasks, [*self.plan.links, link])
        plan = replace(self.plan, links=(*self.plan.links, link))
        return Replanning(plan).as_planned()

    # What may be changed ------------------------------------------------------------------------

    def _bar(self, id: str) -> PlanBar:
        return self.plan.bars[self._rows[id]]

    def _movable(self, id: str) -> PlanBar:
        bar = self._bar(id)
        if bar.kind is BarKind.SUMMARY:
            raise Refused(_("A summary follows its tasks. Move one of those."), "start")
        if bar.fixed:
            raise Refused(bar.fixed, "start")
        return bar

    def _stretchable(self, id: str) -> None:
        bar = self._bar(id)
        if bar.kind is BarKind.SUMMARY:
            self._movable(id)
        if bar.kind is BarKind.MILESTONE:
            raise Refused(_("A milestone takes no days: it can be moved, not stretched."), "days")
        if bar.percent >= DONE:
            raise Refused(_("This task is done: the days that it took stay as they are."), "days")

    # Changing -----------------------------------------------------------------------------------

    def _start(self, id: str) -> int:
        return self._now[self._rows[id]].earliest_start

    def _move(self, id: str, wanted: int) -> Outcome:
        allowed, held_by = self._allowed(id)
        wanted = max(wanted, 0)
        not_before = self.days.day(wanted) if wanted > allowed else None
        task = replace(self._tasks[self._rows[id]], not_before=wanted)
        held = self._bar(held_by).name if held_by and wanted < allowed else ""
        return self._outcome(Moved(id, not_before), task, held)

    def _stretch(self, id: str, days: int) -> Outcome:
        days = max(days, 1)
        task = replace(self._tasks[self._rows[id]], days=days)
        return self._outcome(Stretched(id, days), task, "")

    def _allowed(self, id: str) -> tuple[int, str]:
        """The first day on which the links of a task, and of what it is in, let it start, and the
        task for which it then waits."""
        found = (0, "")
        inside: str | None = id
        while inside is not None:
            task = self._tasks[self._rows[inside]]
            days = task.days if inside == id else 0
            if inside != id:
                found = max(found, (task.not_before, ""))
            for link in self._links:
                if link.after == inside:
                    before = self._now[self._rows[link.before]]
                    found = max(found, (link.first_day(before, days), link.before))
            inside = task.parent
        return found

    def _outcome(self, change: Change, task: Task, held_by: str) -> Outcome:
        tasks = list(self._tasks)
        tasks[self._rows[task.id]] = task
        planned = schedule(tasks, self._links)
        plan = self._with_dates(planned, change)
        were = {one.task.id for one in self._now if one.is_critical}
        are = {one.task.id for one in planned if one.is_critical}
        return Outcome(
            change,
            plan,
            self.plan.end,
            became_critical=self._names(are - were),
            got_room=self._names(were - are),
            held_by=held_by,
        )

    def _names(self, ids: set[str]) -> tuple[str, ...]:
        return tuple(bar.name for bar in self.plan.bars if bar.id in ids)

    # Dates --------------------------------------------------------------------------------------

    def _task(self, bar: PlanBar, parent: str | None) -> Task:
        fixed_on = bar.start if bar.fixed else bar.not_before
        not_before = self.days.number(fixed_on) if fixed_on is not None else 0
        return Task(bar.id, bar.name, bar.days, not_before, parent)

    def _with_dates(self, planned: Sequence[Planned], change: Change | None = None) -> Plan:
        bars = [
            _redated(bar, dates, change)
            for bar, dates in zip(self.plan.bars, dated_on(planned, self.days), strict=True)
        ]
        return replace(self.plan, bars=tuple(bars))


def _parents(bars: Sequence[PlanBar]) -> list[str | None]:
    """For each row the summary that it is in: the last one before it with less depth."""
    parents: list[str | None] = []
    inside: list[PlanBar] = []
    for bar in bars:
        while inside and inside[-1].depth >= bar.depth:
            inside.pop()
        parents.append(inside[-1].id if inside else None)
        if bar.kind is BarKind.SUMMARY:
            inside.append(bar)
    return parents


def _redated(bar: PlanBar, dates: Dated, change: Change | None) -> PlanBar:
    """The bar on its new days; the very same one when nothing of it changed, which is most of a
    large plan."""
    planned = dates.planned
    not_before = bar.not_before
    if isinstance(change, Moved) and change.id == bar.id:
        not_before = change.not_before
    same = (
        bar.start == dates.start
        and bar.finish == dates.finish
        and bar.days == planned.task.days
        and bar.slack == planned.slack
        and bar.is_critical == planned.is_critical
        and bar.not_before == not_before
    )
    if same:
        return bar
    return replace(
        bar,
        start=dates.start,
        finish=dates.finish,
        days=planned.task.days,
        slack=planned.slack,
        is_critical=planned.is_critical,
        not_before=not_before,
    )
