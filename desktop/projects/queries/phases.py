"""The phases of a project, and what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.language import ngettext
from desktop.projects.model import BudgetLine, Message, Phase, Task


@dataclass(frozen=True)
class PhaseLine:
    """A phase with the number of `tasks`, lines of the `budget` and `messages` that are of it."""

    id: int
    version: int
    position: int
    name: str
    tasks: int
    budget: int
    messages: int

    def holds(self) -> tuple[str, ...]:
        """What is of this phase, in words: `4 taken`, `1 begrotingspost`."""
        return tuple(self._held())

    def _held(self) -> Iterator[str]:
        if self.tasks:
            yield ngettext("{n} task", "{n} tasks", self.tasks).format(n=self.tasks)
        if self.budget:
            words = ngettext("{n} budget line", "{n} budget lines", self.budget)
            yield words.format(n=self.budget)
        if self.messages:
            yield ngettext("{n} message", "{n} messages", self.messages).format(n=self.messages)


def phases_of(session: Session, project_id: int) -> list[PhaseLine]:
    """The phases in their order."""
    counts = [
        select(func.count()).where(kind.phase_id == Phase.id).correlate(Phase).scalar_subquery()
        for kind in (Task, BudgetLine, Message)
    ]
    rows = session.execute(
        select(Phase.id, Phase.version, Phase.position, Phase.name, *counts)
        .where(Phase.project_id == project_id)
        .order_by(Phase.position, Phase.id)
    )
    return [PhaseLine(*row) for row in rows]
