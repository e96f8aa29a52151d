"""Level C: whom residents propose for a dwelling, and what staff say of the proposal."""

from __future__ import annotations

from datetime import date

from sqlalchemy import JSON, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.store.base import Base, Versioned, personal
from desktop.viewings.model.candidates import Candidate


class Nomination(Base, Versioned):
    """A candidate in the proposal of residents (voordracht), at the `place` that they give.
    `answers` holds [criterion, answer] for each published criterion: no free text about a person
    (R6). `host_ids` are the residents who proposed. `stands` is None until staff tested it."""

    __tablename__ = "nomination"
    __table_args__ = (UniqueConstraint("vacancy_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    place: Mapped[int]
    answers: Mapped[list[list[str]]] = personal(JSON, default=list)
    host_ids: Mapped[list[int]] = mapped_column(JSON, default=list)
    nominated_on: Mapped[date]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    tested_by_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    tested_on: Mapped[date | None]
    stands: Mapped[bool | None]

    candidate: Mapped[Candidate] = relationship()
    staff: Mapped[StaffUser | None] = relationship(foreign_keys=[staff_id])
    tested_by: Mapped[StaffUser | None] = relationship(foreign_keys=[tested_by_id])
