"""The progress reports of a year that were kept as they were."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Snapshot
from desktop.agreements.rules.rounds import LightCounts, count
from desktop.agreements.states import Light
from desktop.estate.model import StaffUser


@dataclass(frozen=True)
class KeptReport:
    """A report: the day that it is about, when and by whom it was kept, how many agreements had
    which light, and its hash."""

    id: int
    on: date
    made_at: datetime
    made_by: str
    counts: LightCounts
    digest: str


def kept_reports(session: Session, cycle_id: int) -> list[KeptReport]:
    """The reports of a year, the newest first."""
    rows = session.execute(
        select(
            Snapshot.id,
            Snapshot.reference_date,
            Snapshot.made_at,
            StaffUser.name,
            Snapshot.lights,
            Snapshot.digest,
        )
        .outerjoin(StaffUser, Snapshot.staff_id == StaffUser.id)
        .where(Snapshot.cycle_id == cycle_id)
        .order_by(Snapshot.reference_date.desc(), Snapshot.id.desc())
    )
    return [
        KeptReport(id, on, made_at, name or "", count(map(Light, lights.values())), digest)
        for id, on, made_at, name, lights, digest in rows
    ]
