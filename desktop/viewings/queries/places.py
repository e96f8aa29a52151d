"""Where something of a vacancy is shown."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.store.found import found
from desktop.viewings.model import Candidate, Vacancy, Viewing


def vacancy_of_candidate(session: Session, candidate_id: int) -> int:
    """The vacancy on whose list somebody stands. Refuses a candidate who is gone."""
    return found(session, Candidate, candidate_id).vacancy_id


def vacancy_of_viewing(session: Session, viewing_id: int) -> int:
    """The vacancy that a viewing is for. Refuses a viewing that is gone."""
    return found(session, Viewing, viewing_id).vacancy_id


def vacancy_of_dwelling(session: Session, dwelling_id: int) -> int:
    """The newest vacancy of a dwelling. Refuses a dwelling that did not become free yet."""
    newest = session.scalar(
        select(Vacancy.id)
        .where(Vacancy.dwelling_id == dwelling_id)
        .order_by(Vacancy.created_on.desc(), Vacancy.id.desc())
        .limit(1)
    )
    if newest is None:
        raise Refused(_("This dwelling is not becoming free. Start with “New vacancy”."))
    return newest
