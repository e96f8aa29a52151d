"""Where there is most to see, for pictures of the program."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.feature import Place
from desktop.viewings.model import Viewing


def sights(session: Session) -> dict[str, Place]:
    """The vacancy for which most candidates were invited; none where nobody was."""
    most = (
        select(Viewing.vacancy_id)
        .join(Viewing.invitations)
        .group_by(Viewing.vacancy_id)
        .order_by(func.count().desc(), Viewing.vacancy_id)
        .limit(1)
    )
    vacancy = session.scalars(most).first()
    return {} if vacancy is None else {"vacancies": Place("viewings", "vacancy", vacancy)}
