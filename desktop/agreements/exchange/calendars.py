"""The days of a year of agreements for people's own calendars (RFC 5545).

A day keeps its UID, so reading the file in again brings the calendar up to date. Its SEQUENCE is
counted from the trail: each recorded change of what the days hang on makes it higher, also when a
change is undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.agreements.model import (
    Advice,
    Bid,
    Cycle,
    Dispute,
    DisputeExtension,
    Party,
    TenantsBudget,
)
from desktop.agreements.queries.deadline import Deadline
from desktop.agreements.queries.deadlines import deadlines
from desktop.agreements.queries.years import asked_cycle, cycles_there
from desktop.exchange.calendars import WholeDay, day_list
from desktop.exchange.files import write_whole
from desktop.language.format import local
from desktop.store.audit import AuditSubject

REMINDERS = (30, 7)  # days before
HANGS_ON = tuple(
    kind.__tablename__
    for kind in (Cycle, Bid, Dispute, DisputeExtension, Advice, Party, TenantsBudget)
)


def write_calendar(session: Session, path: Path, cycle_ids: Sequence[int], now: datetime) -> int:
    """Write the days of some years to a file; returns how many there are. Refuses a year that is
    gone."""
    days = _days(session, cycle_ids, now)
    write_whole(path, day_list(days, now))
    return len(days)


def export_calendar(session: Session, path: Path, years: Sequence[str], now: datetime) -> int:
    """The days of these years, and without years those of all. Refuses a year that is not
    there."""
    today = local(now).date()
    asked = [asked_cycle(session, year, today) for year in years]
    cycles = asked or cycles_there(session)
    return write_calendar(session, path, [cycle.id for cycle in cycles], now)


def _days(session: Session, cycle_ids: Sequence[int], now: datetime) -> list[WholeDay]:
    today = local(now).date()
    sequence = session.scalar(
        select(func.count(func.distinct(AuditSubject.seq))).where(AuditSubject.table.in_(HANGS_ON))
    )
    return [
        day
        for cycle_id in cycle_ids
        for one in deadlines(session, cycle_id, today)
        if (day := _day(one, cycle_id, sequence or 0)) is not None
    ]


def _day(deadline: Deadline, cycle_id: int, sequence: int) -> WholeDay | None:
    if deadline.day is None:
        return None
    open_ones = REMINDERS if deadline.is_open else ()
    said = (deadline.words, deadline.who, deadline.lapsed, deadline.caution)
    return WholeDay(
        uid=f"{cycle_id}-{deadline.code}@samenspraak",
        sequence=sequence,
        title=f"{deadline.what} ({deadline.article})",
        day=deadline.day,
        description="\n".join(filter(None, said)),
        reminders=open_ones,
        cancelled=deadline.is_cancelled,
    )
