"""A plan as it is shown: a row for each task, milestone and summary, and the links between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop.projects.rules.schedule import Link


class BarKind(Enum):
    """What a row of the plan is."""

    TASK = "task"
    MILESTONE = "milestone"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Span:
    """From one day up to and including another."""

    start: date
    finish: date


@dataclass(frozen=True, slots=True)
class PlanBar:
    """One row. What is in a summary follows it with more `depth`; its days are from the first of
    those to the last.

    `days` counts working days; `slack` is how many of them it can be late before the project is.
    Without a `not_before` it begins as soon as what it waits for allows. `fixed` says in a sentence
    why it cannot begin on another day, as with work that was begun: it then waits for nothing of
    its own any more. `state` and `owner` are words to read."""

    id: str
    name: str
    start: date
    finish: date
    days: int
    kind: BarKind = BarKind.TASK
    phase: str = ""
    depth: int = 0
    percent: int = 0
    slack: int = 0
    is_critical: bool = False
    not_before: date | None = None
    baseline: Span | None = None
    state: str = ""
    owner: str = ""
    fixed: str = ""


@dataclass(frozen=True)
class Plan:
    """All rows in their order, and the links between them. `begins` is the day from which working
    days are counted."""

    begins: date
    bars: tuple[PlanBar, ...] = ()
    links: tuple[Link, ...] = ()
    free_5_may: bool = True

    @property
    def end(self) -> date:
        """The last day of the last task; the day that it begins when there are none."""
        return max((bar.finish for bar in self.bars), default=self.begins)

    def whole(self) -> Span:
        """From the first to the last day on which anything is or was planned."""
        spans = [bar.baseline for bar in self.bars if bar.baseline is not None]
        starts = [self.begins, *(bar.start for bar in self.bars), *(one.start for one in spans)]
        return Span(min(starts), max([self.end, *(one.finish for one in spans)]))
