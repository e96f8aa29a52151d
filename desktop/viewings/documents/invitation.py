"""Letters about an appointment: invitation, reminder, and that it is called off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.documents.letter import write
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.documents import letter_values
from desktop.viewings.queries.papers import addressed


def make(session: Session, invitation_ids: Sequence[int], now: datetime) -> Paper:
    """The invitation letters, one PDF for all of them."""
    return _letters(
        session,
        "invitation",
        invitation_ids,
        now,
        lambda: _("Invitation {dwelling}"),
        lambda: _("Invitations"),
    )


def reminder(session: Session, invitation_ids: Sequence[int], now: datetime) -> Paper:
    """The reminders of the visits to come, which say what the candidate answered. Refuses when
    there are none."""
    visits = zip(invitation_ids, addressed.visits(session, invitation_ids), strict=True)
    to_come = [id for id, visit in visits if visit.at > now]
    if not to_come:
        raise Refused(_("The visit has begun: a reminder comes too late."), "invitation")
    return _letters(
        session,
        "reminder",
        to_come,
        now,
        lambda: _("Reminder {dwelling}"),
        lambda: _("Reminders"),
    )


def called_off(session: Session, invitation_ids: Sequence[int], now: datetime) -> Paper:
    """That the viewing does not take place, and that nobody loses a place by it."""
    return _letters(
        session,
        "viewing-cancelled",
        invitation_ids,
        now,
        lambda: _("Viewing called off {dwelling}"),
        lambda: _("Viewings called off"),
    )


def _letters(
    session: Session,
    text: str,
    invitation_ids: Sequence[int],
    now: datetime,
    title_of_one: Callable[[], str],
    title_of_more: Callable[[], str],
) -> Paper:
    letters = addressed.visits(session, invitation_ids)
    homes = {letter.home.address for letter in letters}

    def title() -> str:
        if len(homes) == 1:
            return title_of_one().format(dwelling=next(iter(homes)))
        return title_of_more()

    return write(session, text, title, [letter_values.visit(text, x) for x in letters], now)
