"""Of which vacancies something goes out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.model import (
    Vacancy,
)


def published(session: Session, numbers: Sequence[str]) -> Select[int]:
    """The vacancies with these codes; all of them without codes. Only those that were published
    under a way of working have something to send. Refuses an unknown code."""
    published = select(Vacancy.id).where(Vacancy.policy_id.is_not(None))
    if not numbers:
        return published
    known = set(session.scalars(select(Vacancy.code).where(Vacancy.code.in_(numbers))))
    for code in numbers:
        if code not in known:
            raise Refused(
                _("There is no vacancy with code {code}. Look up the code first.").format(code=code)
            )
    return published.where(Vacancy.code.in_(numbers))
