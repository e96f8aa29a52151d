"""What is due in Buren, for Vandaag: every term with what it rests on and its one action."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from desktop.feature import Due
from desktop.viewings.queries.due import choosing, nominating, visits
from desktop.viewings.queries.due.figures import figures, week
from desktop.viewings.queries.due.terms import TAB

__all__ = ["TAB", "due", "figures", "week"]


def due(session: Session, now: datetime) -> list[Due]:
    """Everything in Buren that somebody must do, in no order; Vandaag sorts."""
    return [
        *visits.early_steps(session, now),
        *visits.viewings(session, now),
        *visits.missed(session, now),
        *visits.reports(session, now),
        *visits.lists(session, now),
        *visits.questions(session, now),
        *choosing.offers(session, now),
        *choosing.guards(session, now),
        *nominating.nominations(session, now),
        *choosing.decisions(session, now),
        *choosing.complaints(session, now),
        *choosing.money(session, now),
        *choosing.follow_ups(session, now),
        *choosing.welcomes(session, now),
        *choosing.withdrawn(session, now),
    ]
