"""Walks through the neighbourhood and what was found there."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.projects.model.base import ProjectsBase
from desktop.projects.model.photos import Photo
from desktop.projects.model.plans import Project
from desktop.projects.states import (
    FindingKind,
    FindingState,
    InspectionKind,
    PhotoMoment,
    Severity,
)
from desktop.store.base import Versioned, personal, words
from desktop.store.search import SearchEntry


class Map(ProjectsBase, Versioned):
    """A picture of the neighbourhood to point at. `width_m` is how many metres it is across."""

    __tablename__ = "project_map"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"))
    name: Mapped[str] = mapped_column(String(80))
    width_m: Mapped[int | None]

    photo: Mapped[Photo] = relationship()


class Inspection(ProjectsBase, Versioned):
    """A walk along a route on a day, or the handover of work."""

    __tablename__ = "inspection"

    id: Mapped[int] = mapped_column(primary_key=True)
    project_id: Mapped[int] = mapped_column(ForeignKey("project.id"), index=True)
    map_id: Mapped[int | None] = mapped_column(ForeignKey("project_map.id"))
    kind: Mapped[InspectionKind] = words(InspectionKind, default=InspectionKind.WALK)
    route: Mapped[str] = mapped_column(String(120))
    held_on: Mapped[date] = mapped_column(index=True)
    walkers: Mapped[int | None]  # how many walked along
    finished_at: Mapped[datetime | None]

    project: Mapped[Project] = relationship()
    map: Mapped[Map | None] = relationship()
    findings: Mapped[list[Finding]] = relationship(
        back_populates="inspection", order_by="Finding.number"
    )

    def search_entry(self) -> SearchEntry:
        return SearchEntry(
            "inspection",
            self.id,
            self.route,
            f"{self.held_on}",
            f"{self.route} {self.project.name}",
        )


class Finding(ProjectsBase, Versioned):
    """Something that is wrong at a place: a point on the map (`x` and `y` in ten-thousandths of
    its width and height, from the top left) or an address. Who reported it gets an answer."""

    __tablename__ = "finding"
    __table_args__ = (UniqueConstraint("inspection_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspection.id"))
    number: Mapped[int]
    kind: Mapped[FindingKind] = words(FindingKind)
    severity: Mapped[Severity] = words(Severity, default=Severity.MEDIUM)
    place: Mapped[str] = mapped_column(String(160), default="")
    x: Mapped[int | None]
    y: Mapped[int | None]
    what: Mapped[str] = personal(Text, default="")
    state: Mapped[FindingState] = words(FindingState, default=FindingState.REPORTED, index=True)
    found_at: Mapped[datetime]
    owner: Mapped[str] = mapped_column(String(80), default="")
    due_on: Mapped[date | None]
    solved_on: Mapped[date | None]
    referred_to: Mapped[str] = mapped_column(String(120), default="")
    referred_on: Mapped[date | None]
    their_answer: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")  # why it is not done
    reporter: Mapped[str] = personal(String(120), default="")
    reporter_told_on: Mapped[date | None]
    handed_to: Mapped[str] = mapped_column(String(80), default="")

    inspection: Mapped[Inspection] = relationship(back_populates="findings")
    steps: Mapped[list[FindingStep]] = relationship(
        order_by="FindingStep.id", cascade="all, delete-orphan"
    )
    photos: Mapped[list[FindingPhoto]] = relationship(
        order_by="FindingPhoto.id", cascade="all, delete-orphan"
    )

    def search_entry(self) -> SearchEntry:
        title = f"{self.inspection.route} {self.number}"
        return SearchEntry("finding", self.id, title, self.place, f"{self.what} {self.place}")


class FindingStep(ProjectsBase):
    """The finding went from one state to another."""

    __tablename__ = "finding_step"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    state: Mapped[FindingState] = words(FindingState)
    taken_on: Mapped[date]
    note: Mapped[str] = mapped_column(Text, default="")


class FindingPhoto(ProjectsBase):
    __tablename__ = "finding_photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    finding_id: Mapped[int] = mapped_column(ForeignKey("finding.id"), index=True)
    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"))
    moment: Mapped[PhotoMoment] = words(PhotoMoment, default=PhotoMoment.BEFORE)

    photo: Mapped[Photo] = relationship()
