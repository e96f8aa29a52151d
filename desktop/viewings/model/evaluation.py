"""What the pilot is measured by."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.viewings.model.base import ViewingsBase


class CandidateSurvey(ViewingsBase):
    """A candidate's experience, anonymous: no link to the candidate, only to the complex."""

    __tablename__ = "candidate_survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    month: Mapped[date]  # the first of the month: a day would give somebody away
    priority: Mapped[bool] = mapped_column(default=False)
    mark: Mapped[int | None]  # 1–10
    welcome: Mapped[int | None]  # 1–5
    judged: Mapped[int | None]  # 1–5, 5 = felt judged
    understands: Mapped[int | None]  # 1–5: "I understand how dwellings are allocated"
    names_known: Mapped[int | None]  # neighbours by name, three months after moving in


class CohesionSurvey(ViewingsBase):
    """One household's answers to the CBS statements about social cohesion, 1–5."""

    __tablename__ = "cohesion_survey"

    id: Mapped[int] = mapped_column(primary_key=True)
    complex_id: Mapped[int] = mapped_column(ForeignKey("complex.id"), index=True)
    wave: Mapped[int]  # months after the start: 0, 12, 24
    is_host: Mapped[bool] = mapped_column(default=False)
    age_band: Mapped[str] = mapped_column(String(10), default="")  # self-reported, may be empty
    answers: Mapped[list[int | None]] = mapped_column(JSON)
    understands: Mapped[int | None]


class StaffTime(ViewingsBase):
    """Minutes of staff on one vacancy for the pilot, against what the usual way costs."""

    __tablename__ = "staff_time"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    minutes: Mapped[int]
    usual_minutes: Mapped[int]
    noted_on: Mapped[date]


class EvaluationSnapshot(ViewingsBase):
    """The evaluation as it stood on one day: it stays when dwellings are counted anew or are gone.

    `measures` holds per line {measure, label, results}, and per result {who, words} with the
    numbers behind it: {count, of} of a share, {value, n} of the rest, nothing of a hidden cell.
    Aggregated only: no dwelling and no person (R14)."""

    __tablename__ = "evaluation_snapshot"

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(Text)  # the names of the complexes
    first_day: Mapped[date]
    last_day: Mapped[date]
    kept_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    measures: Mapped[list[dict[str, Any]]] = mapped_column(JSON)

    staff: Mapped[StaffUser | None] = relationship(StaffUser)
