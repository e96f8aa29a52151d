"""When tasks can be done: earliest and latest, how much room there is, and what is critical.

The critical path method on working days. A link says how the start of one task follows from
another: each of the four kinds comes down to "not before the start of the other and so many days",
so that one pass forward and one back give all dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from desktop.language import _
from desktop.refused import Refused

ARROW = " → "


class LinkKind(Enum):
    """Which end of the first task the second one waits for with which end."""

    FINISH_START = "FS"
    START_START = "SS"
    FINISH_FINISH = "FF"
    START_FINISH = "SF"


@dataclass(frozen=True)
class Task:
    """A task of a number of working days; 0 is a milestone. `not_before` counts working days from
    the start of the project."""

    id: str
    name: str
    days: int
    not_before: int = 0


@dataclass(frozen=True)
class Link:
    """`after` waits for `before`, with a lag in working days; below 0 they overlap."""

    before: str
    after: str
    kind: LinkKind = LinkKind.FINISH_START
    lag: int = 0


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

    Refused: a task below 0 days, two tasks with one id, a link to a task that is not there, and
    tasks that wait for each other, which are named."""
    numbers = _numbered(tasks)
    successors = _successors(tasks, links, numbers)
    order = _in_order(tasks, successors)
    starts = [max(task.not_before, 0) for task in tasks]
    for task in order:
        start = starts[task]
        for other, days in successors[task]:
            if start + days > starts[other]:
                starts[other] = start + days
    end = max((start + task.days for start, task in zip(starts, tasks, strict=True)), default=0)
    latest = [end - task.days for task in tasks]
    for task in reversed(order):
        for other, days in successors[task]:
            if latest[other] - days < latest[task]:
                latest[task] = latest[other] - days
    return tuple(
        Planned(task, early, early + task.days, late, late + task.days)
        for task, early, late in zip(tasks, starts, latest, strict=True)
    )


def _numbered(tasks: Sequence[Task]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for number, task in enumerate(tasks):
        if task.days < 0:
            sentence = _("A task takes at least 0 days. You filled in {days}.")
            raise Refused(sentence.format(days=_signed(task.days)), "days")
        if task.id in numbers:
            raise Refused(
                _("There are two tasks {id}. Give one another number.").format(id=task.id)
            )
        numbers[task.id] = number
    return numbers


def _successors(
    tasks: Sequence[Task], links: Iterable[Link], numbers: dict[str, int]
) -> list[list[tuple[int, int]]]:
    """For each task who waits for it, and how many days after its start that one may start."""
    successors: list[list[tuple[int, int]]] = [[] for _task in tasks]
    for link in links:
        for id, other in ((link.before, link.after), (link.after, link.before)):
            if id not in numbers:
                sentence = _("Task {other} is linked to task {id}, but that one is not there.")
                raise Refused(sentence.format(other=other, id=id), "before")
        before, after = numbers[link.before], numbers[link.after]
        days = link.lag
        if link.kind in (LinkKind.FINISH_START, LinkKind.FINISH_FINISH):
            days += tasks[before].days
        if link.kind in (LinkKind.FINISH_FINISH, LinkKind.START_FINISH):
            days -= tasks[after].days
        successors[before].append((after, days))
    return successors


def _in_order(tasks: Sequence[Task], successors: Sequence[Sequence[tuple[int, int]]]) -> list[int]:
    """The tasks with each behind all that it waits for (Kahn, 1962)."""
    waits = [0] * len(tasks)
    for several in successors:
        for other, _days in several:
            waits[other] += 1
    ready = [number for number, count in enumerate(waits) if count == 0]
    for task in ready:  # grows while it is read
        for other, _days in successors[task]:
            waits[other] -= 1
            if waits[other] == 0:
                ready.append(other)
    if len(ready) < len(tasks):
        raise _cycle(tasks, successors, set(range(len(tasks))) - set(ready))
    return ready


def _cycle(
    tasks: Sequence[Task], successors: Sequence[Sequence[tuple[int, int]]], left: set[int]
) -> Refused:
    """Tasks that wait for each other, by name. Each that is left waits for another one that is,
    so going back from any of them comes round."""
    waits_for = {
        other: task for task in sorted(left) for other, _days in successors[task] if other in left
    }
    seen: list[int] = []
    task = min(left)
    while task not in seen:
        seen.append(task)
        task = waits_for[task]
    around = [*reversed(seen[seen.index(task) :])]
    first = around.index(min(around))
    names = [tasks[number].name for number in (*around[first:], *around[: first + 1])]
    return Refused(
        _("These tasks wait for each other: {names}. Take one arrow away.").format(
            names=ARROW.join(names)
        ),
        "before",
    )


def _signed(days: int) -> str:
    return str(days).replace("-", "−")
