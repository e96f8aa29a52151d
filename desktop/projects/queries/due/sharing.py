"""Residents' budgets and looking back, on Vandaag: voting that ends, a result to fix, ideas to
carry out, and projects that nobody looked back at yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from desktop.feature import Due, Place
from desktop.language import _
from desktop.language.format import day_short, local
from desktop.projects.model import BudgetIdea, BudgetRound, Evaluation, Project, ProjectStep
from desktop.projects.rules.looking_back import LOOK_BACK_DAYS
from desktop.projects.states import BudgetRoundState, ProjectState
from desktop.urgency import end_of, urgency

TAB = "projects"
RESTING = (ProjectState.CLOSED, ProjectState.HALTED)
AHEAD_DAYS = 14


def due(session: Session, now: datetime) -> list[Due]:
    """What residents wait for, in no order."""
    today = local(now).date()
    return [
        *_voting(session, now, today),
        *_carrying_out(session, now, today),
        *_looking_back(session, now),
    ]


def _voting(session: Session, now: datetime, today: date) -> Iterator[Due]:
    rows = session.scalars(
        select(BudgetRound)
        .options(joinedload(BudgetRound.project))
        .join(Project, Project.id == BudgetRound.project_id)
        .where(
            BudgetRound.state == BudgetRoundState.VOTING,
            BudgetRound.vote_until <= today + timedelta(days=AHEAD_DAYS),
            Project.state.not_in(RESTING),
        )
    )
    for row in rows:
        if row.vote_until is None:
            continue
        last = end_of(row.vote_until)
        over = row.vote_until < today
        until = _("vote until {day}").format(day=day_short(row.vote_until))
        yield Due(
            "€",
            _("Fix the result: {name}").format(name=row.name)
            if over
            else _("The voting ends: {name}").format(name=row.name),
            f"{row.project.name} · {until}",
            urgency(last, now),
            _("Open the budget"),
            Place(TAB, "budget_round", row.id),
            last,
        )


def _carrying_out(session: Session, now: datetime, today: date) -> Iterator[Due]:
    """Ideas that got money: those of nobody at once, the others before their day. Residents wait
    for them after the project too."""
    rows = session.scalars(
        select(BudgetIdea)
        .options(joinedload(BudgetIdea.round).joinedload(BudgetRound.project))
        .join(BudgetRound, BudgetRound.id == BudgetIdea.round_id)
        .join(Project, Project.id == BudgetRound.project_id)
        .where(
            BudgetRound.state == BudgetRoundState.RESULT,
            BudgetIdea.done_on.is_(None),
            Project.state != ProjectState.HALTED,
        )
        .order_by(BudgetIdea.id)
    )
    for idea in rows:
        told = idea.round
        funded = {one["name"] for one in (told.result or {}).get("funded", ())}
        if idea.name not in funded:
            continue
        day = idea.due_on or told.result_on or today
        if idea.due_on is not None and day > today + timedelta(days=AHEAD_DAYS):
            continue
        last, owner = end_of(day), idea.owner or _("nobody does this yet")
        yield Due(
            "€",
            _("Carry out: {idea}").format(idea=idea.name),
            f"{told.project.name} · {owner}",
            urgency(last, now),
            _("Open the budget"),
            Place(TAB, "budget_round", told.id),
            last,
        )


def _looking_back(session: Session, now: datetime) -> Iterator[Due]:
    rows = session.execute(
        select(Project.id, Project.name, func.max(ProjectStep.taken_on))
        .join(ProjectStep, ProjectStep.project_id == Project.id)
        .outerjoin(Evaluation, Evaluation.project_id == Project.id)
        .where(
            Project.state == ProjectState.AFTERCARE,
            ProjectStep.state == ProjectState.AFTERCARE,
            Evaluation.id.is_(None),
        )
        .group_by(Project.id, Project.name)
    )
    for project_id, name, since in rows:
        last = end_of(since + timedelta(days=LOOK_BACK_DAYS))
        yield Due(
            "?",
            _("Look back with tenants"),
            name,
            urgency(last, now),
            _("Look back"),
            Place(TAB, "project", project_id, "looking-back"),
            last,
        )
