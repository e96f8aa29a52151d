"""Which column of a list means what."""

from __future__ import annotations

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.store.base import Versioned
from desktop.viewings.model.base import ViewingsBase


class ImportMapping(ViewingsBase, Versioned):
    """Which column of a list means what, remembered per set of headings."""

    __tablename__ = "import_mapping"

    id: Mapped[int] = mapped_column(primary_key=True)
    headings: Mapped[str] = mapped_column(String(64), unique=True)  # digest of the headings
    columns: Mapped[dict[str, str]] = mapped_column(JSON)
