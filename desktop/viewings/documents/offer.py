"""The offer of a dwelling, with its deadline."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.documents.letter import write
from desktop.documents.paper import Paper
from desktop.language import _
from desktop.viewings.documents import letter_values
from desktop.viewings.queries.papers import addressed


def make(session: Session, offer_ids: Sequence[int], now: datetime) -> Paper:
    """The offer letters, one PDF for all of them."""
    letters = [letter_values.offer(x) for x in addressed.offers(session, offer_ids)]
    return write(session, "offer", lambda: _("Offer"), letters, now)


def taken_back(session: Session, offer_ids: Sequence[int], now: datetime) -> Paper:
    """That the corporation takes these offers back, with the reason and what it rests on (R9)."""
    letters = [letter_values.offer_taken_back(x) for x in addressed.taken_back(session, offer_ids)]
    return write(session, "offer-withdrawn", lambda: _("Offer taken back"), letters, now)
