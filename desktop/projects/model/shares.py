"""A budget that residents divide, and the look back at a project."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.projects.model.base import ProjectsBase
from desktop.projects.model.plans import Project
from desktop.projects.states import BudgetRoundState
from desktop.store.base import Versioned, personal, words


class BudgetRound(ProjectsBase, Versioned):
    """Money that residents divide themselves. `households` is how many may vote. `result` is the
    result as it was told, in plain values; it stays when rules change."""

    __tablename__ = "budget_round"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    amount_cents: Mapped[int]
    rules: Mapped[str] = mapped_column(Text, default="")
    households: Mapped[int]
    state: Mapped[BudgetRoundState] = words(BudgetRoundState, default=BudgetRoundState.COLLECTING)
    vote_until: Mapped[date | None]
    result_on: Mapped[date | None]
    result: Mapped[dict[str, Any] | None] = mapped_column(JSON)

    project: Mapped[Project] = relationship()
    ideas: Mapped[list[BudgetIdea]] = relationship(
        back_populates="round", order_by="BudgetIdea.number"
    )
    ballots: Mapped[list[Ballot]] = relationship(order_by="Ballot.id")


class BudgetIdea(ProjectsBase, Versioned):
    """What residents could spend it on. `feasible` None: not tested yet; when it is not, `reason`
    says why. What is funded gets an owner and a day, and is done on a day."""

    __tablename__ = "budget_idea"
    __table_args__ = (UniqueConstraint("round_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("budget_round.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    what: Mapped[str] = mapped_column(Text, default="")
    cost_cents: Mapped[int | None]
    feasible: Mapped[bool | None]
    reason: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]

    round: Mapped[BudgetRound] = relationship(back_populates="ideas")


class Ballot(ProjectsBase, Versioned):
    """What one household approves. `household` is its number, which keeps it from voting twice;
    once the result is fixed nobody needs it, and it is wiped."""

    __tablename__ = "ballot"
    __table_args__ = (UniqueConstraint("round_id", "household"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("budget_round.id"))
    household: Mapped[str | None] = personal(String(20))
    cast_at: Mapped[datetime]

    choices: Mapped[list[BallotChoice]] = relationship(
        order_by="BallotChoice.idea_id", cascade="all, delete-orphan"
    )


class BallotChoice(ProjectsBase):
    __tablename__ = "ballot_choice"
    __table_args__ = (UniqueConstraint("ballot_id", "idea_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ballot_id: Mapped[int] = mapped_column(ForeignKey("ballot.id"))
    idea_id: Mapped[int] = mapped_column(ForeignKey("budget_idea.id"))


class Evaluation(ProjectsBase, Versioned):
    """The look back. `shown` keeps what the data showed of the promise on that day, in plain
    values."""

    __tablename__ = "project_evaluation"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), unique=True)
    held_on: Mapped[date]
    shown: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    went_well: Mapped[str] = mapped_column(Text, default="")
    lessons: Mapped[str] = mapped_column(Text, default="")

    scores: Mapped[list[EvaluationScore]] = relationship(
        order_by="EvaluationScore.position", cascade="all, delete-orphan"
    )


class EvaluationScore(ProjectsBase, Versioned):
    """How satisfied tenants are on one question: a mean of 1 to 10 over so many answers."""

    __tablename__ = "project_evaluation_score"

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation_id: Mapped[int] = mapped_column(ForeignKey("project_evaluation.id"), index=True)
    position: Mapped[int]
    question: Mapped[str] = mapped_column(String(160))
    answers: Mapped[int]
    mean: Mapped[Decimal]
