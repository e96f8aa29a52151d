"""How somebody on the list can be reached: for staff only, and read when it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.store.found import found
from desktop.viewings.model import Candidate


@dataclass(frozen=True)
class Contact:
    """What is known of a candidate; empty where nothing is."""

    phone: str
    email: str
    address: str


def contact_of(session: Session, candidate_id: int) -> Contact:
    """How a candidate can be reached. Refuses a candidate who is gone."""
    candidate = found(session, Candidate, candidate_id)
    place = f"{candidate.postcode} {candidate.city}".strip()
    address = ", ".join(part for part in (candidate.street, place) if part)
    return Contact(candidate.phone, candidate.email, address)
