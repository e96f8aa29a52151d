"""Keeping photos, each once. They go past the trail, which would keep what was wiped."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import Photo


def kept_photo(session: Session, photo: ReadPhoto, now: datetime) -> int:
    """The number of a photo in the database; the same photo is there once."""
    there = session.scalar(select(Photo.id).where(Photo.digest == photo.digest))
    if there is not None:
        return there
    made = session.execute(
        insert(Photo).returning(Photo.id),
        {
            "digest": photo.digest,
            "width": photo.width,
            "height": photo.height,
            "added_at": now,
            "content": photo.content,
            "small": photo.small,
        },
    )
    return made.scalar_one()
