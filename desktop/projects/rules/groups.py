"""Tasks with tasks inside, as points in the net of a plan.

Such a task is three points in time. Its own number is a gate: nothing inside begins before it. Its
first point is where the first task inside begins, its last point where the last one is done. Links
to it come in at the gate; links from it leave from the first or the last point.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

# An arrow with so few days keeps an order and no days.
ORDER_ONLY = -(10**12)

Arrows = list[list[tuple[int, int]]]


@dataclass(frozen=True)
class Groups:
    """For each task with tasks inside: what is directly inside, and its first and last point."""

    count: int
    inside: dict[int, list[int]] = field(default_factory=dict)
    first: dict[int, int] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    beginnings: dict[int, list[int]] = field(default_factory=dict)
    group_of: dict[int, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.inside)

    @property
    def points(self) -> int:
        """How many points the net has: one for each task and two more for each group."""
        return self.count + 2 * len(self.inside)

    def tie(self, arrows: Arrows, days: Sequence[int]) -> None:
        """Hold each group together: its tasks come after the gate, its first point lies at the
        earliest of their starts, its last point at the latest of their ends."""
        for group, tasks in self.inside.items():
            for task in tasks:
                arrows[group].append((task, 0))
                arrows[self.first.get(task, task)].append((self.first[group], ORDER_ONLY))
                arrows[self.last.get(task, task)].append((self.last[group], days[task]))

    def slacks(self, starts: Sequence[int], latest: Sequence[int]) -> dict[int, int]:
        """The room of each group: the least inside, for the group cannot be later than that."""
        found: dict[int, int] = {}
        waiting = list(self.inside)
        while waiting:
            group = waiting[-1]
            deeper = [task for task in self.inside[group] if task in self.inside]
            missing = [task for task in deeper if task not in found]
            if missing:
                waiting += missing
                continue
            waiting.pop()
            found[group] = min(
                found[task] if task in found else latest[task] - starts[task]
                for task in self.inside[group]
            )
        return found


def groups_of(parents: Sequence[int | None]) -> Groups:
    """The groups of tasks whose parents are these, by their place in the list."""
    inside: dict[int, list[int]] = {}
    for task, parent in enumerate(parents):
        if parent is not None:
            inside.setdefault(parent, []).append(task)
    count = len(parents)
    first = {group: count + 2 * place for place, group in enumerate(inside)}
    last = {group: point + 1 for group, point in first.items()}
    return Groups(
        count,
        inside,
        first,
        last,
        {first[group]: [first.get(task, task) for task in inside[group]] for group in inside},
        {point: group for several in (first, last) for group, point in several.items()},
    )
