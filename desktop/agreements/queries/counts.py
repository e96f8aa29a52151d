"""How many agreements of a year go well: the same numbers on every screen and paper."""

from __future__ import annotations

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.agreements.model import Agreement
from desktop.agreements.queries.lights import lights_of_cycle
from desktop.agreements.rules.rounds import LightCounts, count
from desktop.agreements.states import AgreementState


def light_counts(session: Session, cycle_id: int, on: date) -> LightCounts:
    """The lights of a cycle on a day, added up as the monitor does: as they count, and without
    agreements that lapsed."""
    lapsed = set(
        session.scalars(
            select(Agreement.id).where(
                Agreement.cycle_id == cycle_id, Agreement.state == AgreementState.LAPSED
            )
        )
    )
    lights = lights_of_cycle(session, cycle_id, on)
    return count(light.light for id, light in lights.items() if id not in lapsed)
