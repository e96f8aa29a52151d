"""One letting of the past as the demo file wants it: who received, who was on the list."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date

from desktop.viewings.demo.fates import INVITED, Fate, fates
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.rules.order import Standing
from desktop.viewings.states import CandidateState, PilotRole

C = CandidateState
LISTED = 12


@dataclass(frozen=True)
class PastLetting:
    """One letting of the past. `number` counts those of its complex; `staff_day` is the day on
    which staff could have shown the dwelling."""

    pilot: PilotPlan
    number: int
    staff_day: date

    @property
    def by_residents(self) -> bool:
        """Whether residents were to receive."""
        return self.pilot.role is PilotRole.PILOT

    @property
    def hosted(self) -> bool:
        """Whether residents did receive."""
        return self.number < int(self.pilot.values["hosted"])

    @property
    def priority_wins(self) -> bool:
        """23 in 100 go to somebody with priority, spread over the years."""
        return _share(self.number + 1) > _share(self.number)

    @property
    def priority_refuses(self) -> bool:
        return not self.priority_wins and self.number % 5 == 4


def _share(lettings: int) -> int:
    return (lettings * 23 + 50) // 100


@dataclass(frozen=True)
class Seat:
    """A place on the list, and what became of whoever stood there; None for who was not invited."""

    rank: int
    priority: bool
    fate: Fate | None

    @property
    def state(self) -> CandidateState:
        """When the decision was settled."""
        if self.fate is Fate.ACCEPTS:
            return C.ALLOCATED
        kept = (Fate.REFUSES, Fate.DECLINES, Fate.NO_SHOW)
        return self.fate.state if self.fate in kept else C.NOT_REACHED

    def standing(self, candidate_id: int, number: str) -> Standing:
        """As the decision found it."""
        return Standing(
            id=candidate_id,
            number=number,
            rank=self.rank,
            priority=self.priority,
            state=self.fate.state if self.fate else C.SELECTED,
            invited=self.fate is not None,
            want=self.fate.want if self.fate else None,
        )


def seats_of(letting: PastLetting, chance: random.Random) -> list[Seat]:
    """The list in order: those with priority first, then by rank. Ten are invited."""
    with_priority = 1 if letting.priority_refuses else 0
    if letting.priority_wins:
        with_priority = 1 + letting.number % 2
    first = sorted(chance.sample(range(1, LISTED + 1), with_priority))
    ordered = [*first, *(rank for rank in range(1, LISTED + 1) if rank not in first)]
    drawn = fates(with_priority, letting.priority_wins, letting.pilot.values["no_shows"], chance)
    waiting = [None] * (LISTED - INVITED)
    return [
        Seat(rank, rank in first, fate)
        for rank, fate in zip(ordered, [*drawn, *waiting], strict=True)
    ]
