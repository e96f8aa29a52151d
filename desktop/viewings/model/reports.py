"""What was done and asked at a visit; never a judgement of a person."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.store.base import Versioned, personal, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import CriterionAnswer, DefectPlace

if TYPE_CHECKING:
    from desktop.viewings.model.viewings import Invitation, Viewing


class TourReport(ViewingsBase, Versioned):
    """What a viewing brought (verslag van de rondleiding). Locked 24 hours after."""

    __tablename__ = "tour_report"

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), unique=True)
    entered_at: Mapped[datetime]
    incident_number: Mapped[str] = mapped_column(String(40), default="")

    viewing: Mapped[Viewing] = relationship(back_populates="report")
    defects: Mapped[list[Defect]] = relationship(back_populates="report")
    questions: Mapped[list[TourQuestion]] = relationship(back_populates="report")


class TourVisit(ViewingsBase, Versioned):
    """One visitor's tour: which published points were explained (their keys). Nothing else."""

    __tablename__ = "tour_visit"

    id: Mapped[int] = mapped_column(primary_key=True)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitation.id"), unique=True)
    points: Mapped[list[str]] = mapped_column(JSON, default=list)

    invitation: Mapped[Invitation] = relationship(back_populates="visit")


class HostCriterion(ViewingsBase):
    """Levels B and C: one host's answer to one published criterion about one visit. It goes with
    the data of the person (R14)."""

    __tablename__ = "host_criterion"
    __table_args__ = (UniqueConstraint("invitation_id", "host_id", "criterion"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    invitation_id: Mapped[int] = mapped_column(ForeignKey("invitation.id"), index=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"))
    criterion: Mapped[str] = mapped_column(String(40))
    answer: Mapped[CriterionAnswer] = words(CriterionAnswer, info={"personal": True})
    at: Mapped[datetime]


class Defect(ViewingsBase):
    """A defect of the dwelling; the note is staff's and passes the word check."""

    __tablename__ = "defect"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("tour_report.id"), index=True)
    place: Mapped[DefectPlace] = words(DefectPlace)
    note: Mapped[str] = mapped_column(String(200))

    report: Mapped[TourReport] = relationship(back_populates="defects")


class TourQuestion(ViewingsBase, Versioned):
    """A question that a visitor asked and that staff will answer."""

    __tablename__ = "tour_question"

    id: Mapped[int] = mapped_column(primary_key=True)
    report_id: Mapped[int] = mapped_column(ForeignKey("tour_report.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"))
    question: Mapped[str] = personal(String(300))
    answer: Mapped[str] = personal(String(600), default="")
    answered_on: Mapped[date | None]

    report: Mapped[TourReport] = relationship(back_populates="questions")


class WordOverride(ViewingsBase):
    """Staff text that holds a checked word and that a second reader let stand (R6)."""

    __tablename__ = "word_override"

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(String(60))
    row_id: Mapped[int]
    terms: Mapped[list[str]] = personal(JSON)
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int] = mapped_column(ForeignKey("staff_user.id"))
    at: Mapped[datetime]
