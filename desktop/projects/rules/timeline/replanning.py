"""What becomes of a plan when a task is moved, stretched or linked: every later date anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import overload

from desktop.language import _
from desktop.projects.rules.schedule import Link, Net, Planned, Task, schedule
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


class Bars(Sequence[PlanBar]):
    """The rows of a plan on other days. Each is made when it is asked for: of a long plan a screen
    shows a few, at every movement of a hand."""

    def __init__(
        self, bars: Sequence[PlanBar], planned: Sequence[Planned], days: WorkingDays, change: Change
    ) -> None:
        self._bars, self._planned, self._days, self._change = bars, planned, days, change
        self._made: dict[int, PlanBar] = {}

    def __len__(self) -> int:
        return len(self._bars)

    @overload
    def __getitem__(self, row: int) -> PlanBar: ...

    @overload
    def __getitem__(self, row: slice) -> Sequence[PlanBar]: ...

    def __getitem__(self, row: int | slice) -> PlanBar | Sequence[PlanBar]:
        if isinstance(row, slice):
            return [self[one] for one in range(*row.indices(len(self)))]
        if row not in self._made:
            (dates,) = dated_on((self._planned[row],), self._days)
            self._made[row] = _redated(self._bars[row], dates, self._change)
        return self._made[row]


@dataclass(frozen=True)
class Outcome:
    """A change with the rows that come of it. `became_critical` and `got_room` name the tasks that
    are on the critical path now and no longer are; `held_by` is the task for which one waits that
    was moved to before it."""

    change: Change
    bars: Sequence[PlanBar]
    end_before: date
    end: date
    became_critical: tuple[str, ...] = ()
    got_room: tuple[str, ...] = ()
    held_by: str = ""


class Replanning:
    """A plan in which changes are tried. Nothing of the plan itself changes: each outcome begins
    from it again. `days` are those of the plan, when they were looked up already."""

    def __init__(self, plan: Plan, days: WorkingDays | None = None) -> None:
        self.plan = plan
        self.days = days if days is not None else WorkingDays(plan.begins, plan.free_5_may)
        self._rows = {bar.id: row for row, bar in enumerate(plan.bars)}
        self._tasks = [
            self._task(bar, parent)
            for bar, parent in zip(plan.bars, _parents(plan.bars), strict=True)
        ]
        self._links = [link for link in plan.links if not self._bar(link.after).fixed]
        self._net = Net(self._tasks, self._links)
        self._now = self._net.planned()
        self._were_critical = _critical(self._now)
        self._ended = plan.end

    def as_planned(self) -> Plan:
        """The plan with each date as the rules give it."""
        dates = dated_on(self._now, self.days)
        bars = (_redated(*both) for both in zip(self.plan.bars, dates, strict=True))
        return replace(self.plan, bars=tuple(bars))

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
        planned = self._net.with_task(task)
        are = _critical(planned)
        return Outcome(
            change,
            Bars(self.plan.bars, planned, self.days, change),
            self._ended,
            self._end(planned),
            became_critical=self._names(are - self._were_critical),
            got_room=self._names(self._were_critical - are),
            held_by=held_by,
        )

    def _end(self, planned: Sequence[Planned]) -> date:
        last = max((one.earliest_finish for one in planned), default=0)
        return self.days.day(max(last - 1, 0))

    def _names(self, rows: set[int]) -> tuple[str, ...]:
        """The tasks in these rows; a group only follows what is in it."""
        bars = (self.plan.bars[row] for row in sorted(rows))
        return tuple(bar.name for bar in bars if bar.kind is not BarKind.SUMMARY)

    # Dates --------------------------------------------------------------------------------------

    def _task(self, bar: PlanBar, parent: str | None) -> Task:
        fixed_on = bar.start if bar.fixed else bar.not_before
        not_before = self.days.number(fixed_on) if fixed_on is not None else 0
        return Task(bar.id, bar.name, bar.days, not_before, parent)


def _critical(planned: Sequence[Planned]) -> set[int]:
    """The rows that may not be late."""
    return {row for row, one in enumerate(planned) if one.is_critical}


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


def _redated(bar: PlanBar, dates: Dated, change: Change | None = None) -> PlanBar:
    """The bar on its new days; the very same one when nothing of it changed."""
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
