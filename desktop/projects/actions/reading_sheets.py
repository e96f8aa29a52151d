"""A workbook of a project that comes in: new rows, and what changed in those that are there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from sqlalchemy import select

from desktop.estate.texts import day_of, fill
from desktop.language import _
from desktop.projects.actions.finding_rows import take_in_findings
from desktop.projects.actions.money import add_line, book_cost, change_line
from desktop.projects.actions.phases import add_phase
from desktop.projects.actions.task_writing import TaskWriting
from desktop.projects.exchange.records import BudgetRow, CostRow, ProjectSheets, PromiseRow
from desktop.projects.exchange.sheets import Row, completed
from desktop.projects.exchange.tasks import TaskList, TaskRow
from desktop.projects.model import BudgetLine, Phase, Project, Promise
from desktop.projects.queries.sheets import (
    budget_lines,
    budget_row,
    cost_rows,
    promise_row,
    promises_in_order,
    task_rows,
)
from desktop.projects.rules.lifecycle import check_at_work
from desktop.projects.rules.voices import check_kept_state, check_promise
from desktop.refused import Refused
from desktop.store import Actor, Store
from desktop.store.found import found
from desktop.store.within import Within, trying

FIRST_ROW = 2  # the headings are the first
Known = TypeVar("Known")

TASKS, FINDINGS, PROMISES, BUDGET, COSTS = "tasks", "findings", "promises", "budget", "costs"


@dataclass(frozen=True)
class Brought:
    """How many rows of a sheet are new, changed, and as they were."""

    new: int = 0
    changed: int = 0
    same: int = 0


def look_at(store: Store, who: Actor, project_id: int, sheets: ProjectSheets) -> dict[str, Brought]:
    """What a workbook would bring. Refuses what `take_in` refuses."""
    with trying(store) as tried:
        return _take_in(tried, who, project_id, sheets)


def take_in(store: Store, who: Actor, project_id: int, sheets: ProjectSheets) -> dict[str, Brought]:
    """Bring a workbook in: all of it or nothing. A task is known by its number, a promise by its
    words and day, a budget line by its name, a cost by all that is in it; of several with the same
    name each row is another one. What a sheet does not have stays, also a field without a column.
    Refuses, with the row, what filling it in by hand refuses."""
    with store.act(who, "projects.sheets.import", undo=_("Read in a workbook")) as act:
        return _take_in(Within(store, act), who, project_id, sheets)


def _take_in(
    store: Within, who: Actor, project_id: int, sheets: ProjectSheets
) -> dict[str, Brought]:
    session = store.running.session
    check_at_work(found(session, Project, project_id).state)
    brought = {}
    if sheets.tasks is not None:
        brought[TASKS] = _tasks(store, project_id, sheets.tasks)
    if sheets.findings is not None:
        counted = take_in_findings(store, who, project_id, sheets.findings)
        brought[FINDINGS] = Brought(counted.new, counted.changed, counted.same)
    if sheets.promises is not None:
        brought[PROMISES] = _promises(store, project_id, sheets.promises)
    if sheets.budget is not None:
        brought[BUDGET] = _budget(store, who, project_id, sheets.budget)
    if sheets.costs is not None:
        brought[COSTS] = _costs(store, who, project_id, sheets.costs)
    return brought


def _each(rows: Iterable[Row], bring: Callable[[Row], str]) -> Brought:
    counted: Counter[str] = Counter()
    for at, row in enumerate(rows, FIRST_ROW):
        try:
            counted[bring(row)] += 1
        except Refused as refused:
            words = _("Row {n}: {why} Nothing was read in.")
            raise Refused(words.format(n=at, why=refused.sentence), "file") from refused
    return Brought(counted["new"], counted["changed"], counted["same"])


# Tasks ------------------------------------------------------------------------------------------


def _tasks(store: Within, project_id: int, given: TaskList) -> Brought:
    session = store.running.session
    known = {row.number: row for row in task_rows(session, project_id)}
    writing = TaskWriting(store, project_id)

    def bring(row: TaskRow) -> str:
        old = known.get(row.number)
        row = completed(row, old)
        if old is not None and _same(old, row):
            return "same"
        facts = {
            "name": row.name or row.number,
            "phase_id": writing.phase(row.phase),
            "days": row.days,
            "not_before": row.not_before,
            "started_on": row.started_on,
            "finished_on": row.finished_on,
            "percent_done": row.done,
            "owner": row.owner,
        }
        writing.write(row.number, facts)
        return "changed" if old is not None else "new"

    brought = _each(given.rows, bring)
    writing.nest({row.number: row.inside for row in given.rows if "inside" not in row.lacks})
    writing.link(given.links, {r.number for r in given.rows if "waits_for" not in r.lacks})
    writing.check()
    return brought


def _same(old: TaskRow, new: TaskRow) -> bool:
    """Whether a row says what is known already; its days follow from the rest."""
    return replace(old, start=None, finish=None) == replace(new, start=None, finish=None)


class _There(Generic[Known, Row]):
    """What is known already, by what the rows of a sheet are known by. Two dwellings can be
    promised the same on one day: each row then finds another one, its own when that is there."""

    def __init__(
        self, known: Iterable[Known], as_row: Callable[[Known], Row], key: Callable[[Row], Hashable]
    ) -> None:
        self._as_row, self._key = as_row, key
        self._left: dict[Hashable, list[Known]] = defaultdict(list)
        for one in known:
            self._left[key(as_row(one))].append(one)

    def take(self, row: Row) -> Known | None:
        """What a row is about, once; None when that is new."""
        left = self._left[self._key(row)]
        own = next((one for one in left if self._is(one, row)), next(iter(left), None))
        if own is not None:
            left.remove(own)
        return own

    def _is(self, one: Known, row: Row) -> bool:
        known = self._as_row(one)
        return known == completed(row, known)


# Promises ---------------------------------------------------------------------------------------


def _promises(store: Within, project_id: int, rows: Iterable[PromiseRow]) -> Brought:
    session = store.running.session
    there = _There(
        promises_in_order(session, project_id), promise_row, lambda row: (row.what, row.made_on)
    )

    def bring(row: PromiseRow) -> str:
        one = there.take(row)
        row = completed(row, promise_row(one) if one is not None else None)
        if one is not None and promise_row(one) == row:
            return "same"
        what = "changed"
        if one is None:
            what = "new"
            one = Promise(project_id=project_id, made_on=day_of(store, row.made_on, "made_on"))
            session.add(one)
        check_promise(row.owner, row.made_on, row.due_on)
        check_kept_state(row.state, row.settled_on, row.evidence, row.reason, row.made_on)
        facts = {name: getattr(row, name) for name in FACTS}
        fill(one, facts, facts)
        session.flush()
        return what

    return _each(rows, bring)


FACTS = (
    "what", "due_on", "owner", "to_whom", "state", "settled_on", "evidence", "agreed_with",
    "reason", "reaction", "handed_to",
)  # fmt: skip


# Money ------------------------------------------------------------------------------------------


def _budget(store: Within, who: Actor, project_id: int, rows: Iterable[BudgetRow]) -> Brought:
    session = store.running.session
    phases = {
        name: id
        for id, name in session.execute(
            select(Phase.id, Phase.name).where(Phase.project_id == project_id)
        )
    }

    there = _There(budget_lines(session, project_id), budget_row, lambda row: row.name)

    def bring(row: BudgetRow) -> str:
        one = there.take(row)
        row = completed(row, budget_row(one) if one is not None else None)
        if one is not None and budget_row(one) == row:
            return "same"
        if row.phase and row.phase not in phases:
            phases[row.phase] = add_phase(store, who, project_id, row.phase)
        phase_id = phases.get(row.phase)
        if one is None:
            add_line(store, who, project_id, row.name, row.planned_cents, phase_id)
            return "new"
        change_line(store, who, one.id, row.name, row.planned_cents, phase_id)
        session.expire(one, ["phase"])
        return "changed"

    return _each(rows, bring)


def _costs(store: Within, who: Actor, project_id: int, rows: Sequence[CostRow]) -> Brought:
    session = store.running.session
    lines: dict[str, BudgetLine] = {}
    for one in budget_lines(session, project_id):
        lines.setdefault(one.name, one)
    unsaid: dict[str, Any] = dict.fromkeys(rows[0].lacks if rows else (), "")
    there = Counter(replace(row, **unsaid) for row in cost_rows(session, project_id))

    def bring(row: CostRow) -> str:
        if there[row]:
            there[row] -= 1
            return "same"
        line = lines.get(row.line)
        if line is None:
            raise Refused(
                _("There is no line “{line}” in the budget.").format(line=row.line), "file"
            )
        book_cost(store, who, line.id, row.kind, row.cents, row.what, row.booked_on, row.note)
        return "new"

    return _each(rows, bring)
