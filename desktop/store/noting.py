"""The session of an action: it notes what every flush of it changes."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.orm import Session

from desktop.store.audit import RowChange, changes_of
from desktop.store.orphans import delete_orphans
from desktop.store.search import Searchable


class NotingSession(Session):
    """Notes in `changes` what becomes of rows, in `findable` the things whose words may have
    become others, and in `gone` those that cannot be found any more."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection, expire_on_commit=False)
        self.changes: list[RowChange] = []
        self.findable: dict[int, Searchable] = {}
        self.gone: list[tuple[str, int]] = []


# Once for all sessions: to listen to each anew took as long as a small action itself.
event.listen(NotingSession, "before_flush", delete_orphans)


@event.listens_for(NotingSession, "after_flush")
def _note(session: NotingSession, _context: Any) -> None:
    session.changes.extend(changes_of(session))
    for thing in (*session.new, *session.dirty):
        if hasattr(thing, "search_entry"):
            session.findable[id(thing)] = thing
    for thing in session.deleted:
        session.findable.pop(id(thing), None)
        if hasattr(thing, "search_entry"):
            session.gone.append((thing.__tablename__, thing.id))
