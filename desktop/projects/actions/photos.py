"""Keeping photos, each once. They go past the trail, which would keep what was wiped."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session

from desktop.projects.exchange.photos import ReadPhoto
from desktop.projects.model import FindingPhoto, Map, Photo, SessionPhoto
from desktop.store import Store
from desktop.store.audit import PROGRAM

UNDONE_FOR = timedelta(days=1)  # so long a photo that was taken away can come back by undoing


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


def forget_loose_photos(store: Store) -> int:
    """What the program does by itself: a photo that nothing tells of any more goes after a day, as
    when it was taken away or its finding was. Returns how many."""
    loose = select(Photo.id).where(
        Photo.added_at < store.now() - UNDONE_FOR,
        *(~exists().where(kind.photo_id == Photo.id) for kind in (FindingPhoto, Map, SessionPhoto)),
    )
    with store.reading() as session:
        if session.scalars(loose.limit(1)).first() is None:
            return 0
    with store.act(PROGRAM, "projects.photos.forget") as act:
        ids = act.session.scalars(loose).all()
        act.session.execute(delete(Photo).where(Photo.id.in_(ids)))
        act.facts["photos"] = len(ids)
    return len(ids)
