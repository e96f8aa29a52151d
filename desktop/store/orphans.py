"""What lost its owner goes by a deletion that can be seen.

SQLAlchemy deletes a row that was taken out of the list of its owner (`delete-orphan`) within the
flush, where it stands in no list of what changed: the trail would miss it, and undo could not
bring it back. Nothing here moves from one owner to another.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Mapper, Session
from sqlalchemy.orm.attributes import get_history
from sqlalchemy.orm.base import PassiveFlag


def delete_orphans(session: Session, _context: Any = None, _instances: Any = None) -> None:
    """Delete what was taken out of a list that owns it; call it in `before_flush`."""
    for owner in session.dirty:
        for key in _owning(inspect(owner).mapper):
            for orphan in get_history(owner, key, PassiveFlag.PASSIVE_NO_INITIALIZE).deleted or ():
                if inspect(orphan).persistent:
                    session.delete(orphan)


@cache
def _owning(mapper: Mapper[Any]) -> tuple[str, ...]:
    return tuple(link.key for link in mapper.relationships if link.cascade.delete_orphan)
