"""The dates of a project for people's own calendars (RFC 5545), and the file of one gathering.

A date keeps its UID, so reading the file in again brings the calendar up to date. The SEQUENCE of a
gathering is its version, which counts on also when a change is undone. That of the other days is
counted from the trail, for they also move when something before them does: each recorded change of
what they hang on makes it higher, also when a change is undone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.estate.queries import corporation
from desktop.exchange.calendars import (
    Appointment,
    WholeDay,
    cancellation,
    collection,
    day_list,
    invitation,
)
from desktop.exchange.files import write_whole
from desktop.language import _
from desktop.language.format import AMSTERDAM, local
from desktop.projects.model import (
    AdviceRequest,
    BudgetIdea,
    BudgetRound,
    ConsentRound,
    ConsentTenancy,
    Finding,
    Inspection,
    Phase,
    Project,
    Promise,
    Task,
    TaskLink,
)
from desktop.projects.queries.dates import DateLine, dates_of
from desktop.projects.queries.voices import SessionLine, session_line
from desktop.projects.wording import word
from desktop.store.audit import AuditSubject

REMINDERS = (7, 1)  # days before
LASTS = timedelta(hours=2)  # a gathering of which nobody wrote down when it ends
HANGS_ON = tuple(
    kind.__tablename__
    for kind in (
        Project,
        Phase,
        Task,
        TaskLink,
        Promise,
        AdviceRequest,
        ConsentRound,
        ConsentTenancy,
        Inspection,
        Finding,
        BudgetRound,
        BudgetIdea,
    )
)


def gathering_file(session: Session, session_id: int, now: datetime) -> bytes:
    """One gathering for the calendar of whoever is invited; called off, the file takes it out."""
    line = session_line(session, session_id)
    if not line.starts:
        return day_list([_whole_day(line)], now)
    appointment = _appointment(line, _organiser(session))
    write = cancellation if line.cancelled_on is not None else invitation
    return write(appointment, now)


def write_gathering(session: Session, path: Path, session_id: int, now: datetime) -> None:
    """Write the file of one gathering."""
    write_whole(path, gathering_file(session, session_id, now))


def project_file(session: Session, project_ids: Sequence[int], now: datetime) -> tuple[bytes, int]:
    """The file with every date of these projects, and how many there are."""
    appointments: list[Appointment] = []
    days: list[WholeDay] = []
    sequence = session.scalar(
        select(func.count(func.distinct(AuditSubject.seq))).where(AuditSubject.table.in_(HANGS_ON))
    )
    organiser = _organiser(session)
    for project_id in project_ids:
        dates = dates_of(session, project_id, local(now).date())
        for line in dates.gatherings:
            if line.starts:
                appointments.append(_appointment(line, organiser))
            else:
                days.append(_whole_day(line))
        days += [_day(line, dates.project, sequence or 0) for line in dates.days]
    return collection(appointments, days, now), len(appointments) + len(days)


def write_project(session: Session, path: Path, project_ids: Sequence[int], now: datetime) -> int:
    """Write every date of these projects to a file; returns how many there are."""
    content, dates = project_file(session, project_ids, now)
    write_whole(path, content)
    return dates


def _organiser(session: Session) -> str:
    found = corporation(session)
    return found.facts.email if found is not None else ""


def _appointment(line: SessionLine, organiser: str) -> Appointment:
    starts = datetime.combine(line.held_on, time.fromisoformat(line.starts), AMSTERDAM)
    ends = (
        datetime.combine(line.held_on, time.fromisoformat(line.ends), AMSTERDAM)
        if line.ends
        else starts + LASTS
    )
    return Appointment(
        uid=_uid(line),
        sequence=line.version - 1,
        title=_title(line),
        starts_at=starts,
        ends_at=ends,
        place=line.place,
        description=_about(line),
        organiser_email=organiser,
        cancelled=line.cancelled_on is not None,
    )


def _whole_day(line: SessionLine) -> WholeDay:
    """A gathering of which the time is not known yet."""
    cancelled = line.cancelled_on is not None
    about = ", ".join(part for part in (line.place, _about(line)) if part)
    return WholeDay(_uid(line), line.version - 1, _title(line), line.held_on, about,
                    cancelled=cancelled)  # fmt: skip


def _uid(line: SessionLine) -> str:
    return f"project-gathering-{line.id}@samenspraak"


def _title(line: SessionLine) -> str:
    return f"{line.title or word(line.kind)} · {line.project}"


def _about(line: SessionLine) -> str:
    if line.cancelled_on is not None:
        return _("This gathering was called off.")
    return line.question


def _day(line: DateLine, project: str, sequence: int) -> WholeDay:
    return WholeDay(
        uid=f"project-{line.code}@samenspraak",
        sequence=sequence,
        title=f"{line.what} · {project}",
        day=line.day,
        description=_("Done by {owner}.").format(owner=line.who) if line.who else "",
        reminders=REMINDERS if line.open else (),
    )
