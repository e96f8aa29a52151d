"""The budget of a project: per line what was planned, committed and spent, in whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from desktop.projects.model import BudgetLine, Project
from desktop.projects.states import CostKind
from desktop.store.found import found


@dataclass(frozen=True)
class CostLine:
    id: int
    line_id: int
    line: str
    kind: CostKind
    booked_on: date
    cents: int
    what: str
    note: str


@dataclass(frozen=True)
class MoneyLine:
    """A line of the budget; what is `left` is what was planned less the higher of what is
    committed and spent: a bill pays what was committed before."""

    id: int
    version: int
    name: str
    phase_id: int | None
    phase: str
    planned: int
    committed: int
    spent: int

    @property
    def left(self) -> int:
        return self.planned - max(self.committed, self.spent)


@dataclass(frozen=True)
class Money:
    """The whole budget: what the project may cost, and its lines with all costs on them."""

    budget: int
    lines: tuple[MoneyLine, ...]
    costs: tuple[CostLine, ...]

    @property
    def planned(self) -> int:
        return sum(line.planned for line in self.lines)

    @property
    def committed(self) -> int:
        return sum(line.committed for line in self.lines)

    @property
    def spent(self) -> int:
        return sum(line.spent for line in self.lines)

    @property
    def left(self) -> int:
        """What is not committed or spent yet of the whole budget."""
        return self.budget - sum(max(line.committed, line.spent) for line in self.lines)


def money_of(session: Session, project_id: int) -> Money:
    """The budget of a project. Refuses a project that is gone."""
    project = found(session, Project, project_id)
    rows = session.scalars(
        select(BudgetLine)
        .options(selectinload(BudgetLine.costs), joinedload(BudgetLine.phase))
        .where(BudgetLine.project_id == project_id)
        .order_by(BudgetLine.position, BudgetLine.id)
    ).all()
    lines = tuple(
        MoneyLine(
            row.id,
            row.version,
            row.name,
            row.phase_id,
            row.phase.name if row.phase is not None else "",
            row.planned_cents,
            sum(cost.cents for cost in row.costs if cost.kind is CostKind.COMMITTED),
            sum(cost.cents for cost in row.costs if cost.kind is CostKind.SPENT),
        )
        for row in rows
    )
    costs = [
        CostLine(
            cost.id, row.id, row.name, cost.kind, cost.booked_on, cost.cents, cost.what, cost.note
        )
        for row in rows
        for cost in row.costs
    ]
    costs.sort(key=lambda cost: (cost.booked_on, cost.id), reverse=True)
    return Money(project.budget_cents, lines, tuple(costs))
