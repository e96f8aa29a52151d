"""Where something of a vacancy is shown."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.store.found import found
from desktop.viewings.model import Candidate, Viewing


def vacancy_of_candidate(session: Session, candidate_id: int) -> int:
    """The vacancy on whose list somebody stands. Refuses a candidate who is gone."""
    return found(session, Candidate, candidate_id).vacancy_id


def vacancy_of_viewing(session: Session, viewing_id: int) -> int:
    """The vacancy that a viewing is for. Refuses a viewing that is gone."""
    return found(session, Viewing, viewing_id).vacancy_id
