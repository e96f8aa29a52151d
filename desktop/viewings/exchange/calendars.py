"""Calendar files of a viewing (RFC 5545): one for each invited candidate, and a cancellation for
whose invitation was taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from desktop.estate.queries import corporation
from desktop.exchange import calendars
from desktop.exchange.calendars import Appointment
from desktop.exchange.files import write_whole
from desktop.language import _, in_language
from desktop.language.format import clock
from desktop.store.found import found
from desktop.viewings.model import Invitation, Viewing


@dataclass(frozen=True)
class CalendarFile:
    """A file by its name: the time and the candidate's number, no name of a person."""

    name: str
    content: bytes


def calendar_files(session: Session, viewing_id: int, now: datetime) -> list[CalendarFile]:
    """The files of one viewing, in the language of each candidate. They hold what the letter
    says of time and place, and nothing of other people, of rank or of priority."""
    viewing = found(session, Viewing, viewing_id)
    letterhead = corporation(session)
    organiser = letterhead.facts.email if letterhead is not None else ""
    return [_file(viewing, invitation, organiser, now) for invitation in viewing.invitations]


def _file(viewing: Viewing, invitation: Invitation, organiser: str, now: datetime) -> CalendarFile:
    address = viewing.vacancy.dwelling.address
    cancelled = invitation.cancelled_on is not None
    with in_language(invitation.candidate.language):
        appointment = Appointment(
            uid=invitation.ics_uid,
            sequence=invitation.ics_sequence,
            title=_("Viewing {address}").format(address=address),
            starts_at=invitation.slot_at,
            ends_at=invitation.slot_at + timedelta(minutes=viewing.slot_minutes),
            place=viewing.place,
            description=_("This appointment is called off.")
            if cancelled
            else _("You meet residents and see the home. You then decide whether you want it."),
            organiser_email=organiser,
        )
    write = calendars.cancellation if cancelled else calendars.invitation
    time = clock(invitation.slot_at).replace(":", "")
    return CalendarFile(
        f"{address} {time} {invitation.candidate.number}.ics", write(appointment, now)
    )


def write_calendars(session: Session, folder: Path, viewing_id: int, now: datetime) -> int:
    """Write the files of a viewing into a folder; returns how many."""
    files = calendar_files(session, viewing_id, now)
    for file in files:
        write_whole(folder / _safe(file.name), file.content)
    return len(files)


def _safe(name: str) -> str:
    return "".join("-" if c in '\\/:*?"<>|' else c for c in name)
