"""What the plan of the pilot shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.language import _
from desktop.refused import Refused
from desktop.viewings.model import Pilot
from desktop.viewings.rules.evaluation import Threshold, thresholds
from desktop.viewings.states import PilotRole


@dataclass(frozen=True)
class PilotComplex:
    """A complex in the pilot; `lettings_a_year` is what its turnover is expected to give."""

    name: str
    role: PilotRole
    dwellings: int
    lettings_a_year: float
    starts_on: date
    ends_on: date | None
    fixed_on: date | None
    thresholds: dict[str, Threshold]


def pilot_complexes(session: Session) -> list[PilotComplex]:
    """The complexes that take part, then those they are compared with. Refuses when there are
    none."""
    pilots = session.scalars(select(Pilot).order_by(Pilot.starts_on, Pilot.id)).all()
    if not pilots:
        raise Refused(_("No complex takes part in the pilot yet. Choose one first."), "pilot")
    found = [
        PilotComplex(
            name=pilot.complex.name,
            role=pilot.role,
            dwellings=pilot.complex.dwelling_count,
            lettings_a_year=pilot.complex.dwelling_count * pilot.turnover_percent / 100,
            starts_on=pilot.starts_on,
            ends_on=pilot.ends_on,
            fixed_on=pilot.fixed_on,
            thresholds=thresholds(pilot.thresholds),
        )
        for pilot in pilots
    ]
    return sorted(found, key=lambda complex_: complex_.role is not PilotRole.PILOT)
