"""The budget of a project: its lines, and what was committed and spent."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.texts import day_of, written
from desktop.language import _
from desktop.language.format import money
from desktop.projects.model import BudgetLine, Cost, Phase, Project
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.states import CostKind
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found, held
from desktop.store.store import stale

MOST_CENTS = 100_000_000_000  # a milliard euro; more is a typing error


def add_line(
    store: Store, who: Actor, project_id: int, name: str, planned_cents: int, phase_id: int | None
) -> int:
    """Another line of the budget. Refuses one without a name, and an amount below 0."""
    with store.act(who, "projects.budget.line", undo=_("New budget line")) as act:
        session = act.session
        project = held(session, Project, project_id)
        check_at_work(project.state)
        last = session.scalar(
            select(func.max(BudgetLine.position)).where(BudgetLine.project_id == project_id)
        )
        line = BudgetLine(project_id=project_id, position=(last or 0) + 1)
        _fill(session, line, name, planned_cents, phase_id)
        session.add(line)
        session.flush()
        return line.id


def change_line(
    store: Store,
    who: Actor,
    line_id: int,
    name: str,
    planned_cents: int,
    phase_id: int | None,
    version: int | None = None,
) -> None:
    """Change a line of the budget; `version` is the row version that the screen showed."""
    with store.act(who, "projects.budget.change", undo=_("Change budget line")) as act:
        line = _line(act.session, line_id)
        stale(line, version, {"name": name, "planned_cents": planned_cents, "phase_id": phase_id})
        _fill(act.session, line, name, planned_cents, phase_id)


def remove_line(store: Store, who: Actor, line_id: int) -> None:
    """Take a line away on which nothing was booked. Refuses one with costs."""
    with store.act(who, "projects.budget.remove", undo=_("Remove budget line")) as act:
        line = _line(act.session, line_id)
        if line.costs:
            raise Refused(_("There are costs on this line. Take those away first."), "line")
        act.session.delete(line)


def book_cost(
    store: Store,
    who: Actor,
    line_id: int,
    kind: CostKind,
    cents: int,
    what: str,
    on: date | None = None,
    note: str = "",
) -> int:
    """Book what was committed or spent. Refuses nothing or less, a day to come, and more than the
    line has without a note that says why."""
    with store.act(who, "projects.cost.book", undo=_("Book costs")) as act:
        session = act.session
        line = _line(session, line_id)
        if not 0 < cents <= MOST_CENTS:
            raise Refused(_("Fill in an amount of more than € 0."), "cents")
        why = written(Cost, "note", note)
        booked = sum(cost.cents for cost in line.costs if cost.kind is kind)
        over = booked + cents - line.planned_cents
        if over > 0 and not why:
            sentence = _("This is {amount} more than the line has. Write in the note why.")
            raise Refused(sentence.format(amount=money(over)), "note")
        cost = Cost(
            line_id=line_id,
            kind=kind,
            booked_on=day_of(store, on, "booked_on"),
            cents=cents,
            what=written(Cost, "what", what, needed=True),
            note=why,
        )
        session.add(cost)
        session.flush()
        return cost.id


def remove_cost(store: Store, who: Actor, cost_id: int) -> None:
    """Take a booking away that was made by mistake."""
    with store.act(who, "projects.cost.remove", undo=_("Remove costs")) as act:
        cost = found(act.session, Cost, cost_id)
        check_at_work(cost.line.project.state)
        act.session.delete(cost)


def _line(session: Session, line_id: int) -> BudgetLine:
    line = found(session, BudgetLine, line_id)
    check_at_work(line.project.state)
    return line


def _fill(
    session: Session, line: BudgetLine, name: str, planned_cents: int, phase_id: int | None
) -> None:
    if not 0 <= planned_cents <= MOST_CENTS:
        raise Refused(_("Fill in an amount of € 0 or more."), "planned_cents")
    if phase_id is not None and found(session, Phase, phase_id).project_id != line.project_id:
        raise Refused(_("This phase is of another project."), "phase_id")
    line.name = written(BudgetLine, "name", name, needed=True)
    line.planned_cents, line.phase_id = planned_cents, phase_id
