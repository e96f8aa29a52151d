"""Which column of a candidate list means what, as it was chosen before."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.viewings.model import ImportMapping


def headings_digest(headings: Sequence[str]) -> str:
    """The same for the same headings in the same order."""
    return hashlib.sha256("\x1f".join(headings).encode()).hexdigest()


def remembered_mapping(session: Session, headings: Sequence[str]) -> dict[str, str] | None:
    """Field → heading as it was chosen for these headings; None when it never was."""
    columns = session.scalar(
        select(ImportMapping.columns).where(ImportMapping.headings == headings_digest(headings))
    )
    return dict(columns) if columns is not None else None
