"""The advice of the tenants' organisation and the consent of tenants to a renovation."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.advice.model import AdviceColumns
from desktop.advice.states import AdviceDecision
from desktop.estate.model import Dwelling, StaffUser
from desktop.projects.model.base import ProjectsBase
from desktop.projects.model.plans import Project
from desktop.projects.states import AnswerMeans, ConsentAnswer, ConsentState
from desktop.store.base import Versioned, words


class AdviceRequest(ProjectsBase, AdviceColumns, Versioned):
    """A request for advice about the project (Overlegwet, art. 4, 5 and 5a)."""

    __tablename__ = "project_advice"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    asked_of: Mapped[str] = mapped_column(String(120))
    reasons_sent_on: Mapped[date | None]

    project: Mapped[Project] = relationship(back_populates="advice_requests")
    points: Mapped[list[AdvicePoint]] = relationship(
        order_by="AdvicePoint.position", cascade="all, delete-orphan"
    )

    @property
    def explained(self) -> bool:
        """Whether it says why an advice is not followed, or not wholly: of each point, or once."""
        return super().explained or any(point.reason for point in self.points)


class AdvicePoint(ProjectsBase, Versioned):
    """One point of an advice: followed, partly or not, and why."""

    __tablename__ = "project_advice_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("project_advice.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    decision: Mapped[AdviceDecision | None] = words(AdviceDecision)
    reason: Mapped[str] = mapped_column(Text, default="")


class ConsentRound(ProjectsBase, Versioned):
    """One written proposal to all tenants of dwellings that form one structural unit (BW
    7:220(3)). A changed proposal is another round, in which nobody has answered yet."""

    __tablename__ = "consent_round"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    number: Mapped[int]
    unit: Mapped[str] = mapped_column(String(120), default="")  # "Blok A en B"
    proposal: Mapped[str] = mapped_column(Text)
    sent_on: Mapped[date | None]
    answer_by: Mapped[date | None]
    state: Mapped[ConsentState] = words(ConsentState, default=ConsentState.DRAFT)
    result_sent_on: Mapped[date | None]

    project: Mapped[Project] = relationship(back_populates="consent_rounds")
    tenancies: Mapped[list[ConsentTenancy]] = relationship(
        back_populates="round", order_by="ConsentTenancy.id", cascade="all, delete-orphan"
    )


class ConsentTenancy(ProjectsBase, Versioned):
    """A dwelling of the round with the answer of its tenancy: one voice, joint tenants together.
    A vacant dwelling counts for the ten of the article, and has no tenant who answers."""

    __tablename__ = "consent_tenancy"
    __table_args__ = (UniqueConstraint("round_id", "dwelling_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    round_id: Mapped[int] = mapped_column(ForeignKey("consent_round.id"))
    dwelling_id: Mapped[int] = mapped_column(ForeignKey("dwelling.id"))
    vacant: Mapped[bool] = mapped_column(default=False)
    informed_on: Mapped[date | None]
    answer: Mapped[ConsentAnswer] = words(ConsentAnswer, default=ConsentAnswer.NOT_SPOKEN)
    answered_on: Mapped[date | None]
    means: Mapped[AnswerMeans | None] = words(AnswerMeans)
    notice_sent_on: Mapped[date | None]  # the eight weeks of a tenancy that did not agree

    round: Mapped[ConsentRound] = relationship(back_populates="tenancies")
    dwelling: Mapped[Dwelling] = relationship(Dwelling)
    notes: Mapped[list[ConsentNote]] = relationship(
        order_by="ConsentNote.id", cascade="all, delete-orphan"
    )
    visits: Mapped[list[ConsentVisit]] = relationship(
        order_by="ConsentVisit.visited_on, ConsentVisit.id", cascade="all, delete-orphan"
    )


class ConsentNote(ProjectsBase):
    """An answer as it was noted: by whom, when and how it came. None of them is overwritten."""

    __tablename__ = "consent_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenancy_id: Mapped[int] = mapped_column(ForeignKey("consent_tenancy.id"), index=True)
    answer: Mapped[ConsentAnswer] = words(ConsentAnswer)
    answered_on: Mapped[date]
    means: Mapped[AnswerMeans | None] = words(AnswerMeans)
    noted_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))

    staff: Mapped[StaffUser | None] = relationship(StaffUser)


class ConsentVisit(ProjectsBase):
    """Somebody went to the door."""

    __tablename__ = "consent_visit"

    id: Mapped[int] = mapped_column(primary_key=True)
    tenancy_id: Mapped[int] = mapped_column(ForeignKey("consent_tenancy.id"), index=True)
    visited_on: Mapped[date]
    at_home: Mapped[bool] = mapped_column(default=False)
