"""A project as the rows of a workbook: tasks, promises, budget and costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from desktop.projects.exchange.records import BudgetRow, CostRow, PromiseRow
from desktop.projects.exchange.tasks import TaskRow, waiting
from desktop.projects.model import BudgetLine, Cost, Promise, Task
from desktop.projects.queries.plan import plan_of
from desktop.projects.rules.schedule import Link


def task_rows(session: Session, project_id: int) -> list[TaskRow]:
    """The tasks in the order of the screen, by their numbers."""
    tasks = {
        str(task.id): task
        for task in session.scalars(select(Task).where(Task.project_id == project_id))
    }
    plan = plan_of(session, project_id)
    waits: dict[str, list[Link]] = defaultdict(list)
    for link in plan.links:
        before = str(tasks[link.before].number)
        waits[link.after].append(Link(before, link.after, link.kind, link.lag))
    rows = []
    for bar in plan.bars:
        task = tasks[bar.id]
        parent = tasks.get(str(task.parent_id))
        rows.append(
            TaskRow(
                number=str(task.number),
                days=task.days,
                name=task.name,
                phase=bar.phase,
                inside=str(parent.number) if parent is not None else "",
                waits_for=waiting(waits[bar.id]),
                not_before=task.not_before,
                started_on=task.started_on,
                finished_on=task.finished_on,
                done=task.percent_done,
                owner=task.owner,
                start=bar.start,
                finish=bar.finish,
            )
        )
    return rows


def promise_rows(session: Session, project_id: int) -> list[PromiseRow]:
    """The promises by day. To which dwelling one was made is not in them: a file goes from hand to
    hand."""
    return [promise_row(row) for row in promises_in_order(session, project_id)]


def promises_in_order(session: Session, project_id: int) -> Sequence[Promise]:
    """The promises in the order of their sheet."""
    return session.scalars(
        select(Promise)
        .where(Promise.project_id == project_id)
        .order_by(Promise.made_on, Promise.id)
    ).all()


def promise_row(row: Promise) -> PromiseRow:
    """One promise as a row."""
    return PromiseRow(
        what=row.what,
        made_on=row.made_on,
        due_on=row.due_on,
        owner=row.owner,
        to_whom=row.to_whom,
        state=row.state,
        settled_on=row.settled_on,
        evidence=row.evidence,
        agreed_with=row.agreed_with,
        reason=row.reason,
        reaction=row.reaction,
        handed_to=row.handed_to,
    )


def budget_rows(session: Session, project_id: int) -> list[BudgetRow]:
    """The lines of the budget in their order."""
    return [budget_row(row) for row in budget_lines(session, project_id)]


def budget_lines(session: Session, project_id: int) -> Sequence[BudgetLine]:
    """The lines of the budget in the order of their sheet."""
    return session.scalars(
        select(BudgetLine)
        .options(joinedload(BudgetLine.phase))
        .where(BudgetLine.project_id == project_id)
        .order_by(BudgetLine.position, BudgetLine.id)
    ).all()


def budget_row(row: BudgetLine) -> BudgetRow:
    """One line as a row."""
    return BudgetRow(row.name, row.planned_cents, row.phase.name if row.phase is not None else "")


def cost_rows(session: Session, project_id: int) -> list[CostRow]:
    """What was committed and spent, by day."""
    rows = session.scalars(
        select(Cost)
        .join(BudgetLine, BudgetLine.id == Cost.line_id)
        .options(joinedload(Cost.line))
        .where(BudgetLine.project_id == project_id)
        .order_by(Cost.booked_on, Cost.id)
    )
    return [cost_row(row) for row in rows]


def cost_row(row: Cost) -> CostRow:
    """One booking as a row."""
    return CostRow(row.line.name, row.kind, row.booked_on, row.cents, row.what, row.note)
