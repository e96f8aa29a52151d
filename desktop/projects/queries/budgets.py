"""Budgets that residents divide: the ideas, who voted, and the result with its explanation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.language import _
from desktop.projects.model import Ballot, BallotChoice, BudgetIdea, BudgetRound
from desktop.projects.rules.budget import Idea, equal_shares, most_votes
from desktop.projects.states import BudgetRoundState
from desktop.refused import Refused
from desktop.store.found import found


@dataclass(frozen=True)
class IdeaLine:
    """An idea. `votes` counts the households that want it; None while people vote, so that nobody
    sees which way it goes."""

    id: int
    version: int
    number: int
    name: str
    what: str
    cost_cents: int | None
    feasible: bool | None
    reason: str
    owner: str
    due_on: date | None
    done_on: date | None
    votes: int | None


@dataclass(frozen=True)
class BudgetView:
    """A budget. `voted` is how many households voted."""

    id: int
    version: int
    project_id: int
    name: str
    amount_cents: int
    rules: str
    households: int
    state: BudgetRoundState
    vote_until: date | None
    result_on: date | None
    voted: int
    ideas: tuple[IdeaLine, ...]
    result: Mapping[str, Any] | None


def budgets_of(session: Session, project_id: int) -> list[BudgetView]:
    """The budgets of a project, the newest first."""
    ids = session.scalars(
        select(BudgetRound.id)
        .where(BudgetRound.project_id == project_id)
        .order_by(BudgetRound.id.desc())
    )
    return [budget_view(session, id) for id in ids]


def budget_view(session: Session, round_id: int) -> BudgetView:
    """One budget. Refuses one that is gone."""
    row = found(session, BudgetRound, round_id)
    told = row.state is BudgetRoundState.RESULT
    votes = _votes(session, round_id)
    return BudgetView(
        id=row.id,
        version=row.version,
        project_id=row.project_id,
        name=row.name,
        amount_cents=row.amount_cents,
        rules=row.rules,
        households=row.households,
        state=row.state,
        vote_until=row.vote_until,
        result_on=row.result_on,
        voted=session.scalar(select(func.count(Ballot.id)).where(Ballot.round_id == round_id)) or 0,
        ideas=tuple(_idea(one, votes.get(one.id, 0) if told else None) for one in row.ideas),
        result=row.result,
    )


def _idea(row: BudgetIdea, votes: int | None) -> IdeaLine:
    return IdeaLine(
        id=row.id,
        version=row.version,
        number=row.number,
        name=row.name,
        what=row.what,
        cost_cents=row.cost_cents,
        feasible=row.feasible,
        reason=row.reason,
        owner=row.owner,
        due_on=row.due_on,
        done_on=row.done_on,
        votes=votes,
    )


def _votes(session: Session, round_id: int) -> dict[int, int]:
    rows = session.execute(
        select(BallotChoice.idea_id, func.count())
        .join(Ballot, Ballot.id == BallotChoice.ballot_id)
        .where(Ballot.round_id == round_id)
        .group_by(BallotChoice.idea_id)
    )
    return dict(rows.all())


def outcome_of(session: Session, round_id: int) -> dict[str, Any]:
    """The result of a budget in plain values, all money in cents: what is funded with the price
    for each household that wants it, what is left, and what counting votes alone would give.
    Refuses it while nobody voted."""
    row = found(session, BudgetRound, round_id)
    offered = {idea.id: idea for idea in row.ideas if idea.feasible and idea.cost_cents}
    ballots = session.scalars(
        select(Ballot)
        .where(Ballot.round_id == round_id)
        .options(selectinload(Ballot.choices))
        .order_by(Ballot.id)
    ).all()
    if not ballots:
        raise Refused(_("Nobody has voted yet. Enter the ballots first."), "ballots")
    wishes = {
        str(ballot.id): [offered[c.idea_id].name for c in ballot.choices if c.idea_id in offered]
        for ballot in ballots
    }
    ideas = [Idea(one.name, one.cost_cents or 0) for one in offered.values()]
    outcome = equal_shares(ideas, wishes, row.amount_cents)
    by_name = {idea.name: idea for idea in offered.values()}
    votes = {name: sum(name in wanted for wanted in wishes.values()) for name in by_name}
    return {
        "amount": row.amount_cents,
        "voted": len(ballots),
        "households": row.households,
        "share": float(outcome.share),
        "left": outcome.left,
        "funded": [
            {
                "id": by_name[idea.name].id,
                "name": idea.name,
                "cost": idea.cost,
                "votes": votes[idea.name],
                "price": float(price),
            }
            for idea, price in zip(outcome.funded, outcome.prices, strict=True)
        ],
        "not_funded": [
            {"id": one.id, "name": one.name, "cost": one.cost_cents, "votes": votes[one.name]}
            for one in _by_votes(list(offered.values()), votes)
            if one.name not in {idea.name for idea in outcome.funded}
        ],
        "most_votes": [idea.name for idea in most_votes(ideas, wishes, row.amount_cents)],
    }


def _by_votes(ideas: Sequence[BudgetIdea], votes: Mapping[str, int]) -> list[BudgetIdea]:
    return sorted(ideas, key=lambda one: (-votes[one.name], one.cost_cents or 0, one.name))
