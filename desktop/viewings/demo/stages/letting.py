"""A dwelling of the demo that is being let, on its way from notice to wipe."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from desktop.estate.demo_days import at, standing_at, working_day
from desktop.store import Store
from desktop.viewings.demo.ground import PilotPlan
from desktop.viewings.model import PolicyVersion, Vacancy, Viewing
from desktop.viewings.queries.facts import standings
from desktop.viewings.rules.order import Standing, in_order

Answered = TypeVar("Answered")


@dataclass
class Letting:
    """A dwelling on its way. `values` is its row in the demo file; `staff_day` the day on which
    staff could show it. The rows that it gets are filled in on the way."""

    store: Store
    pilot: PilotPlan
    values: Mapping[str, Any]
    staff_day: date
    today: date
    chance: random.Random
    vacancy: int = 0
    viewing: int = 0
    offer: int = 0
    decision: int = 0

    def day(self, working_days: int) -> date:
        """So many working days after the day on which staff could show the dwelling."""
        return working_day(self.staff_day, working_days)

    @contextmanager
    def on(self, working_days: int, hour: int, minute: int = 0) -> Iterator[None]:
        """What happens inside happens on that day."""
        with standing_at(self.store, at(self.day(working_days), hour, minute)):
            yield

    def in_order(self) -> list[Standing]:
        """The candidates in order, as they stand now."""
        with self.store.reading() as session:
            return in_order(standings(session, self.vacancy))

    def ask_policy(self, question: Callable[[PolicyVersion], Answered]) -> Answered:
        """What its way of working says."""
        with self.store.reading() as session:
            policy = session.get_one(Vacancy, self.vacancy).policy
            assert policy is not None  # chosen before anything that asks for it
            return question(policy)

    def invitations(self) -> list[tuple[int, Standing]]:
        """Who is invited to the group, in order, with the invitation."""
        with self.store.reading() as session:
            seats = {
                i.candidate_id: i.id for i in session.get_one(Viewing, self.viewing).invitations
            }
        return [(seats[c.id], c) for c in self.in_order() if c.id in seats]
