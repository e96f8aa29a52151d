"""Planned visits: who receives, and who is invited."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import StaffUser
from desktop.store.base import Versioned, words
from desktop.viewings.model.base import ViewingsBase
from desktop.viewings.states import (
    Answer,
    Excuse,
    Presence,
    ShiftRole,
    ShiftState,
    ViewingKind,
    ViewingState,
)

if TYPE_CHECKING:
    from desktop.viewings.model.candidates import Candidate
    from desktop.viewings.model.hosts import Host
    from desktop.viewings.model.reports import TourReport, TourVisit
    from desktop.viewings.model.vacancies import Vacancy


class Viewing(ViewingsBase, Versioned):
    """A planned visit. Slots of `slot_minutes` from start to end, each with `capacity`
    households; `sequence` counts changes for calendars (RFC 5545). With `tablet_used` hosts noted
    visitors on a tablet at the door, and no list on paper has to come back (R5)."""

    __tablename__ = "viewing"

    id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancy.id"), index=True)
    kind: Mapped[ViewingKind] = words(ViewingKind, default=ViewingKind.GROUP)
    state: Mapped[ViewingState] = words(ViewingState, default=ViewingState.DRAFT, index=True)
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime]
    slot_minutes: Mapped[int] = mapped_column(default=20)
    capacity: Mapped[int] = mapped_column(default=1)
    companions: Mapped[int] = mapped_column(default=2)
    place: Mapped[str] = mapped_column(String(200), default="")
    staff_on_call_id: Mapped[int | None] = mapped_column(ForeignKey("staff_user.id"))
    staff_hosts: Mapped[bool] = mapped_column(default=False)  # fallback of R12
    tablet_used: Mapped[bool] = mapped_column(default=False)
    cancel_reason: Mapped[str] = mapped_column(String(200), default="")  # in words of staff
    sequence: Mapped[int] = mapped_column(default=0)

    vacancy: Mapped[Vacancy] = relationship(back_populates="viewings")
    staff_on_call: Mapped[StaffUser | None] = relationship(StaffUser)
    shifts: Mapped[list[Shift]] = relationship(back_populates="viewing", order_by="Shift.id")
    invitations: Mapped[list[Invitation]] = relationship(
        back_populates="viewing", order_by="Invitation.slot_at"
    )
    report: Mapped[TourReport | None] = relationship(back_populates="viewing")


class Shift(ViewingsBase, Versioned):
    """One host at one viewing (dienst). `minutes` is the effort that the rota counts;
    `list_back_on` the day the numbered list of visitors came back or was destroyed (R5). Why the
    rota proposed this host: `shifts_before` in 90 days, None when it was not asked, and the
    `stairwell` of the host then."""

    __tablename__ = "shift"

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), index=True)
    host_id: Mapped[int] = mapped_column(ForeignKey("host.id"), index=True)
    role: Mapped[ShiftRole] = words(ShiftRole, default=ShiftRole.SECOND)
    state: Mapped[ShiftState] = words(ShiftState, default=ShiftState.PROPOSED)
    shifts_before: Mapped[int | None]
    stairwell: Mapped[str] = mapped_column(String(20), default="")
    asked_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    minutes: Mapped[int] = mapped_column(default=0)
    list_back_on: Mapped[date | None]

    viewing: Mapped[Viewing] = relationship(back_populates="shifts")
    host: Mapped[Host] = relationship(back_populates="shifts")


class Invitation(ViewingsBase, Versioned):
    """One candidate asked to one slot of a viewing."""

    __tablename__ = "invitation"
    __table_args__ = (UniqueConstraint("viewing_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    viewing_id: Mapped[int] = mapped_column(ForeignKey("viewing.id"), index=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"), index=True)
    slot_at: Mapped[datetime]
    sent_on: Mapped[date | None]
    channel: Mapped[str] = mapped_column(String(10), default="letter")
    answer: Mapped[Answer] = words(Answer, default=Answer.NONE)
    answered_on: Mapped[date | None]
    answer_until: Mapped[datetime | None]
    ics_uid: Mapped[str] = mapped_column(String(80), default="")
    ics_sequence: Mapped[int] = mapped_column(default=0)
    reminders: Mapped[list[str]] = mapped_column(JSON, default=list)  # ISO dates
    presence: Mapped[Presence] = words(Presence, default=Presence.UNKNOWN)
    excuse: Mapped[Excuse | None] = words(Excuse)  # R8: why a no-show was taken back
    excused_at: Mapped[datetime | None]
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("host.id"))
    switched: Mapped[bool] = mapped_column(default=False)  # at the door: "I know this person"
    cancelled_on: Mapped[date | None]

    viewing: Mapped[Viewing] = relationship(back_populates="invitations")
    candidate: Mapped[Candidate] = relationship(back_populates="invitations")
    received_by: Mapped[Host | None] = relationship()
    visit: Mapped[TourVisit | None] = relationship(back_populates="invitation")
