"""Getting the row that the user chose, or saying that it is gone."""

from __future__ import annotations

from typing import TypeVar

from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.store.base import Base

T = TypeVar("T", bound=Base)


def found(session: Session, kind: type[T], row_id: int) -> T:
    """The row; refuses when somebody removed it meanwhile."""
    return _there(session.get(kind, row_id))


def held(session: Session, kind: type[T], row_id: int) -> T:
    """The row as `found`, and other desks wait with it until this action is done: for a number
    that follows the last one, and what may be there once only."""
    return _there(session.get(kind, row_id, with_for_update={"of": kind}))


def _there(row: T | None) -> T:
    if row is None:
        raise Refused(_("This is no longer there: somebody removed it just now."))
    return row
