"""What can be chosen in the dialogs of a year."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement
from desktop.agreements.states import AgreementState


def agreement_choices(session: Session, cycle_id: int) -> list[tuple[int, str]]:
    """The agreements of a year that did not lapse, by number, with code and title."""
    rows = session.execute(
        select(Agreement.id, Agreement.code, Agreement.title)
        .where(Agreement.cycle_id == cycle_id, Agreement.state != AgreementState.LAPSED)
        .order_by(Agreement.code)
    )
    return [(id, f"{code}  {title}") for id, code, title in rows]
