"""Photos and maps. They are large, and show people and their street: kept once, beside the rows
that tell of them, and past the audit trail, which would keep what was wiped."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.projects.model.base import ProjectsBase
from desktop.store.base import personal


class Photo(ProjectsBase):
    """A JPEG of at most 2,048 pixels without EXIF; `small` is the same for a list. `digest` is
    the SHA-256 of the content."""

    __tablename__ = "photo"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64), unique=True)
    width: Mapped[int]
    height: Mapped[int]
    added_at: Mapped[datetime]
    content: Mapped[bytes] = personal(LargeBinary, deferred=True)
    small: Mapped[bytes] = personal(LargeBinary, deferred=True)
