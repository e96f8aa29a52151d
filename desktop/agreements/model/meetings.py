"""Meetings with their agenda, who was there by function, what was decided, and the look back."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.agreements.model.base import AgreementsBase
from desktop.agreements.model.clauses import Agreement
from desktop.agreements.model.parties import Party
from desktop.agreements.states import MeetingKind
from desktop.store.base import Versioned, words


class Meeting(AgreementsBase, Versioned):
    """A meeting of the parties. `measured_on` is the day for which its round of measurements
    holds; None when it has none."""

    __tablename__ = "meeting"

    id: Mapped[int] = mapped_column(primary_key=True)
    cycle_id: Mapped[int] = mapped_column(ForeignKey("cycle.id"), index=True)
    held_on: Mapped[date] = mapped_column(index=True)
    starts: Mapped[str] = mapped_column(String(5), default="")  # 19:30
    kind: Mapped[MeetingKind] = words(MeetingKind)
    place: Mapped[str] = mapped_column(String(120), default="")
    papers_sent_on: Mapped[date | None]
    minutes: Mapped[str] = mapped_column(Text, default="")
    measured_on: Mapped[date | None]
    snapshot_id: Mapped[int | None] = mapped_column(ForeignKey("report_snapshot.id"))

    agenda: Mapped[list[AgendaItem]] = relationship(
        back_populates="meeting", order_by="AgendaItem.position"
    )
    attendance: Mapped[list[Attendance]] = relationship(order_by="Attendance.id")
    decisions: Mapped[list[MeetingDecision]] = relationship(order_by="MeetingDecision.id")
    actions: Mapped[list[ActionPoint]] = relationship(order_by="ActionPoint.id")


class AgendaItem(AgreementsBase, Versioned):
    """A topic. One that tenants put up is refused with a reason only (Overlegwet, art. 5b(4))."""

    __tablename__ = "agenda_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    position: Mapped[int]
    title: Mapped[str] = mapped_column(String(200))
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("party.id"))
    accepted: Mapped[bool | None]
    refusal_reason: Mapped[str] = mapped_column(Text, default="")

    meeting: Mapped[Meeting] = relationship(back_populates="agenda")
    proposed_by: Mapped[Party | None] = relationship()


class Attendance(AgreementsBase):
    """Who was there, by party and function only. An expert is announced in time (art. 5b(5))."""

    __tablename__ = "attendance"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    function: Mapped[str] = mapped_column(String(80))
    present: Mapped[bool] = mapped_column(default=True)
    expert: Mapped[bool] = mapped_column(default=False)
    notified_on: Mapped[date | None]

    party: Mapped[Party] = relationship()


class MeetingDecision(AgreementsBase, Versioned):
    __tablename__ = "meeting_decision"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    text: Mapped[str] = mapped_column(Text)

    agreement: Mapped[Agreement | None] = relationship()


class ActionPoint(AgreementsBase, Versioned):
    """What a party will do after a meeting."""

    __tablename__ = "action_point"

    id: Mapped[int] = mapped_column(primary_key=True)
    meeting_id: Mapped[int] = mapped_column(ForeignKey("meeting.id"), index=True)
    agreement_id: Mapped[int | None] = mapped_column(ForeignKey("agreement.id"))
    party_id: Mapped[int] = mapped_column(ForeignKey("party.id"))
    text: Mapped[str] = mapped_column(Text)
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]

    agreement: Mapped[Agreement | None] = relationship()
    party: Mapped[Party] = relationship()


class LookBack(AgreementsBase, Versioned):
    """What became of an agreement, why, what was learnt, and whether it goes on."""

    __tablename__ = "look_back"

    id: Mapped[int] = mapped_column(primary_key=True)
    agreement_id: Mapped[int] = mapped_column(ForeignKey("agreement.id"), unique=True)
    result: Mapped[str] = mapped_column(Text)
    cause: Mapped[str] = mapped_column(Text, default="")
    lesson: Mapped[str] = mapped_column(Text, default="")
    goes_on: Mapped[bool] = mapped_column(default=False)

    agreement: Mapped[Agreement] = relationship(back_populates="look_back")
