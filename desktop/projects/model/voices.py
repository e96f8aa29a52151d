"""What tenants heard and said: messages, sessions, their proposals and what they were promised."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.estate.model import Dwelling
from desktop.projects.model.base import ProjectsBase
from desktop.projects.model.photos import Photo
from desktop.projects.model.plans import Phase, Project, Task
from desktop.projects.states import (
    MessageChannel,
    PromiseState,
    ProposalAnswer,
    ProposalState,
    SessionKind,
)
from desktop.store.base import Versioned, personal, words
from desktop.store.search import SearchEntry


class Message(ProjectsBase, Versioned):
    """Tenants were told, before a phase began or about the whole project."""

    __tablename__ = "project_message"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    phase_id: Mapped[int | None] = mapped_column(ForeignKey("project_phase.id"))
    sent_on: Mapped[date]
    channel: Mapped[MessageChannel] = words(MessageChannel)
    subject: Mapped[str] = mapped_column(String(160))

    phase: Mapped[Phase | None] = relationship()


class TenantSession(ProjectsBase, Versioned):
    """A meeting with tenants. How many were there is enough: no names."""

    __tablename__ = "project_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    kind: Mapped[SessionKind] = words(SessionKind)
    title: Mapped[str] = mapped_column(String(120), default="")
    held_on: Mapped[date] = mapped_column(index=True)
    starts: Mapped[str] = mapped_column(String(5), default="")  # 19:30
    ends: Mapped[str] = mapped_column(String(5), default="")
    place: Mapped[str] = mapped_column(String(160), default="")
    question: Mapped[str] = mapped_column(Text, default="")  # what tenants are asked
    invited: Mapped[int | None]
    invited_on: Mapped[date | None]
    present: Mapped[int | None]
    notes: Mapped[str] = personal(Text, default="")
    minutes_sent_on: Mapped[date | None]
    cancelled_on: Mapped[date | None]

    project: Mapped[Project] = relationship(back_populates="sessions")
    proposals: Mapped[list[Proposal]] = relationship(
        back_populates="session", order_by="Proposal.number"
    )
    photos: Mapped[list[SessionPhoto]] = relationship(
        order_by="SessionPhoto.id", cascade="all, delete-orphan"
    )

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "project_session",
            self.id,
            self.title or self.project.name,
            f"{self.held_on}",
            f"{self.title} {self.place} {self.project.name}",
        )


class SessionPhoto(ProjectsBase):
    __tablename__ = "project_session_photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    session_id: Mapped[int] = mapped_column(ForeignKey("project_session.id"), index=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"))
    caption: Mapped[str] = mapped_column(String(160), default="")

    photo: Mapped[Photo] = relationship()


class Proposal(ProjectsBase, Versioned):
    """What tenants propose, without who said it, and what is done with it and why. `theme` brings
    together what several said; `support` counts the dots that it got."""

    __tablename__ = "project_proposal"
    __table_args__ = (UniqueConstraint("project_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"))
    session_id: Mapped[int | None] = mapped_column(ForeignKey("project_session.id"), index=True)
    number: Mapped[int]
    raised_on: Mapped[date]
    text: Mapped[str] = personal(Text)
    theme: Mapped[str] = mapped_column(String(80), default="")
    support: Mapped[int] = mapped_column(default=0)
    state: Mapped[ProposalState] = words(ProposalState, default=ProposalState.RAISED)
    answer: Mapped[ProposalAnswer | None] = words(ProposalAnswer)
    reason: Mapped[str] = mapped_column(Text, default="")
    answered_on: Mapped[date | None]
    answered_by: Mapped[str] = mapped_column(String(80), default="")
    task_id: Mapped[int | None] = mapped_column(ForeignKey("project_task.id"))
    told_on: Mapped[date | None]
    told_via: Mapped[str] = mapped_column(String(120), default="")

    project: Mapped[Project] = relationship(back_populates="proposals")
    session: Mapped[TenantSession | None] = relationship(back_populates="proposals")
    task: Mapped[Task | None] = relationship()

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "project_proposal", self.id, self.text[:80], self.project.name, self.text
        )


class Promise(ProjectsBase, Versioned):
    """What tenants, or those of one dwelling, were promised: by whom and when it is done. When it
    changes or is broken, `reason` says why and `reaction` what the tenants say to it."""

    __tablename__ = "promise"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    session_id: Mapped[int | None] = mapped_column(ForeignKey("project_session.id"))
    dwelling_id: Mapped[int | None] = mapped_column(ForeignKey("dwelling.id"))
    what: Mapped[str] = personal(Text)
    to_whom: Mapped[str] = mapped_column(String(120), default="")  # a group, when no dwelling
    made_on: Mapped[date]
    due_on: Mapped[date] = mapped_column(index=True)
    owner: Mapped[str] = mapped_column(String(80))
    state: Mapped[PromiseState] = words(PromiseState, default=PromiseState.OPEN)
    settled_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(Text, default="")
    agreed_with: Mapped[str] = mapped_column(String(120), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    reaction: Mapped[str] = personal(Text, default="")
    handed_to: Mapped[str] = mapped_column(String(80), default="")

    project: Mapped[Project] = relationship(back_populates="promises")
    session: Mapped[TenantSession | None] = relationship()
    dwelling: Mapped[Dwelling | None] = relationship(Dwelling)

    def search_entry(self) -> SearchEntry:
        return SearchEntry("promise", self.id, self.what[:80], self.project.name, self.what)
