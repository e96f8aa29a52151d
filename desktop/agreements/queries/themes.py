"""The themes of the agreements, as they can be changed."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement, Theme


@dataclass(frozen=True)
class ThemeFacts:
    """A theme with what is known of it; `used` counts its agreements in all years."""

    id: int
    version: int
    code: str
    name: str
    plain_name: str
    position: int
    colour: str
    consultation_topic: str
    bid_letters: str
    priority_id: int | None
    used: int


def all_themes(session: Session) -> list[ThemeFacts]:
    """Every theme, in the order of the document."""
    used = (
        select(Agreement.theme_id, func.count().label("n")).group_by(Agreement.theme_id).subquery()
    )
    rows = session.execute(
        select(Theme, func.coalesce(used.c.n, 0))
        .outerjoin(used, used.c.theme_id == Theme.id)
        .order_by(Theme.position, Theme.code)
    )
    return [
        ThemeFacts(
            id=t.id,
            version=t.version,
            code=t.code,
            name=t.name,
            plain_name=t.plain_name,
            position=t.position,
            colour=t.colour,
            consultation_topic=t.consultation_topic,
            bid_letters=t.bid_letters,
            priority_id=t.priority_id,
            used=n,
        )
        for t, n in rows
    ]
