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
    row = session.get(kind, row_id)
    if row is None:
        raise Refused(_("This is no longer there: somebody removed it just now."))
    return row
