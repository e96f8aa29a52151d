"""When tasks can be done: earliest and latest, how much room there is, and what is critical.

The critical path method on working days. A link says how the start of one task follows from
another: each of the four kinds comes down to "not before the start of the other and so many days",
so that one pass forward and one back give all dates. A task with tasks inside gets its dates from
those (`groups`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop.language import _
from desktop.projects.rules.groups import Arrows, Groups, groups_of
from desktop.refused import Refused

ARROW = " → "


class LinkKind(Enum):
    """Which end of the first task the second one waits for with which end."""

    FINISH_START = "FS"
    START_START = "SS"
    FINISH_FINISH = "FF"
    START_FINISH = "SF"


FROM_FINISH = (LinkKind.FINISH_START, LinkKind.FINISH_FINISH)
OF_FINISH = (LinkKind.FINISH_FINISH, LinkKind.START_FINISH)


@dataclass(frozen=True)
class Task:
    """A task of a number of working days; 0 is a milestone. `not_before` counts working days from
    the start of the project. A task that is the `parent` of others begins with the first of them
    and is done with the last, whatever its own `days`."""

    id: str
    name: str
    days: int
    not_before: int = 0
    parent: str | None = None


@dataclass(frozen=True)
class Link:
    """`after` waits for `before`, with a lag in working days; below 0 they overlap."""

    before: str
    after: str
    kind: LinkKind = LinkKind.FINISH_START
    lag: int = 0

    def first_day(self, before: Planned, days: int) -> int:
        """The day from which it lets a task of so many days start."""
        is_from_finish = self.kind in FROM_FINISH
        day = (before.earliest_finish if is_from_finish else before.earliest_start) + self.lag
        return day - days if self.kind in OF_FINISH else day


@dataclass(frozen=True)
class Planned:
    """A task with its days, counted from the start of the project. `slack` is the total float:
    how many days it can be late before the project is. A task of day 0 to 5 takes the first five
    working days."""

    task: Task
    earliest_start: int
    earliest_finish: int
    latest_start: int
    latest_finish: int

    @property
    def slack(self) -> int:
        return self.latest_start - self.earliest_start

    @property
    def is_critical(self) -> bool:
        return self.slack == 0


def schedule(tasks: Sequence[Task], links: Iterable[Link]) -> tuple[Planned, ...]:
    """Every task with its days, in the order given; the order changes nothing else.

    A link to a task with tasks inside holds for each of them, and one from it waits for the first
    that begins or the last that is done. The room of such a task is the least room inside.

    Refused: a task below 0 days, two tasks with one id, a link or a parent that is not there, a
    link to the finish of a task with tasks inside, and tasks that wait for each other, which are
    named."""
    return Net(tasks, links).planned()


class Net:
    """Tasks and links that are planned more than once, as while somebody drags one of them: what
    follows from who waits for whom is worked out once. Refused is what `schedule` refuses."""

    def __init__(self, tasks: Sequence[Task], links: Iterable[Link]) -> None:
        self._tasks, self._links = tuple(tasks), tuple(links)
        self._numbers = _numbered(tasks)
        self._groups = groups_of([_parent(task, self._numbers) for task in tasks])
        self._days, self._arrows = self._lay(tasks)
        self._order = _in_order(tasks, self._arrows, self._groups)

    def planned(self) -> tuple[Planned, ...]:
        """Every task with its days, in the order given."""
        return self._plan(self._tasks, self._days, self._arrows)

    def with_task(self, task: Task) -> tuple[Planned, ...]:
        """As `planned`, with this task in place of the one with its id, whose parent it keeps."""
        _check_days(task)
        number = self._numbers[task.id]
        tasks = (*self._tasks[:number], task, *self._tasks[number + 1 :])
        if task.days == self._tasks[number].days:
            return self._plan(tasks, self._days, self._arrows)
        return self._plan(tasks, *self._lay(tasks))

    def _lay(self, tasks: Sequence[Task]) -> tuple[list[int], Arrows]:
        """The days of each point, and the arrows between them."""
        groups = self._groups
        days = [task.days for task in tasks] + [0] * (groups.points - groups.count)
        for group in groups.inside:
            days[group] = 0
        arrows = _arrows(self._links, self._numbers, groups, days)
        groups.tie(arrows, days)
        return days, arrows

    def _plan(
        self, tasks: Sequence[Task], days: Sequence[int], arrows: Arrows
    ) -> tuple[Planned, ...]:
        groups = self._groups
        starts = _earliest(tasks, arrows, self._order, groups)
        latest = _latest(days, starts, arrows, self._order, groups)
        planned = [
            Planned(task, early, early + task.days, late, late + task.days)
            for task, early, late in zip(tasks, starts, latest, strict=False)
        ]
        for group, slack in groups.slacks(starts, latest).items():
            planned[group] = _whole(
                tasks[group], starts[groups.first[group]], starts[groups.last[group]], slack
            )
        return tuple(planned)


def _whole(task: Task, start: int, finish: int, slack: int) -> Planned:
    """A task with tasks inside, from the first of them to the last."""
    whole = replace(task, days=finish - start)
    return Planned(whole, start, finish, start + slack, finish + slack)


def _numbered(tasks: Sequence[Task]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, task in enumerate(tasks):
        _check_days(task)
        if task.id in numbers:
            raise Refused(
                _("There are two tasks {id}. Give one another number.").format(id=task.id)
            )
        numbers[task.id] = number
    return numbers


def _check_days(task: Task) -> None:
    if task.days < 0:
        sentence = _("A task takes at least 0 days. You filled in {days}.")
        raise Refused(sentence.format(days=_signed(task.days)), "days")


def _parent(task: Task, numbers: dict[str, int]) -> int | None:
    if task.parent is None:
        return None
    if task.parent not in numbers:
        sentence = _("Task {id} is a part of task {parent}, but that one is not there.")
        raise Refused(sentence.format(id=task.id, parent=task.parent), "parent")
    return numbers[task.parent]


def _arrows(
    links: Iterable[Link], numbers: dict[str, int], groups: Groups, days: Sequence[int]
) -> Arrows:
    """For each point who waits for it, and how many days after its start that one may start."""
    arrows: Arrows = [[] for _point in range(groups.points)]
    first, last = groups.first, groups.last
    for link in links:
        before, after = numbers.get(link.before), numbers.get(link.after)
        if before is None or after is None:
            raise _not_there(link, numbers)
        lag = link.lag
        if link.kind in OF_FINISH:
            if after in last:
                raise _no_finish(link)
            lag -= days[after]
        if link.kind in FROM_FINISH:
            arrows[last.get(before, before)].append((after, lag + days[before]))
        else:
            arrows[first.get(before, before)].append((after, lag))
    return arrows


def _not_there(link: Link, numbers: dict[str, int]) -> Refused:
    id, other = link.before, link.after
    if id in numbers:
        id, other = other, id
    sentence = _("Task {other} is linked to task {id}, but that one is not there.")
    return Refused(sentence.format(other=other, id=id), "before")


def _no_finish(link: Link) -> Refused:
    sentence = _(
        "Task {id} has tasks inside: its finish follows from those. Link one of them instead."
    )
    return Refused(sentence.format(id=link.after), "before")


def _in_order(tasks: Sequence[Task], arrows: Arrows, groups: Groups) -> list[int]:
    """The points with each behind all that it waits for (Kahn, 1962)."""
    waits = [0] * groups.points
    for several in arrows:
        for other, _days in several:
            waits[other] += 1
    ready = [number for number, count in enumerate(waits) if count == 0]
    for point in ready:  # grows while it is read
        for other, _days in arrows[point]:
            waits[other] -= 1
            if waits[other] == 0:
                ready.append(other)
    if len(ready) < groups.points:
        raise _cycle(tasks, arrows, set(range(groups.points)) - set(ready), groups)
    return ready


def _earliest(
    tasks: Sequence[Task], arrows: Arrows, order: Iterable[int], groups: Groups
) -> list[int]:
    starts = [max(task.not_before, 0) for task in tasks]
    starts += [0] * (groups.points - groups.count)
    beginnings = groups.beginnings
    for point in order:
        if point in beginnings:
            starts[point] = min(starts[task] for task in beginnings[point])
        start = starts[point]
        for other, days in arrows[point]:
            if start + days > starts[other]:
                starts[other] = start + days
    return starts


def _latest(
    days: Sequence[int],
    starts: Sequence[int],
    arrows: Arrows,
    order: Sequence[int],
    groups: Groups,
) -> list[int]:
    end = max((start + length for start, length in zip(starts, days, strict=True)), default=0)
    latest = [end - length for length in days]
    beginnings = groups.beginnings
    for point in reversed(order):
        for other, length in arrows[point]:
            if latest[other] - length < latest[point]:
                latest[point] = latest[other] - length
        if point in beginnings:
            # What waits until a group has begun waits for those that begin first.
            for task in beginnings[point]:
                if starts[task] == starts[point]:
                    latest[task] = min(latest[task], latest[point])
    return latest


def _cycle(tasks: Sequence[Task], arrows: Arrows, left: set[int], groups: Groups) -> Refused:
    """Tasks that wait for each other, by name. Each point that is left waits for another one that
    is, so going back from any of them comes round."""
    waits_for = {
        other: point for point in sorted(left) for other, _days in arrows[point] if other in left
    }
    seen: dict[int, None] = {}
    point = min(left)
    while point not in seen:
        seen[point] = None
        point = waits_for[point]
    came = [*seen]
    around = [groups.group_of.get(point, point) for point in reversed(came[came.index(point) :])]
    # The points of one group stand behind each other, and count as one.
    once = [task for place, task in enumerate(around) if task != around[place - 1]] or around[:1]
    first = once.index(min(once))
    names = [tasks[number].name for number in (*once[first:], *once[: first + 1])]
    return Refused(
        _("These tasks wait for each other: {names}. Take one arrow away.").format(
            names=ARROW.join(names)
        ),
        "before",
    )


def _signed(days: int) -> str:
    return str(days).replace("-", "−")
