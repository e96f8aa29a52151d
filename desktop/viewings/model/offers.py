"""Offers, and the check before anything is recorded that could cost somebody their priority."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, personal, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import GuardEvent, GuardState, OfferAnswer

if TYPE_CHECKING:
    from desktop.viewings.model.candidates import Candidate
    from desktop.viewings.model.vacancies import Vacancy


class Offer(ViewingsBase, Versioned):
    """A formal offer with a deadline. `reason` is a VERA AANBIEDINGDETAILSTATUS code; `facts` are
    what a reason of residents rests on, `reader` the colleague who read along with it (R9).
    `deviations` are codes for who was passed over with this offer, by candidate."""

    __tablename__ = "offer"
    __table_args__ = (UniqueConstraint("vacancy_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    number: Mapped[int]
    made_at: Mapped[datetime]
    deadline_at: Mapped[datetime] = mapped_column(index=True)
    answer: Mapped[OfferAnswer] = words(OfferAnswer, default=OfferAnswer.OPEN, index=True)
    answered_at: Mapped[datetime | None]
    reason: Mapped[str] = mapped_column(String(5), default="")
    facts: Mapped[str] = personal(Text, default="")
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    deviations: Mapped[dict[str, str]] = mapped_column(JSON, default=dict)
    letter_on: Mapped[date | None]

    vacancy: Mapped[Vacancy] = relationship(back_populates="offers")
    candidate: Mapped[Candidate] = relationship(back_populates="offers")
    reader: Mapped[StaffUser | None] = relationship(StaffUser)
    guard: Mapped[ConsequenceGuard | None] = relationship(back_populates="offer")


class ConsequenceGuard(ViewingsBase, Versioned):
    """Before a refusal or a no-show of somebody with priority counts, a colleague reads along
    (C3): was it the tour? Then it does not count."""

    __tablename__ = "consequence_guard"

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offer.id"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitation.id"))
    event: Mapped[GuardEvent] = words(GuardEvent)
    reason: Mapped[str] = mapped_column(String(5), default="")
    told_on: Mapped[date | None]  # the day on which the candidate said so
    caused_by_tour: Mapped[bool]
    counts: Mapped[bool]
    shown: Mapped[str] = mapped_column(Text)  # the consequence as it was shown
    author_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    state: Mapped[GuardState] = words(GuardState, default=GuardState.OPEN)
    opened_at: Mapped[datetime]
    read_at: Mapped[datetime | None]

    offer: Mapped[Offer | None] = relationship(back_populates="guard")
