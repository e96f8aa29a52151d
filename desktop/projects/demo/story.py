"""What happens when in the demo world of Beheer: every deed with its day, counted from today."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop.estate.demo import read
from desktop.estate.demo_days import at, standing_at, working_day
from desktop.store import Actor, Store

HOUR = 10


@dataclass
class Story:
    """The deeds that are told, and the numbers of what they made: projects by key, gatherings and
    proposals by project and key, tasks by project and name."""

    store: Store
    who: Actor
    today: date
    projects: dict[str, int] = field(default_factory=dict)
    sessions: dict[tuple[str, str], int] = field(default_factory=dict)
    proposals: dict[tuple[str, int], int] = field(default_factory=dict)
    tasks: dict[tuple[str, str], int] = field(default_factory=dict)
    _deeds: list[tuple[date, int, Callable[[], object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.values: Mapping[str, Any] = read("projects")

    def day(self, working_days: int) -> date:
        """The working day so many after today, or before when negative."""
        return working_day(self.today, working_days)

    def on(self, working_days: int, deed: Callable[..., object], *args: Any, **named: Any) -> None:
        """So many working days from today this happens; what is still to come does not happen."""
        day = self.day(working_days)
        self._deeds.append((day, len(self._deeds), lambda: deed(*args, **named)))

    def play(self) -> None:
        """Do everything up to today, in order; what is of the same day as it was told."""
        for day, _place, deed in sorted(self._deeds, key=lambda one: one[:2]):
            if day <= self.today:
                with standing_at(self.store, at(day, HOUR)):
                    deed()
