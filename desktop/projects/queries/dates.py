"""Everything with a date of a project, for a calendar that leaves the program: no address, and no
words about one dwelling."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.advice.states import WITH_REASONS
from desktop.language import _
from desktop.projects.model import Finding, Inspection, Project
from desktop.projects.queries.advice import advices
from desktop.projects.queries.budgets import budgets_of
from desktop.projects.queries.consent import rounds
from desktop.projects.queries.inspections import inspections_of
from desktop.projects.queries.plan import plan_of
from desktop.projects.queries.promises import promises_of
from desktop.projects.queries.voices import SessionLine, sessions_of
from desktop.projects.rules.timeline.plan import BarKind
from desktop.projects.states import BudgetRoundState, ConsentState, FindingState
from desktop.projects.wording import word
from desktop.store.found import found

DONE = 100
TO_SOLVE = (FindingState.REPORTED, FindingState.TAKEN_UP)


@dataclass(frozen=True)
class DateLine:
    """A day with what it is for. `code` is its own among all projects; what is not `open` needs no
    reminder any more."""

    code: str
    what: str
    day: date
    who: str
    open: bool


@dataclass(frozen=True)
class Dates:
    project: str
    code: str
    gatherings: tuple[SessionLine, ...]
    days: tuple[DateLine, ...]


def dates_of(session: Session, project_id: int, today: date) -> Dates:
    """The gatherings and the days of a project, each in the order of the calendar."""
    project = found(session, Project, project_id)
    gatherings = sorted(sessions_of(session, project_id), key=lambda line: line.held_on)
    days = [
        *_halted(project),
        *_plan(session, project_id),
        *_promises(session, project_id, today),
        *_advice(session, project_id, today),
        *_consent(session, project_id, today),
        *_walks(session, project_id),
        *_findings(session, project_id),
        *_budgets(session, project_id),
    ]
    days.sort(key=lambda line: (line.day, line.code))
    return Dates(project.name, project.code, tuple(gatherings), tuple(days))


def _halted(project: Project) -> Iterator[DateLine]:
    if project.halted_until is not None:
        yield DateLine(
            f"halted-{project.id}", _("The project can go on"), project.halted_until, "", True
        )


def _plan(session: Session, project_id: int) -> Iterator[DateLine]:
    """Milestones, and the last day of each task; a calendar warns of the milestones only."""
    plan = plan_of(session, project_id)
    for bar in plan.bars:
        is_milestone = bar.kind is BarKind.MILESTONE
        if bar.kind is BarKind.SUMMARY:
            continue
        what = bar.name if is_milestone else _("Done: {task}").format(task=bar.name)
        warns = is_milestone and bar.percent < DONE
        yield DateLine(f"task-{bar.id}", what, bar.finish, bar.owner, warns)
    if plan.bars:
        yield DateLine(f"end-{project_id}", _("The project is done"), plan.end, "", True)


def _promises(session: Session, project_id: int, today: date) -> Iterator[DateLine]:
    for line in promises_of(session, project_id, today):
        what = _("Promise: {what}").format(what=line.what)
        if line.address:
            what = _("Promise to one dwelling")
        who = line.handed_to or line.owner
        yield DateLine(f"promise-{line.id}", what, line.due_on, who, line.is_open)


def _advice(session: Session, project_id: int, today: date) -> Iterator[DateLine]:
    for view in advices(session, project_id, today):
        waits = view.decided_on is None
        owes = waits or (view.decision in WITH_REASONS and view.reasons_sent_on is None)
        for part, words, day, still_open in (
            ("due", _("Advice of the tenants: {subject}"), view.due_on,
             waits and view.received_on is None),
            ("reasons", _("Reasons about the advice: {subject}"), view.reasons_by, owes),
        ):  # fmt: skip
            if day is not None:
                what = words.format(subject=view.subject)
                yield DateLine(f"advice-{view.id}-{part}", what, day, "", still_open)
        if view.starts_on is not None:
            what = _("May be carried out: {subject}").format(subject=view.subject)
            waits = view.starts_on > today
            yield DateLine(f"advice-{view.id}-start", what, view.starts_on, "", waits)


def _consent(session: Session, project_id: int, today: date) -> Iterator[DateLine]:
    """The last day to answer, and the last of the eight weeks of who did not agree."""
    for one in rounds(session, project_id, today):
        if one.state is ConsentState.REPLACED:
            continue
        if one.answer_by is not None:
            what, runs = _("Answers of tenants to the proposal"), one.result_sent_on is None
            yield DateLine(f"consent-{one.id}", what, one.answer_by, "", runs)
        if one.court_until is not None:
            what, runs = _("Last day to go to court"), one.state is ConsentState.NOTICES_SENT
            yield DateLine(f"consent-{one.id}-court", what, one.court_until, "", runs)


def _walks(session: Session, project_id: int) -> Iterator[DateLine]:
    for walk in inspections_of(session, project_id):
        what = f"{word(walk.kind)}: {walk.route}"
        yield DateLine(f"walk-{walk.id}", what, walk.held_on, "", False)


def _budgets(session: Session, project_id: int) -> Iterator[DateLine]:
    """The last day to vote, and the days on which what got money is carried out."""
    for budget in budgets_of(session, project_id):
        if budget.vote_until is not None:
            what = _("Last day to vote: {name}").format(name=budget.name)
            votes = budget.state is BudgetRoundState.VOTING
            yield DateLine(f"vote-{budget.id}", what, budget.vote_until, "", votes)
        for idea in budget.ideas:
            if idea.due_on is not None:
                what = _("Carry out: {idea}").format(idea=idea.name)
                waits = idea.done_on is None
                yield DateLine(f"idea-{idea.id}", what, idea.due_on, idea.owner, waits)


def _findings(session: Session, project_id: int) -> Iterator[DateLine]:
    rows = session.scalars(
        select(Finding)
        .join(Inspection, Inspection.id == Finding.inspection_id)
        .where(Inspection.project_id == project_id, Finding.due_on.is_not(None))
    )
    for one in rows:
        if one.due_on is not None:
            what = _("Finding: {kind}").format(kind=word(one.kind))
            is_open = one.state in TO_SOLVE
            yield DateLine(f"finding-{one.id}", what, one.due_on, one.owner, is_open)
