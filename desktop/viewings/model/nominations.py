"""Level C: whom residents nominate from the first of the list, with a reason for each criterion."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, personal, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import NominationState

if TYPE_CHECKING:
    from desktop.viewings.model.candidates import Candidate
    from desktop.viewings.model.hosts import Host
    from desktop.viewings.model.vacancies import Vacancy


class Nomination(ViewingsBase, Versioned):
    """The proposal of a committee of residents (voordracht, VERA: COO). `motivation` is what staff
    found in their test, never words of residents. It moves nobody before a second reader agreed."""

    __tablename__ = "nomination"
    __table_args__ = (UniqueConstraint("vacancy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    number: Mapped[int]
    state: Mapped[NominationState] = words(NominationState, default=NominationState.ENTERED)
    proposed_on: Mapped[date]
    motivation: Mapped[str] = personal(Text, default="")
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_question: Mapped[str] = personal(Text, default="")
    entered_at: Mapped[datetime]
    tested_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="nominations")
    members: Mapped[list[NominationMember]] = relationship(back_populates="nomination")
    nominees: Mapped[list[Nominee]] = relationship(
        back_populates="nomination", order_by="Nominee.place"
    )
    author: Mapped[StaffUser | None] = relationship(StaffUser, foreign_keys=[author_id])
    reader: Mapped[StaffUser | None] = relationship(StaffUser, foreign_keys=[reader_id])


class NominationMember(ViewingsBase):
    """A host who proposed with the others."""

    __tablename__ = "nomination_member"
    __table_args__ = (UniqueConstraint("nomination_id", "host_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), index=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"))

    nomination: Mapped[Nomination] = relationship(back_populates="members")
    host: Mapped[Host] = relationship()


class Nominee(ViewingsBase):
    """One candidate whom residents nominate, at a `place` of their order from 1 on. `answers` are
    their reasons: [criterion key, name of a `CriterionAnswer`] for each, nothing else."""

    __tablename__ = "nominee"
    __table_args__ = (UniqueConstraint("nomination_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    nomination_id: Mapped[int] = mapped_column(ForeignKey("nomination.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    place: Mapped[int]
    answers: Mapped[list[list[str]]] = personal(JSON, default=list)

    nomination: Mapped[Nomination] = relationship(back_populates="nominees")
    candidate: Mapped[Candidate] = relationship()
