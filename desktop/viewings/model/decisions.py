"""Who gets the dwelling and why, what was written about it, and complaints."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, personal, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import ComplaintAbout, ComplaintState, DecisionState, OfferAnswer

if TYPE_CHECKING:
    from desktop.viewings.model.candidates import Candidate
    from desktop.viewings.model.policies import PolicyVersion
    from desktop.viewings.model.vacancies import Vacancy


class Decision(ViewingsBase, Versioned):
    """Who gets the dwelling and why. `order_table` is frozen when it is settled: one row per
    candidate {rank, number, priority, invited, came, wants, offered, answer, code, chosen}. It goes
    when its time is over (R14); then `order_removed_on` says when, and `passed_over` how many with
    priority had no code in it. When the chosen one does not take the dwelling after all, the
    decision lapses as it stands and the next `number` follows."""

    __tablename__ = "decision"
    __table_args__ = (UniqueConstraint("vacancy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    number: Mapped[int] = mapped_column(default=1)
    chosen_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    policy_id: Mapped[int] = mapped_column(ForeignKey("policy_version.id"))
    state: Mapped[DecisionState] = words(DecisionState, default=DecisionState.DRAFT, index=True)
    motivation: Mapped[str] = mapped_column(Text, default="")
    permit_checked: Mapped[bool | None]  # C5: Huisvestingswet art. 15(2), None when no permit
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_question: Mapped[str] = mapped_column(Text, default="")
    drafted_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    order_table: Mapped[list[dict[str, Any]]] = personal(JSON, default=list)
    order_removed_on: Mapped[date | None]
    passed_over: Mapped[int | None]
    deviations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)  # candidate id → code
    letters_on: Mapped[date | None]
    complaint_until: Mapped[date | None]
    wipe_on: Mapped[date | None]
    wiped_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="decisions")
    withdrawal: Mapped[Withdrawal | None] = relationship(back_populates="decision")
    chosen: Mapped[Candidate] = relationship()
    policy: Mapped[PolicyVersion] = relationship()
    author: Mapped[StaffUser | None] = relationship(StaffUser, foreign_keys=[author_id])
    reader: Mapped[StaffUser | None] = relationship(StaffUser, foreign_keys=[reader_id])


class Withdrawal(ViewingsBase):
    """Why a settled decision lapsed: the chosen candidate backed out (`by` is REFUSED) or the
    corporation took the dwelling back (WITHDRAWN). `code` is a VERA AANBIEDINGDETAILSTATUS."""

    __tablename__ = "withdrawal"

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(ForeignKey("decision.id"), unique=True)
    by: Mapped[OfferAnswer] = words(OfferAnswer)
    code: Mapped[str] = mapped_column(String(5))
    told_on: Mapped[date]
    recorded_at: Mapped[datetime]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))

    decision: Mapped[Decision] = relationship(back_populates="withdrawal")
    staff: Mapped[StaffUser | None] = relationship(StaffUser)


class Letter(ViewingsBase):
    """A letter that went out: which text, in which version, to which candidate."""

    __tablename__ = "letter"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    kind: Mapped[str] = mapped_column(String(30))
    language: Mapped[str] = mapped_column(String(5))
    text_digest: Mapped[str] = mapped_column(String(64))
    made_on: Mapped[date]


class Complaint(ViewingsBase, Versioned):
    """An objection or complaint (VERA: Reclamatie BEZ, KLA)."""

    __tablename__ = "complaint"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(ForeignKey("candidate.id"))
    code: Mapped[str] = mapped_column(String(5), default="KLA")
    about: Mapped[ComplaintAbout] = words(ComplaintAbout)
    received_on: Mapped[date]
    answer_by: Mapped[date]
    summary: Mapped[str] = personal(String(300), default="")
    state: Mapped[ComplaintState] = words(ComplaintState, default=ComplaintState.OPEN)
    closed_on: Mapped[date | None]
    outcome: Mapped[str] = mapped_column(String(200), default="")
