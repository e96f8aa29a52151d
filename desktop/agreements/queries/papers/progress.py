"""The progress report as it goes on paper: made today, or kept by a round of measuring."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle, Snapshot
from desktop.agreements.queries.facts import signed_on
from desktop.agreements.queries.monitor import Monitor, as_payload, from_payload, monitor
from desktop.language import _
from desktop.language.format import local
from desktop.refused import Refused
from desktop.store.audit import sha256
from desktop.store.found import found


@dataclass(frozen=True)
class Progress:
    """A monitor with the day on which it was made and the hash of what it says. `draft` says that
    its agreements were not signed by then."""

    monitor: Monitor
    made_on: date
    digest: str
    draft: bool


def progress(session: Session, cycle_id: int, on: date, now: datetime) -> Progress:
    """How a year goes on a day. Refused: a year without agreements."""
    shown = monitor(session, cycle_id, on)
    if not shown.rows:
        raise Refused(_("There are no agreements in this year yet. Add the first one."))
    made_on = local(now).date()
    return Progress(shown, made_on, sha256(as_payload(shown)), _is_draft(session, shown, made_on))


def kept(session: Session, snapshot_id: int) -> Progress:
    """A report as it was kept, with the day on which it was. Refused: one that is not there."""
    snapshot = found(session, Snapshot, snapshot_id)
    shown = from_payload(snapshot.payload)
    made_on = local(snapshot.made_at).date()
    return Progress(shown, made_on, snapshot.digest, _is_draft(session, shown, made_on))


def _is_draft(session: Session, shown: Monitor, on: date) -> bool:
    """A report that was kept before everybody signed stays a draft after that."""
    cycle = found(session, Cycle, shown.cycle_id)
    day = signed_on(cycle)
    return day is None or day > on
