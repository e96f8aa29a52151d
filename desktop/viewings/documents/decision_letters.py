"""What candidates hear of a decision, and the receipt of a complaint about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.documents.letter import write
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.documents import letter_values
from desktop.viewings.queries.papers import addressed


def chosen(session: Session, decision_ids: Sequence[int], now: datetime) -> Paper:
    """The letter to who gets the dwelling."""
    letters = [
        letter_values.decision(letter, now)
        for decision_id in decision_ids
        for letter in addressed.decision_letters(session, decision_id)
        if letter.reason is None
    ]
    if not letters:
        raise Refused(_("There is nobody to write to: the data of this dwelling have been wiped."))
    return write(session, "decision-chosen", lambda: _("Decision: you get the home"), letters, now)


def others(session: Session, decision_ids: Sequence[int], now: datetime) -> Paper:
    """The letters to everybody else who was invited or got an offer (R10). Refuses when there
    is nobody."""
    letters = [
        letter_values.decision(letter, now)
        for decision_id in decision_ids
        for letter in addressed.decision_letters(session, decision_id)
        if letter.reason is not None
    ]
    if not letters:
        raise Refused(_("Nobody else was invited, so there is nobody else to write to."))
    return write(session, "decision-others", lambda: _("Decision for the others"), letters, now)


def backed_out(session: Session, decision_ids: Sequence[int], now: datetime) -> Paper:
    """That the corporation wrote down that the chosen candidate backs out."""
    letters = [letter_values.backed_out(x) for x in addressed.backed_out(session, decision_ids)]
    return write(session, "backed-out", lambda: _("Chosen candidate backs out"), letters, now)


def complaint_receipt(session: Session, complaint_ids: Sequence[int], now: datetime) -> Paper:
    """That a complaint came in, and when the answer comes."""
    letters = [letter_values.complaint(x) for x in addressed.complaints(session, complaint_ids)]
    return write(session, "complaint-receipt", lambda: _("Receipt of complaint"), letters, now)
