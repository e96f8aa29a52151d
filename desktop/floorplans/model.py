"""Entities of the tab Plattegronden: evenings, sketches, and the journal of each sketch.

What a tenant draws stands in the journal, step by step with its way back; `SketchDrawing` is the
home as it was at one step, so that opening need not walk the whole journal. The journal is its
own history: its rows go past the audit trail, and are removed with the sketch. A home holds the
wish that somebody wrote, and so is theirs: what was wiped goes from the backups too.
"""

from __future__ import annotations

import enum
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, LargeBinary, String, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from desktop.store.base import Base, Versioned, own_registry, personal, words
from desktop.store.search import SearchEntry


class FloorplansBase(Base, DeclarativeBase):
    """An entity of the tab Plattegronden."""

    registry = own_registry()


class SketchRole(enum.Enum):
    """What a drawing is for: the building that tenants begin with, an example, or a sketch."""

    SHELL = "shell"
    EXAMPLE = "example"
    SKETCH = "sketch"


class DesignEvening(FloorplansBase, Versioned):
    """A consultation at which tenants draw, for a project and a type of home. `open` while tenants
    can begin a sketch in it; they begin with the shells that belong to it."""

    __tablename__ = "design_evening"

    id: Mapped[int] = mapped_column(primary_key=True)
    project: Mapped[str] = mapped_column(String(120))
    home_type: Mapped[str] = mapped_column(String(120), default="")
    held_on: Mapped[date]
    open: Mapped[bool] = mapped_column(default=True)

    def search_entry(self) -> SearchEntry:
        title = f"{self.project} {self.home_type}".strip()
        return SearchEntry("design_evening", self.id, title, str(self.held_on), title)


class Sketch(FloorplansBase, Versioned):
    """A drawing of a home. `title` is how the tenant calls it; `origin_id` the drawing it began
    as a copy of; `wanted` what the tenant asks for beside the usual (`checks.Wish` values). What is
    removed can be put back for a month."""

    __tablename__ = "sketch"

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[SketchRole] = words(SketchRole, default=SketchRole.SKETCH)
    title: Mapped[str] = personal(String(80))
    evening_id: Mapped[int | None] = mapped_column(ForeignKey("design_evening.id"), index=True)
    origin_id: Mapped[int | None] = mapped_column(ForeignKey("sketch.id"))
    variant: Mapped[int] = mapped_column(default=1)
    language: Mapped[str] = mapped_column(String(5), default="nl")
    wanted: Mapped[list[str]] = mapped_column(JSON, default=list)
    begun_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    removed_at: Mapped[datetime | None]

    evening: Mapped[DesignEvening | None] = relationship(lazy="joined")

    def search_entry(self) -> SearchEntry | None:
        if self.removed_at is not None:
            return None
        evening = self.evening.project if self.evening else ""
        title = self.title if self.variant == 1 else f"{self.title} · {self.variant}"
        return SearchEntry("sketch", self.id, title, evening, f"{self.title} {evening}")


class SketchDrawing(FloorplansBase):
    """The home of a sketch as it was at step `at_step` of its journal, as JSON of `codec`.
    `cursor` is the step that the sketch stands at: beyond it stands what was undone."""

    __tablename__ = "sketch_drawing"

    id: Mapped[int] = mapped_column(ForeignKey("sketch.id"), primary_key=True)
    home: Mapped[str] = personal(Text)
    at_step: Mapped[int] = mapped_column(default=0)
    cursor: Mapped[int] = mapped_column(default=0)


class SketchStep(FloorplansBase):
    """One edit: its name, and the patches of `codec` there and back."""

    __tablename__ = "sketch_step"
    __table_args__ = (UniqueConstraint("sketch_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sketch_id: Mapped[int] = mapped_column(ForeignKey("sketch.id"))
    number: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    forward: Mapped[dict[str, Any]] = personal(JSON)
    back: Mapped[dict[str, Any]] = personal(JSON)


class SketchVersion(FloorplansBase):
    """The home as somebody chose to keep it, under a name."""

    __tablename__ = "sketch_version"
    __table_args__ = (UniqueConstraint("sketch_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sketch_id: Mapped[int] = mapped_column(ForeignKey("sketch.id"))
    number: Mapped[int]
    name: Mapped[str] = personal(String(80), default="")
    home: Mapped[str] = personal(Text)
    kept_at: Mapped[datetime]


class BackgroundPicture(FloorplansBase):
    """A picture to trace, once for all drawings that use it; `digest` is its SHA-256."""

    __tablename__ = "background_picture"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
