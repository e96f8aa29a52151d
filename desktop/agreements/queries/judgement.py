"""The judgement of the minister on the bid of a year (Woningwet, art. 44a(2))."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from desktop.agreements.model import Cycle
from desktop.agreements.queries.deliveries import minister_has_bid
from desktop.store.found import found


@dataclass(frozen=True)
class JudgementLine:
    """A judgement; without `judged_on` it is still to come, and no article says by when."""

    bid_id: int
    version: int
    judged_on: date | None
    words: str


def judgement_of(session: Session, cycle_id: int) -> JudgementLine | None:
    """The judgement on the bid of a year; None while the minister does not have the bid. Refuses a
    year that is gone."""
    bid = found(session, Cycle, cycle_id).bid
    if bid is None or not minister_has_bid(session, cycle_id):
        return None
    return JudgementLine(bid.id, bid.version, bid.judged_on, bid.judgement)
