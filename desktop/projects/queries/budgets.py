"""Budgets that residents divide: the ideas, who voted, and the result with its explanation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload

from desktop.language import _
from desktop.projects.model import Ballot, BallotChoice, BudgetIdea, BudgetRound
from desktop.projects.rules.budget import Idea, Told, ToldIdea, equal_shares, most_votes, told
from desktop.projects.states import BudgetRoundState
from desktop.refused import Refused
from desktop.store.found import found

EURO = 100  # in cents: shares are raised by it


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
    """A budget. `voted` is how many households voted; `contact` is whom residents can ask."""

    id: int
    version: int
    project_id: int
    contact: str
    name: str
    amount_cents: int
    rules: str
    households: int
    state: BudgetRoundState
    vote_until: date | None
    result_on: date | None
    voted: int
    ideas: tuple[IdeaLine, ...]
    result: Told | None

    @property
    def on_ballot(self) -> tuple[IdeaLine, ...]:
        """The ideas that people can choose: those that can be done."""
        return tuple(idea for idea in self.ideas if idea.feasible)


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
        contact=row.project.contact,
        name=row.name,
        amount_cents=row.amount_cents,
        rules=row.rules,
        households=row.households,
        state=row.state,
        vote_until=row.vote_until,
        result_on=row.result_on,
        voted=session.scalar(select(func.count(Ballot.id)).where(Ballot.round_id == round_id)) or 0,
        ideas=tuple(_idea(one, votes.get(one.id, 0) if told else None) for one in row.ideas),
        result=from_plain(row.result) if row.result is not None else None,
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


def outcome_of(session: Session, round_id: int) -> Told:
    """The result of a budget, all money in cents. Refuses it while nobody voted."""
    row = found(session, BudgetRound, round_id)
    offered = {idea.id: idea.name for idea in row.ideas if idea.feasible and idea.cost_cents}
    ballots = session.scalars(
        select(Ballot)
        .where(Ballot.round_id == round_id)
        .options(selectinload(Ballot.choices))
        .order_by(Ballot.id)
    ).all()
    if not ballots:
        raise Refused(_("Nobody has voted yet. Enter the ballots first."), "ballots")
    wishes = {
        str(ballot.id): [offered[c.idea_id] for c in ballot.choices if c.idea_id in offered]
        for ballot in ballots
    }
    ideas = [Idea(one.name, one.cost_cents or 0) for one in row.ideas if one.id in offered]
    outcome = equal_shares(ideas, wishes, row.amount_cents, step=EURO)
    return told(ideas, wishes, outcome, most_votes(ideas, wishes, row.amount_cents))


def as_plain(result: Told) -> dict[str, Any]:
    """A result as the database keeps it."""
    return asdict(result)


def from_plain(kept: Mapping[str, Any]) -> Told:
    """A result as it was kept."""
    ideas = {
        name: tuple(ToldIdea(**one) for one in kept[name]) for name in ("funded", "not_funded")
    }
    return Told(
        kept["voted"],
        kept["share"],
        kept["left"],
        ideas["funded"],
        ideas["not_funded"],
        tuple(kept["missed"]),
    )
