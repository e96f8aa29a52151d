"""The phases and tasks that a project of each kind begins with, as data of the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from desktop.assets import resources
from desktop.projects.states import ProjectKind


@dataclass(frozen=True)
class StartingTask:
    """A task of a number of working days that waits for the tasks named in `after`. `decision`
    marks the moment before which tenants are asked."""

    key: str
    name: str
    days: int
    after: tuple[str, ...] = ()
    decision: bool = False


@dataclass(frozen=True)
class StartingPhase:
    name: str
    tasks: tuple[StartingTask, ...]


@cache
def starting_phases(kind: ProjectKind) -> tuple[StartingPhase, ...]:
    """What a project of a kind begins with, in order. The names are in Dutch: they become the
    user's own data."""
    read = tomllib.loads((resources() / "projects" / "kinds.toml").read_text("utf-8"))
    return tuple(
        StartingPhase(
            phase["name"],
            tuple(
                StartingTask(
                    task["key"],
                    task["name"],
                    task["days"],
                    tuple(task.get("after", ())),
                    task.get("decision", False),
                )
                for task in phase["tasks"]
            ),
        )
        for phase in read[kind.name.lower()]
    )
